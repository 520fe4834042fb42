#pragma once

#include "base/finding.hpp"
#include "crs/crs.hpp"
#include "model/layer.hpp"

namespace ntmap::app {

/// Vertices and parts that lie where none of the layer's can: outside Viet Nam and its sea (among these 0,
/// 0), an error (geometry.outside-country), unless half of the parts do (data of another country, or a wrong
/// system). Where `units` says that the features are administrative units, a part more than 50 km from the
/// rest of its unit is a warning (geometry.far-part), but for islands that are known to lie so.
base::Findings far_part_findings(const model::Layer& layer, const crs::Description& crs, bool units);

}  // namespace ntmap::app
