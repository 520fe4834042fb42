#include "app/data/inspect.hpp"

#include <utility>

#include "io/csv_reader.hpp"
#include "io/source_path.hpp"

namespace ntmap::app {
namespace {

/// The encoding that texts read this way were typed in.
base::Text encoding_text(const names::EncodingCandidate& candidate) {
  const std::string name(names::encoding_name(
      names::typed_in({.encoding = candidate.encoding, .disguise = candidate.disguise})));
  if (candidate.disguise != names::Disguise::mojibake) return name;
  return base::text("{} bị đọc nhầm", "{} read wrongly", {name});
}

/// "UTF-8, một số ô TCVN3 (ABC)": of a column in which only some cells are in a disguise.
base::Text half_text(names::ColumnEncoding column) {
  const std::string plain(names::encoding_name(column.encoding));
  column.half = false;
  if (column.disguise == names::Disguise::mojibake)
    return base::text("{}, một số ô bị đọc nhầm", "{}, some cells read wrongly", {plain});
  return base::text("{}, một số ô {}", "{}, some cells {}",
                    {plain, names::encoding_name(names::typed_in(column))});
}

std::vector<FieldReading> readings_of(const model::Table& table,
                                      const std::vector<names::ColumnEncoding>& encodings) {
  std::vector<FieldReading> readings;
  for (const names::ColumnEncoding& column : encodings) {
    FieldReading reading;
    reading.field = table.columns[column.column].name;
    reading.encoding = std::string(names::encoding_name(names::typed_in(column)));
    if (column.others)
      reading.encoding =
          base::text("{} + {}", "{} + {}", {reading.encoding, names::encoding_name(*column.others)});
    if (column.half) reading.encoding = half_text(column);
    reading.reason = names::reason_text(column);
    reading.utf8 = names::typed_in(column) == names::Encoding::utf8 && !column.others && !column.half;
    for (const names::EncodingCandidate& candidate : column.candidates)
      reading.candidates.push_back({encoding_text(candidate), candidate.rows});
    readings.push_back(std::move(reading));
  }
  return readings;
}

/// Texts of a UTF-16 file came as UTF-8: what is said of them is the file's own encoding.
void name_utf16(const std::string& path, std::vector<FieldReading>& readings) {
  const std::string extension = io::extension_of(path);
  if (extension != ".csv" && extension != ".txt" && extension != ".tsv") return;
  const std::string utf16 = io::utf16_name(path);
  for (FieldReading& reading : readings) {
    if (!utf16.empty() && reading.utf8) reading.encoding = utf16;
  }
}

/// By the extension alone: asking the library that reads them would load it for every table.
bool names_raster(const std::string& path) {
  const std::string extension = io::extension_of(io::split_source(path).path);
  return extension == ".tif" || extension == ".tiff" || extension == ".asc";
}

Inspection inspect_raster(const InspectRequest& request) {
  Inspection found;
  found.path = request.path;
  found.raster = io::describe_raster(io::split_source(request.path).path);
  found.driver = found.raster->driver;
  const std::string crs = request.crs.empty() ? found.raster->crs : request.crs;
  if (!crs.empty()) found.crs = crs::describe(crs);
  return found;
}

}  // namespace

Inspection inspect(const InspectRequest& request, const base::Job& job) {
  if (names_raster(request.path)) return inspect_raster(request);
  Inspection found;
  found.path = request.path;
  if (!is_vector_file(request.path)) {
    LoadedTable loaded = load_table({.files = {request.path}, .encoding = request.encoding});
    found.driver = io::extension_of(io::split_source(request.path).path).substr(1);
    found.layer = loaded.table.sheet;
    found.other_layers = std::move(loaded.other_sheets);
    found.table = std::move(loaded.table);
    found.findings = std::move(loaded.findings);
    found.readings = readings_of(found.table, loaded.encodings);
    name_utf16(io::split_source(request.path).path, found.readings);
    return found;
  }
  LoadedLayer loaded =
      load_layer({.path = request.path, .encoding = request.encoding, .crs = request.crs}, job);
  found.driver = loaded.driver;
  found.layer = loaded.layer.name;
  found.other_layers = std::move(loaded.other_layers);
  found.has_geometry = true;
  found.vertices = loaded.layer.polygons.vertex_count();
  found.crs = loaded.crs;
  found.invalid = loaded.repairs.invalid;
  found.table = std::move(loaded.layer.attributes);
  found.findings = std::move(loaded.findings);
  found.readings = readings_of(found.table, loaded.encodings);
  return found;
}

}  // namespace ntmap::app
