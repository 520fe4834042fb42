// What is said of rows that are called like a district.

#include <algorithm>

#include "app/data/district_places.hpp"
#include "app/data/heading_rows.hpp"
#include "app/data/table_place.hpp"

namespace ntmap::app {
namespace {

using base::text;

/// The name in the row; where there is none, as in cells merged over its head, the longest text, for "I" and
/// a code stand beside it.
std::string row_words(const model::Table& table, const model::Column* name, std::size_t row) {
  std::string words = name == nullptr ? std::string() : name->text(row);
  if (!words.empty()) return words;
  for (const model::Column& column : table.columns) {
    const std::string cell = column.has_number(row) ? std::string() : column.text(row);
    if (cell.size() > words.size()) words = cell;
  }
  return words;
}

base::Text quoted_names(const model::Table& table, const std::string& name_field,
                        const std::vector<std::size_t>& rows) {
  constexpr std::size_t k_named = 5;
  std::string named;
  for (std::size_t i = 0; i < std::min(k_named, rows.size()); ++i)
    named += (i == 0 ? "“" : "”, “") + row_words(table, table.find(name_field), rows[i]);
  return named + (rows.size() > k_named ? "”, …" : "”");
}

}  // namespace

void doubt(names::RowMatch& match, std::span<const names::MatchUnit> units) {
  const names::MatchUnit& unit = units[match.unit];
  const std::string bare = names::parse_unit_name(unit.name).name;
  const names::UnitType type = unit_type_of(unit);
  const base::Text town =
      type == names::UnitType::none
          ? text("đơn vị {} ({})", "the unit {} ({})", {bare, unit.code})
          : text("{} {} ({})", "the {} {} ({})", {names::type_name(type), bare, unit.code});
  match.why =
      text("có thể là {}, cũng có thể là dòng tổng của {}; ghi “Thị trấn …” hoặc “Huyện …” để phân biệt",
           "it may be {} or the subtotal of {}; write “Thị trấn …” or “Huyện …” to say which",
           {town, unit.district});
  match.candidates = {match.unit};
  match.status = names::MatchStatus::ambiguous;
  match.unit = names::k_no_unit;
}

base::Findings heading_findings(const model::Table& table, const std::string& name_field,
                                const HeadingRows& rows) {
  base::Findings out;
  if (!rows.headings.empty()) {
    out.push_back({base::Severity::note,
                   "table.heading-rows",
                   table.file_of(rows.headings.front()),
                   text("từ {}", "from {}", {row_place(table, rows.headings.front())}),
                   text("{} dòng tiêu đề hoặc dòng tổng của huyện ({}), bỏ qua như dòng tổng",
                        "{} headings or subtotals of districts ({}) were left out, as totals are",
                        {rows.headings.size(), quoted_names(table, name_field, rows.headings)}),
                   {}});
  }
  for (const std::size_t row : rows.towns) {
    out.push_back(at_row(
        table, row,
        {base::Severity::warning,
         "join.town-or-heading",
         {},
         {},
         text(
             "“{}” đứng ở đầu hoặc cuối các xã của huyện cùng tên: đã hiểu là thị trấn, không phải dòng tổng",
             "“{}” stands first or last among the communes of the district of that name: taken for the "
             "town, not for its subtotal",
             {table.find(name_field)->text(row)}),
         text("Ghi “Thị trấn …”, hoặc “Huyện …” nếu là dòng tổng, hoặc đánh số thứ tự các dòng.",
              "Write “Thị trấn …”, or “Huyện …” if it is a subtotal, or number the rows.")}));
  }
  return out;
}

}  // namespace ntmap::app
