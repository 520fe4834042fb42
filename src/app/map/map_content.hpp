#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/areas/area_overlays.hpp"
#include "app/data/project_data.hpp"
#include "geom/label_point.hpp"
#include "model/class_list.hpp"
#include "model/theme.hpp"
#include "scene/cross.hpp"

namespace ntmap::app {

/// Units that a theme marks, as areas over the map: the first class is hatched, the rest is not there.
struct Marks {
  model::ClassList classes;  ///< k_class_no_data for units that are not marked
};

/// One theme in one period: what map, legend, table and exports all show.
struct MapContent {
  model::Theme theme;
  std::string period;  ///< id; empty when the project has no periods
  Figures figures;
  model::ClassList classes;
  std::optional<scene::BivariateKey> key;  ///< of a bivariate theme's classes
  std::optional<Marks> marks;              ///< of a theme with [themes.mark]
  std::vector<AreaOverlay> areas;          ///< what lies over the map, in painting order
  base::Text figure_title;                 ///< of the indicator, and its unit
  base::Text figure_unit;
  base::Text title;
  base::Text subtitle;  ///< place, count of units, period
  base::Text message;   ///< one sentence computed from the figures; may be empty
  base::Text source;    ///< source, notice and coordinate system
  base::Text notice;    ///< the project's: "ranh giới sơ đồ, số liệu minh họa"; may be empty
  base::Findings findings;
  std::shared_ptr<const std::vector<geom::LabelPoint>>
      label_points;  ///< one a unit, in the map's CRS; radius 0: none

  const Units& units() const { return *figures.units; }
};

/// Which map: a theme of the project and one of its periods. Empty texts choose the first theme and the
/// latest period that has figures.
struct MapChoice {
  std::string theme;
  std::string period;
  bool label_points = true;  ///< false: for pictures without names
  bool meeting = false;      ///< no more classes than can be told apart through a video codec
  std::optional<std::vector<std::string>> areas = {};  ///< ids to lie over the map; empty: the theme's own
  AreaFilter area_filter = {};                         ///< which of those areas are drawn
};

/// A sentence with its places {met}, {unmet}, {unknown}, {n}, {mean} and {sum} filled from the map's classes
/// and figures. `weights`, one a unit, weight the mean; empty: all units alike.
base::Text fill_message(const base::Text& pattern, const MapContent& map, const std::vector<double>& weights);

/// The first place in braces that fill_message() does not know; empty when there is none.
std::string unknown_place(const base::Text& pattern);

/// Puts a text in each language wherever the place ("{name}") stands.
void fill_place(base::Text& words, const std::string& place, const base::Text& with);

/// What weights the mean of the map's indicator, one a unit; empty: nothing does.
std::vector<double> mean_weights(ProjectData& data, const MapContent& map, const base::Job& job = {});

/// What a sheet says under its map where verdicts on it rest on illustrative thresholds; else empty.
base::Text illustrative_line(const Figures& figures);

/// "Tỉnh Hà Tĩnh · 69 xã, phường · cuối năm 2024"; a given place stands instead of the project's.
base::Text subtitle_of(const model::Project& project, const MapContent& map, const base::Text& place = {});

/// Throws Error for a theme or period that does not exist (naming the nearest) and for data that
/// cannot be used.
MapContent map_content(ProjectData& data, const MapChoice& choice, const base::Job& job = {});

/// "69 xã, phường": how many units, and what they are by their types; of all units, or of some.
base::Text count_of_units(const Units& units);
base::Text count_of_units(const Units& units, std::span<const std::uint32_t> some);

/// "Tỷ lệ hộ nghèo (%)".
base::Text titled_with_unit(const base::Text& title, const base::Text& unit);

/// "Tỉnh Hà Tĩnh", as the project writes it; may be empty.
base::Text place_of(const model::Project& project);

}  // namespace ntmap::app
