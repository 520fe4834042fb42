#include "app/programme/evaluation.hpp"

#include <gmock/gmock.h>

#include <map>
#include <set>

#include "app/programme/sheet_table.hpp"
#include "app/sample_data.hpp"
#include "app/sample_project.hpp"
#include "io/table_reader.hpp"

namespace ntmap::app {
namespace {

using base::Lang;
using testing::HasSubstr;

const EvaluationReport& son_duong() {
  static const EvaluationReport report = evaluate_project(test::son_duong(), {});
  return report;
}

std::string cell(const io::Sheet& sheet, const std::string& column, std::size_t row) {
  for (const io::SheetColumn& one : sheet.columns) {
    if (one.cells.name == column) return one.cells.text(row);
  }
  return "no column " + column;
}

TEST(EvaluateProject, TakesTheLatestPeriodWithVerdicts) {
  const EvaluationReport report = evaluate_project(test::ha_tinh(), {});
  EXPECT_EQ(report.assessment->period().id, "2025-12");
  EXPECT_EQ(report.units.size(), 70U) << "69 units and the province";
}

TEST(EvaluateProject, AFewFiguresThatDecideNoCriterionAreEnough) {
  const test::TemporaryFolder folder;
  const auto file = folder.write("xa.csv", "MA_XA,ntm.3.1\n02539,85\n");
  auto project = std::make_shared<model::Project>(test::son_duong().project());
  for (model::TableSource& table : project->tables) {
    if (table.id == "xa_ntm") table.files = {file.string()};
  }
  project->criteria->tables = {"xa_ntm"};
  project->programme.reset();
  ProjectData data(project);
  const EvaluationReport report = evaluate_project(data, {});
  EXPECT_EQ(report.assessment->period().id, "2024-03");
}

TEST(EvaluateProject, OneLevelOnly) {
  const EvaluationReport report =
      evaluate_project(test::ha_tinh(), {.period = "2024", .level = model::UnitLevel::district});
  EXPECT_EQ(report.units.size(), 13U);
  EXPECT_EQ(report.areas.size(), 13U);
}

TEST(EvaluateProject, NeedsCriteriaAndAKnownPeriod) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  EXPECT_THAT(test::error_of([&] { evaluate_project(data, {}); }), HasSubstr("usage | "));
  EXPECT_THAT(test::error_of([] { evaluate_project(test::ha_tinh(), {.period = "2042", .level = {}}); }),
              HasSubstr("2024"));
}

TEST(EvaluateProject, SuggestsNoOtherYearForAPeriodThatIsNotThere) {
  const std::string error =
      test::error_of([] { evaluate_project(test::ha_tinh(), {.period = "2027", .level = {}}); });
  EXPECT_THAT(error, testing::Not(HasSubstr("Did you mean")));
  EXPECT_THAT(error, HasSubstr("There are the periods 2021-07, 2021, 2022"));
}

TEST(Json, HasNoNearestUnitsOfSetsThatNobodyIsJudgedBy) {
  const EvaluationReport report = evaluate_project(test::ha_tinh(), {.period = "2024", .level = {}});
  const std::string json = evaluation_json(report, Lang::vi);
  const std::string nearest = json.substr(json.find("\"nearest\""));
  EXPECT_THAT(nearest, HasSubstr("\"set\":\"XA_NTM_2021_2025\""));
  EXPECT_THAT(nearest, testing::Not(HasSubstr("\"set\":\"XA_NTM_2026_2030\"")));
  EXPECT_THAT(nearest, testing::Not(HasSubstr("\"set\":\"DTVM_HATINH_TAM_2020\"")));
}

TEST(Summary, SaysSharesMeansAndTargets) {
  std::string all;
  for (const base::Text& line : summary_of(son_duong())) all += line.vi + "\n";
  EXPECT_THAT(all, HasSubstr("Ranh giới sơ đồ, số liệu minh họa"));
  EXPECT_THAT(all, HasSubstr("Xã nông thôn mới 2021-2025: theo số liệu 18/30 trên tổng số (60,0 %)"));
  EXPECT_THAT(all, HasSubstr("bình quân 17,03 tiêu chí"));
  EXPECT_THAT(all, HasSubstr("mục tiêu"));
}

TEST(Records, HaveARowForEachVerdict) {
  const io::Sheet sheet = evaluation_records(son_duong(), Lang::vi);
  const std::size_t rows = sheet.columns[0].cells.size();
  std::size_t met = 0;
  std::size_t indicators = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    const bool whole = cell(sheet, "kind", row) == "set" && cell(sheet, "set", row) == "XA_NTM_2021_2025";
    met += whole && cell(sheet, "verdict", row) == "met" ? 1 : 0;
    if (cell(sheet, "kind", row) != "indicator") continue;
    ++indicators;
    EXPECT_FALSE(cell(sheet, "evidence", row).empty());
    const std::string verdict = cell(sheet, "verdict", row);
    EXPECT_TRUE(verdict == "met" || verdict == "not_met" || verdict == "unknown" ||
                verdict == "not_applicable");
  }
  EXPECT_EQ(met, 18U);
  EXPECT_GT(indicators, 30U * 57U);
}

