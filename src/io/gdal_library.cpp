#include "io/gdal_library.hpp"

#include <dlfcn.h>

#include "base/error.hpp"

namespace ntmap::io {
namespace {

/// Throws Error{io} where the library or one that it needs is missing.
const GdalFunctions& load() {
  // Never unloaded: GDAL keeps threads and thread-local values to the end.
  void* const library = ::dlopen("ntmap_gdal.so", RTLD_NOW | RTLD_LOCAL);
  const void* const functions = library == nullptr ? nullptr : ::dlsym(library, k_gdal_functions);
  if (functions != nullptr) return *static_cast<const GdalFunctions*>(functions);
  const char* const reason = ::dlerror();
  throw base::Error(base::ErrorKind::io,
                    base::text("Không nạp được thư viện đọc, ghi tệp GIS: {}",
                               "The library that reads and writes GIS files cannot be loaded: {}",
                               {reason == nullptr ? "ntmap_gdal.so" : reason}),
                    base::text("Đặt ntmap_gdal.so cạnh chương trình ntmap và cài GDAL.",
                               "Put ntmap_gdal.so beside the program ntmap, and install GDAL."));
}

const GdalFunctions& gdal() {
  static const GdalFunctions& functions = load();
  return functions;
}

}  // namespace

RasterSummary describe_raster(const std::filesystem::path& path) {
  return gdal().describe_raster(path);
}

void georeference_pdf(const std::filesystem::path& pdf, const base::PixelGrid& page, const base::Box& map,
                      const std::string& crs, const std::filesystem::path& shown) {
  gdal().georeference_pdf(pdf, page, map, crs, shown);
}

bool is_raster_file(const std::filesystem::path& path) {
  return gdal().is_raster_file(path);
}

VectorFile read_ogr(const std::filesystem::path& path, const VectorOptions& options, const base::Job& job) {
  return gdal().read_ogr(path, options, job);
}

PointFile read_points(const std::filesystem::path& path, const std::string& layer, const std::string& field,
                      const base::Job& job) {
  return gdal().read_points(path, layer, field, job);
}

RasterFile read_raster(const std::filesystem::path& path, int band, const base::Job& job) {
  return gdal().read_raster(path, band, job);
}

std::string wkt_for_gdal(const std::string& crs) {
  return gdal().wkt_for_gdal(crs);
}

void write_geotiff(const ExportLayer& layer, const base::PixelGrid& grid, RasterKind kind,
                   const std::filesystem::path& target, base::Overwrite overwrite, const base::Job& job) {
  gdal().write_geotiff(layer, grid, kind, target, overwrite, job);
}

void write_gpkg(const ExportLayer& layer, std::span<const AttributeTable> tables, const StyleOptions& style,
                const std::filesystem::path& target, base::Overwrite overwrite, const base::Job& job) {
  gdal().write_gpkg(layer, tables, style, target, overwrite, job);
}

}  // namespace ntmap::io
