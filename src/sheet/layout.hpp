#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/geometry.hpp"
#include "model/class_list.hpp"
#include "model/colour.hpp"
#include "scene/unit_raster.hpp"
#include "sheet/request.hpp"

namespace ntmap::sheet {

/// One line of text in one weight.
struct TextRun {
  std::string text;
  base::Vec2 at;  ///< left end of the baseline
  double size = 0;
  bool bold = false;
  model::Rgb ink;
  double halo = 0;  ///< width around the letters; 0: none
  model::Rgb halo_ink;
};

/// A box, perhaps with round corners, an edge or a hatch.
struct Shape {
  base::Box box;
  double radius = 0;
  std::optional<model::Rgb> fill = std::nullopt;
  model::Hatch hatch = model::Hatch::none;
  double edge = 0;  ///< width of the outline; 0: none
  model::Rgb edge_ink = {};
  std::optional<model::Rgb> hatch_ink = std::nullopt;  ///< empty: one that suits the fill
};

/// A straight line.
struct Rule {
  base::Vec2 from;
  base::Vec2 to;
  double width = 1;
  model::Rgb ink;
};

/// A filled polygon, such as the head of the north arrow.
struct Outline {
  std::vector<base::Vec2> points;
  model::Rgb fill;
};

using Item = std::variant<Shape, Rule, Outline, TextRun>;

/// A window on the map: page pixels, whole numbers, and how CRS units get there.
struct MapFrame {
  base::Box box;
  scene::ToPage to_page;
  std::size_t map = 0;  ///< which of SheetRequest::maps; 0 when there is one map
  bool inset = false;
  bool overview = false;  ///< an inset that shows where the page's part lies: thin borders, no overlays

  int width() const { return static_cast<int>(box.width()); }
  int height() const { return static_cast<int>(box.height()); }
  /// The part of the world that is seen: what a picture of this frame must show.
  base::Box world() const;
};

/// How borders of one rank are drawn.
struct BorderLook {
  double width = 0;  ///< page pixels
  model::Rgb ink;
};

/// A sheet ready to paint: everything has its place, measured with the fonts that will be used.
struct Layout {
  Page page;
  double unit = 1;  ///< page pixels of one pixel of a 1920 x 1080 picture
  model::Rgb ground;
  std::array<BorderLook, 3> borders;  ///< communes, districts, the province
  std::vector<MapFrame> frames;       ///< main map (or small maps) first, insets last; painted in this order
  std::vector<Item> items;            ///< over the maps, in painting order
  std::vector<std::size_t> unplaced;  ///< units whose name (meeting style: number) found no place on the map

  /// How borders are drawn in one of the frames.
  std::array<BorderLook, 3> borders_in(const MapFrame& frame) const;
};

/// Lays a sheet out. Throws Error{usage} when classes and polygons do not go together.
Layout layout(const SheetRequest& request);

}  // namespace ntmap::sheet
