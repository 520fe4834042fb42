#include "app/programme/left_sheets.hpp"

#include <map>
#include <string>

#include "app/programme/area_report.hpp"

namespace ntmap::app {
namespace {

using base::Lang;
using criteria::SetResult;
using criteria::Verdict;

void add_department(SheetTable& table, const Assessment& assessment, const SetResult& set,
                    const criteria::Remainder& one, const Say& say) {
  std::map<std::uint32_t, std::vector<criteria::Task>> by_indicator;
  for (const criteria::Task& task : one.tasks) by_indicator[task.indicator].push_back(task);
  for (const auto& [index, tasks] : by_indicator) {
    const criteria::Indicator& indicator = *set.indicators()[index].indicator;
    std::string units;
    double not_met = 0;
    for (const criteria::Task& task : tasks) {
      not_met += task.verdict == Verdict::not_met ? 1 : 0;
      units += (units.empty() ? "" : "; ") + assessment.tree().full_names[task.unit];
    }
    table.add({one.who.empty() ? say("chưa rõ", "nobody named") : one.who, say(set.set().name),
               indicator.code, say(indicator.name), SheetCell(not_met),
               SheetCell(double(tasks.size()) - not_met), units});
  }
}

void add_sponsor(SheetTable& table, const Assessment& assessment, const SetResult& set,
                 const criteria::Remainder& one, const Say& say) {
  std::map<std::uint32_t, std::vector<criteria::Task>> by_unit;
  for (const criteria::Task& task : one.tasks) by_unit[task.unit].push_back(task);
  for (const auto& [unit, tasks] : by_unit) {
    std::string codes;
    double not_met = 0;
    for (const criteria::Task& task : tasks) {
      not_met += task.verdict == Verdict::not_met ? 1 : 0;
      codes += (codes.empty() ? "" : "; ") + set.indicators()[task.indicator].indicator->code;
    }
    const criteria::Sponsor* sponsor = assessment.sponsor(unit);
    const bool dated = sponsor != nullptr && !sponsor->deadline.empty();
    table.add({one.who.empty() ? say("chưa phân công", "nobody assigned") : one.who,
               assessment.tree().full_names[unit], dated ? say(sponsor->deadline.text()) : std::string(),
               SheetCell(not_met), SheetCell(double(tasks.size()) - not_met), codes});
  }
}

}  // namespace

SheetTable department_sheet(const Assessment& assessment, const std::vector<const SetResult*>& sets,
                            Lang lang) {
  const Say say{lang};
  SheetTable table(say("Còn lại theo cơ quan", "Left by department"),
                   {{"who", say("Cơ quan", "Department")},
                    {"set", say("Bộ tiêu chí", "Set")},
                    {"code", say("Chỉ tiêu", "Indicator")},
                    {"name", say("Nội dung", "Item")},
                    {"not_met", say("Chưa đạt", "Not met"), true, 0},
                    {"unknown", say("Chưa rõ", "Unknown"), true, 0},
                    {"units", say("Đơn vị", "Units")}});
  for (const SetResult* set : sets) {
    for (const criteria::Remainder& one : left_by_department(assessment, set->set().id))
      add_department(table, assessment, *set, one, say);
  }
  return table;
}

SheetTable sponsor_sheet(const Assessment& assessment, const std::vector<const SetResult*>& sets, Lang lang) {
  const Say say{lang};
  SheetTable table(say("Còn lại theo đỡ đầu", "Left by sponsor"),
                   {{"who", say("Đơn vị đỡ đầu", "Sponsor")},
                    {"unit", say("Đơn vị", "Unit")},
                    {"deadline", say("Hạn", "Deadline")},
                    {"not_met", say("Chưa đạt", "Not met"), true, 0},
                    {"unknown", say("Chưa rõ", "Unknown"), true, 0},
                    {"items", say("Chỉ tiêu", "Indicators")}});
  if (assessment.sponsors().empty()) return table;
  for (const SetResult* set : sets) {
    for (const criteria::Remainder& one : left_by_sponsor(assessment, set->set().id))
      add_sponsor(table, assessment, *set, one, say);
  }
  return table;
}

}  // namespace ntmap::app
