#include "app/inspect.hpp"

#include <utility>

#include "io/source_path.hpp"

namespace ntmap::app {

Inspection inspect(const InspectRequest& request, const base::Job& job) {
  Inspection found;
  found.path = request.path;
  if (!is_vector_file(request.path)) {
    LoadedTable loaded = load_table({.files = {request.path}, .encoding = request.encoding});
    found.driver = io::extension_of(io::split_source(request.path).path).substr(1);
    found.layer = loaded.table.sheet;
    found.other_layers = std::move(loaded.other_sheets);
    found.table = std::move(loaded.table);
    found.findings = std::move(loaded.findings);
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
  return found;
}

}  // namespace ntmap::app
