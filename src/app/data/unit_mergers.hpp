#pragma once

#include <optional>
#include <vector>

#include "app/data/crosswalk_steps.hpp"
#include "app/data/unit_tree.hpp"
#include "app/programme/registers.hpp"
#include "criteria/levels.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// What mergers and splits made the units of a vintage, one entry a unit of the tree: by the project's
/// crosswalks, vintage after vintage, and by its register of titles. Needs no map of the old units.
std::vector<std::optional<criteria::Merger>> unit_mergers(const model::Project& project,
                                                          const ProjectCrosswalks& crosswalks,
                                                          const Registers& registers, const UnitTree& tree,
                                                          const model::Boundaries& boundaries);

/// The same for `units` as against those of an earlier vintage, without titles: what was put together or
/// split since. Nothing for units that are still the same, and for all where no crosswalk leads from there.
std::vector<std::optional<criteria::Merger>> mergers_since(const model::Project& project,
                                                           const ProjectCrosswalks& crosswalks,
                                                           const std::string& vintage, const Units& units);

}  // namespace ntmap::app