TEST(Records, CarryEvidenceInColumnsOfItsOwn) {
  const io::Sheet sheet = evaluation_records(son_duong(), Lang::vi);
  bool seen = false;
  for (std::size_t row = 0; row < sheet.columns[0].cells.size() && !seen; ++row) {
    if (cell(sheet, "kind", row) != "indicator" || cell(sheet, "item", row) != "10") continue;
    seen = true;
    EXPECT_EQ(cell(sheet, "comparison", row), "≥");
    EXPECT_EQ(cell(sheet, "unit", row), "triệu đồng/người/năm");
    EXPECT_EQ(cell(sheet, "article", row), "318/QĐ-TTg");
    EXPECT_EQ(cell(sheet, "period", row), "2024-03");
    EXPECT_EQ(cell(sheet, "date", row).size(), 10U);
  }
  EXPECT_TRUE(seen);
}

// Every verdict that rests on an illustrative threshold says so, on each level.
TEST(Records, AMandatoryItemThatFailsIsCalledThat) {
  const EvaluationReport report =
      evaluate_project(test::ha_tinh(), {.period = "2024", .level = model::UnitLevel::commune});
  const io::Sheet sheet = evaluation_records(report, Lang::vi);
  std::size_t seen = 0;
  for (std::size_t row = 0; row < sheet.columns[0].cells.size(); ++row) {
    if (cell(sheet, "kind", row) != "indicator" || cell(sheet, "code", row) != "18526") continue;
    if (cell(sheet, "set", row) != "XA_NTM_2021_2025" || cell(sheet, "item", row) != "3.2") continue;
    ++seen;
    EXPECT_EQ(cell(sheet, "unit", row), "Đạt/không đạt") << "0 of 1 points would be nonsense";
    EXPECT_THAT(cell(sheet, "notes", row), HasSubstr("mandatory_item_not_met"));
    EXPECT_THAT(cell(sheet, "evidence", row), HasSubstr("các mục bắt buộc Không đạt"));
  }
  EXPECT_EQ(seen, 1U);
}

TEST(Records, VerdictsOnIllustrativeThresholdsSaySo) {
  const EvaluationReport report =
      evaluate_project(test::ha_tinh(), {.period = "2024", .level = model::UnitLevel::commune});
  const io::Sheet sheet = evaluation_records(report, Lang::vi);
  std::map<std::string, int> marked;
  std::string of_criterion_2;
  for (std::size_t row = 0; row < sheet.columns[0].cells.size(); ++row) {
    const std::string notes = cell(sheet, "notes", row);
    if (cell(sheet, "code", row) != "18100" || cell(sheet, "set", row) != "XA_NTM_2021_2025") continue;
    if (notes.find("illustrative") == std::string::npos) continue;
    ++marked[cell(sheet, "kind", row)];
    if (cell(sheet, "kind", row) != "indicator") {
      EXPECT_THAT(cell(sheet, "evidence", row), HasSubstr("một phần dựa trên ngưỡng minh họa"));
    }
  }
  EXPECT_EQ(marked["set"], 1);
  EXPECT_GE(marked["criterion"], 1);
  EXPECT_GE(marked["indicator"], 4);
  const std::string json = evaluation_json(report, Lang::vi);
  EXPECT_THAT(
      json, HasSubstr("\"no\":\"2\",\"name\":\"Giao thông\",\"verdict\":\"met\",\"notes\":\"illustrative\""));
  std::string all;
  for (const base::Text& line : summary_of(report)) all += line.vi + "\n";
  EXPECT_THAT(all, HasSubstr("đơn vị một phần dựa trên ngưỡng minh họa, không phải quy định"));
  for (const io::Sheet& one : evaluation_sheets(report, Lang::vi)) {
    if (one.name != "Xã") continue;
    std::string criteria;
    for (std::size_t row = 0; row < one.columns[0].cells.size(); ++row)
      criteria += cell(one, "illustrative", row) + "|";
    EXPECT_THAT(criteria, HasSubstr("2"));
  }
}

