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

std::vector<std::string> strings(std::span<const std::string_view> views) {
  return {views.begin(), views.end()};
}

FileKind all_files() {
  return {text("Mọi tệp", "All files"), {}};
}
FileKind projects() {
  return {text("Dự án", "Projects"), {".toml"}};
}
FileKind boundary_files() {
  return {text("Ranh giới", "Boundaries"), strings(k_boundaries)};
}
FileKind table_files() {
  return {text("Bảng số liệu", "Tables"), strings(k_tables)};
}

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

std::vector<FileKind> kinds_to_open() {
  FileKind any{text("Dự án, ranh giới, bảng số liệu", "Projects, boundaries, tables"), {}};
  for (const FileKind& kind : {projects(), boundary_files(), table_files()})
    any.extensions.insert(any.extensions.end(), kind.extensions.begin(), kind.extensions.end());
  return {any, projects(), boundary_files(), table_files(), all_files()};
}

std::vector<FileKind> kinds_of_boundaries() {
  return {boundary_files(), all_files()};
}

std::vector<FileKind> kinds_of_tables() {
  return {table_files(), all_files()};
}

std::vector<FileKind> kinds_like(const std::string& missing) {
  const std::string extension = io::extension_of(io::split_source(missing).path);
  if (extension.empty()) return {all_files()};
  std::vector<FileKind> kinds{{text("Tệp {}", "{} files", {extension}), {extension}}};
  if (is_called(missing, k_boundaries)) kinds.push_back(boundary_files());
  if (is_called(missing, k_tables)) kinds.push_back(table_files());
  kinds.push_back(all_files());
  return kinds;
}

std::vector<FileKind> kinds_to_save(const base::Text& name, const std::vector<std::string>& extensions) {
  return {{name, extensions}, all_files()};
}

bool is_of_kind(const std::string& file, const FileKind& kind) {
  return kind.extensions.empty() || std::find(kind.extensions.begin(), kind.extensions.end(),
                                              io::extension_of(file)) != kind.extensions.end();
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
