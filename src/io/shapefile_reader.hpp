#pragma once

#include <filesystem>

#include "io/vector_reader.hpp"

namespace ntmap::io {

/// Reads a shapefile (.shp with its .shx, .dbf, .prj, .cpg in any case) with our own code: the same pass
/// that reads also checks lengths, counts and boxes, so that damage shows instead of passing silently.
/// Features whose row is marked deleted are left out and counted in a note.
VectorFile read_shapefile(const std::filesystem::path& path, const VectorOptions& options,
                          const base::Job& job);

/// What the .cpg beside a .dbf or .shp says; `language_id` is left as given.
EncodingHints dbf_encoding(const std::filesystem::path& path, int language_id);

}  // namespace ntmap::io
