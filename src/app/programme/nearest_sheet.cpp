#include "app/programme/nearest_sheet.hpp"

#include "app/programme/area_report.hpp"

namespace ntmap::app {
namespace {

std::string criterion_numbers(const criteria::SetResult& result, const std::vector<std::uint16_t>& criteria) {
  std::string out;
  for (const std::uint16_t index : criteria) {
    out += out.empty() ? "" : ", ";
    out += result.set().criteria[index].no;
  }
  return out;
}

std::string district_name(const UnitTree& tree, std::uint32_t unit) {
  const std::uint32_t parent = tree.units[unit].parent;
  return parent < tree.size() && parent != tree.province ? tree.full_names[parent] : std::string();
}

}  // namespace

SheetTable nearest_sheet(const Assessment& assessment, const std::vector<std::string>& sets,
                         base::Lang lang) {
  const Say say{lang};
  SheetTable table(
      say("Gần đạt nhất", "Nearest"),
      {{"set", say("Mức tiếp theo", "Next level")},
       {"code", say("Mã", "Code")},
       {"unit", say("Đơn vị", "Unit")},
       {"district", say("Huyện", "District")},
       {"not_met", say("Tiêu chí chưa đạt", "Criteria not met"), true, 0},
       {"not_met_items", say("Chưa đạt", "Not met")},
       {"unknown", say("Tiêu chí chưa rõ", "Criteria unknown"), true, 0},
       {"unknown_items", say("Chưa rõ", "Unknown")},
       {"gap", say("Tổng phần thiếu so với ngưỡng (%)", "Short of thresholds, sum (%)"), true, 1}});
  const UnitTree& tree = assessment.tree();
  for (const std::string& id : sets) {
    const criteria::SetResult& result = assessment.result(id);
    for (const criteria::Nearness& near : nearest_units(assessment, id)) {
      if (near.lacks_prerequisite) continue;  // another level comes first
      table.add({say(result.set().name), tree.units[near.unit].code, tree.full_names[near.unit],
                 district_name(tree, near.unit), SheetCell(double(near.failing.size())),
                 criterion_numbers(result, near.failing), SheetCell(double(near.unknown.size())),
                 criterion_numbers(result, near.unknown), SheetCell(100 * near.gap)});
    }
  }
  return table;
}

}  // namespace ntmap::app
