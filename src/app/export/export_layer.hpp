#pragma once

#include <optional>
#include <string>

#include "app/map/map_content.hpp"
#include "app/programme/map_verdicts.hpp"
#include "base/text.hpp"
#include "io/export_layer.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// The map as a layer ready to leave the program, in the map's coordinate system: its units with codes,
/// names, values, classes, types and districts, and what the criteria say of them where they do.
io::ExportLayer export_layer(const model::Project& project, const MapContent& map,
                             const std::optional<MapVerdicts>& verdicts, base::Lang lang);

/// Simplifies the layer's borders, each shared one once, so that neighbours still meet: no gap, no overlap,
/// no unit lost (geom::simplify). `metres` is the tolerance on the ground; in degrees 1° counts as 111,320 m.
void simplify_layer(io::ExportLayer& layer, double metres);

/// Brings the layer's polygons to another coordinate system; an empty text leaves them.
void move_layer(io::ExportLayer& layer, const std::string& crs);

}  // namespace ntmap::app
