#include "app/data/join_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "app/data/joined_project.hpp"
#include "app/data/project_data.hpp"
#include "app/desk/open_paths.hpp"
#include "app/project/field_names.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class JoinPlanTest : public ::testing::Test {
 protected:
  JoinPlanTest() {
    m_sample.folder.write("thu.csv",
                          "TT;Tên xã;Huyện;Nước sạch\n1;Huong Khe;Hương Khê;12,5\n2;Trần Phú;Hà Tĩnh;40\n"
                          "3;Cẩm Bìn;Cẩm Xuyên;7\n4;Không Đâu;Hà Tĩnh;3\n");
    m_plan.boundaries = (m_sample.folder / "units.geojson").string();
    m_plan.table = (m_sample.folder / "thu.csv").string();
  }
  JoinLists lists() {
    const JoinPreview preview = join_preview(m_plan);
    guess_fields(m_plan, preview);
    return join_lists(m_plan, preview);
  }
  test::SampleProject m_sample;
  JoinPlan m_plan;
};

TEST_F(JoinPlanTest, GuessesFieldsByTheirNames) {
  lists();
  EXPECT_EQ(m_plan.code, "code");
  EXPECT_EQ(m_plan.name, "name");
  EXPECT_EQ(m_plan.key, "");
  EXPECT_EQ(m_plan.table_name, "Tên xã");
  EXPECT_EQ(m_plan.table_district, "Huyện");
  EXPECT_THAT(m_plan.values, ElementsAre("Nước sạch")) << "TT only counts the rows";
}

TEST_F(JoinPlanTest, KeepsAChoiceThatTheFileHas) {
  m_plan.values = {"TT", "Cột cũ"};
  m_plan.district = "gone";
  lists();
  EXPECT_THAT(m_plan.values, ElementsAre("TT"));
  EXPECT_EQ(m_plan.district, "district");
}

TEST_F(JoinPlanTest, GivesTheThreeLists) {
  const JoinLists found = lists();
  EXPECT_EQ(found.matched.size() + found.open.size(), 4U);
  EXPECT_GE(found.matched.size(), 2U);
  ASSERT_FALSE(found.open.empty());
  EXPECT_THAT(found.open.back().words, HasSubstr("Không Đâu"));
  EXPECT_FALSE(found.open.back().ambiguous);
  EXPECT_THAT(found.only_on_map, testing::Contains(HasSubstr("Thạch Lạc")));
}

TEST_F(JoinPlanTest, MatchesByLikenessComeFirst) {
  m_sample.folder.write("thu.csv",
                        "Tên xã;Huyện;Nước sạch\nHương Khê;Hương Khê;1\nTran Phu;Hà Tĩnh;2\n"
                        "Cẩm Bìnhh;Cẩm Xuyên;3\n");
  const JoinLists found = lists();
  ASSERT_THAT(found.matched, SizeIs(3));
  EXPECT_EQ(found.matched[0].rule, names::MatchRule::fuzzy);
  EXPECT_EQ(found.matched[0].row, 4U);
  EXPECT_EQ(found.matched[0].words, "Cẩm Bìnhh, Cẩm Xuyên");
  EXPECT_THAT(found.matched[0].unit, HasSubstr("00099"));
  EXPECT_EQ(found.matched[1].rule, names::MatchRule::unmarked);
  EXPECT_EQ(found.matched[2].rule, names::MatchRule::exact);
}

TEST_F(JoinPlanTest, UnitsWithoutACodeOfTheirOwnCannotBeChosen) {
  m_sample.replace_in("units.geojson", "\"00098\"", "\"00097\"");
  const JoinLists found = lists();
  for (const JoinUnit& unit : found.units) EXPECT_NE(unit.code, "00097");
  EXPECT_FALSE(found.units.empty());
}

TEST_F(JoinPlanTest, RowsWithoutANameHaveNoChoices) {
  m_sample.folder.write("thu.csv", "Mã;Nước sạch\n00097;1\n00098;2\n88888;3\n");
  const JoinLists found = lists();
  ASSERT_THAT(found.open, SizeIs(1));
  EXPECT_EQ(found.open[0].name, "") << "a choice would be kept under nothing";
  EXPECT_EQ(found.open[0].words, "88888");
}

