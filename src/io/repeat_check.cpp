#include "io/repeat_check.hpp"

#include <charconv>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "io/grid_reader.hpp"

namespace ntmap::io {
namespace {

using base::Text;
using base::text;
using model::Column;
using model::Table;

constexpr double k_no_number = -1;

double whole_number_of(const Column& column, std::size_t row) {
  if (column.has_number(row)) return column.numbers[row];
  if (!column.has_text(row)) return k_no_number;
  const std::string& cell = column.texts[row];
  unsigned value = 0;
  const auto [end, failure] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return failure == std::errc() && end == cell.data() + cell.size() ? value : k_no_number;
}

/// True for "1, 2, 3", which may begin again in each part of the table.
bool counts_rows(const Table& table, const Column& column) {
  double before = 0;
  auto part = table.parts.begin();
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    bool first = false;
    for (; part != table.parts.end() && part->first_row <= row; ++part) first = true;
    const double number = whole_number_of(column, row);
    if (number != before + 1 && !(first && number == 1)) return false;
    before = number;
  }
  return table.row_count() > 1;
}

bool same_cell(const Column& column, std::size_t a, std::size_t b) {
  if (column.has_number(a) || column.has_number(b))
    return column.has_number(a) && column.has_number(b) && column.numbers[a] == column.numbers[b];
  return column.type == model::ColumnType::number || column.texts[a] == column.texts[b];
}

/// The columns that tell rows apart.
class Rows {
 public:
  explicit Rows(const Table& table) {
    for (const Column& column : table.columns) {
      if (!counts_rows(table, column)) m_columns.push_back(&column);
    }
  }

  /// Whether the row says enough to be called a copy.
  bool says_something(std::size_t row) const {
    std::size_t filled = 0;
    for (const Column* column : m_columns) filled += column->is_missing(row) ? 0U : 1U;
    return filled >= 2;
  }

  std::size_t hash(std::size_t row) const {
    std::size_t out = 0;
    for (const Column* column : m_columns) {
      const std::size_t cell = column->has_number(row) ? std::hash<double>()(column->numbers[row])
                               : column->has_text(row) ? std::hash<std::string>()(column->texts[row])
                                                       : 0;
      out = out * 1'000'003U + cell;
    }
    return out;
  }

  bool same(std::size_t a, std::size_t b) const {
    for (const Column* column : m_columns) {
      if (!same_cell(*column, a, b)) return false;
    }
    return true;
  }

 private:
  std::vector<const Column*> m_columns;
};

Text place_of_copy(const Table& table, std::size_t row) {
  const Text place = text("dòng {}", "row {}", {std::to_string(table.source_row[row])});
  const std::string& sheet = table.sheet_of(row);
  return sheet.empty() ? place : text("trang “{}”, {}", "sheet “{}”, {}", {sheet, place});
}

}  // namespace

void check_repeated_rows(const Table& table, base::Findings& findings) {
  const Rows rows(table);
  CappedFindings repeated(findings, base::Severity::warning, "table.row-repeated", table.file,
                          text("Xóa dòng chép thừa, hoặc sửa dòng ghi nhầm đơn vị.",
                               "Delete the copy, or mend the row that names the wrong unit."));
  std::unordered_multimap<std::size_t, std::size_t> known;
  known.reserve(table.row_count());
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    if (!rows.says_something(row)) continue;
    const std::size_t hash = rows.hash(row);
    const auto [from, to] = known.equal_range(hash);
    auto first = from;
    while (first != to && !rows.same(first->second, row)) ++first;
    if (first == to) {
      known.emplace(hash, row);
      continue;
    }
    const bool other_file = table.file_of(row) != table.file_of(first->second);
    const Text place = place_of_copy(table, first->second);
    repeated.add(other_file ? base::join({Text(table.file_of(row)), place_of_copy(table, row)}, ", ")
                            : place_of_copy(table, row),
                 text("giống hệt {}", "the same as {}",
                      {other_file ? base::join({Text(table.file_of(first->second)), place}, ", ") : place}));
  }
}

}  // namespace ntmap::io
