#include "app/data/table_place.hpp"

#include <string>

namespace ntmap::app {

base::Text row_place(const model::Table& table, std::size_t row) {
  base::Text place = base::text("dòng {}", "row {}", {std::to_string(table.source_row[row])});
  if (table.parts.size() < 2 || table.sheet_of(row).empty()) return place;
  return base::text("trang “{}”, {}", "sheet “{}”, {}", {table.sheet_of(row), place});
}

base::Finding at_row(const model::Table& table, std::size_t row, base::Finding finding) {
  finding.file = table.file_of(row);
  finding.place = row_place(table, row);
  return finding;
}

}  // namespace ntmap::app
