#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/data/units.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"
#include "base/text.hpp"
#include "model/areas.hpp"
#include "model/polygon_set.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// A layer of areas, ready to be laid over units: one entry of each list an area, in the file's order.
struct AreaLayer {
  std::string id;
  base::Text title;
  model::AreaKind kind = model::AreaKind::water_supply;
  std::string file;
  model::PolygonSet polygons;      ///< in the units' CRS, valid; empty where an area was left out
  std::vector<std::string> codes;  ///< row numbers where the source names no field
  std::vector<std::string> names;  ///< may be empty texts
  std::vector<std::string> operators;
  std::vector<std::string>
      dates;           ///< in service (or expected), ISO; a bare year is its last day; empty: not said
  bool dated = false;  ///< the source has a field of years
  std::vector<std::optional<model::AreaStatus>> statuses;  ///< empty: not known, counted nowhere
  std::vector<double> capacity;                            ///< cubic metres a day; NaN: not said
  std::vector<double> households;                          ///< served; NaN: not said
  std::vector<double> declared;                            ///< hectares; NaN: not said
  base::Findings findings;  ///< how it was read, and each area with something wrong

  std::size_t size() const { return codes.size(); }
  /// "CN-03", with the name where there is one.
  std::string label(std::size_t area) const;
};

/// Reads a layer of areas and moves it to the units' CRS. Areas without a shape, far from all units or with
/// swapped axes are left out, each with an error finding. Throws Error for what cannot be read at all.
AreaLayer load_areas(const model::Project& project, const model::AreaSource& source, const Units& units,
                     const base::Job& job = {});

/// "2023", "2023-05-01", "31/12/2023", "12/2023" as an ISO date: the last day of what is named. Nothing for
/// other texts and years outside 1900-2100.
std::optional<std::string> area_date(const std::string& text);

}  // namespace ntmap::app
