#include "app/export/export_map.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "app/export/export_layer.hpp"
#include "app/export/export_tables.hpp"
#include "app/programme/target_report.hpp"
#include "app/project/source_files.hpp"
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

enum class FileFormat : std::uint8_t { geotiff, geojson, gpkg, csv, xlsx, qml, sld };

/// "map.tif.zip" is a GeoTIFF, packed with what belongs to it.
std::string extension_of(const std::filesystem::path& target) {
  const std::string last = io::extension_of(target);
  return last == ".zip" ? io::extension_of(target.stem()) + last : last;
}

std::optional<FileFormat> format_of(const std::filesystem::path& target) {
  constexpr std::pair<const char*, FileFormat> k_formats[] = {
      {".tif", FileFormat::geotiff},     {".tiff", FileFormat::geotiff},
      {".tif.zip", FileFormat::geotiff}, {".tiff.zip", FileFormat::geotiff},
      {".geojson", FileFormat::geojson}, {".json", FileFormat::geojson},
      {".gpkg", FileFormat::gpkg},       {".csv", FileFormat::csv},
      {".xlsx", FileFormat::xlsx},       {".qml", FileFormat::qml},
      {".sld", FileFormat::sld},
  };
  const std::string extension = extension_of(target);
  for (const auto& [known, format] : k_formats) {
    if (extension == known) return format;
  }
  return std::nullopt;
}

std::filesystem::path style_beside(const std::filesystem::path& target) {
  return std::filesystem::path(target).replace_extension(".qml");
}

std::optional<MapVerdicts> verdicts_of(ProjectData& data, const MapContent& map, const base::Job& job) {
  const model::Period* period = data.project().find_period(map.period);
  const model::Indicator* indicator = data.project().find_indicator(map.theme.indicator);
  if (period == nullptr || indicator == nullptr) return std::nullopt;
  const auto assessment = data.assessment(*period, job);
  return assessment ? map_verdicts(*assessment, *indicator, map.units().size()) : std::nullopt;
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

/// What goes along with a GeoPackage: the verdicts of the set, and the programme's targets.
std::vector<io::AttributeTable> tables_of(ProjectData& data, const MapContent& map,
                                          const std::optional<MapVerdicts>& verdicts, base::Lang lang) {
  std::vector<io::AttributeTable> tables;
  if (verdicts) {
    const auto assessment = data.assessment(*data.project().find_period(map.period));
    tables.push_back(
        {"tieu_chi", verdicts->set->set().name,
         verdict_table(*assessment, *verdicts->set, map.units().codes, map.units().names, lang)});
  }
  if (map.period.empty() || !data.project().criteria) return tables;
  const auto targets = target_reports(data, map.period);
  if (!targets.empty())
    tables.push_back({"muc_tieu", text("Mục tiêu", "Targets"), target_table(targets, lang)});
  return tables;
}

void write_geojson(const io::ExportLayer& layer, const std::filesystem::path& target,
                   const ExportOptions& options, const base::Job& job) {
  io::write_geojson(layer, {.bbox = options.bbox}, target, options.overwrite, job);
  if (options.style_file) io::write_qml(layer, {}, style_beside(target), options.overwrite);
}

void write_geotiff(const io::ExportLayer& layer, const std::filesystem::path& target,
                   const ExportOptions& options, const base::Job& job) {
  io::write_geotiff(layer, grid_of(layer, options), options.kind, target, options.overwrite, job);
  if (options.style_file) io::write_raster_qml(layer, style_beside(target), options.overwrite);
}

/// Formats whose style would be lost without a file beside them. An archive holds its own.
bool may_have_style_file(const std::filesystem::path& target, const ExportOptions& options) {
  if (extension_of(target).ends_with(".zip")) return false;
  const auto format = format_of(target);
  return format == FileFormat::geojson ||
         (format == FileFormat::geotiff && options.kind == io::RasterKind::classes);
}

void require(bool good, const char* option, const char* extensions) {
  if (good) return;
  throw Error(ErrorKind::usage, text("{} chỉ dùng cho {}", "{} is for {} only", {option, extensions}),
              text("Bỏ {}.", "Leave {} out.", {option}));
}

/// Options that only other formats have would be passed over without a word.
void refuse_options_of_others(const std::filesystem::path& target, FileFormat format,
                              const ExportOptions& options) {
  const bool raster = format == FileFormat::geotiff;
  const bool projected = raster || format == FileFormat::gpkg;
  const bool shapes = projected || format == FileFormat::geojson;
  require(raster || options.width == 0, "--size", ".tif");
  require(raster || options.resolution == 0, "--resolution", ".tif");
  require(raster || options.kind == io::RasterKind::classes, "--kind", ".tif");
  require(shapes || options.simplify == 0, "--simplify", ".tif, .gpkg, .geojson");
  require(shapes || options.to_crs.empty(), "--to-crs", ".tif, .gpkg");
  require(format == FileFormat::geojson || !options.bbox, "--bbox", ".geojson");
  require(!options.style_file || may_have_style_file(target, options), "--style", ".geojson, .tif (classes)");
}

/// The number of "EPSG:9209". PROJ would take other words as well, and some by accident.
std::string epsg_number(const std::string& crs) {
  const auto refuse = [&crs] {
    return Error(
        ErrorKind::usage, text("Không có hệ tọa độ “{}”", "There is no coordinate system “{}”", {crs}),
        text("Ghi EPSG:n, chẳng hạn EPSG:9209 (VN-2000, kinh tuyến trục 105°30') hoặc EPSG:4326.",
             "Write EPSG:n, for example EPSG:9209 (VN-2000, central meridian 105°30') or EPSG:4326."));
  };
  if (!crs.starts_with("EPSG:") && !crs.starts_with("epsg:")) throw refuse();
  try {
    return crs::describe(crs).epsg;
  } catch (const Error&) {
    throw refuse();
  }
}

}  // namespace

