#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "model/table.hpp"

namespace ntmap::model {

/// What areas on the ground are for.
enum class AreaKind : std::uint8_t { land_consolidation, water_supply };
std::string_view name_of(AreaKind kind);  ///< "land-consolidation", "water-supply"
std::optional<AreaKind> area_kind_from(std::string_view name);
/// "Tập trung, tích tụ ruộng đất", "Cấp nước sạch tập trung".
base::Text title_of(AreaKind kind);

/// How far an area has come, the furthest first.
enum class AreaStatus : std::uint8_t { working, building, planned };
inline constexpr std::size_t k_area_statuses = 3;
std::string_view name_of(AreaStatus status);  ///< "working", "building", "planned"
std::optional<AreaStatus> area_status_from(std::string_view name);
/// "đang hoạt động", "đang xây dựng", "quy hoạch".
base::Text title_of(AreaStatus status);

/// How hectares are measured.
enum class HectareKind : std::uint8_t {
  geodesic,  ///< on the ellipsoid
  planar,    ///< in the plane of the map's coordinate system, as land registers do
};

/// A layer of areas: consolidated land, or the service areas of water schemes. Fields may be empty.
struct AreaSource {
  std::string id;
  base::Text title;
  AreaKind kind = AreaKind::water_supply;
  std::string file;  ///< PATH[:layer], relative to the project file
  std::string encoding = "auto";
  std::string crs;   ///< overrules the file's own
  std::string code;  ///< field names in the file
  std::string name;
  std::string year;    ///< year or date in service; planned ones: expected
  std::string status;  ///< empty: every area is at work
  std::string operated_by;
  std::string capacity;                     ///< cubic metres a day
  std::string households;                   ///< households served
  std::string hectares;                     ///< hectares declared
  std::map<std::string, AreaStatus> words;  ///< words of the status field besides the usual ones
  double limit = 5;                         ///< percent by which declared and measured may differ
  double target = k_no_data;                ///< percent of a unit to be covered; NaN: none is set
  std::string weights;                      ///< id of a WeightSource; empty: by area only
  std::string unit_households;              ///< indicator: households in each unit
  std::string table_value;                  ///< indicator that says in figures what the areas show
};

/// Where people or houses are: a raster whose cells hold counts, or points.
struct WeightSource {
  std::string id;
  base::Text title;
  base::Text unit;    ///< "hộ", "người"
  std::string file;   ///< PATH[:layer], relative to the project file
  std::string field;  ///< points: field with the count; empty: each counts 1
  int band = 1;       ///< raster, from 1
  std::string crs;    ///< overrules the file's own
};

/// What a figure computed from areas is.
enum class CoverageFigure : std::uint8_t {
  share,     ///< percent of the unit covered
  hectares,  ///< of the unit covered
  gap,       ///< percentage points that the share lacks to the target; 0 when it is reached
  without,   ///< households in the unit that are not covered
  growth,    ///< hectares covered more than at the date `since`
  added,     ///< percentage points that areas not yet at work would add
};
std::string_view name_of(CoverageFigure figure);  ///< "share", "hectares", ...
std::optional<CoverageFigure> coverage_figure_from(std::string_view name);
const std::vector<std::string>& coverage_figure_names();

/// An indicator's `compute = "coverage:..."` with its keys.
struct CoverageRule {
  CoverageFigure figure = CoverageFigure::share;
  std::string areas;                 ///< id of an AreaSource
  std::string weights;               ///< share by people; empty: by area
  std::vector<AreaStatus> statuses;  ///< which areas count; empty: those at work
  std::string by;                    ///< ISO date up to which areas count; empty: the period's
  std::string since;                 ///< growth: ISO date; empty: a year before
  double target = k_no_data;         ///< gap: percent; NaN: the areas' own
  std::string of;  ///< without: indicator of households, empty: the areas' own; share: of hectares
};

}  // namespace ntmap::model
