#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/finding.hpp"
#include "base/job.hpp"
#include "model/layer.hpp"

namespace ntmap::io {

/// What a file says about the encoding of its texts. `io` never decodes: where `raw`, the texts hold
/// the file's own bytes and app/ decides with names/.
struct EncodingHints {
  bool raw = false;      ///< texts are not UTF-8 yet
  std::string declared;  ///< content of the .cpg, trimmed; empty when there is none
  int language_id = -1;  ///< language driver id of a .dbf, -1 when there is none
};

struct VectorOptions {
  std::string layer;  ///< empty: the only layer, or an error that lists them
  std::vector<std::string>
      fields;  ///< read only these; empty reads all. An unknown one is an Error that names the nearest.
  bool geometry = true;
};

struct VectorFile {
  model::Layer layer;
  EncodingHints encoding;
  std::vector<std::string> other_layers;
  std::string driver;  ///< "ESRI Shapefile"
  base::Findings findings;
};

/// Reads polygons of a shapefile, GeoPackage, GeoJSON, FlatGeobuf, MapInfo or KML file.
/// Throws Error for what cannot be read: missing file, a folder, no polygon layer, points or lines.
VectorFile read_vector(const std::filesystem::path& path, const VectorOptions& options,
                       const base::Job& job = {});

}  // namespace ntmap::io
