#include "io/total_check.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <string>

#include "io/row_numbers.hpp"
#include "io/table_reader.hpp"
#include "io/total_row_reader.hpp"

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

/// Rows that a column of numbers leaves out; none where no column counts rows.
std::vector<std::size_t> uncounted_rows(const model::Table& table) {
  std::vector<std::size_t> out;
  const model::Column* counts = counting_column(table, 0, table.row_count());
  for (std::size_t row = 0; counts != nullptr && row < table.row_count(); ++row) {
    if (counts->is_missing(row)) out.push_back(row);
  }
  return out;
}

/// Rows that head others with their sum: numbered so, or the only ones without a number, or called "Huyện …"
/// where most rows are not.
std::vector<std::size_t> heading_rows_of(const model::Table& table) {
  constexpr std::size_t k_before_names = 2;  // columns
  const std::span columns(table.columns);
  std::vector<std::size_t> heads = outline_heads(columns.first(std::min(columns.size(), k_before_names)));
  if (heads.empty()) heads = uncounted_rows(table);
  if (!heads.empty()) return heads;
  constexpr std::size_t k_with_names = 4;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const auto named = std::find_if(columns.begin(), columns.end(),
                                    [&](const model::Column& column) { return column.has_text(row); });
    const bool early = named != columns.end() && named - columns.begin() < static_cast<int>(k_with_names);
    if (early && is_place_label(named->texts[row])) heads.push_back(row);
  }
  return 3 * heads.size() <= table.row_count() ? heads : std::vector<std::size_t>{};
}

/// What stands between the totals of a column: groups[k] are the rows from total k - 1 (the first row) to
/// total k (the last row), heads left out.
std::vector<Sum> groups_of(std::span<const double> rows, const std::vector<TotalRow>& totals,
                           const std::vector<std::size_t>& heads) {
  std::vector<Sum> groups;
  std::size_t from = 0;
  for (std::size_t k = 0; k <= totals.size(); ++k) {
    const std::size_t to = k == totals.size() ? rows.size() : totals[k].above;
    std::vector<double> group;
    for (std::size_t row = from; row < to; ++row) {
      if (!std::binary_search(heads.begin(), heads.end(), row)) group.push_back(rows[row]);
    }
    groups.emplace_back(group);
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

/// A head whose figure is not the sum of its rows, though those of most others are.
struct WrongHead {
  std::size_t row = 0;
  Sum own;
};

std::vector<WrongHead> wrong_heads(std::span<const double> rows, const std::vector<std::size_t>& heads) {
  std::vector<WrongHead> wrong;
  std::size_t right = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const std::size_t from = heads[i] + 1;
    const std::size_t to = i + 1 < heads.size() ? heads[i + 1] : rows.size();
    const Sum own(rows.subspan(from, to - from));
    const double said = rows[heads[i]];
    if (std::isnan(said) || own.count == 0) continue;
    if (own.is(said)) {
      right += own.count > 1 ? 1U : 0U;
    } else if (own.blank == 0 || said < own.sum) {
      wrong.push_back({heads[i], own});
    }
  }
  return right >= wrong.size() ? wrong : std::vector<WrongHead>{};
}

/// Whether the total is what others say together: the sums of districts, right or wrong.
bool adds_up(double total, std::span<const double> parts) {
  const Sum sum(parts);
  return sum.count >= 2 && sum.is(total);
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

/// Holds one column of a table against its totals and heads.
class ColumnCheck {
 public:
  ColumnCheck(const model::Table& table, std::size_t column, const std::vector<TotalRow>& totals,
              const std::vector<std::size_t>& heads, CappedFindings& wrong)
      : m_table(table),
        m_column(table.columns[column].name),
        m_totals(totals),
        m_heads(heads),
        m_numbers(numbers_of(table, column, totals)),
        m_wrong(wrong) {}

  void run() {
    const std::span rows = std::span(m_numbers).first(m_table.row_count());
    for (const WrongHead& head : wrong_heads(rows, m_heads)) tell_head(head, rows[head.row]);
    const std::vector<Sum> groups = groups_of(rows, m_totals, m_heads);
    const std::vector<Sum> with_heads = groups_of(rows, m_totals, {});
    for (std::size_t k = 0; k < m_totals.size(); ++k) {
      const double total = m_numbers[rows.size() + k];
      if (std::isnan(total) || said_by_others(total, k)) continue;
      const auto sum = missed(total, possible_sums(groups, k));
      if (sum && (m_heads.empty() || missed(total, possible_sums(with_heads, k)))) tell_total(k, total, *sum);
    }
  }

 private:
  /// A total of what the subtotals say: where one of those is wrong, that one is told.
  bool said_by_others(double total, std::size_t k) const {
    std::vector<double> heads;
    for (const std::size_t row : m_heads) heads.push_back(m_numbers[row]);
    std::vector<double> others(m_numbers.begin() + static_cast<std::ptrdiff_t>(m_table.row_count()),
                               m_numbers.end());
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(k));
    return adds_up(total, heads) || adds_up(total, others);
  }

  void tell_head(const WrongHead& head, double said) {
    const base::Text row = text("dòng {}", "row {}", {std::to_string(m_table.source_row[head.row])});
    const base::Text place =
        m_table.sheet.empty() ? row : text("trang “{}”, {}", "sheet “{}”, {}", {m_table.sheet, row});
    m_wrong.add(text("{}, cột “{}”", "{}, column “{}”", {place, m_column}),
                text("dòng tiêu đề “{}” ghi {}, các dòng của nó cộng lại được {}",
                     "the heading “{}” says {}, its rows add up to {}",
                     {name_of(head.row), base::short_number(said, 2), base::short_number(head.own.sum, 2)}));
  }

  void tell_total(std::size_t k, double total, const Sum& sum) {
    m_wrong.add(
        text("{}, cột “{}”", "{}, column “{}”", {m_totals[k].place, m_column}),
        text("dòng tổng ghi {}, các dòng cộng lại được {}", "the total says {}, the rows add up to {}",
             {base::short_number(total, 2), base::short_number(sum.sum, 2)}));
  }

  /// The longest text of the first columns: "I" is none.
  std::string name_of(std::size_t row) const {
    std::string name;
    for (const model::Column& column :
         std::span(m_table.columns).first(std::min<std::size_t>(m_table.columns.size(), 4))) {
      if (column.has_text(row) && column.texts[row].size() > name.size()) name = column.texts[row];
    }
    return name;
  }

  const model::Table& m_table;
  const std::string& m_column;
  const std::vector<TotalRow>& m_totals;
  const std::vector<std::size_t>& m_heads;
  std::vector<double> m_numbers;  ///< the table's rows, then the totals
  CappedFindings& m_wrong;
};

}  // namespace

void check_totals(const model::Table& table, const std::vector<TotalRow>& totals, base::Findings& findings) {
  const std::vector<std::size_t> heads = heading_rows_of(table);
  if (totals.empty() && heads.empty()) return;
  CappedFindings wrong(findings, base::Severity::warning, "table.total-differs", table.file,
                       text("Kiểm tra các dòng và dòng tổng: một trong hai sai, hoặc thiếu dòng.",
                            "Check the rows and the total: one of them is wrong, or a row is missing."));
  for (std::size_t column = 0; column < table.columns.size(); ++column)
    ColumnCheck(table, column, totals, heads, wrong).run();
}

}  // namespace ntmap::io
