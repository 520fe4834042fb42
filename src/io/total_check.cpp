#include "io/total_check.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <string>

#include "io/table_reader.hpp"

namespace ntmap::io {
namespace {

using base::text;

/// What some rows of a column add up to.
struct Sum {
  double sum = 0;
  double biggest = 0;
  std::size_t count = 0;
  std::size_t blank = 0;
  bool whole = true;  ///< every number is a whole one
  bool negative = false;

  explicit Sum(std::span<const double> rows) {
    for (const double value : rows) {
      if (std::isnan(value)) {
        ++blank;
        continue;
      }
      sum += value;
      biggest = count == 0 ? value : std::max(biggest, value);
      whole = whole && value == std::floor(value);
      negative = negative || value < 0;
      ++count;
    }
  }

  /// Rounded figures do not add up exactly.
  bool is(double total) const {
    const bool exact = whole && total == std::floor(total);
    const double apart = exact ? 1e-9 * std::abs(sum) : 0.1 * std::sqrt(static_cast<double>(count));
    return std::abs(sum - total) <= apart;
  }
  /// True where the rows hold figures that a total above the biggest of them must be the sum of.
  bool tells(double total) const {
    return count >= 2 && !negative && total > biggest && (blank == 0 || total < sum);
  }
};

/// A column as numbers: the table's rows, then the totals.
std::vector<double> numbers_of(const model::Table& table, std::size_t column,
                               const std::vector<TotalRow>& totals) {
  const model::Column& rows = table.columns[column];
  model::Column all{rows.name, model::ColumnType::mixed, {}, {}};
  model::Table places;
  places.file = table.file;
  places.source_row = table.source_row;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    all.texts.push_back(rows.type == model::ColumnType::number ? std::string() : rows.texts[row]);
    all.numbers.push_back(rows.type == model::ColumnType::text ? model::k_no_data : rows.numbers[row]);
  }
  for (const TotalRow& total : totals) {
    const Cell& cell = total.cells[column];
    all.texts.push_back(cell.kind == CellKind::text ? cell.text : std::string());
    all.numbers.push_back(cell.kind == CellKind::number ? cell.number : model::k_no_data);
    places.source_row.push_back(total.row);
  }
  return read_numbers(places, all, false).values;
}

/// The sum that a total should be but is not; nothing where it is one of them, or none can be meant.
std::optional<Sum> missed(double total, const std::vector<Sum>& sums) {
  std::optional<Sum> nearest;
  for (const Sum& sum : sums) {
    // Rows of districts among those of their communes count twice.
    if (sum.is(total) || sum.is(2 * total)) return std::nullopt;
    if (sum.tells(total) && (!nearest || std::abs(sum.sum - total) < std::abs(nearest->sum - total)))
      nearest = sum;
  }
  return nearest;
}

}  // namespace

void check_totals(const model::Table& table, const std::vector<TotalRow>& totals, base::Findings& findings) {
  if (totals.empty()) return;
  CappedFindings wrong(findings, base::Severity::warning, "table.total-differs", table.file,
                       text("Kiểm tra các dòng và dòng tổng: một trong hai sai, hoặc thiếu dòng.",
                            "Check the rows and the total: one of them is wrong, or a row is missing."));
  const std::size_t rows = table.row_count();
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const std::vector<double> numbers = numbers_of(table, column, totals);
    const auto sum_of = [&](std::size_t from, std::size_t to) {
      return Sum(std::span(numbers).subspan(from, to - from));
    };
    for (std::size_t k = 0; k < totals.size(); ++k) {
      const double total = numbers[rows + k];
      if (std::isnan(total)) continue;
      const std::size_t before = k == 0 ? 0 : totals[k - 1].above;
      const std::size_t behind = k + 1 == totals.size() ? rows : totals[k + 1].above;
      const auto sum =
          missed(total, {sum_of(0, rows), sum_of(before, totals[k].above), sum_of(totals[k].above, behind)});
      if (!sum) continue;
      wrong.add(
          text("{}, cột “{}”", "{}, column “{}”", {totals[k].place, table.columns[column].name}),
          text("dòng tổng ghi {}, các dòng cộng lại được {}", "the total says {}, the rows add up to {}",
               {base::short_number(total, 2), base::short_number(sum->sum, 2)}));
    }
  }
}

}  // namespace ntmap::io
