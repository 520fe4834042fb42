#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "app/data/join_table.hpp"
#include "base/finding.hpp"
#include "model/table.hpp"
#include "names/aliases.hpp"
#include "names/match.hpp"

namespace ntmap::app {

/// A row whose code means one unit and whose name does not.
struct NamedOtherwise {
  std::size_t row = 0;
  std::uint32_t unit = k_no_unit;  ///< the code's
  std::string name;                ///< as written
  std::string field;               ///< where it stands
  names::RowMatch match = {};      ///< what code and name together may mean: ambiguous, with why
};

/// What the names in a table that is joined by code say of its codes.
struct NamesBesideCodes {
  /// Rows whose figures must not be given to the code's unit: their name is another unit's; or it is no
  /// unit's and the codes seem to be those of another date: a tenth of the names are other units', or a
  /// quarter are no unit's while others agree (three at least).
  std::vector<NamedOtherwise> set_aside;
  /// Rows that a confirmed name gives to another unit than their code: `match.unit`.
  std::vector<NamedOtherwise> confirmed;
  /// names.differ (error): rows whose name is another unit's; and rows set aside because their name is no
  /// unit's. names.unknown (warning): names of no unit, perhaps units that were renamed; their figures are
  /// used. names.columns-differ (warning): one column of names agrees with the codes and another does not.
  /// names.other-type (note): the same name, of another type than on the map.
  base::Findings findings;
};

/// Which rows are compared, and with what.
struct NamesQuestion {
  std::string name;      ///< the field of names; empty: found by its contents (find_name_columns)
  std::string district;  ///< the field of districts; empty: found by its contents
  std::vector<std::string> other_fields;           ///< are neither
  std::function<bool(std::size_t)> compared = {};  ///< none: all rows
};

/// Compares names with codes. A code's unit is what the row is about where its name is that unit's, or nearer
/// to it than to another's; spellings, missing marks and a wrong letter make no difference. `unit_of_row`:
/// the unit that each row's code means.
NamesBesideCodes compare_names(std::span<const names::MatchUnit> units, const model::Table& table,
                               std::span<const std::uint32_t> unit_of_row, const NamesQuestion& question,
                               const names::AliasBook& aliases);

/// The units as the matcher takes them. Those of boundaries without a field of names are called by the field
/// that is headed so.
std::vector<names::MatchUnit> units_to_match(const Units& units);

/// Takes the rows that are set aside out of a join by code, as ambiguous ones, and says so.
void settle_names(const Units& units, const model::Table& table, const NamesQuestion& question,
                  const names::AliasBook& aliases, TableJoin& join);

/// The same for the report of a matcher that was given codes alone. Returns what is to be said.
base::Findings settle_names(std::span<const names::MatchUnit> units, const model::Table& table,
                            const NamesQuestion& question, const names::AliasBook& aliases,
                            std::vector<names::MatchRow>& rows, names::MatchReport& report);

}  // namespace ntmap::app
