#pragma once

#include <filesystem>
#include <string>

#include "base/pending_file.hpp"
#include "io/export_layer.hpp"
#include "model/colour.hpp"

namespace ntmap::io {

/// Hatch lines of classes that name no ink of their own, alike in both formats.
inline constexpr model::Rgb k_hatch_colour{110, 110, 110};

struct StyleOptions {
  bool labels = true;  ///< unit names on the map
  model::Rgb border{85, 85, 85};
  double border_mm = 0.2;
};

/// The layer's style as QGIS 3 keeps it (QML): one category a class on the column "class", with the
/// classes' colours, hatches and legend texts, special states after the intervals, labels from the
/// column "name", and the columns' titles as aliases; everything in the layer's language.
std::string qml_text(const ExportLayer& layer, const StyleOptions& options = {});

/// The same for map servers: OGC Styled Layer Descriptor 1.0.0, one rule a class. Border widths are
/// pixels of 0.28 mm, as the standard has it.
std::string sld_text(const ExportLayer& layer, const StyleOptions& options = {});

/// The style of the class raster that write_geotiff() makes: QGIS lists all 256 entries of a TIFF's colour
/// table, with this only the classes, under their legend texts.
std::string raster_qml_text(const ExportLayer& layer);

/// Write the texts to files of their own (.qml, .sld). Error{io} leaves the old file.
void write_qml(const ExportLayer& layer, const StyleOptions& options, const std::filesystem::path& target,
               base::Overwrite overwrite);
void write_raster_qml(const ExportLayer& layer, const std::filesystem::path& target,
                      base::Overwrite overwrite);
void write_sld(const ExportLayer& layer, const StyleOptions& options, const std::filesystem::path& target,
               base::Overwrite overwrite);

}  // namespace ntmap::io
