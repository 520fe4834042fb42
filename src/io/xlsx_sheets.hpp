#pragma once

#include <vector>

#include "io/export_layer.hpp"
#include "io/xlsx_writer.hpp"

namespace ntmap::io {

/// The sheets of a layer for write_xlsx: its export_columns() with headings in the layer's language and
/// the classes' colours under class and label, then "Nguồn" (Source): what the figures are, where they
/// come from, and the legend.
std::vector<Sheet> sheets_of(const ExportLayer& layer);

}  // namespace ntmap::io
