#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/areas/load_areas.hpp"
#include "app/areas/load_weights.hpp"
#include "app/data/units.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"
#include "geom/overlay.hpp"
#include "model/areas.hpp"

namespace ntmap::app {

/// Which areas count: for each status the last day in service, ISO; an empty text takes areas of any date
/// and those without one, and nothing leaves the status out. Layers without dates at all count at any date.
struct CoverageChoice {
  std::array<std::optional<std::string>, model::k_area_statuses> until;

  auto operator<=>(const CoverageChoice&) const = default;
};

/// Areas at work by that day.
CoverageChoice at_work(const std::string& by);
/// Areas of these statuses (none given: those at work) by that day.
CoverageChoice choice_of(std::span<const model::AreaStatus> statuses, const std::string& by);
/// The same statuses, but in service by that day at the latest.
CoverageChoice no_later_than(const CoverageChoice& choice, const std::string& day);
/// Areas at work by that day and, whatever their date, all of the statuses up to `last`: the "what if".
CoverageChoice with_all_up_to(model::AreaStatus last, const std::string& by);

/// How much chosen areas cover of each unit, overlaps counted once.
struct Cover {
  std::vector<double> hectares;
  std::vector<double> shares;  ///< percent of the unit's area; NaN for a unit without area
  double total = 0;            ///< hectares
};

/// One layer of areas laid over the units of one vintage. Immutable but for what it keeps; safe to use from
/// several threads.
class Coverage {
 public:
  /// Lays the areas over the units, on all threads. Hectares are geodesic or planar in the units' CRS.
  /// Throws Error for units in degrees that should be measured in the plane.
  Coverage(std::shared_ptr<const Units> units, std::shared_ptr<const AreaLayer> areas,
           model::HectareKind hectares, const base::Job& job = {});

  const Units& units() const { return *m_units; }
  const std::shared_ptr<const Units>& shared_units() const { return m_units; }
  const AreaLayer& areas() const { return *m_areas; }
  model::HectareKind hectare_kind() const { return m_kind; }
  /// What each unit and area share, which areas overlap, and by how much: all in hectares. Without polygons.
  const geom::Overlay& overlay() const { return m_overlay; }
  const std::vector<double>& unit_hectares() const { return m_unit_hectares; }
  const std::vector<double>& area_hectares() const { return m_overlay.area_measure; }
  const std::vector<double>& outside_hectares() const { return m_overlay.outside; }  ///< of each area
  /// Feature i is what overlay().pairs[i] share, in the map's CRS. Made when first asked for, and kept.
  const model::PolygonSet& pieces(const base::Job& job = {}) const;

  /// Whether an area is drawn a second time: it covers what another does already and is counted nowhere.
  bool duplicate(std::size_t area) const { return m_duplicate[area] != 0; }
  /// Whether an area counts in no figure whatever is chosen: it is a duplicate, has no shape among the units
  /// (a line, far away, swapped axes) or a status that is not known.
  bool left_out(std::size_t area) const;
  /// Whether there are areas of a status that are not left out.
  bool has(model::AreaStatus status) const;
  /// One entry an area: 1 where it counts.
  std::vector<std::uint8_t> chosen(const CoverageChoice& choice) const;
  /// Computed once for each choice.
  std::shared_ptr<const Cover> cover(const CoverageChoice& choice, const base::Job& job = {}) const;
  /// Feature u is the covered part of unit u, in the map's CRS. Computed once for each choice.
  std::shared_ptr<const model::PolygonSet> covered(const CoverageChoice& choice,
                                                   const base::Job& job = {}) const;

  /// The areas as a layer without overlaps to be drawn, a feature a class (geom::stacked). Computed once for
  /// each way of putting them into classes, so that what is drawn again is the same object.
  std::shared_ptr<const model::PolygonSet> stacked(const std::vector<std::uint32_t>& class_of,
                                                   std::size_t classes, const base::Job& job = {}) const;

  /// Overlaps, areas outside every unit, areas given twice; not those of reading (areas().findings).
  const base::Findings& findings() const { return m_findings; }

 private:
  using Measure = std::function<double(const model::PolygonSet& polygons, std::size_t feature)>;
  bool all_count(const std::vector<std::uint8_t>& chosen) const;
  void find_duplicates();
  void tell_overlaps();
  void tell_outside();
  void check_sums();

  std::shared_ptr<const Units> m_units;
  std::shared_ptr<const AreaLayer> m_areas;
  model::HectareKind m_kind;
  Measure m_measure;
  geom::Overlay m_overlay;
  std::vector<double> m_unit_hectares;
  std::vector<std::uint8_t> m_duplicate;
  base::Findings m_findings;
  mutable std::recursive_mutex m_mutex;  // of what is made when asked for
  mutable std::optional<geom::Overlay> m_with_pieces;
  mutable std::map<CoverageChoice, std::shared_ptr<const Cover>> m_covers;
  mutable std::map<CoverageChoice, std::shared_ptr<const model::PolygonSet>> m_covered;
  mutable std::map<std::vector<std::uint32_t>, std::shared_ptr<const model::PolygonSet>> m_stacked;
};

/// Percent of each unit's weight that the cover reaches; NaN for units without any.
struct WeightedCover {
  std::vector<double> all;      ///< weight in each unit
  std::vector<double> reached;  ///< and in its covered part
  std::vector<double> shares;   ///< percent
  double share = 0;             ///< percent of the whole weight in units
};

WeightedCover weigh(const Coverage& coverage, const CoverageChoice& choice, const Weights& weights,
                    const std::vector<double>& unit_weights, const base::Job& job = {});

}  // namespace ntmap::app
