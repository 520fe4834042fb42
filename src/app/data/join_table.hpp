#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/data/units.hpp"
#include "base/finding.hpp"
#include "model/table.hpp"
#include "names/aliases.hpp"
#include "names/match.hpp"

namespace ntmap::app {

/// Number that stands for "no unit".
inline constexpr std::uint32_t k_no_unit = 0xffffffff;

/// The finding that names units of the map without a row.
inline constexpr const char* k_unit_without_row = "join.unit-without-row";

/// A row that several units may mean, or one that a person should confirm.
struct AmbiguousRow {
  std::string file;
  base::Text place;  ///< sheet and row
  std::string name;  ///< as spelled: what a confirmed choice is kept under
  std::string district;
  base::Text why;
  std::vector<std::uint32_t> candidates;  ///< units, best first; not empty
};

/// Which unit each row of a table means.
struct TableJoin {
  std::vector<std::uint32_t> unit_of_row;       ///< k_no_unit where none or more than one can be meant
  std::vector<AmbiguousRow> ambiguous;          ///< those of them with a name to confirm
  std::vector<std::string> row_without_unit;    ///< what those rows say, for the list "only in the table"
  std::vector<std::uint32_t> unit_without_row;  ///< the list "only on the map"
  base::Findings findings;
};

/// Which fields of the table say who a row is about.
struct JoinFields {
  std::string code;
  std::string name;
  std::string district;
  std::vector<std::string> applies_to;  ///< types of unit; empty: all
};

/// "Xã Kỳ Lợi, Xã Kỳ Hà": the first five of them, and "…" for more.
base::Text some_names(const Units& units, const std::vector<std::uint32_t>& some);

/// Names those of `without_row` (units of the map, in order) that a table has no row of; nothing where there
/// are none.
std::optional<base::Finding> unit_without_row_finding(const Units& units,
                                                      const std::vector<std::uint32_t>& without_row,
                                                      const std::string& file);

/// Whether a unit is of a type that the table is about.
bool applies(const Units& units, std::size_t unit, const std::vector<std::string>& types);

/// The units as the matcher takes them.
std::vector<names::MatchUnit> match_units(const Units& units);

/// Joins rows to units by code, where the table has one, else by name within the district. Without any
/// field the table is the boundaries' own and row i means unit i; Error{data} when the counts differ.
TableJoin join_table(const Units& units, const model::Table& table, const JoinFields& fields,
                     const names::AliasBook& aliases);

}  // namespace ntmap::app
