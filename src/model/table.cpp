#include "model/table.hpp"

#include <algorithm>
#include <iterator>

#include "model/number_text.hpp"

namespace ntmap::model {
namespace {

/// The part that holds the row; null when the table has no parts.
const TablePart* part_of(const Table& table, std::size_t row) {
  const auto after =
      std::upper_bound(table.parts.begin(), table.parts.end(), row,
                       [](std::size_t r, const TablePart& part) { return r < part.first_row; });
  return after == table.parts.begin() ? nullptr : &*std::prev(after);
}

}  // namespace

std::string Column::text(std::size_t row) const {
  if (has_text(row)) return texts[row];
  return has_number(row) ? number_text(numbers[row]) : std::string();
}

const std::string& Table::file_of(std::size_t row) const {
  const TablePart* part = part_of(*this, row);
  return part != nullptr ? part->file : file;
}

const std::string& Table::sheet_of(std::size_t row) const {
  const TablePart* part = part_of(*this, row);
  return part != nullptr ? part->sheet : sheet;
}

const Column* Table::find(std::string_view name) const {
  for (const Column& column : columns) {
    if (column.name == name) return &column;
  }
  return nullptr;
}

}  // namespace ntmap::model
