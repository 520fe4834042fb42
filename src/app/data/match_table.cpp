#include "app/data/match_table.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/data/bare_headings.hpp"
#include "app/data/header_units.hpp"
#include "app/data/load_layer.hpp"
#include "app/data/unused_types.hpp"

namespace ntmap::app {
namespace {

std::vector<names::MatchRow> rows_of(const model::Table& table, const RowFields& fields) {
  std::vector<names::MatchRow> rows(table.row_count());
  const auto fill = [&](const std::string& field, std::string names::MatchRow::*part) {
    if (field.empty()) return;
    const model::Column& column = require_column(table, field);
    for (std::size_t row = 0; row < rows.size(); ++row) rows[row].*part = column.text(row);
  };
  fill(fields.code, &names::MatchRow::code);
  fill(fields.name, &names::MatchRow::name);
  fill(fields.district, &names::MatchRow::district);
  fill(fields.province, &names::MatchRow::province);
  fill(fields.type, &names::MatchRow::type);
  return rows;
}

std::vector<std::size_t> both(const std::vector<std::size_t>& some, const std::vector<std::size_t>& more) {
  std::vector<std::size_t> out;
  std::set_union(some.begin(), some.end(), more.begin(), more.end(), std::back_inserter(out));
  return out;
}

}  // namespace

TableMatcher::TableMatcher(const model::Table& table, const RowFields& fields,
                           std::vector<names::MatchUnit> units, std::vector<std::uint32_t> decided)
    : m_table(table),
      m_name_field(fields.name),
      m_units(std::move(units)),
      m_matcher(m_units),
      m_decided(std::move(decided)),
      m_said(rows_of(table, fields)),
      m_rows(m_said) {
  m_districts =
      imply_districts(table, m_name_field, m_said, m_units, [this] { return report_of(m_said, {}).rows; });
  m_districts.sources.resize(m_rows.size(), DistrictSource::none);
  if (!m_districts.any()) return;
  for (std::size_t row = 0; row < m_rows.size(); ++row) {
    if (!m_districts.of_row[row].empty()) m_rows[row].district = m_districts.of_row[row];
  }
}

names::MatchReport TableMatcher::report_of(const std::vector<names::MatchRow>& rows,
                                           const names::AliasBook& aliases) const {
  if (m_decided.empty()) return m_matcher.match(rows, aliases, m_table.source_row);
  std::vector<std::size_t> open;
  std::vector<names::MatchRow> open_rows;
  std::vector<std::uint32_t> numbers;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (m_decided[row] != names::k_no_unit) continue;
    open.push_back(row);
    open_rows.push_back(rows[row]);
    numbers.push_back(m_table.source_row[row]);
  }
  names::MatchReport of_open = m_matcher.match(open_rows, aliases, numbers);
  names::MatchReport out = std::move(of_open);
  std::vector<names::RowMatch> matches(rows.size());
  for (std::size_t i = 0; i < open.size(); ++i) matches[open[i]] = std::move(out.rows[i]);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::uint32_t unit = m_decided[row];
    if (unit == names::k_no_unit) continue;
    matches[row] = {names::MatchStatus::matched, names::MatchRule::code, unit, 1, {unit}, {}};
    ++out.matched;
  }
  out.rows = std::move(matches);
  for (names::RowNote& note : out.notes) note.row = open[note.row];
  return out;
}

TableMatch TableMatcher::match(const names::AliasBook& aliases) const {
  TableMatch out{report_of(m_rows, aliases), {}, m_districts, {}};
  if (!m_name_field.empty())
    out.headings = find_headings(m_table, m_name_field, m_said, out.report.rows, m_units);
  std::erase_if(out.headings.headings,
                [this](std::size_t row) { return !m_decided.empty() && m_decided[row] != names::k_no_unit; });
  out.headings.headings = both(out.headings.headings, m_districts.headings);
  out.headings.headings =
      both(out.headings.headings, bare_headings(m_table, m_said, out.report.rows, m_units));
  if (!out.headings.headings.empty()) {
    std::vector<names::MatchRow> rows = m_rows;
    for (const std::size_t row : out.headings.headings) rows[row] = {};
    out.report = report_of(rows, aliases);
  }
  out.findings = heading_findings(m_table, m_name_field, out.headings);
  out.findings.insert(out.findings.end(), m_districts.findings.begin(), m_districts.findings.end());
  std::erase_if(out.headings.doubtful, [&out](std::size_t row) {
    return out.report.rows[row].status != names::MatchStatus::matched;
  });
  if (auto header = header_is_unit(m_table, m_name_field, m_matcher))
    out.findings.push_back(std::move(*header));
  if (auto unused = unused_types(m_table, m_rows, out.report.rows, m_units))
    out.findings.push_back(std::move(*unused));
  for (const std::size_t row : out.headings.doubtful) {
    doubt(out.report.rows[row], m_units);
    --out.report.matched;
    ++out.report.ambiguous;
  }
  return out;
}

}  // namespace ntmap::app
