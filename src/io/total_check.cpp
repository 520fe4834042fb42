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

  Sum() = default;
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

  /// Both together.
  Sum operator+(const Sum& other) const {
    if (count == 0 || other.count == 0) {
      Sum out = count == 0 ? other : *this;
      out.blank = blank + other.blank;
      return out;
    }
    Sum out = *this;
    out.sum += other.sum;
    out.biggest = std::max(biggest, other.biggest);
    out.count += other.count;
    out.blank += other.blank;
    out.whole = whole && other.whole;
    out.negative = negative || other.negative;
    return out;
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

/// What stands between the totals of a column: groups[k] are the rows from total k - 1 (the first row) to
/// total k (the last row).
std::vector<Sum> groups_of(std::span<const double> rows, const std::vector<TotalRow>& totals) {
  std::vector<Sum> groups;
  std::size_t from = 0;
  for (std::size_t k = 0; k <= totals.size(); ++k) {
    const std::size_t to = k == totals.size() ? rows.size() : totals[k].above;
    groups.emplace_back(rows.subspan(from, to - from));
    from = to;
  }
  return groups;
}

bool has_rows(const Sum& sum) {
  return sum.count + sum.blank > 0;
}

/// True for tables whose totals stand above the rows that they sum.
bool stand_above(const std::vector<Sum>& groups) {
  return !has_rows(groups.front()) && has_rows(groups.back());
}

/// All sums that total k may be, the likeliest first: that of its own group of rows for a subtotal, that of
/// all rows for the outermost total.
std::vector<Sum> possible_sums(const std::vector<Sum>& groups, std::size_t k) {
  std::vector<Sum> out;
  Sum above;
  for (std::size_t g = k + 1; g-- > 0;) {
    if (!has_rows(groups[g])) continue;
    above = groups[g] + above;
    out.push_back(above);
  }
  Sum below;
  const std::size_t upwards = out.size();
  for (std::size_t g = k + 1; g < groups.size(); ++g) {
    if (!has_rows(groups[g])) continue;
    below = below + groups[g];
    out.push_back(below);
  }
  if (stand_above(groups))
    std::rotate(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(upwards), out.end());
  const bool last = k + 2 == groups.size() && !has_rows(below);
  const bool first = k == 0 && !has_rows(above) && (groups.size() == 2 || !has_rows(groups[1]));
  out.insert(last || first ? out.begin() : out.end(), above + below);
  return out;
}

/// The sum that a total should be but is not: the likeliest. Nothing where it is one of them, or no sum at
/// all.
std::optional<Sum> missed(double total, const std::vector<Sum>& sums) {
  for (const Sum& sum : sums) {
    // Rows of districts among those of their communes count twice.
    if (sum.is(total) || sum.is(2 * total)) return std::nullopt;
  }
  return sums.front().tells(total) ? std::optional(sums.front()) : std::nullopt;
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
    const std::vector<Sum> groups = groups_of(std::span(numbers).first(rows), totals);
    for (std::size_t k = 0; k < totals.size(); ++k) {
      const double total = numbers[rows + k];
      if (std::isnan(total)) continue;
      const auto sum = missed(total, possible_sums(groups, k));
      if (!sum) continue;
      wrong.add(
          text("{}, cột “{}”", "{}, column “{}”", {totals[k].place, table.columns[column].name}),
          text("dòng tổng ghi {}, các dòng cộng lại được {}", "the total says {}, the rows add up to {}",
               {base::short_number(total, 2), base::short_number(sum->sum, 2)}));
    }
  }
}

}  // namespace ntmap::io