TEST(Sheets, HaveASheetForEachKindOfUnit) {
  const auto sheets = evaluation_sheets(son_duong(), Lang::vi);
  std::vector<std::string> names;
  for (const io::Sheet& sheet : sheets) {
    names.push_back(sheet.name);
    EXPECT_TRUE(sheet.filter);
    for (const io::SheetColumn& column : sheet.columns) {
      EXPECT_EQ(column.cells.size(), sheet.columns[0].cells.size()) << sheet.name << " " << column.heading;
      EXPECT_FALSE(column.heading.empty());
    }
  }
  EXPECT_EQ(names.front(), "Xã");
  for (const char* name : {"Phường, thị trấn", "Huyện", "Tổng hợp", "Tiêu chí NTM", "Mục tiêu",
                           "Số trong văn bản", "Còn lại theo cơ quan", "Bằng chứng"})
    EXPECT_THAT(names, testing::Contains(name));
  EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
  EXPECT_EQ(sheets.front().columns[0].cells.size(), 30U);
}

TEST(Sheets, AreInEnglishToo) {
  const auto sheets = evaluation_sheets(son_duong(), Lang::en);
  EXPECT_EQ(sheets.front().columns[1].heading, "Unit");
  EXPECT_EQ(sheets.back().name, "Evidence");
}

std::size_t times(const std::string& text, const std::string& what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
  return count;
}

TEST(Json, SaysWhereEveryUnitStandsAlsoWhereNoDecisionSpeaksOfIt) {
  const std::string json =
      evaluation_json(evaluate_project(test::ha_tinh(), {.period = "2025-12"}), Lang::vi);
  EXPECT_GT(times(json, "\"state\":"), 100U);
  EXPECT_EQ(times(json, "\"standing\":"), times(json, "\"state\":"));
  EXPECT_THAT(json, HasSubstr("\"state\":\"unknown\",\"standing\":\"dự án chưa có quyết định"));
}

TEST(Json, IsOneObjectWithAllParts) {
  const std::string json = evaluation_json(son_duong(), Lang::en);
  for (const char* part : {"\"units\":[", "\"areas\":[", "\"targets\":[", "\"stated_figures\":[",
                           "\"left_by_department\":[", "\"left_by_sponsor\":[]", "\"verdict\":\"met\""})
    EXPECT_THAT(json, HasSubstr(part));
  EXPECT_EQ(std::count(json.begin(), json.end(), '{'), std::count(json.begin(), json.end(), '}'));
  EXPECT_THAT(json, testing::Not(HasSubstr(",]")));
  EXPECT_THAT(json, testing::Not(HasSubstr(":nan")));
}

TEST(WriteEvaluation, CanBeReadBack) {
  const test::TemporaryFolder folder;
  write_evaluation(son_duong(), folder / "a.csv", Lang::vi, base::Overwrite::no);
  const model::Table csv = io::read_table(folder / "a.csv", {}).table;
  EXPECT_EQ(csv.row_count(), evaluation_records(son_duong(), Lang::vi).columns[0].cells.size());
  EXPECT_EQ(csv.find("code")->text(0), "02536") << "codes keep their zeros";
  write_evaluation(son_duong(), folder / "a.xlsx", Lang::vi, base::Overwrite::no);
  EXPECT_EQ(io::read_table(folder / "a.xlsx", {}).table.row_count(), 30U);
  write_evaluation(son_duong(), folder / "a.json", Lang::vi, base::Overwrite::no);
  EXPECT_EQ(test::read_bytes(folder / "a.json"), evaluation_json(son_duong(), Lang::vi));
}

TEST(WriteEvaluation, RefusesOtherFormatsAndFilesThatAreThere) {
  const test::TemporaryFolder folder;
  folder.write("a.csv", "x");
  EXPECT_THAT(test::error_of([&] { check_evaluation(folder / "a.csv", base::Overwrite::no); }),
              HasSubstr("a.csv"));
  EXPECT_THAT(test::error_of([&] { check_evaluation(folder / "a.pdf", base::Overwrite::no); }),
              HasSubstr("usage | "));
}

TEST(SheetTable, RowsAreAsLongAsTheHead) {
  SheetTable table("a", {{"x", "X"}, {"n", "N", true}});
  table.add({"a", SheetCell(1.0)});
  EXPECT_THROW(table.add({"a"}), std::logic_error);
  table.add({SheetCell("b", {1, 2, 3}), {}});
  SheetTable filled("b", {{"x", "X"}});
  filled.add({SheetCell("a", {1, 2, 3})});
  filled.add({"b"});
  EXPECT_EQ(filled.sheet().columns[0].fills, (std::vector<model::Rgb>{{1, 2, 3}, {255, 255, 255}}));
  EXPECT_EQ(table.row_count(), 2U);
  EXPECT_EQ(table.sheet().columns[0].fills.size(), 2U);
  EXPECT_TRUE(table.sheet().columns[1].fills.empty());
}

}  // namespace
}  // namespace ntmap::app
