#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "model/table.hpp"
#include "names/match.hpp"

namespace ntmap::app {

/// Makes rows ambiguous of which several mean one unit, one of them by its name: which is meant only their
/// author knows. Leaves tables of several years alone: where half of the units have several rows, and rows
/// that a column of years tells apart. Rows that are matched by code alone are a matter of their figures.
void doubt_double_claims(const model::Table& table, std::span<const names::MatchUnit> units,
                         names::MatchReport& report);

/// Whether a column that holds nothing but years says another year in each of these rows.
bool are_of_different_years(const model::Table& table, const std::vector<std::size_t>& rows);

}  // namespace ntmap::app
