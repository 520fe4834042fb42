#pragma once

#include <filesystem>
#include <span>

#include "base/job.hpp"
#include "base/pending_file.hpp"
#include "io/export_layer.hpp"
#include "io/style_writer.hpp"
#include "model/table.hpp"

namespace ntmap::io {

/// A table without geometry that goes along: criteria, targets.
struct AttributeTable {
  std::string name;  ///< table name in the file
  base::Text title;
  model::Table table;
};

/// Writes the layer as GeoPackage 1.2: multipolygons with export_columns(), spatial index, the tables,
/// `layer_styles` with QML and SLD as the layer's default style (where it has classes), and ISO 19115
/// metadata by the gpkg_metadata extension. Column types: text, real, and integer for "class"; no data is
/// NULL. The same layer gives the same bytes: no field is filled from the clock.
///
/// Error{data}: a text that is not UTF-8 or a coordinate system that is none. Error{io} and
/// Error{cancelled} leave the old file.
void write_gpkg(const ExportLayer& layer, std::span<const AttributeTable> tables, const StyleOptions& style,
                const std::filesystem::path& target, base::Overwrite overwrite, const base::Job& job = {});

}  // namespace ntmap::io
