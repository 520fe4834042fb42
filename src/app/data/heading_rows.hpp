#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "base/finding.hpp"
#include "model/table.hpp"
#include "names/match.hpp"

namespace ntmap::app {

/// Rows that are called like a district: its heading with a subtotal above (or below) its communes, or the
/// town of that name. Row numbers count from 0, ascending.
struct HeadingRows {
  std::vector<std::size_t> headings;  ///< no units, left out as totals are
  std::vector<std::size_t> doubtful;  ///< matched to a town that is as likely not meant: to be ambiguous
  std::vector<std::size_t> towns;     ///< taken for the town though nothing else says so: to be told
};

/// Finds them. `rows` and `matches` are what the table says and means, one a row of it.
///
/// A heading is numbered so ("I" above 1, 2, 3; "1" above 1.1), or its figure is the sum of the rows up to
/// the next such row; or it stands first (or last) among the communes of its district and either is the one
/// that is not counted or every district of the file has such a row, some called like no unit. Never a row
/// whose name or type says xã, phường or thị trấn, nor one with a unit's code.
///
/// What stands there without any of these is the town where other districts have no such row, or where other
/// towns of the district have rows as well, which is told unless the rows are counted. Else it is the town
/// only where the rows are counted and each other unit of the district has one. It is doubtful in any case
/// where a figure looks like a subtotal or a mean, where half of the rows that stand so are headings or
/// doubtful, and where another row means the same town.
///
/// Each file or sheet of a table is looked at by itself, for offices differ.
HeadingRows find_headings(const model::Table& table, const std::string& name_field,
                          std::span<const names::MatchRow> rows, std::span<const names::RowMatch> matches,
                          std::span<const names::MatchUnit> units);

/// Makes the match of a doubtful row ambiguous, with both that it may mean and how to say which.
void doubt(names::RowMatch& match, std::span<const names::MatchUnit> units);

/// Says which rows were left out as headings (table.heading-rows, note) and which were taken for towns
/// (join.town-or-heading, warning); nothing where there are none.
base::Findings heading_findings(const model::Table& table, const std::string& name_field,
                                const HeadingRows& rows);

}  // namespace ntmap::app
