#include "app/data/bare_headings.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>

#include "app/data/district_words.hpp"

namespace ntmap::app {
namespace {

/// The only words of a row, wherever they stand and however often; nothing where it has several. Digits and
/// outline numbers are none.
std::string lone_words(const model::Table& table, std::size_t row) {
  std::string words;
  for (const model::Column& column : table.columns) {
    if (column.has_number(row)) continue;
    const std::string cell = column.text(row);
    const bool figure = cell.find_first_not_of("0123456789.,% -IVX") == std::string::npos;
    if (cell.empty() || figure || cell == words) continue;
    if (!words.empty()) return {};
    words = cell;
  }
  return words;
}

bool is_too_short(const std::string& code, std::size_t shortest) {
  const std::string digits = code.ends_with(".0") ? code.substr(0, code.size() - 2) : code;
  return digits.size() + 1 < shortest && digits.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

std::vector<std::size_t> bare_headings(const model::Table& table, std::span<const names::MatchRow> rows,
                                       std::span<const names::RowMatch> matches,
                                       std::span<const names::MatchUnit> units) {
  std::size_t shortest = std::numeric_limits<std::size_t>::max();
  for (const names::MatchUnit& unit : units) shortest = std::min(shortest, unit.code.size());
  std::vector<std::size_t> out;
  std::optional<DistrictWords> words;  // made for the first row that may be one
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (matches[row].status == names::MatchStatus::matched) continue;
    if (!rows[row].code.empty() && !is_too_short(rows[row].code, shortest)) continue;
    const std::string lone = lone_words(table, row);
    if (lone.empty()) continue;
    if (!words) words.emplace(units, false);
    const auto said = words->of_heading(lone);
    if (said && (said->typed || (rows[row].name.empty() && !rows[row].code.empty()))) out.push_back(row);
  }
  return out;
}

}  // namespace ntmap::app
