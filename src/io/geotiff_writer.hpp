#pragma once

#include <cstdint>
#include <filesystem>

#include "base/geometry.hpp"
#include "base/job.hpp"
#include "base/pending_file.hpp"
#include "io/export_layer.hpp"

namespace ntmap::io {

enum class RasterKind : std::uint8_t {
  classes,  ///< Byte, exported_class() numbers with colour table, names and attribute table; 0 outside
  values,   ///< Float32; NaN outside and where a unit has no value
  rgba,     ///< four Bytes, the classes' colours; transparent outside
};

/// Largest raster written, overviews included: the pixels are held in memory.
inline constexpr std::uint64_t k_max_raster_bytes = std::uint64_t{4} << 30;

/// Writes the layer as a cloud-optimised GeoTIFF: 512 x 512 tiles, DEFLATE, overviews by MODE down to
/// one tile, the coordinate system by its EPSG code where it has one, texts of the layer's metadata in
/// the file's. Category names and the attribute table go to TARGET.aux.xml, the only place GDAL and
/// QGIS read them from; the labels also stand in the band's own metadata. A target that ends in .zip
/// gets both files packed, and the style for QGIS. The same layer gives the same bytes.
///
/// `grid` is in CRS units of the layer (grid_by_resolution, grid_by_size). Throws Error{usage} for a
/// raster over k_max_raster_bytes before memory is asked for, and for a layer without the values or
/// classes that the kind needs; Error{io} when the files cannot be
/// written and Error{cancelled} by the job, both with the old files kept.
void write_geotiff(const ExportLayer& layer, const base::PixelGrid& grid, RasterKind kind,
                   const std::filesystem::path& target, base::Overwrite overwrite, const base::Job& job = {});

}  // namespace ntmap::io
