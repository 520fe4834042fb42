#include "app/data/unused_types.hpp"

#include <cstddef>
#include <string>

#include "app/data/district_places.hpp"
#include "app/data/table_place.hpp"
#include "names/unit_name.hpp"

namespace ntmap::app {
namespace {

bool says_a_type(const names::MatchRow& row) {
  return names::unit_type_from(row.type) != names::UnitType::none ||
         names::parse_unit_name(row.name).type != names::UnitType::none;
}

}  // namespace

std::optional<base::Finding> unused_types(const model::Table& table, std::span<const names::MatchRow> rows,
                                          std::span<const names::RowMatch> matches,
                                          std::span<const names::MatchUnit> units) {
  std::size_t count = 0;
  std::size_t first = 0;
  for (std::size_t row = rows.size(); row-- > 0;) {
    const names::RowMatch& match = matches[row];
    if (match.status != names::MatchStatus::matched || match.rule < names::MatchRule::exact) continue;
    if (unit_type_of(units[match.unit]) != names::UnitType::none || !says_a_type(rows[row])) continue;
    ++count;
    first = row;
  }
  if (count == 0) return std::nullopt;
  return base::Finding{
      base::Severity::warning,
      "join.types-unused",
      table.file_of(first),
      base::text("từ {}", "from {}", {row_place(table, first)}),
      base::text(
          "{} dòng ghép theo tên mà không so được loại đơn vị (xã, phường, thị trấn): ranh giới không ghi",
          "{} rows were matched by name without comparing the type of unit (xã, phường, thị trấn): the "
          "boundaries do not say it",
          {count}),
      base::text("Chọn trường loại đơn vị của ranh giới (type), hoặc ghép theo mã.",
                 "Name the boundaries' field of types (type), or match by code.")};
}

}  // namespace ntmap::app
