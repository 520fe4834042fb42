#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.hpp"
#include "scene/unit_raster.hpp"

namespace ntmap::scene {

/// A label to place: text for a unit that covers `point`.
struct LabelRequest {
  std::uint32_t unit = 0;  ///< as in the UnitRaster
  std::string text;
  base::Vec2 point;        ///< where it stands best (geom::label_point), page pixels
  double importance = 0;   ///< larger ones come first where two want the same place
  double circle = 0;       ///< radius of a circle about `anchor` that the label names; 0: none, page pixels
  base::Vec2 anchor = {};  ///< with a circle: its centre, from whose edge a leader starts
};

struct LabelRules {
  double font = 20;             ///< wanted text size, page pixels
  double smallest_font = 14;    ///< labels may shrink to this to fit
  double gap = 2;               ///< free space round each label, page pixels
  bool wrap = true;             ///< may break at a space into two lines
  bool overhang = true;         ///< may stick out of the unit, over empty ground rather than over others
  double least_own = 0.45;      ///< share of a label that sticks out that must lie in its unit
  double most_foreign = 0.3;    ///< share that may lie in other units
  bool leaders = true;          ///< may stand outside all units with a line to the unit
  double longest_leader = 160;  ///< page pixels
};

/// Width and height (with room for stacked accents) of one line at a text size; linear in the size.
using MeasureText = std::function<base::Vec2(std::string_view line, double font)>;

struct PlacedLabel {
  std::size_t request = 0;         ///< index into the requests
  std::vector<std::string> lines;  ///< one or two
  double font = 0;                 ///< page pixels
  base::Box box;                   ///< text without gap, page pixels
  bool inside = false;             ///< wholly within its unit
  bool leader = false;             ///< a line runs from leader_from (the unit) to leader_to (the box)
  base::Vec2 leader_from = {};
  base::Vec2 leader_to = {};
};

struct LabelPlacement {
  std::vector<PlacedLabel> placed;
  std::vector<std::size_t> unplaced;  ///< requests without a place, most important first
};

/// Places labels so that no two boxes overlap, none covers an obstacle and all lie in the raster's frame:
/// within the unit at the point or near it, else in two lines or smaller, else sticking out a little,
/// else outside with a leader line that crosses no label and no other leader. Deterministic.
/// `standing` are labels placed before, with whatever rules: they stay, and these keep off them.
LabelPlacement place_labels(std::span<const LabelRequest> requests, const UnitRaster& raster,
                            std::span<const base::Box> obstacles, const LabelRules& rules,
                            const MeasureText& measure, std::span<const PlacedLabel> standing = {});

}  // namespace ntmap::scene
