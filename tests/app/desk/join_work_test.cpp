#include "app/desk/join_work.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "app/data/join_choices.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class JoinWorkTest : public ::testing::Test {
 protected:
  JoinWorkTest() {
    write("Tên xã;Nước sạch\nTrần Phú;40\nKhông Đâu;3\n");
    m_work.start({(m_sample.folder / "units.geojson").string(), table()});
  }
  std::string table() const { return (m_sample.folder / "thu.csv").string(); }
  void write(const std::string& rows) { m_sample.folder.write("thu.csv", rows); }
  void settle() {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    do {
      m_work.refresh();
      std::this_thread::yield();
    } while (m_work.busy() && std::chrono::steady_clock::now() < end);
    EXPECT_FALSE(m_work.busy());
  }
  test::SampleProject m_sample;
  JoinWork m_work{[] {}};
};

TEST_F(JoinWorkTest, ReadsAndJoins) {
  settle();
  ASSERT_TRUE(m_work.lists());
  EXPECT_THAT(m_work.lists()->matched, SizeIs(1));
  EXPECT_THAT(m_work.lists()->open, SizeIs(1));
  EXPECT_THAT(m_work.plan.values, ElementsAre("Nước sạch"));
  EXPECT_FALSE(m_work.failure());
}

TEST_F(JoinWorkTest, WhatWasCancelledIsBegunAgain) {
  m_work.refresh();
  ASSERT_TRUE(m_work.busy());
  m_work.cancel();
  settle();
  ASSERT_TRUE(m_work.lists());
  EXPECT_THAT(m_work.lists()->matched, SizeIs(1));
}

TEST_F(JoinWorkTest, WhatWasReadStaysWhenNothingIsCancelled) {
  settle();
  const auto preview = m_work.preview();
  m_work.cancel();
  settle();
  EXPECT_EQ(m_work.preview(), preview);
  EXPECT_TRUE(m_work.lists());
}

TEST_F(JoinWorkTest, AChoiceMovesARowAndComesBack) {
  settle();
  const OpenRow row = m_work.lists()->open[0];
  choose_unit(m_work.plan, row.name, row.district, "00100");
  settle();
  EXPECT_THAT(m_work.lists()->open, IsEmpty());
  ASSERT_THAT(m_work.lists()->matched, SizeIs(2));
  EXPECT_EQ(m_work.lists()->matched[0].rule, names::MatchRule::alias);
  withdraw_choice(m_work.plan, row.name, row.district);
  settle();
  EXPECT_THAT(m_work.lists()->open, SizeIs(1));
  EXPECT_EQ(m_work.readings(), 1U);
}

TEST_F(JoinWorkTest, FilesThatChangedAreReadAgainWithWhatWasDecided) {
  settle();
  m_work.look_at_files();
  EXPECT_FALSE(m_work.busy()) << "nothing has changed";
  EXPECT_TRUE(m_work.changed().empty());
  choose_unit(m_work.plan, "Không Đâu", "", "00100");
  settle();
  write("Tên xã;Nước sạch\nTrần Phú;40\nKhông Đâu;3\nCẩm Bình;5\n");
  m_work.look_at_files();
  settle();
  EXPECT_THAT(m_work.changed().en, HasSubstr("thu.csv"));
  ASSERT_TRUE(m_work.lists());
  EXPECT_THAT(m_work.lists()->matched, SizeIs(3));
}

TEST_F(JoinWorkTest, SaysWhyThereIsNothing) {
  std::filesystem::remove(table());
  settle();
  ASSERT_TRUE(m_work.failure());
  EXPECT_THAT(m_work.failure()->message().en, HasSubstr("thu.csv"));
  EXPECT_FALSE(m_work.lists());
  write("Tên xã;Nước sạch\n");
  m_work.look_at_files();
  settle();
  ASSERT_TRUE(m_work.failure()) << "there now, but without rows";
  EXPECT_THAT(m_work.failure()->message().en, HasSubstr("no row of data"));
  EXPECT_TRUE(m_work.preview()) << "so that header row and encoding can be chosen";
}

