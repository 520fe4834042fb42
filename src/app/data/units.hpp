#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/data/load_layer.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"
#include "model/layer.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// The units of one vintage, ready for maps: polygons in the map's CRS, identity as plain columns.
struct Units {
  std::string vintage;
  model::Layer layer;  ///< polygons in `crs`
  std::string crs;     ///< the map's CRS
  std::vector<std::string> codes;
  std::vector<std::string> names;           ///< without the type
  std::vector<std::string> types;           ///< "Xã"; empty texts when the file does not say
  std::vector<std::string> districts;       ///< names; empty texts when the file does not say
  std::vector<std::string> district_codes;  ///< empty texts when the file does not say
  std::vector<std::uint32_t> district_of;   ///< group number of each unit's district; all 0 without districts
  std::size_t district_count = 1;
  std::unordered_map<std::string, std::uint32_t> by_code;
  base::Findings findings;

  std::size_t size() const { return codes.size(); }
  /// "Xã Hương Khê"; just the name when the type is unknown, or the name says it itself.
  std::string full_name(std::size_t unit) const;
};

/// Throws Error{data} when the boundaries cannot be trusted enough to draw or export them: the file lost
/// units, or its coordinate system is one guess of several that fit alike. The findings say the same to
/// `info` and `check`, which go on.
void require_trustworthy(const Units& units);

/// Loads one vintage. `map_crs` empty: the source's own when it is projected, else VN-2000 of the place.
/// A code that stands twice keeps the first and is an error finding.
Units load_units(const model::Project& project, const model::Boundaries& boundaries, bool repair = true,
                 const base::Job& job = {});

}  // namespace ntmap::app
