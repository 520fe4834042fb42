#pragma once

#include <string>
#include <vector>

#include "app/data/load_layer.hpp"
#include "app/data/units.hpp"
#include "base/finding.hpp"
#include "crs/crs.hpp"
#include "model/layer.hpp"
#include "model/polygon_set.hpp"

namespace ntmap::app {

/// A coordinate system in which areas fall on the units.
struct AreaSystem {
  crs::Description crs;
  double on_units = 0;  ///< percent of the areas asked whose middle falls on a unit
};

/// The systems that would put the areas inside the country, those first by which most of them fall on the
/// units; systems alike in that keep the order of crs::guess_from_extent(), but the units' own comes first.
/// Neighbouring zones are 30 to 50 km apart, so that the extent alone cannot tell them.
std::vector<AreaSystem> fitting_systems(const model::PolygonSet& areas, const Units& units,
                                        const std::string& province);

/// The system of a layer that names none: the one by which the areas fall on the units, told in a finding
/// with its confidence. Where several fit alike that finding is an error (k_rule_ambiguous_crs).
/// Throws Error{data} when there is none, or when the axes are swapped.
crs::Description missing_area_crs(const LayerRequest& request, const model::Layer& layer, const Units& units,
                                  base::Findings& findings);

}  // namespace ntmap::app
