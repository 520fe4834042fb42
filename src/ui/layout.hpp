#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/geometry.hpp"
#include "geom/label_point.hpp"
#include "scene/camera.hpp"

namespace ntmap::ui {

/// Widths of the three columns of the window in whole pixels, so that the map's picture stays sharp.
struct Columns {
  float left = 0;
  float map = 0;
  float right = 0;     ///< 0: no unit panel there
  bool turns = false;  ///< both panels are wanted, and take turns in the left column
};

/// Divides `width` pixels at the interface `scale`. The map keeps at least a third of the window: side
/// panels give way first, then there is room for one of them only.
Columns lay_out_columns(float width, double scale, bool left_panel, bool unit_panel);

/// Heights of the map and of the panels below it, in whole pixels.
struct Rows {
  float map = 0;
  float bottom = 0;  ///< 0: no panels below
};

/// Divides `height` pixels: the panels below take `share` of it, at least four lines of text and at most
/// what leaves the map two fifths; on a window too low for both they give way.
Rows lay_out_rows(float height, double scale, double share, bool bottom_panels);

/// Whether a window is so low, at the interface `scale`, that a map and a table of use do not fit above one
/// another: then the panels below are folded to their tabs until one is wanted.
bool is_low(float height, double scale);

/// The share that panels below take of a window when they are unfolded: on a low one at least half. Unless
/// the user has `chosen` it, at least what the attribute table needs to show some rows.
double unfolded_share(float height, double scale, double share, bool chosen);

/// Which tabs of a row are shown, and how.
struct TabRow {
  bool brief = false;              ///< with their short titles
  std::vector<std::size_t> shown;  ///< in their order; the others are in a list behind the tabs
};

/// Fits tabs into `room` pixels: with whole titles where all fit, else with short ones, and where these do
/// not fit either as many as do; the `chosen` one is always shown. `whole` and `brief` are the widths of the
/// tabs, `list` that of the button behind them that lists the others.
TabRow lay_out_tabs(std::span<const float> whole, std::span<const float> brief, float room, float list,
                    std::size_t chosen);

/// Where a unit's name is written.
struct PlacedName {
  std::uint32_t unit = 0;
  base::Vec2 corner;  ///< top left, whole pixels of the picture
};

/// Chooses the names to write so that none touches another: roomiest units first, each at its own place,
/// and only where the unit is high enough for the line and the line not much wider than the unit.
/// `sizes` are the texts' width and height in pixels, one a unit; width 0 writes nothing. `circles` are radii
/// in pixels, one a unit, 0 without one (empty: none): names stand below them and keep off all of them, and
/// off the boxes of `covered` (pixels of the picture), which something else lies over.
std::vector<PlacedName> place_names(const scene::Camera& camera, std::span<const geom::LabelPoint> places,
                                    std::span<const base::Vec2> sizes, double gap,
                                    std::span<const double> circles = {},
                                    std::span<const base::Box> covered = {});

}  // namespace ntmap::ui
