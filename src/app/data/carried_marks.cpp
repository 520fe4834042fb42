#include "app/data/carried_marks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "criteria/units.hpp"

namespace ntmap::app {
namespace {

using base::text;

std::vector<std::string> words_between(const std::string& list, std::string_view between) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(between, at), list.size());
    out.push_back(list.substr(at, end - at));
    at = end + between.size();
  }
  return out;
}

std::uint8_t flags_of(const std::string& words) {
  std::uint8_t flags = 0;
  for (const std::string& one : words_between(words, ", ")) {
    for (const CarriedMark& mark : carried_marks()) {
      if (one == mark.words.vi || one == mark.words.en) flags |= mark.flag;
    }
  }
  return flags;
}

}  // namespace

std::span<const CarriedMark> carried_marks() {
  static const std::array k_marks{
      CarriedMark{criteria::k_cell_estimated, text("ước tính theo diện tích", "estimated by area")},
      CarriedMark{criteria::k_cell_parts_differ, text("các phần khác nhau", "parts differ")},
      CarriedMark{criteria::k_cell_some_parts,
                  text("chỉ tính các phần có áp dụng", "only from the parts it applies to")}};
  return k_marks;
}

CarriedMarks::CarriedMarks(const model::Table& table, std::span<const std::uint32_t> unit_of_row,
                           std::size_t unit_count) {
  const model::Column* marks = table.find(k_marks_field);
  if (marks == nullptr) return;
  for (std::size_t row = 0; row < unit_of_row.size(); ++row) {
    if (unit_of_row[row] < unit_count && marks->has_text(row))
      read(marks->text(row), unit_of_row[row], unit_count);
  }
}

void CarriedMarks::read(const std::string& cell, std::uint32_t unit, std::size_t unit_count) {
  for (const std::string& one : words_between(cell, "; ")) {
    const std::size_t colon = one.rfind(": ");
    if (colon == std::string::npos) continue;
    const std::uint8_t flags = flags_of(one.substr(0, colon));
    if (flags == 0) continue;
    for (const std::string& field : words_between(one.substr(colon + 2), ", ")) {
      std::vector<std::uint8_t>& of_field = m_flags[field];
      of_field.resize(unit_count);
      of_field[unit] |= flags;
    }
  }
}

void CarriedMarks::mark(const std::string& field, criteria::ValueColumn& column) const {
  const auto at = m_flags.find(field);
  if (at == m_flags.end()) return;
  for (std::size_t unit = 0; unit < at->second.size(); ++unit) {
    if (!std::isnan(column.value[unit])) column.flags[unit] |= at->second[unit];
  }
}

}  // namespace ntmap::app
