#include "app/desk/first_map.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "app/desk/session.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

/// The sample with a file for each period.
class FirstMapTest : public ::testing::Test {
 protected:
  FirstMapTest() {
    for (const char* year : {"2023", "2024"})
      m_sample.folder.write(year + std::string(".csv"), "ma,nuoc,ket_qua\n00097,20,đạt\n00098,30,chưa\n");
    m_sample.replace_in("du_an.toml", "file = \"values.csv\"\nkey = \"ma\"\nperiod_field = \"nam\"\n",
                        "key = \"ma\"\nby_period = { 2023 = \"2023.csv\", 2024 = \"2024.csv\" }\n");
  }
  void remove(const std::string& file) { std::filesystem::remove(m_sample.folder / file); }

  test::SampleProject m_sample;
};

TEST_F(FirstMapTest, IsTheOneThatIsWanted) {
  ProjectData data = m_sample.data();
  const FirstMap made = first_map(data, {});
  EXPECT_FALSE(made.failure);
  EXPECT_EQ(made.map->theme.id, "nuoc-sach");
  EXPECT_EQ(made.map->period, "2024");
}

TEST_F(FirstMapTest, WithoutTheNewestFileIsOfThePeriodBefore) {
  remove("2024.csv");
  ProjectData data = m_sample.data();
  const FirstMap made = first_map(data, {});
  EXPECT_EQ(made.map->theme.id, "nuoc-sach");
  EXPECT_EQ(made.map->period, "2023");
  ASSERT_TRUE(made.failure);
  EXPECT_THAT(made.failure->message().vi, HasSubstr("2024.csv"));
}

TEST_F(FirstMapTest, WithoutAnyOfAThemeIsOfTheNextTheme) {
  m_sample.folder.write("khac.csv", "ma,ket_qua\n00097,đạt\n");
  m_sample.replace_in("du_an.toml", "[[indicators]]\nid = \"nuoc\"",
                      "[[tables]]\nid = \"khac\"\nfile = \"khac.csv\"\nkey = \"ma\"\n"
                      "[[indicators]]\nid = \"nuoc\"");
  m_sample.replace_in("du_an.toml", "table = \"bang\"\nfield = \"ket_qua\"",
                      "table = \"khac\"\nfield = \"ket_qua\"");
  remove("2023.csv");
  remove("2024.csv");
  ProjectData data = m_sample.data();
  EXPECT_EQ(first_map(data, {}).map->theme.id, "ket-qua");
}

TEST_F(FirstMapTest, WithNothingToShowSaysWhatIsMissing) {
  remove("2023.csv");
  remove("2024.csv");
  ProjectData data = m_sample.data();
  EXPECT_THAT(test::error_of([&] { first_map(data, {}); }), HasSubstr("2024.csv"));
}

TEST_F(FirstMapTest, PeriodsThatCannotBeReadAreLeftOut) {
  remove("2024.csv");
  ProjectData data = m_sample.data();
  const ReadPeriods read = read_periods(data, "nuoc");
  EXPECT_THAT(read.periods, ElementsAre("2023"));
  EXPECT_TRUE(read.failure);
}

TEST_F(FirstMapTest, TheDeskStandsOnIt) {
  remove("2024.csv");
  Session session([] {});
  session.apply(OpenProject{m_sample.file().string()});
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (session.busy() && std::chrono::steady_clock::now() < end) {
    session.poll();
    std::this_thread::yield();
  }
  ASSERT_NE(session.map(), nullptr);
  EXPECT_EQ(session.choice().theme, "nuoc-sach");
  EXPECT_EQ(session.choice().period, "2023");
  EXPECT_THAT(session.periods(), ElementsAre("2023"));
  EXPECT_THAT(session.series(), SizeIs(1));
  ASSERT_NE(session.desk(), nullptr);
  EXPECT_EQ(session.desk()->period, "2023");
  EXPECT_THAT(session.missing(), ElementsAre("2024.csv"));
  EXPECT_THAT(session.problems(), SizeIs(1)) << "said once";
}

}  // namespace
}  // namespace ntmap::app
