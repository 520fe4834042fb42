#include "io/group_doubt.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "io/heading_words.hpp"

namespace ntmap::io {
namespace {

constexpr std::size_t k_fewest_groups = 3;  ///< cells that may be thousands, for a doubt about a column
constexpr double k_alike_times = 5;
constexpr double k_group_scale = 1000;

double middle_of(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

double times_apart(double a, double b) {
  return std::max(a / b, b / a);
}

/// Whether so few of so many numbers with three decimals would end in a zero: at most one table in twenty.
bool too_few(std::size_t few, std::size_t many) {
  constexpr double k_share = 0.1;
  constexpr double k_chance = 0.05;
  const auto n = static_cast<double>(few + many);
  double term = std::pow(1 - k_share, n);
  double sum = term;
  for (std::size_t k = 0; k < few; ++k) {
    term *= (n - static_cast<double>(k)) / static_cast<double>(k + 1) * k_share / (1 - k_share);
    sum += term;
  }
  return sum < k_chance;
}

/// What the cells of one part say.
struct PartCells {
  std::vector<std::size_t> groups;
  std::vector<std::size_t> odd;  ///< decimals, but not three of them
  std::size_t sound = 0;         ///< three decimals and no thousands: "0.737", "1234.567"
  bool ends_in_zero = false;     ///< a cell of groups does
};

class PartReader {
 public:
  PartReader(const model::Column& column, const std::vector<NumberText>& texts, char decimal)
      : m_column(column),
        m_texts(texts),
        m_decimal(decimal),
        m_group_shape(decimal == ',' ? NumberShape::comma_or_group : NumberShape::point_or_group),
        m_sure_shape(decimal == ',' ? NumberShape::decimal_comma : NumberShape::decimal_point) {}

  PartCells read(std::size_t first, std::size_t last) const {
    PartCells out;
    for (std::size_t row = first; row < last; ++row) {
      if (!m_column.has_text(row)) continue;
      const NumberText& cell = m_texts[row];
      if (cell.shape == m_group_shape) {
        out.groups.push_back(row);
        out.ends_in_zero = out.ends_in_zero || cell.digits.back() == '0';
      } else if (cell.shape == m_sure_shape) {
        if (has_three(cell)) {
          ++out.sound;
        } else {
          out.odd.push_back(row);
        }
      }
    }
    return out;
  }

  std::vector<double> values(const std::vector<std::size_t>& rows) const {
    std::vector<double> out;
    for (const std::size_t row : rows) {
      const double value = std::abs(number_value(m_texts[row], m_decimal));
      if (value > 0) out.push_back(value);
    }
    return out;
  }

 private:
  /// Three decimals; or none, where the other mark divides thousands twice.
  bool has_three(const NumberText& cell) const {
    constexpr std::size_t k_three = 4;  // with the mark
    const std::size_t at = cell.digits.find(m_decimal);
    return at == std::string::npos || cell.digits.size() - at == k_three;
  }

  const model::Column& m_column;
  const std::vector<NumberText>& m_texts;
  char m_decimal;
  NumberShape m_group_shape;
  NumberShape m_sure_shape;
};

/// A part none of whose cells shows decimals: whether it is like those that do.
bool like_the_others(const std::vector<double>& here, const std::vector<double>& sure) {
  if (sure.size() < k_fewest_groups || here.empty()) return false;
  const double usual = middle_of(sure);
  const double decimals = middle_of(here);
  return times_apart(decimals, usual) <= k_alike_times &&
         times_apart(decimals * k_group_scale, usual) > k_alike_times;
}

}  // namespace

std::vector<GroupDoubt> doubtful_groups(const model::Table& table, const model::Column& column,
                                        const std::vector<NumberText>& texts, char decimal) {
  const PartReader reader(column, texts, decimal);
  const PartCells whole = reader.read(0, texts.size());
  std::vector<GroupDoubt> out;
  if (whole.groups.size() < k_fewest_groups || whole.odd.empty()) return out;
  const std::size_t parts = std::max<std::size_t>(table.parts.size(), 1);
  for (std::size_t p = 0; p < parts; ++p) {
    const std::size_t first = table.parts.empty() ? 0 : table.parts[p].first_row;
    const std::size_t last = p + 1 < table.parts.size() ? table.parts[p + 1].first_row : texts.size();
    PartCells cells = reader.read(first, last);
    constexpr std::size_t k_times_more = 3;
    if (cells.groups.size() < k_fewest_groups || cells.sound > 0) continue;
    if (cells.odd.size() * k_times_more > cells.groups.size()) continue;
    const bool alone = cells.odd.empty();
    const std::size_t witness = alone ? whole.odd.front() : cells.odd.front();
    const bool refuted = alone ? !like_the_others(reader.values(cells.groups), reader.values(whole.odd))
                               : cells.ends_in_zero || too_few(cells.odd.size(), cells.groups.size());
    out.push_back({std::move(cells.groups), std::move(cells.odd), witness, refuted});
  }
  return out;
}

std::optional<std::size_t> eaten_points(const model::Column& column) {
  std::vector<double> broken;
  std::vector<double> whole;
  std::optional<std::size_t> first;
  std::size_t three = 0;
  for (std::size_t row = 0; row < column.size(); ++row) {
    if (!column.has_number(row)) continue;
    const double value = std::abs(column.numbers[row]);
    constexpr double k_hundred = 100;
    constexpr double k_near = 1e-6;
    const auto falls_short = [&](double scale) {
      return std::abs(value * scale - std::round(value * scale)) > k_near;
    };
    if (!falls_short(1)) {
      if (value >= k_hundred && value < k_group_scale) whole.push_back(value);
      continue;
    }
    if (value >= k_group_scale || value < 1 || falls_short(k_group_scale)) return std::nullopt;
    if (!first) first = row;
    broken.push_back(value);
    three += falls_short(k_hundred) ? 1U : 0U;
  }
  if (broken.size() < k_fewest_groups || three * 4 < broken.size() * 3) return std::nullopt;
  if (counts_people(column.name)) return first;
  if (whole.empty()) return std::nullopt;
  constexpr double k_far = 20;
  const double apart = middle_of(whole) / middle_of(broken);
  return apart >= k_far && k_group_scale / apart <= k_far ? first : std::nullopt;
}

}  // namespace ntmap::io