TEST_F(JoinPlanTest, FilesWithNothingToJoinAreNamed) {
  using testing::AllOf;
  const auto error = [&] { return test::error_of([&] { lists(); }); };
  m_sample.folder.write("thu.csv", "Mã;Tên xã;Nước sạch\n");
  EXPECT_THAT(error(), AllOf(HasSubstr("thu.csv"), HasSubstr("no row of data")));
  m_sample.folder.write("thu.csv", "\n\n");
  EXPECT_THAT(error(), HasSubstr("thu.csv"));
  m_sample.folder.write("thu.csv", "Mã;Nước sạch\n00097;1\n");
  m_plan.boundaries = m_sample.folder.write("xa.geojson", R"({"type":"FeatureCollection","features":[]})");
  EXPECT_THAT(error(), HasSubstr("xa.geojson"));
}

TEST_F(JoinPlanTest, AConfirmedRowIsMatched) {
  const std::size_t before = lists().matched.size();
  m_plan.confirmed.push_back({"Không Đâu", "Hà Tĩnh", "00100"});
  const JoinLists after = lists();
  EXPECT_EQ(after.matched.size(), before + 1);
  EXPECT_THAT(after.only_on_map, testing::Not(testing::Contains(HasSubstr("Thạch Lạc"))));
}

TEST_F(JoinPlanTest, TellsOfUnitsThatSeveralRowsMean) {
  m_sample.folder.write("thu.csv", "Mã;Nước sạch\n00097;0\n00098;40\n00097;99\n00098;40\n00099;7\n");
  const JoinLists found = lists();
  EXPECT_THAT(found.matched, SizeIs(5));
  EXPECT_EQ(found.repeated, 1U) << "the same value twice does no harm";
  const auto told = std::find_if(found.findings.begin(), found.findings.end(),
                                 [](const auto& one) { return one.rule == "join.repeated-unit"; });
  ASSERT_NE(told, found.findings.end());
  EXPECT_EQ(test::count_rule(found.findings, "join.unit-claimed-twice"), 0U) << "the same, said once";
  EXPECT_EQ(told->severity, base::Severity::error);
  EXPECT_THAT(told->place.vi, HasSubstr("00097"));
  EXPECT_EQ(told->what.vi, "có 2 dòng trong bảng (dòng 2: 0 · dòng 4: 99)");
}

TEST_F(JoinPlanTest, ValuesAreColumnsOfNumbersThatSayMoreThanTheUnit) {
  m_sample.folder.write("thu.csv",
                        "TT;Mã;Tên xã;Hộ nghèo;Ghi chú;Nước sạch\n1;00097;Hương Khê;12;tốt;12,5\n"
                        "2;00098;Trần Phú;3;khá;40\n");
  const JoinPreview preview = join_preview(m_plan);
  guess_fields(m_plan, preview);
  EXPECT_THAT(likely_values(m_plan, preview), ElementsAre("Hộ nghèo", "Nước sạch"));
  EXPECT_THAT(m_plan.values, ElementsAre("Hộ nghèo"));
  choose_values(m_plan, preview, {"Nước sạch"}, true);
  EXPECT_THAT(m_plan.values, ElementsAre("Hộ nghèo", "Nước sạch"));
  choose_values(m_plan, preview, {"Hộ nghèo"}, false);
  choose_values(m_plan, preview, {"Hộ nghèo"}, true);
  choose_values(m_plan, preview, {"Hộ nghèo"}, true);
  EXPECT_THAT(m_plan.values, ElementsAre("Hộ nghèo", "Nước sạch")) << "as in the table";
}

TEST_F(JoinPlanTest, AColumnOfWordsAloneMakesNoMap) {
  m_sample.folder.write("thu.csv", "Mã;Xếp loại;Tỷ lệ\n00097;Đạt;–\n00098;Không đạt;–\n00099;;12,5\n");
  const model::Table table = join_preview(m_plan).rows.table;
  EXPECT_FALSE(holds_numbers(*table.find("Xếp loại")));
  EXPECT_TRUE(holds_numbers(*table.find("Tỷ lệ"))) << "one cell is a number";
}

