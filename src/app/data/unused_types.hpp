#pragma once

#include <optional>
#include <span>

#include "base/finding.hpp"
#include "model/table.hpp"
#include "names/match.hpp"

namespace ntmap::app {

/// Says how many rows were matched by name though they say xã, phường or thị trấn, which the boundaries do
/// not, so that it could not be compared (join.types-unused, warning): "Thị trấn Thạch Hà" may have become Xã
/// Thạch Hà. Nothing where there are none.
std::optional<base::Finding> unused_types(const model::Table& table, std::span<const names::MatchRow> rows,
                                          std::span<const names::RowMatch> matches,
                                          std::span<const names::MatchUnit> units);

}  // namespace ntmap::app
