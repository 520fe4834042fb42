#include "app/export_map.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "app/source_files.hpp"
#include "base/error.hpp"
#include "crs/crs.hpp"
#include "io/csv_writer.hpp"
#include "io/geojson_writer.hpp"
#include "io/gpkg_writer.hpp"
#include "io/rasterize.hpp"
#include "io/source_path.hpp"
#include "io/style_writer.hpp"
#include "io/xlsx_sheets.hpp"
#include "io/xlsx_writer.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::text;

constexpr const char* k_wgs84 = "EPSG:4326";
constexpr int k_default_pixels = 2048;  // on the longer side, where neither size nor resolution is asked for

enum class Format : std::uint8_t { geotiff, geojson, gpkg, csv, xlsx, qml, sld };

std::optional<Format> format_of(const std::filesystem::path& target) {
  constexpr std::pair<const char*, Format> k_formats[] = {
      {".tif", Format::geotiff},  {".tiff", Format::geotiff}, {".geojson", Format::geojson},
      {".json", Format::geojson}, {".gpkg", Format::gpkg},    {".csv", Format::csv},
      {".xlsx", Format::xlsx},    {".qml", Format::qml},      {".sld", Format::sld},
  };
  const std::string extension = io::extension_of(target);
  for (const auto& [known, format] : k_formats) {
    if (extension == known) return format;
  }
  return std::nullopt;
}

io::ExportMetadata metadata_of(const model::Project& project, const MapContent& map) {
  io::ExportMetadata metadata;
  metadata.title = map.title;
  metadata.period = map.period;
  metadata.criterion = map.classes.title;
  metadata.source = project.source;
  metadata.licence = project.licence;
  metadata.notice = project.notice;
  if (const model::Period* period = project.find_period(map.period)) metadata.date = period->date;
  return metadata;
}

model::Table attributes_of(const Units& units) {
  model::Table table;
  const auto add = [&](const char* name, const std::vector<std::string>& texts) {
    for (const std::string& value : texts) {
      if (value.empty()) continue;
      table.columns.push_back({name, model::ColumnType::text, texts, {}});
      return;
    }
  };
  add("type", units.types);
  add("district", units.districts);
  return table;
}

io::ExportLayer layer_of(const model::Project& project, const MapContent& map, base::Lang lang) {
  const Units& units = map.units();
  io::ExportLayer layer;
  layer.name = map.theme.id;
  layer.lang = lang;
  layer.polygons = std::shared_ptr<const model::PolygonSet>(map.figures.units, &units.layer.polygons);
  layer.crs = units.crs;
  layer.codes = units.codes;
  layer.names = units.names;
  if (map.theme.kind == model::ThemeKind::value) layer.values = map.figures.values;
  layer.classes = map.classes;
  layer.attributes = attributes_of(units);
  layer.metadata = metadata_of(project, map);
  return layer;
}

void move_to(io::ExportLayer& layer, const std::string& crs) {
  if (crs.empty() || crs == layer.crs) return;
  auto moved = std::make_shared<model::PolygonSet>(*layer.polygons);
  crs::transform(moved->xy, layer.crs, crs);
  layer.polygons = std::move(moved);
  layer.crs = crs;
}

base::PixelGrid grid_of(const io::ExportLayer& layer, const ExportOptions& options) {
  const base::Box box = layer.polygons->box();
  if (options.width > 0) return io::grid_by_size(box, options.width, options.height);
  double resolution = std::max(box.width(), box.height()) / k_default_pixels;
  if (options.resolution > 0) {
    const crs::Description described = crs::describe(layer.crs);
    if (described.geographic) {
      throw Error(ErrorKind::usage,
                  text("--resolution tính bằng mét, mà lớp xuất ra tính bằng độ",
                       "--resolution is in metres, but the layer is in degrees"),
                  text("Thêm --to-crs EPSG:9209 (hoặc hệ mét khác), hoặc dùng --size.",
                       "Add --to-crs EPSG:9209 (or another system in metres), or use --size."));
    }
    resolution = options.resolution / described.metres_per_unit;
  }
  return io::grid_by_resolution(box, resolution);
}

}  // namespace

void check_export(const std::filesystem::path& target, const ExportOptions& options) {
  const auto format = format_of(target);
  if (!format) {
    throw Error(ErrorKind::usage,
                text("Không xuất được dạng “{}”", "Cannot export “{}”", {io::extension_of(target)}),
                text("Dùng đuôi .tif, .geojson, .gpkg, .csv, .xlsx, .qml hoặc .sld.",
                     "Use .tif, .geojson, .gpkg, .csv, .xlsx, .qml or .sld."));
  }
  if (format == Format::geojson && !options.to_crs.empty() && options.to_crs != k_wgs84) {
    throw Error(ErrorKind::usage,
                text("GeoJSON luôn là WGS 84 (RFC 7946)", "GeoJSON is always WGS 84 (RFC 7946)"),
                text("Bỏ --to-crs, hoặc xuất dạng khác.", "Leave --to-crs out, or export another format."));
  }
  if (!options.to_crs.empty()) crs::describe(options.to_crs);
  const base::PendingFile refuses(target, options.overwrite);
}

void export_map(const model::Project& project, const MapContent& map, const std::filesystem::path& target,
                const ExportOptions& options, const base::Job& job) {
  check_export(target, options);
  refuse_source(project, target);
  io::ExportLayer layer = layer_of(project, map, options.lang);
  const Format format = *format_of(target);
  move_to(layer, format == Format::geojson ? k_wgs84 : options.to_crs);
  switch (format) {
    case Format::geotiff:
      return io::write_geotiff(layer, grid_of(layer, options), options.kind, target, options.overwrite, job);
    case Format::geojson:
      return io::write_geojson(layer, {}, target, options.overwrite, job);
    case Format::gpkg:
      return io::write_gpkg(layer, {}, {}, target, options.overwrite, job);
    case Format::csv:
      return io::write_csv(io::export_columns(layer), {}, target, options.overwrite, job);
    case Format::xlsx:
      return io::write_xlsx(io::sheets_of(layer), layer.metadata.title.in(options.lang), target,
                            options.overwrite, job);
    case Format::qml:
      return io::write_qml(layer, {}, target, options.overwrite);
    case Format::sld:
      return io::write_sld(layer, {}, target, options.overwrite);
  }
}

}  // namespace ntmap::app
