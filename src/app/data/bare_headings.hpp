#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "model/table.hpp"
#include "names/match.hpp"

namespace ntmap::app {

/// Rows that found no unit and say nothing of one but the name of a district ("Huyện Can Lộc", alone in cells
/// merged across the table), or that name beside a code that is too short for a unit's (436 where units have
/// 18406). Row numbers count from 0, ascending.
std::vector<std::size_t> bare_headings(const model::Table& table, std::span<const names::MatchRow> rows,
                                       std::span<const names::RowMatch> matches,
                                       std::span<const names::MatchUnit> units);

}  // namespace ntmap::app
