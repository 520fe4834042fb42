#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/finding.hpp"
#include "model/table.hpp"
#include "names/aliases.hpp"
#include "names/match.hpp"

namespace ntmap::app {

/// A person's word on one row: it means the unit of that code.
struct ConfirmedRow {
  std::string row;  ///< as the report numbers it
  std::string code;
};

/// The rows of a join report that a person has given a code: those that were not matched and now have one.
/// Reads what spreadsheets make of the report (";", lost zeros). Throws Error for a file that is no report.
std::vector<ConfirmedRow> confirmed_in_report(const std::string& path);

/// The alias file; none yet is an empty list. Throws Error for a file that does not read.
std::vector<names::Alias> read_alias_file(const std::string& path);

/// Whether a row may be confirmed as a unit of another district than the row says.
enum class Elsewhere : std::uint8_t { refused, allowed };

/// Adds confirmed rows to aliases: the row's name, district and province as spelled then mean that unit; an
/// earlier choice for the same spelling is replaced. Throws Error naming a row that is not in the table or
/// has no name, a code that is no unit's or of several, and all rows that name a district of the units' which
/// is not their unit's (a slip of a digit is easily made); where that is allowed each is a warning. A unit
/// whose name is nothing like the row's is a warning too (join.confirmed-elsewhere, join.confirmed-unlike).
base::Findings confirm(std::vector<names::Alias>& aliases, const std::vector<ConfirmedRow>& confirmed,
                       const model::Table& table, const std::vector<names::MatchRow>& rows,
                       const std::vector<names::MatchUnit>& units, Elsewhere elsewhere);

/// Writes the alias file anew; a reader never sees half of it.
void write_alias_file(const std::string& path, const std::vector<names::Alias>& aliases);

/// The number by which reports call a row: the table's own column "row", else its place from 1.
std::string row_number(const model::Table& table, std::size_t row);

}  // namespace ntmap::app
