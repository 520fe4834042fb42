#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/data/heading_rows.hpp"
#include "app/data/implied_districts.hpp"
#include "base/finding.hpp"
#include "model/table.hpp"
#include "names/aliases.hpp"
#include "names/match.hpp"

namespace ntmap::app {

/// Which fields of a table say who its rows are about; empty where it has none.
struct RowFields {
  std::string code = {};
  std::string name = {};
  std::string district = {};
  std::string province = {};
  std::string type = {};
};

/// What the rows of a table mean.
struct TableMatch {
  names::MatchReport report;   ///< headings are unmatched, doubtful rows ambiguous
  HeadingRows headings;        ///< with those that say a district
  ImpliedDistricts districts;  ///< `sources` of each row
  base::Findings findings;     ///< of headings, towns and implied districts
};

/// Matches the rows of a table to units: the one way, for `join`, maps, `check` and the window alike. On top
/// of names::UnitMatcher it knows what stands beside the rows: headings of districts, names of sheets and
/// files.
class TableMatcher {
 public:
  /// `decided`: the unit of each row that needs no matching (names::k_no_unit: it does); empty: none.
  /// Throws Error for a field that is not there. The table must outlive the matcher.
  TableMatcher(const model::Table& table, const RowFields& fields, std::vector<names::MatchUnit> units,
               std::vector<std::uint32_t> decided = {});

  /// What the rows say, with the districts that are implied: a confirmed choice is kept under these.
  const std::vector<names::MatchRow>& rows() const { return m_rows; }
  const std::vector<names::MatchUnit>& units() const { return m_units; }
  bool knows_code(std::string_view code) const { return m_matcher.knows_code(code); }
  TableMatch match(const names::AliasBook& aliases) const;

 private:
  names::MatchReport report_of(const std::vector<names::MatchRow>& rows,
                               const names::AliasBook& aliases) const;

  const model::Table& m_table;
  std::string m_name_field;
  std::vector<names::MatchUnit> m_units;
  names::UnitMatcher m_matcher;
  std::vector<std::uint32_t> m_decided;
  std::vector<names::MatchRow> m_said;  ///< as they stand
  std::vector<names::MatchRow> m_rows;
  ImpliedDistricts m_districts;
};

}  // namespace ntmap::app
