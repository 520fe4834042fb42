#pragma once

#include "app/data/load_layer.hpp"

namespace ntmap::app {

/// Looks whether the coordinate system that a file declares or the request says puts the units where they can
/// be, and lowers its confidence where not: `crs.elsewhere` where most lie neither on Viet Nam's land nor
/// about its islands (an error where another system fits, which it names, or the request names a province;
/// single units: `geometry.off-land`); `crs.other-province` (error) where most lie outside the request's
/// province; `crs.other-zone` where a file declares a TM-3 zone of VN-2000 other than that which Circular
/// 973/2001/TT-TCĐC gives the request's province. Areas, whose requests find missing systems by the units,
/// are held against those instead.
void check_crs_place(const LayerRequest& request, const model::Layer& layer, crs::Description& declared,
                     base::Findings& findings);

}  // namespace ntmap::app
