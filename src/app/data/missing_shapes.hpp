#pragma once

#include "base/finding.hpp"
#include "model/layer.hpp"

namespace ntmap::app {

/// "đối tượng 4": a feature as its file counts them.
base::Text feature_place(const model::Layer& layer, std::size_t feature);

/// Names the unit of each feature in the place of findings about it ("đối tượng 4, Xã Kỳ Anh, 18073"), by the
/// first two fields with a text, and adds an error (geometry.missing) for each feature without a shape that
/// no error tells of: its unit would be on no map, without a word.
void tell_missing_shapes(const model::Layer& layer, base::Findings& findings);

}  // namespace ntmap::app
