#include "app/project/plain_name.hpp"

#include <gtest/gtest.h>

#include "support/temporary_folder.hpp"

namespace ntmap::app {
namespace {

TEST(PlainName, KeepsLettersAndDigitsWithoutMarks) {
  EXPECT_EQ(plain_name("Nông thôn mới tỉnh Hà Tĩnh (2025)", '_'), "nong_thon_moi_tinh_ha_tinh_2025");
  EXPECT_EQ(plain_name("  Tỷ lệ hộ nghèo – %  ", '-'), "ty-le-ho-ngheo");
  EXPECT_EQ(plain_name("Đắk Lắk", '_'), "dak_lak");
  EXPECT_EQ(plain_name("(%)", '_'), "");
  EXPECT_EQ(plain_name("", '_'), "");
}

TEST(PlainName, IsCutBetweenWords) {
  EXPECT_EQ(plain_name("nông thôn mới", '_', 9), "nong_thon");
  EXPECT_EQ(plain_name("nông thôn mới", '_', 8), "nong");
  EXPECT_EQ(plain_name("thôn", '_', 2), "th");
}

class FreeProjectName : public ::testing::Test {
 protected:
  std::string name() const { return free_project_name(m_project, m_folder.path()); }
  test::TemporaryFolder m_folder;
  model::Project m_project;
};

TEST_F(FreeProjectName, OfAProjectWithoutAFileIsItsTitles) {
  EXPECT_EQ(name(), "du_an.toml");
  m_project.title = base::text("Nông thôn mới Hà Tĩnh", "New rural areas");
  EXPECT_EQ(name(), "nong_thon_moi_ha_tinh.toml");
  m_folder.write("nong_thon_moi_ha_tinh.toml", "");
  EXPECT_EQ(name(), "nong_thon_moi_ha_tinh_2.toml");
  m_project.title = base::Text();
  m_project.title.en = "New rural areas";
  EXPECT_EQ(name(), "new_rural_areas.toml");
}

TEST_F(FreeProjectName, OfOneWithAFileCountsOn) {
  m_project.title = base::text("Tên khác", "Another title");
  m_project.file = m_folder.write("Hà Tĩnh.toml", "").string();
  EXPECT_EQ(name(), "Hà Tĩnh_2.toml");
  m_folder.write("Hà Tĩnh_2.toml", "");
  EXPECT_EQ(name(), "Hà Tĩnh_3.toml");
  m_project.file = (m_folder / "Hà Tĩnh_2.toml").string();
  EXPECT_EQ(name(), "Hà Tĩnh_3.toml");
  m_project.file = m_folder.write("du_an_2025.toml", "").string();
  EXPECT_EQ(name(), "du_an_2025_2.toml") << "a year is no number of a copy";
  m_project.file = "/elsewhere/moi.toml";
  EXPECT_EQ(name(), "moi.toml") << "there is none in this folder";
}

}  // namespace
}  // namespace ntmap::app