base::Text export_formats() {
  return ".tif, .tif.zip, .geojson, .gpkg, .csv, .xlsx, .qml, .sld";
}

void check_export(const std::filesystem::path& target, const ExportOptions& options) {
  const auto format = format_of(target);
  if (!format) {
    throw Error(ErrorKind::usage,
                text("Không xuất được dạng “{}”", "Cannot export “{}”", {io::extension_of(target)}),
                text("Dùng một trong các đuôi {}.", "Use one of {}.", {export_formats()}));
  }
  if (!options.to_crs.empty() && epsg_number(options.to_crs) != "4326" && format == FileFormat::geojson) {
    throw Error(ErrorKind::usage,
                text("GeoJSON luôn là WGS 84 (RFC 7946)", "GeoJSON is always WGS 84 (RFC 7946)"),
                text("Bỏ --to-crs, hoặc xuất dạng khác.", "Leave --to-crs out, or export another format."));
  }
  refuse_options_of_others(target, *format, options);
  const base::PendingFile refuses(target, options.overwrite);
  if (options.style_file) const base::PendingFile style_refuses(style_beside(target), options.overwrite);
}

RasterSize raster_size(const MapContent& map, const ExportOptions& options) {
  io::ExportLayer layer;
  layer.polygons = std::shared_ptr<const model::PolygonSet>(map.figures.units, &map.units().layer.polygons);
  layer.crs = map.units().crs;
  move_layer(layer, options.to_crs);
  const base::PixelGrid grid = grid_of(layer, options);
  const crs::Description described = crs::describe(layer.crs);
  const double metres = described.geographic ? 1 : described.metres_per_unit;
  return {grid.width, grid.height, grid.pixel_w * metres, described.geographic};
}

void export_map(ProjectData& data, const MapContent& map, const std::filesystem::path& target,
                const ExportOptions& options, const base::Job& job) {
  check_export(target, options);
  refuse_source(data.project(), target);
  const FileFormat format = *format_of(target);
  const auto verdicts = verdicts_of(data, map, job.part(0, 0.1));
  io::ExportLayer layer = export_layer(data.project(), map, verdicts, options.lang);
  simplify_layer(layer, options.simplify);
  move_layer(layer, format == FileFormat::geojson ? k_wgs84 : options.to_crs);
  const base::Job writing = job.part(0.1, 1);
  switch (format) {
    case FileFormat::geotiff:
      return write_geotiff(layer, target, options, writing);
    case FileFormat::geojson:
      return write_geojson(layer, target, options, writing);
    case FileFormat::gpkg:
      return io::write_gpkg(layer, tables_of(data, map, verdicts, options.lang), {}, target,
                            options.overwrite, writing);
    case FileFormat::csv:
      return io::write_csv(io::export_columns(layer), {}, target, options.overwrite, writing);
    case FileFormat::xlsx:
      return io::write_xlsx(io::sheets_of(layer), layer.metadata.title.in(options.lang), target,
                            options.overwrite, writing);
    case FileFormat::qml:
      return io::write_qml(layer, {}, target, options.overwrite);
    case FileFormat::sld:
      return io::write_sld(layer, {}, target, options.overwrite);
  }
}

}  // namespace ntmap::app
