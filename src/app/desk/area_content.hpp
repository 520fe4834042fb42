#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/areas/coverage_report.hpp"
#include "app/data/project_data.hpp"
#include "app/desk/unit_table.hpp"
#include "base/error.hpp"
#include "base/job.hpp"
#include "base/text.hpp"
#include "model/areas.hpp"

namespace ntmap::app {

/// What a person asks of one layer of areas.
struct AreaQuestion {
  std::string areas;                        ///< id of the [[areas]]
  std::vector<model::AreaStatus> statuses;  ///< which count; empty: those at work
  std::string by;                           ///< ISO date; empty: the period's
  std::optional<double> target;             ///< percent; empty: the layer's own
  bool operator==(const AreaQuestion&) const = default;
};

/// One area as a line of a list. NaN: not said, or not known.
struct AreaRow {
  std::uint32_t area = 0;
  base::Text label;     ///< code and name
  base::Text status;    ///< "đang xây dựng"
  std::string date;     ///< in service, ISO; may be empty
  std::string run_by;   ///< operator
  double capacity = 0;  ///< cubic metres a day
  double declared = 0;  ///< hectares
  double drawn = 0;
  double difference = 0;             ///< percent of what was declared
  double served = 0;                 ///< households declared
  double inside = 0;                 ///< weight within its pieces; NaN without weights
  double outside = 0;                ///< hectares outside every unit
  bool counted = false;              ///< by the question
  bool left_out = false;             ///< of every figure: a copy, without a shape, of an unknown status
  bool over_limit = false;           ///< declared and drawn differ by more than the layer's limit
  std::vector<std::uint32_t> units;  ///< that it touches

  /// Whether someone should look at it.
  bool to_check() const { return left_out || over_limit || outside > 0; }
};

/// What the panel of areas shows: one layer of areas over the map's units.
struct AreaContent {
  AreaQuestion question;
  std::string period;                            ///< id; empty without periods
  std::shared_ptr<const CoverageReport> report;  ///< null where `failure` says why
  UnitTable units;                               ///< a column a figure; see area_content()
  std::vector<AreaRow> rows;                     ///< every area, in the file's order
  std::vector<YearSum> series;                   ///< of the statuses asked for, over all years
  std::vector<std::string> years;             ///< ISO, the ends of the years in which areas come into service
  std::vector<std::uint8_t> table_differs;    ///< 1 a unit whose figure in the table is over the limit away
  std::vector<std::uint8_t> too_many_served;  ///< 1 a unit in which more households are served than there are
  double limit = 0;                           ///< percent, of the layer
  std::optional<base::Error> failure;

  /// Units in which something differs by more than the limit.
  bool to_check(std::size_t unit) const { return table_differs[unit] != 0 || too_many_served[unit] != 0; }
};

/// The units and the period of the map that the answer stands beside.
struct AreaMap {
  std::shared_ptr<const Units> units;
  std::string period;
};

/// Columns of `units`: name, district, unit_ha, covered_ha, covered_pct; with weights weight_pct and
/// difference_pct (points that people are ahead of ground); gap_pct with a target; built_pct (share with all
/// being built) where some are; table (the indicator `table_value`), there and served (households).
/// Throws Error for layers that cannot be read.
AreaContent area_content(ProjectData& data, const AreaMap& map, const AreaQuestion& question,
                         const base::Job& job = {});

/// Percent of the weights in these units that the areas reach; NaN without any.
double weight_share(const AreaContent& content, std::span<const std::uint32_t> units);

/// How a list of areas is sorted.
enum class AreaOrder : std::uint8_t {
  file,
  label,
  status,
  date,
  declared,
  drawn,
  difference,
  served,
  inside,
  outside
};

/// Indices into `rows`: those to be checked only, if so wanted; empty texts and NaN come last either way.
std::vector<std::size_t> sorted_areas(const AreaContent& content, AreaOrder order, bool descending,
                                      bool only_to_check);

}  // namespace ntmap::app
