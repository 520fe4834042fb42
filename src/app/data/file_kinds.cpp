#include "app/data/file_kinds.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "io/source_path.hpp"

namespace ntmap::app {
namespace {

using base::text;

constexpr std::array<std::string_view, 9> k_boundaries{".shp", ".gpkg", ".geojson", ".json", ".fgb",
                                                       ".tab", ".mif",  ".kml",     ".kmz"};
constexpr std::array<std::string_view, 7> k_tables{".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods", ".dbf"};

bool is_called(const std::string& path, std::span<const std::string_view> extensions) {
  const std::string extension = io::extension_of(io::split_source(path).path);
  return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

}  // namespace

std::span<const std::string_view> boundary_extensions() {
  return k_boundaries;
}

std::span<const std::string_view> table_extensions() {
  return k_tables;
}

bool is_table_file(const std::string& path) {
  return is_called(path, k_tables);
}

void require_boundary_file(const std::string& path) {
  if (is_called(path, k_boundaries)) return;
  const std::string file = io::split_source(path).path.filename().string();
  throw base::Error(
      base::ErrorKind::data,
      is_table_file(path) ? text("{} là bảng số liệu, không phải tệp ranh giới",
                                 "{} is a table, not a file of boundaries", {file})
                          : text("{} không phải tệp ranh giới", "{} is not a file of boundaries", {file}),
      text("Chọn lớp ranh giới các xã: shapefile (.shp), GeoPackage (.gpkg), GeoJSON, FlatGeobuf, MapInfo "
           "(.tab, .mif) hoặc KML.",
           "Choose a layer of commune boundaries: shapefile (.shp), GeoPackage (.gpkg), GeoJSON, FlatGeobuf, "
           "MapInfo (.tab, .mif) or KML."));
}

}  // namespace ntmap::app
