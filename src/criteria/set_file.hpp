#pragma once

#include <filesystem>
#include <span>
#include <string_view>

#include "criteria/criteria_set.hpp"

namespace ntmap::criteria {

/// Reads one set (docs/criteria.md). Throws base::Error with file and line: a key that is unknown (the
/// nearest is named), missing or of a wrong type, a rule that does not read, two wordings or two thresholds
/// for one region and year, a gap the file does not own up to.
CriteriaSet load_set(const std::filesystem::path& file);

/// Lays the thresholds of an overlay over the sets of the catalogue: each fills a threshold that the set
/// leaves unknown. Throws with file and line: an unknown set, indicator or part (the nearest is named), a
/// threshold the set has already, two rows for one region and year.
void load_overlay(Catalogue& catalogue, const std::filesystem::path& file);
/// The same of an overlay's text that may not be saved yet; `file` is its name in messages.
void load_overlay(Catalogue& catalogue, const std::filesystem::path& file, std::string_view text);

/// Reads sets and overlays and checks them together (check_catalogue).
Catalogue load_catalogue(std::span<const std::filesystem::path> sets,
                         std::span<const std::filesystem::path> overlays);

/// Throws base::Error{data}, with file and line, for what only shows once all sets are there: a set,
/// indicator or figure that is named and not there, and prerequisites that run in a circle.
void check_catalogue(const Catalogue& catalogue);

}  // namespace ntmap::criteria