TEST_F(JoinWorkTest, OtherFilesStartAfresh) {
  settle();
  choose_unit(m_work.plan, "Không Đâu", "", "00100");
  m_work.start({table()});
  EXPECT_THAT(m_work.plan.confirmed, IsEmpty());
  EXPECT_FALSE(m_work.lists());
  settle();
  EXPECT_FALSE(m_work.lists()) << "there are no boundaries yet";
}

TEST_F(JoinWorkTest, OneFileAloneCanBeLookedAt) {
  m_work.start({(m_sample.folder / "units.geojson").string()});
  settle();
  ASSERT_TRUE(m_work.preview());
  EXPECT_GT(m_work.preview()->units.table.row_count(), 0U);
  EXPECT_THAT(m_work.preview()->rows.table.columns, IsEmpty());
  EXPECT_EQ(m_work.plan.code, "code");
  EXPECT_FALSE(m_work.failure());
  EXPECT_FALSE(m_work.lists());
  EXPECT_THAT(m_work.next_step().vi, HasSubstr("Còn thiếu bảng số liệu"));
  m_work.add({table()});
  settle();
  ASSERT_TRUE(m_work.lists());
  EXPECT_THAT(m_work.lists()->matched, SizeIs(1));
  EXPECT_TRUE(m_work.next_step().empty());
}

TEST_F(JoinWorkTest, SaysWhatToDoNext) {
  m_work.start({});
  settle();
  EXPECT_THAT(m_work.next_step().vi, HasSubstr("Chọn tệp ranh giới và bảng số liệu"));
  m_work.add({table()});
  settle();
  EXPECT_TRUE(m_work.preview());
  EXPECT_THAT(m_work.next_step().vi, HasSubstr("Còn thiếu ranh giới"));
  write("Tên xã;Ghi chú\nTrần Phú;a\n");
  m_work.add({(m_sample.folder / "units.geojson").string()});
  settle();
  ASSERT_TRUE(m_work.lists());
  EXPECT_THAT(m_work.next_step().vi, HasSubstr("“Giá trị”")) << "no column holds numbers";
}

TEST_F(JoinWorkTest, WhatIsNoFileOfBoundariesSaysSo) {
  m_sample.folder.write("README.md", "# Ghi chú\n");
  m_work.start({});
  m_work.plan.boundaries = (m_sample.folder / "README.md").string();
  settle();
  ASSERT_TRUE(m_work.failure());
  EXPECT_THAT(m_work.failure()->message().vi, HasSubstr("README.md không phải tệp ranh giới"));
  EXPECT_THAT(m_work.failure()->remedy().vi, HasSubstr(".shp"));
  m_work.add({table()});
  settle();
  ASSERT_TRUE(m_work.preview());
  EXPECT_EQ(m_work.preview()->rows.table.row_count(), 2U) << "the table can be looked at all the same";
  EXPECT_TRUE(m_work.failure());
  EXPECT_FALSE(m_work.lists());
  m_work.plan.boundaries = table();
  settle();
  ASSERT_TRUE(m_work.failure());
  EXPECT_THAT(m_work.failure()->message().vi, HasSubstr("thu.csv là bảng số liệu"));
}

TEST_F(JoinWorkTest, DroppedFilesReplaceWhatTheyAre) {
  settle();
  const std::string boundaries = m_work.plan.boundaries;
  const auto other = m_sample.folder.write("khac.csv", "Tên xã;Hộ nghèo\nTrần Phú;3\n");
  m_work.add({other.string()});
  settle();
  EXPECT_EQ(m_work.plan.boundaries, boundaries);
  EXPECT_THAT(m_work.plan.values, ElementsAre("Hộ nghèo"));
  m_work.add({(m_sample.folder / "anh.png").string()});
  settle();
  EXPECT_EQ(m_work.plan.table, other.string());
  ASSERT_TRUE(m_work.failure());
  EXPECT_THAT(m_work.failure()->message().vi, HasSubstr("anh.png"));
  EXPECT_TRUE(m_work.lists());
}

}  // namespace
}  // namespace ntmap::app
