#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/map/map_content.hpp"
#include "app/map/render_options.hpp"
#include "model/line_set.hpp"
#include "scene/layer_source.hpp"
#include "sheet/request.hpp"

namespace ntmap::app {

/// Polygons that the map engine draws, and the groups whose borders are stronger.
struct DrawnPolygons {
  std::shared_ptr<const model::PolygonSet> polygons;
  scene::BorderGroups groups;
};

/// A sheet's request together with all that it points to. Moves, but is not copied.
struct SheetContent {
  SheetContent() = default;
  SheetContent(SheetContent&&) = default;
  SheetContent& operator=(SheetContent&&) = default;

  sheet::SheetRequest request;
  std::deque<model::LineSet> lines;
  std::deque<model::ClassList> classes;
  std::map<const model::PolygonSet*, DrawnPolygons> drawn;  ///< every set of polygons of the request
};

/// The sheet of one map. `map` must outlive it.
SheetContent sheet_of(const MapContent& map, const RenderOptions& options);

/// The same for callers that add lines of their own.
SheetContent sheet_without_borders(const MapContent& map, const RenderOptions& options);

/// Under the legend: which bound a class includes, and how many units have no circle because their value is
/// 0. May be empty.
base::Text legend_note(const MapContent& map);

/// Border lines of units by rank, kept in `content`: every border once, those between districts, the outline.
std::vector<sheet::Borders> add_borders(SheetContent& content, const Units& units);

/// The polygons of units, which the pointer keeps.
std::shared_ptr<const model::PolygonSet> polygons_of(const std::shared_ptr<const Units>& units);

/// "21/11/2026" in Vietnamese, as it is in English. Throws Error{usage} for what is no ISO date.
base::Text written_date(const std::string& iso);

}  // namespace ntmap::app
