#include "app/data/double_claims.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace ntmap::app {
namespace {

using base::text;
using names::MatchRule;
using names::MatchStatus;
using names::RowMatch;

bool is_by_name(const RowMatch& match) {
  return match.rule != MatchRule::code && match.rule != MatchRule::code_padded;
}

std::optional<int> year_of(const std::string& cell) {
  constexpr int k_first = 1990;
  constexpr int k_last = 2100;
  int year = 0;
  const char* const end = cell.data() + cell.size();
  const auto read = std::from_chars(cell.data(), end, year);
  const bool whole = read.ec == std::errc() && read.ptr == end;
  return whole && year >= k_first && year <= k_last ? std::optional(year) : std::nullopt;
}

/// Columns that hold nothing but years.
std::vector<const model::Column*> columns_of_years(const model::Table& table) {
  std::vector<const model::Column*> out;
  for (const model::Column& column : table.columns) {
    bool years = table.row_count() > 0;
    for (std::size_t row = 0; row < table.row_count() && years; ++row)
      years = year_of(column.text(row)).has_value();
    if (years) out.push_back(&column);
  }
  return out;
}

std::string numbers_of(const model::Table& table, const std::vector<std::size_t>& rows) {
  constexpr std::size_t k_named = 8;
  std::string out;
  for (std::size_t i = 0; i < std::min(k_named, rows.size()); ++i)
    out += (i == 0 ? "" : ", ") + std::to_string(table.source_row[rows[i]]);
  return rows.size() > k_named ? out + ", …" : out;
}

}  // namespace

bool are_of_different_years(const model::Table& table, const std::vector<std::size_t>& rows) {
  const std::vector<const model::Column*> years = columns_of_years(table);
  return std::any_of(years.begin(), years.end(), [&](const model::Column* column) {
    std::set<std::string> said;
    return std::all_of(rows.begin(), rows.end(),
                       [&](std::size_t row) { return said.insert(column->text(row)).second; });
  });
}

void doubt_double_claims(const model::Table& table, std::span<const names::MatchUnit> units,
                         names::MatchReport& report) {
  std::map<std::uint32_t, std::vector<std::size_t>> claims;
  for (std::size_t row = 0; row < report.rows.size(); ++row) {
    if (report.rows[row].status == MatchStatus::matched) claims[report.rows[row].unit].push_back(row);
  }
  const auto twice =
      std::count_if(claims.begin(), claims.end(), [](const auto& claim) { return claim.second.size() > 1; });
  constexpr std::size_t k_fewest = 4;  // units from which a rule can be read
  const bool systematic = claims.size() >= k_fewest && 2 * static_cast<std::size_t>(twice) >= claims.size();
  if (twice == 0 || systematic) return;
  for (const auto& [unit, rows] : claims) {
    const bool named =
        std::any_of(rows.begin(), rows.end(), [&](std::size_t row) { return is_by_name(report.rows[row]); });
    if (rows.size() < 2 || !named || are_of_different_years(table, rows)) continue;
    for (const std::size_t row : rows) {
      RowMatch& match = report.rows[row];
      match.why = text("các dòng {} đều chỉ “{}”: chỉ một dòng có thể là đơn vị này",
                       "the rows {} all mean “{}”: only one of them can be this unit",
                       {numbers_of(table, rows), units[unit].name});
      match.candidates = {unit};
      match.status = MatchStatus::ambiguous;
      match.unit = names::k_no_unit;
      --report.matched;
      ++report.ambiguous;
    }
  }
}

}  // namespace ntmap::app
