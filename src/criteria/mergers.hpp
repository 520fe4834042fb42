#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "criteria/code_validity.hpp"
#include "criteria/crosswalk.hpp"
#include "criteria/levels.hpp"

namespace ntmap::criteria {

/// One change of units on the way to those asked about.
struct UnitChange {
  const Crosswalk* crosswalk = nullptr;
  CodeValidity old_days;  ///< when the old units hold; their codes mean them then
  Date from;              ///< the first day of the new units
};

/// What a crosswalk and a register of titles say of new units. `changes` lead to them, the latest first, and
/// `recognitions` are the whole register, of all vintages. One entry a unit; nothing for units that no merger
/// or split made: a unit moved, renamed or of another type keeps its titles.
/// A part that the register does not know holds what its own parts held (rules M01, M02).
std::vector<std::optional<Merger>> mergers_of(const Units& units, std::span<const UnitChange> changes,
                                              std::span<const Recognition> recognitions, Counted counted);

}  // namespace ntmap::criteria
