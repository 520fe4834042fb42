#include "app/data/type_fields.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>

#include "names/fold.hpp"
#include "names/unit_name.hpp"

namespace ntmap::app {
namespace {

/// "Loại", "Loại ĐVHC", "Cấp hành chính": headings of a field of unit types, as search keys.
bool is_heading_of_types(const std::string& heading) {
  constexpr std::string_view k_headings =
      "|loai|loai dv|loai don vi|loai dvhc|loai don vi hanh chinh|loai hinh|loai xa|loaidv|loaidvhc|cap"
      "|cap dv|cap don vi|cap dvhc|cap don vi hanh chinh|cap hanh chinh|don vi hanh chinh|dvhc"
      "|kieu|kieu don vi|type|unit type|kind|";
  std::string spaced = heading;
  std::replace(spaced.begin(), spaced.end(), '_', ' ');
  return k_headings.find("|" + names::search_key(spaced) + "|") != std::string_view::npos;
}

/// What the cells of a field say if they are read as types.
struct SaidTypes {
  std::set<names::UnitType> types = {};
  std::size_t filled = 0;
  std::size_t words = 0;  ///< of them, those that are spelled out ("Xã", not "X", "TT")
  bool only_types = true;
};

SaidTypes said_types(const model::Column& column, std::size_t rows) {
  SaidTypes out;
  for (std::size_t row = 0; row < rows && out.only_types; ++row) {
    const std::string cell = column.text(row);
    if (cell.empty()) continue;
    const names::UnitType type = names::unit_type_from(cell);
    out.only_types = type != names::UnitType::none && !names::is_above_commune(type);
    out.types.insert(type);
    ++out.filled;
    const std::string key = names::search_key(cell);
    out.words += key == "xa" || key.size() > 3 ? 1U : 0U;
  }
  return out;
}

}  // namespace

// "x" ticks a row off, "P" may be anybody's initial and "TT" a remark: letters alone count under a heading of
// types only, and where they differ.
std::string field_of_types(const model::Table& table) {
  const std::size_t rows = table.row_count();
  for (const model::Column& column : table.columns) {
    const SaidTypes said = said_types(column, rows);
    if (!said.only_types || 2 * said.filled <= rows) continue;
    if (said.words == 0 && said.types.size() < 2) continue;
    const bool spelled_out = said.words == rows || (said.words > 0 && said.types.size() > 1);
    if (spelled_out || is_heading_of_types(column.name)) return column.name;
  }
  return {};
}

base::Finding types_found(const model::Table& table, const std::string& field) {
  return {base::Severity::note,
          "join.types-found",
          table.file,
          base::text("trường {}", "field {}", {field}),
          base::text("loại đơn vị lấy từ trường này", "the types of units are taken from this field"),
          base::text("Nếu trường này nói điều khác, ghi type=- (không dùng) hoặc type=TRƯỜNG trong --fields, "
                     "--unit-fields của lệnh join.",
                     "Where it says something else, write type=- (none) or type=FIELD in --fields or "
                     "--unit-fields of join.")};
}

}  // namespace ntmap::app
