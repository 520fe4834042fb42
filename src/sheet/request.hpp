#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.hpp"
#include "base/text.hpp"
#include "model/class_list.hpp"
#include "model/line_set.hpp"
#include "model/polygon_set.hpp"
#include "scene/cross.hpp"
#include "scene/legend.hpp"
#include "sheet/page.hpp"

namespace ntmap::sheet {

enum class Style : std::uint8_t {
  normal,   ///< title, map with names, legend with counts, source
  meeting,  ///< for compressed screen sharing: nothing small, numbers on the map, names in a list
  plain,    ///< polygons and borders only, the whole page
};

/// Where a unit's label stands best (geom::label_point), in CRS units.
struct LabelAnchor {
  base::Vec2 point;
  double radius = 0;
};

/// Border lines of one rank, drawn over those of lower rank.
struct Borders {
  const model::LineSet* lines = nullptr;
  int rank = 0;  ///< 0 communes, 1 districts, 2 the province
};

/// A remark that points at a unit, on a plate of its own.
struct Annotation {
  std::size_t unit = 0;
  base::Text text;
};

/// One of several small maps on a sheet, in the same classes.
struct SmallMap {
  base::Text title;
  std::vector<std::uint8_t> class_of;           ///< as ClassList::class_of
  const model::PolygonSet* polygons = nullptr;  ///< units of its own, as of another year; null: the request's
  std::vector<Borders> borders;                 ///< of those units; empty with null polygons
};

/// Areas over the fills and under the borders: service areas, or hatching over units that are marked.
struct Overlay {
  const model::PolygonSet* polygons = nullptr;  ///< in the map's CRS; required
  const model::ClassList* classes = nullptr;    ///< of these polygons; required
  double opacity = 1;                           ///< of the fill, 0..1; 0: hatching only
  bool legend = true;                           ///< its classes stand in the legend
  double hatch_opacity = 1;                     ///< of the hatching, 0..1
};

/// Circles at the units' label points; their area grows with the value.
struct Symbols {
  std::vector<double> values;  ///< one a unit; none is drawn for NaN, zero and less
  base::Text title;            ///< over their part of the legend, with the unit
};

/// A part of the map that the sheet is about: the page shows it large, and a small map shows where it lies.
struct Focus {
  base::Box world;                   ///< CRS units
  std::vector<std::uint8_t> inside;  ///< 1 for the units that the page is about, one a unit
};

/// All that a sheet shows. Pointers are not owned and must outlive the layout and the painting; those that
/// may be null say so. Texts that are empty are left out.
struct SheetRequest {
  Page page;
  Style style = Style::normal;
  base::Lang lang = base::Lang::vi;

  base::Text title;
  base::Text subtitle;
  base::Text message;  ///< one sentence of meaning; **words between stars** are bold
  base::Text source;   ///< source, coordinate system, date; and what must be said about the data

  const model::ClassList* classes = nullptr;    ///< required
  const model::PolygonSet* polygons = nullptr;  ///< required, projected; feature i has class_of[i]
  std::vector<Borders> borders;                 ///< empty: each polygon's rings are drawn
  std::vector<Overlay> overlays;                ///< painted in this order; not on small maps
  std::optional<Symbols> symbols;               ///< requires anchors
  std::optional<Focus> focus;                   ///< empty: the map shows all units
  double metres_per_unit = 1;                   ///< of the CRS; 0 (degrees): no scale bar

  std::vector<std::string> names;       ///< one a unit; empty: no labels
  std::vector<LabelAnchor> anchors;     ///< one a unit; required with names and symbols
  std::vector<double> importance;       ///< one a unit, larger first; empty: by the anchor's radius
  std::optional<base::Box> world;       ///< the part to show, CRS units; none: all units
  std::vector<std::size_t> selected;    ///< units with a thick outline
  std::vector<Annotation> annotations;  ///< meeting style only; require anchors
  double least_text = 0;                ///< meeting style only: least text size, of 1,080 lines; 0: its own

  std::vector<std::size_t> list_order;  ///< units in the order of the meeting list; empty: as they come

  scene::LegendOptions legend;
  bool counts = true;                        ///< units of each class beside its label
  const scene::BivariateKey* key = nullptr;  ///< a colour square instead of the classes' rows; null: none
  base::Text legend_note;                    ///< small, under the legend (scene::closure_note)
  const std::vector<double>* histogram = nullptr;  ///< values for bars beside the legend; null: none
  base::Text histogram_title;                      ///< under the bars: what is counted

  std::vector<SmallMap> maps;  ///< not empty: a grid of small maps instead of the one map

  bool labels = true;
  bool north_arrow = true;
  bool scale_bar = true;
  bool inset = true;  ///< islands far from the rest get a frame of their own

  std::string date;  ///< "2026-11-21": written into a PDF, whose bytes then depend on the request alone
};

}  // namespace ntmap::sheet
