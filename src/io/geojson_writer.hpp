#pragma once

#include <filesystem>

#include "base/job.hpp"
#include "base/pending_file.hpp"
#include "io/export_layer.hpp"
#include "model/colour.hpp"

namespace ntmap::io {

struct GeoJsonOptions {
  bool bbox = false;  ///< "bbox" of the collection and of every feature
  bool style = true;  ///< simplestyle 1.1: fill, fill-opacity, stroke, stroke-width
  model::Rgb stroke{85, 85, 85};
};

/// Writes the layer as GeoJSON by RFC 7946: one feature a line, 7 decimals, shells counter-clockwise and
/// holes clockwise in the rounded coordinates, rings closed, one part as Polygon, several as
/// MultiPolygon, none as a null geometry. The properties are export_columns(): numbers as numbers
/// (shortest form), codes and texts as strings, no data as null. The layer's metadata stand as members
/// of the collection. The same layer gives the same bytes.
///
/// The polygons must already be WGS 84 longitude and latitude: coordinates beyond 180 and 90 degrees
/// are refused with Error{usage}. Error{data}: a text is not UTF-8. Error{io} and Error{cancelled}
/// leave the old file.
void write_geojson(const ExportLayer& layer, const GeoJsonOptions& options,
                   const std::filesystem::path& target, base::Overwrite overwrite, const base::Job& job = {});

}  // namespace ntmap::io
