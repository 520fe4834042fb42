#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/finding.hpp"
#include "base/job.hpp"
#include "crs/crs.hpp"
#include "geom/repair.hpp"
#include "io/table_reader.hpp"
#include "io/vector_reader.hpp"
#include "model/layer.hpp"
#include "names/decode_table.hpp"

namespace ntmap::app {

/// How a file of polygons is to be read. Empty texts mean "find out".
struct LayerRequest {
  std::string path;  ///< PATH[:layer]
  std::string encoding = "auto";
  std::string crs;                          ///< overrules the file's own
  std::string province;                     ///< helps to guess a missing coordinate system
  base::Text province_from = {};            ///< which field named the province, where the layer's own did
  std::vector<std::string> fields;          ///< only these; empty reads all
  std::string crs_words = "--crs EPSG:{}";  ///< how a user overrules the system, for remedies
  /// Finds a coordinate system that the file does not name; else it is guessed from the extent alone.
  std::function<crs::Description(const model::Layer& layer, base::Findings& findings)> missing_crs = {};
  bool repair = true;  ///< false: polygons stay as they are (drawing tolerates flaws)
};

/// The rule of the finding that says: several coordinate systems fit alike, the first was taken.
inline constexpr const char* k_rule_ambiguous_crs = "crs.ambiguous";

/// "--crs EPSG:9209", by the words of the request; "n" for whatever number it may be.
std::string crs_remedy(const LayerRequest& request, const std::string& epsg = "n");

/// A layer that can be used: texts are NFC UTF-8, polygons valid, the coordinate system known.
struct LoadedLayer {
  model::Layer layer;
  crs::Description crs;
  io::EncodingHints encoding;                    ///< as the file declares
  std::vector<names::ColumnEncoding> encodings;  ///< how each column with letters beyond ASCII was read
  std::string driver;
  std::vector<std::string> other_layers;
  geom::RepairReport repairs;
  base::Findings findings;  ///< everything that was decided or mended on the way
};

/// Reads, decodes, finds the coordinate system, repairs. Throws Error when there is no way to use it.
LoadedLayer load_layer(const LayerRequest& request, const base::Job& job = {});

/// A table that can be used: texts are NFC UTF-8. `files` (PATH[:sheet]) are appended.
struct TableRequest {
  std::vector<std::string> files;
  std::string encoding = "auto";
  int header_row = 0;
};

struct LoadedTable {
  model::Table table;
  std::vector<std::string> other_sheets;
  base::Findings findings;
  std::vector<names::ColumnEncoding> encodings;  ///< as in LoadedLayer; of several files, those of the first
};

LoadedTable load_table(const TableRequest& request, const base::Job& job = {});

/// Whether a path (PATH[:layer]) names a file of a format with polygons, by its extension.
bool is_vector_file(const std::string& path);

/// The column of that name, or an Error that names the file, the nearest name and all that there are.
const model::Column& require_column(const model::Table& table, const std::string& name);

}  // namespace ntmap::app
