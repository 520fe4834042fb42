#include "app/programme/evidence_sheets.hpp"

#include <optional>
#include <string>

#include "app/programme/evaluation_words.hpp"
#include "app/programme/verdict_cells.hpp"
#include "criteria/evidence.hpp"

namespace ntmap::app {
namespace {

using base::Lang;

constexpr std::size_t k_sheet_rows = 1'000'000;  // a spreadsheet takes 1,048,576

SheetTable evidence_table(std::size_t number, const Say& say) {
  std::string name = say("Bằng chứng", "Evidence");
  if (number > 1) name += " " + std::to_string(number);
  return {name,
          {{"code", say("Mã", "Code")},
           {"unit", say("Đơn vị", "Unit")},
           {"set", say("Bộ tiêu chí", "Set")},
           {"item", say("Chỉ tiêu", "Indicator")},
           {"name", say("Nội dung", "Item")},
           {"verdict", say("Kết quả", "Verdict")},
           {"value", say("Giá trị", "Value"), true},
           {"comparison", say("So sánh", "Comparison")},
           {"threshold", say("Ngưỡng", "Threshold"), true},
           {"figure_unit", say("Đơn vị tính", "Unit of measure")},
           {"margin", say("Dự trữ so với ngưỡng (%)", "Reserve (% of threshold)"), true, 1},
           {"just_met", say("Mới chạm chuẩn", "Just met")},
           {"illustrative", say("Ngưỡng minh họa", "Illustrative threshold")},
           {"sentence", say("Giải thích", "Why")},
           {"lead", say("Cơ quan", "Department")},
           {"article", say("Quyết định", "Decision")},
           {"file", say("Tệp", "File")},
           {"sheet", say("Trang", "Sheet")},
           {"row", say("Dòng", "Row"), true, 0},
           {"date", say("Ngày số liệu", "Date of the figure")},
           {"period", say("Kỳ", "Period")}}};
}

void add_evidence(SheetTable& table, const UnitReport& unit, const SetReport& set, const IndicatorReport& one,
                  const std::string& period, const Say& say) {
  const criteria::Evidence& evidence = one.evidence;
  const std::string yes = say("có", "yes");
  std::vector<SheetCell> row{unit.code,          unit.name,
                             say(set.name),      evidence.code,
                             say(evidence.name), verdict_cell(evidence.mark.verdict(), say.lang)};
  const criteria::FigureEvidence* figure = deciding_figure(evidence);
  const auto number = [](const std::optional<criteria::Decimal>& value) {
    return value ? SheetCell(value->to_double()) : SheetCell();
  };
  // Rules and what is said in words have no number to compare: their sentence says it.
  const std::string comparison = comparison_sign(evidence);
  const bool compared = figure != nullptr && !comparison.empty();
  row.push_back(compared ? number(figure->value) : SheetCell());
  row.emplace_back(comparison);
  row.push_back(compared ? number(figure->threshold) : SheetCell());
  row.emplace_back(compared ? say(criteria::unit_text(figure->unit)) : std::string());
  row.insert(row.end(), {SheetCell(one.margin), evidence.mark.just_met() ? yes : std::string(),
                         evidence.mark.illustrative() ? yes : std::string(), say(one.sentence), one.lead,
                         evidence.decision});
  const bool read = figure != nullptr && figure->row > 0;
  row.insert(row.end(),
             {read ? figure->sheet.file : std::string(), read ? figure->sheet.sheet : std::string(),
              read ? SheetCell(double(figure->row)) : SheetCell(),
              figure == nullptr ? std::string() : figure_date(evidence, *figure), period});
  table.add(row);
}

}  // namespace

std::vector<SheetTable> evidence_sheets(const Assessment& assessment, const std::vector<UnitReport>& units,
                                        Lang lang, const base::Job& job) {
  const Say say{lang};
  std::vector<SheetTable> out{evidence_table(1, say)};
  for (const UnitReport& unit : units) {
    job.checkpoint();
    for (const SetReport& set : unit.sets) {
      for (const CriterionReport& criterion : set.criteria) {
        for (const IndicatorReport& one : criterion.indicators) {
          if (out.back().row_count() >= k_sheet_rows) out.push_back(evidence_table(out.size() + 1, say));
          add_evidence(out.back(), unit, set, one, assessment.period().id, say);
        }
      }
    }
  }
  return out;
}

}  // namespace ntmap::app
