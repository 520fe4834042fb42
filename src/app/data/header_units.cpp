#include "app/data/header_units.hpp"

#include <vector>

namespace ntmap::app {

using base::text;

std::optional<base::Finding> header_is_unit(const model::Table& table, const std::string& name_field,
                                            const names::UnitMatcher& matcher) {
  const bool in_parts = !table.parts.empty();
  const std::uint32_t row = in_parts ? table.parts.front().header_row : table.header_row;
  if (name_field.empty() || row == 0) return std::nullopt;
  const std::vector<names::MatchRow> heading{{.code = {}, .name = name_field}};
  const std::vector<std::uint32_t> numbers{row};
  const names::RowMatch match = matcher.match(heading, {}, numbers).rows.front();
  const bool same = match.rule == names::MatchRule::exact || match.rule == names::MatchRule::folded;
  if (match.status == names::MatchStatus::unmatched || !same) return std::nullopt;
  return base::Finding{
      base::Severity::error,
      "table.header-is-unit",
      in_parts ? table.parts.front().file : table.file,
      text("dòng {}", "row {}", {row}),
      text("tên cột “{}” là tên một đơn vị: bảng có vẻ không có dòng tên cột, dòng này không được đọc như số "
           "liệu",
           "the heading “{}” is the name of a unit: the table seems to have no header, and this row is not "
           "read "
           "as data",
           {name_field}),
      text("Thêm dòng tên cột vào đầu bảng.", "Put a row of column names on top of the table.")};
}

}  // namespace ntmap::app
