#pragma once

#include <string>

#include "app/data/units.hpp"

namespace ntmap::app {

/// The units of one vintage for a browser, as a JSON object: `w` and `h`, the size of a whole-number grid
/// with y down; `arcs`, every border once (steps from point to point, written by step_text, arcs ended by a
/// blank); `rings`, for each unit its rings as lists of arcs, ~i for arc i walked backwards; and how CRS
/// units come onto the grid (`x`, `y`, `s`: the west and north edge, and grid steps a CRS unit). Borders are
/// simplified once for both sides, so that neighbours still share them.
std::string deck_shapes(const Units& units);

/// Whole numbers as printable text: for each, its sign in the lowest bit, then five bits a letter, lowest
/// first, from code 63 on; all but the last letter of a number have 32 added; "!" stands for the backslash.
void step_text(std::string& out, long step);

}  // namespace ntmap::app