TEST_F(JoinPlanTest, SaysOfRepeatedUnitsWhatTheMapShows) {
  m_sample.folder.write("thu.csv",
                        "Mã;Nước sạch\n00097;x\n00097;77,7\n00098;-\n00098;5\n00099;5\n00099;5,0\n"
                        "00100;không áp dụng\n00100;8\n");
  const JoinLists found = lists();
  const model::Project project = joined_project(m_plan);
  ProjectData data(std::make_shared<const model::Project>(project));
  const Figures figures = data.figures(project.indicators[0].id, "");
  EXPECT_EQ(found.repeated, 1U);
  EXPECT_EQ(figures.values[0], 77.7);
  EXPECT_EQ(figures.values[1], 5);
  EXPECT_EQ(figures.values[2], 5);
  EXPECT_TRUE(std::isnan(figures.values[3])) << "a figure that is not for the unit contradicts itself";
  EXPECT_EQ(figures.not_applicable[3], 0);
  EXPECT_EQ(test::count_rule(figures.findings, "figures.disagree"), 1U);
  ASSERT_EQ(test::count_rule(figures.findings, "figures.beside-blank"), 1U);
  const auto told = std::find_if(figures.findings.begin(), figures.findings.end(),
                                 [](const auto& one) { return one.rule == "figures.beside-blank"; });
  EXPECT_EQ(told->severity, base::Severity::warning);
  EXPECT_THAT(told->what.vi, HasSubstr("dòng 2 không có số liệu, dòng 3 có"));
  std::vector<base::Severity> said;
  for (const base::Finding& one : found.findings) {
    if (one.rule == "join.repeated-unit") said.push_back(one.severity);
  }
  EXPECT_THAT(said, ElementsAre(base::Severity::warning, base::Severity::warning, base::Severity::note,
                                base::Severity::error));
}

TEST_F(JoinPlanTest, OfSeveralValuesTellsTheOnesInWhichRowsDiffer) {
  m_sample.folder.write("thu.csv", "Mã;Số hộ;Nước sạch\n00097;5;1\n00098;5;40\n00097;5;99\n");
  m_plan.values = {"Số hộ", "Nước sạch"};
  const JoinLists found = lists();
  EXPECT_EQ(found.repeated, 1U);
  const auto told = std::find_if(found.findings.begin(), found.findings.end(),
                                 [](const auto& one) { return one.rule == "join.repeated-unit"; });
  ASSERT_NE(told, found.findings.end());
  EXPECT_EQ(told->what.vi, "có 2 dòng trong bảng (dòng 2: 1 · dòng 4: 99)");
}

TEST_F(JoinPlanTest, WithoutAFieldToJoinBySaysWhatToChoose) {
  const JoinPreview preview = join_preview(m_plan);
  EXPECT_THAT(test::error_of([&] { join_lists(m_plan, preview); }), HasSubstr("usage"));
}

TEST(BoundariesAndTable, AreToldApart) {
  using Pair = std::pair<std::string, std::string>;
  EXPECT_EQ(boundaries_and_table({"a/xa.shp", "a/xa.dbf", "a/xa.prj", "so.xlsx"}),
            Pair("a/xa.shp", "so.xlsx"));
  EXPECT_FALSE(wants_joining({"a/xa.shp", "a/xa.dbf"}));
  EXPECT_TRUE(wants_joining({"so.csv"}));
  EXPECT_TRUE(wants_joining({"xa.gpkg", "so.csv"}));
  EXPECT_FALSE(wants_joining({"xa.gpkg"}));
  EXPECT_FALSE(wants_joining({"du_an.toml", "so.csv"}));
}

TEST(GuessField, ReadsTheNamesThatOfficesGive) {
  model::Table table;
  for (const char* name : {"STT", "MA_XA", "Tên xã, phường", "Quận/Huyện"}) {
    table.columns.emplace_back();
    table.columns.back().name = name;
  }
  EXPECT_EQ(guess_field(table, FieldRole::code), "MA_XA");
  EXPECT_EQ(guess_field(table, FieldRole::name), "Tên xã, phường");
  EXPECT_EQ(guess_field(table, FieldRole::district), "Quận/Huyện");
  EXPECT_EQ(guess_field({}, FieldRole::code), "");
}

TEST(SaysMean, KnowsSharesAndMeansByTitleAndUnit) {
  EXPECT_TRUE(says_mean("Tỷ lệ (%)", ""));
  EXPECT_TRUE(says_mean("Tỉ lệ hộ nghèo", ""));
  EXPECT_TRUE(says_mean("Thu nhập bình quân", ""));
  EXPECT_TRUE(says_mean("Thu nhập", "triệu đồng/người/năm"));
  EXPECT_FALSE(says_mean("Diện tích tập trung", "ha"));
  EXPECT_FALSE(says_mean("Số hộ", ""));
}

}  // namespace
}  // namespace ntmap::app
