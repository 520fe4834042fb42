#include "io/vector_reader.hpp"

#include "base/error.hpp"
#include "io/ogr_reader.hpp"
#include "io/shapefile_reader.hpp"
#include "io/source_path.hpp"

namespace ntmap::io {

VectorFile read_vector(const std::filesystem::path& path, const VectorOptions& options,
                       const base::Job& job) {
  require_file(path);
  job.phase(base::text("Đọc ranh giới", "Reading boundaries"));
  job.checkpoint();
  const std::string extension = extension_of(path);
  const bool shapefile = extension == ".shp" || extension == ".shx" || extension == ".dbf";
  return shapefile ? read_shapefile(path, options, job) : read_ogr(path, options, job);
}

}  // namespace ntmap::io
