#include "model/table.hpp"

#include <charconv>

namespace ntmap::model {

std::string Column::text(std::size_t row) const {
  if (has_text(row)) return texts[row];
  if (!has_number(row)) return {};
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, numbers[row]);
  return {buffer, end.ptr};
}

const Column* Table::find(std::string_view name) const {
  for (const Column& column : columns) {
    if (column.name == name) return &column;
  }
  return nullptr;
}

}  // namespace ntmap::model
