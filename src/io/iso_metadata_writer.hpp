#pragma once

#include <string>

#include "base/geometry.hpp"
#include "io/export_layer.hpp"

namespace ntmap::io {

/// The core of ISO 19115 about a layer as ISO 19139 XML: title, abstract (criterion, period, notice),
/// date, responsible party, licence, language, topic, reference system, extent and lineage.
/// `lon_lat` is the extent in WGS 84 degrees; empty leaves it out.
std::string iso_metadata_text(const ExportLayer& layer, const base::Box& lon_lat);

}  // namespace ntmap::io
