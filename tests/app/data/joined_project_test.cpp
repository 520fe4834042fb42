#include "app/data/joined_project.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "app/data/project_data.hpp"
#include "app/project/project_file.hpp"
#include "app/project/project_writer.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::Field;

class JoinedProject : public ::testing::Test {
 protected:
  JoinedProject() {
    m_plan.boundaries = (m_sample.folder / "units.geojson").string();
    m_plan.table = (m_sample.folder / "thu.csv").string();
    write(
        "TT;Tên xã;Huyện;Số hộ;Nước sạch (%);Ghi chú\n1;Huong Khe;Hương Khê;23010;12,5;a\n"
        "2;Trần Phú;Hà Tĩnh;1204;40;b\n3;Không Đâu;Hà Tĩnh;;3;c\n");
  }
  void write(const std::string& rows) { m_sample.folder.write("thu.csv", rows); }
  model::Project project() {
    const JoinPreview preview = join_preview(m_plan);
    guess_fields(m_plan, preview);
    return joined_project(m_plan, preview);
  }
  test::SampleProject m_sample;
  JoinPlan m_plan;
};

TEST_F(JoinedProject, ShowsTheJoin) {
  m_plan.values = {"Nước sạch (%)"};
  m_plan.confirmed.push_back({"Không Đâu", "Hà Tĩnh", "00100"});
  ProjectData data(std::make_shared<const model::Project>(project()));
  const Figures figures = data.figures("nuoc-sach", "");
  EXPECT_EQ(figures.values[0], 12.5);
  EXPECT_EQ(figures.values[1], 40);
  EXPECT_EQ(figures.values[3], 3);
}

TEST_F(JoinedProject, EveryValueIsAThemeAsItsHeadingSays) {
  m_plan.values = {"Số hộ", "Nước sạch (%)"};
  const model::Project made = project();
  EXPECT_THAT(made.themes,
              ElementsAre(Field(&model::Theme::id, "so-ho"), Field(&model::Theme::id, "nuoc-sach")));
  EXPECT_THAT(made.indicators, ElementsAre(Field(&model::Indicator::field, "Số hộ"),
                                           Field(&model::Indicator::field, "Nước sạch (%)")));
  EXPECT_EQ(made.themes[0].title, base::Text("Số hộ"));
  EXPECT_EQ(made.indicators[0].decimals, 0) << "whole numbers";
  EXPECT_FALSE(made.indicators[0].percent);
  EXPECT_EQ(made.indicators[1].decimals, 1);
  EXPECT_TRUE(made.indicators[1].percent);
  EXPECT_EQ(made.tables.size(), 1U);
  ProjectData data(std::make_shared<const model::Project>(made));
  EXPECT_EQ(data.figures("so-ho", "").values[0], 23010);
  EXPECT_EQ(data.figures("nuoc-sach", "").values[0], 12.5);
}

TEST_F(JoinedProject, SavedAndReadAgainItIsTheSame) {
  m_plan.values = {"Số hộ", "Nước sạch (%)"};
  const model::Project made = project();
  save_project(made, nullptr, m_sample.folder / "ghep.toml");
  const model::Project again = read_project(m_sample.folder / "ghep.toml");
  EXPECT_EQ(again.themes, made.themes);
  ASSERT_EQ(again.indicators.size(), 2U);
  EXPECT_EQ(again.indicators[1].field, "Nước sạch (%)");
  EXPECT_EQ(again.indicators[1].title, base::Text("Nước sạch"));
  EXPECT_TRUE(again.indicators[1].percent);
}

TEST_F(JoinedProject, WithoutAPreviewFiguresHaveOneDecimal) {
  m_plan.values = {"Tỷ lệ (%)", "Số hộ"};
  const model::Project made = joined_project(m_plan);
  EXPECT_TRUE(made.indicators[0].percent);
  EXPECT_EQ(made.indicators[0].unit, base::Text("%"));
  EXPECT_EQ(made.indicators[0].title, base::Text("Tỷ lệ"));
  EXPECT_FALSE(made.indicators[1].percent);
  EXPECT_EQ(made.indicators[1].decimals, 1);
}

TEST_F(JoinedProject, HeadingsThatAreNearlyAlikeStayApart) {
  m_plan.values = {"Hộ nghèo", "Hộ nghèo (%)", "Ho ngheo", "%"};
  const model::Project made = joined_project(m_plan);
  EXPECT_THAT(made.themes,
              ElementsAre(Field(&model::Theme::id, "ho-ngheo"), Field(&model::Theme::id, "ho-ngheo-2"),
                          Field(&model::Theme::id, "ho-ngheo-3"), Field(&model::Theme::id, "gia-tri")));
  EXPECT_EQ(made.indicators[1].title, base::Text("Hộ nghèo (%)")) << "else it is called as the first is";
}

}  // namespace
}  // namespace ntmap::app
