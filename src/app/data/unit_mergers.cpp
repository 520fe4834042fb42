#include "app/data/unit_mergers.hpp"

#include <algorithm>

#include "criteria/mergers.hpp"

namespace ntmap::app {
namespace {

criteria::Date date_or_none(const std::string& iso) {
  return criteria::Date::parse(iso).value_or(criteria::Date{});
}

/// The crosswalk that leads to a vintage from the latest one before it; null when there is none.
const criteria::Crosswalk* crosswalk_to(const model::Project& project, const ProjectCrosswalks& crosswalks,
                                        const model::Boundaries& boundaries) {
  const criteria::Crosswalk* best = nullptr;
  std::string latest;
  for (const criteria::Crosswalk& one : crosswalks.all) {
    const model::Boundaries* from = project.find_boundaries(one.from);
    if (one.to != boundaries.id || from == nullptr || from->valid_from >= boundaries.valid_from) continue;
    if (best != nullptr && from->valid_from <= latest) continue;
    best = &one;
    latest = from->valid_from;
  }
  return best;
}

/// The changes that lead to a vintage, the latest first. Each goes to an earlier vintage, so this ends.
std::vector<criteria::UnitChange> changes_to(const model::Project& project,
                                             const ProjectCrosswalks& crosswalks,
                                             const model::Boundaries& boundaries) {
  std::vector<criteria::UnitChange> changes;
  const model::Boundaries* at = &boundaries;
  while (const criteria::Crosswalk* crosswalk = crosswalk_to(project, crosswalks, *at)) {
    const model::Boundaries& from = *project.find_boundaries(crosswalk->from);
    changes.push_back({crosswalk,
                       {date_or_none(from.valid_from), date_or_none(from.valid_to)},
                       date_or_none(at->valid_from)});
    at = &from;
  }
  return changes;
}

}  // namespace

std::vector<std::optional<criteria::Merger>> unit_mergers(const model::Project& project,
                                                          const ProjectCrosswalks& crosswalks,
                                                          const Registers& registers, const UnitTree& tree,
                                                          const model::Boundaries& boundaries) {
  const std::vector<criteria::UnitChange> changes = changes_to(project, crosswalks, boundaries);
  // Districts have crosswalks of their own; these are about the units of the map.
  const criteria::Units units(tree.units.begin(),
                              tree.units.begin() + static_cast<std::ptrdiff_t>(tree.map_count));
  auto out = criteria::mergers_of(units, changes, registers.recognitions.rows, registers.counted);
  out.resize(tree.size());
  return out;
}

std::vector<std::optional<criteria::Merger>> mergers_since(const model::Project& project,
                                                           const ProjectCrosswalks& crosswalks,
                                                           const std::string& vintage, const Units& units) {
  std::vector<std::optional<criteria::Merger>> none(units.size());
  const model::Boundaries* boundaries = project.find_boundaries(units.vintage);
  if (boundaries == nullptr) return none;
  std::vector<criteria::UnitChange> changes = changes_to(project, crosswalks, *boundaries);
  const auto first = std::find_if(changes.begin(), changes.end(), [&](const criteria::UnitChange& change) {
    return change.crosswalk->from == vintage;
  });
  if (first == changes.end()) return none;
  changes.erase(first + 1, changes.end());
  criteria::Units plain(units.size());
  for (std::size_t i = 0; i < plain.size(); ++i) plain[i].code = units.codes[i];
  return criteria::mergers_of(plain, changes, {}, {});
}

}  // namespace ntmap::app
