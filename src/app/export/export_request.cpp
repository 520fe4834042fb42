#include "app/export/export_request.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/export/export_map.hpp"
#include "app/export/export_pack.hpp"
#include "app/map/render_legend.hpp"
#include "app/map/render_map.hpp"
#include "app/project/config_section.hpp"
#include "base/error.hpp"
#include "crs/crs.hpp"
#include "io/text_writer.hpp"
#include "io/zip_archive.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using base::text;
using Format = ExportFormat;

constexpr std::pair<io::RasterKind, const char*> k_kinds[] = {
    {io::RasterKind::classes, "classes"}, {io::RasterKind::values, "values"}, {io::RasterKind::rgba, "rgba"}};

bool is_picture(Format format) {
  return format == Format::png || format == Format::pdf || format == Format::svg;
}
bool is_raster(Format format) {
  return format == Format::geotiff || format == Format::geotiff_zip;
}
bool has_place(Format format) {
  return format == Format::png || format == Format::pdf;
}
/// Formats that hold the units' shapes.
bool has_shapes(Format format) {
  return is_raster(format) || format == Format::geojson || format == Format::gpkg;
}

RenderOptions drawing_of(const ExportChoice& choice, base::Lang lang, base::Overwrite overwrite) {
  RenderOptions out;
  const bool pixels = choice.format == Format::png || choice.format == Format::legend;
  out.page = pixels ? sheet::picture_page(choice.size) : sheet::page_from(choice.size);
  out.style = choice.meeting ? sheet::Style::meeting : sheet::Style::normal;
  out.lang = lang;
  out.labels = choice.labels;
  out.geo = choice.geo && has_place(choice.format);
  out.overwrite = overwrite;
  return out;
}

ExportOptions exporting_of(const ExportChoice& choice, base::Lang lang, base::Overwrite overwrite) {
  ExportOptions out;
  out.lang = lang;
  out.overwrite = overwrite;
  if (is_raster(choice.format)) {
    out.kind = choice.kind;
    out.resolution = choice.resolution;
  }
  if (is_raster(choice.format) || choice.format == Format::gpkg) out.to_crs = choice.to_crs;
  if (has_shapes(choice.format)) out.simplify = choice.simplify;
  out.bbox = choice.bbox && choice.format == Format::geojson;
  out.style_file =
      choice.style_file && (choice.format == Format::geojson ||
                            (choice.format == Format::geotiff && choice.kind == io::RasterKind::classes));
  return out;
}

/// "2.048 x 1.893 điểm ảnh, 52,1 m mỗi điểm ảnh".
std::vector<Text> raster_preview(const MapContent& map, const ExportChoice& choice) {
  const RasterSize size = raster_size(map, exporting_of(choice, base::Lang::vi, base::Overwrite::no));
  const Text pixel = size.degrees
                         ? text("{}° mỗi điểm ảnh", "{}° a pixel", {base::short_number(size.pixel, 6)})
                         : text("{} m mỗi điểm ảnh", "{} m a pixel", {base::short_number(size.pixel, 2)});
  return {text("{} x {} điểm ảnh, {}", "{} x {} pixels, {}", {size.width, size.height, pixel})};
}

std::vector<Text> picture_preview(const ExportChoice& choice) {
  const auto whole = [](double pixels) { return static_cast<int>(std::lround(pixels)); };
  if (choice.format == Format::png) {
    const sheet::Page picture = sheet::picture_page(choice.size);
    return {text("{} x {} điểm ảnh", "{} x {} pixels", {whole(picture.width), whole(picture.height)})};
  }
  const sheet::Page page = sheet::page_from(choice.size);
  constexpr double k_mm_a_pixel = 25.4 / 96;
  return {text("{} x {} mm, nét vẽ và chữ phóng to không vỡ",
               "{} x {} mm, lines and letters sharp at any size",
               {whole(page.width * k_mm_a_pixel), whole(page.height * k_mm_a_pixel)})};
}

Text system_preview(const MapContent& map, const ExportChoice& choice) {
  const bool degrees = choice.format == Format::geojson;
  const std::string crs = degrees ? "EPSG:4326" : choice.to_crs.empty() ? map.units().crs : choice.to_crs;
  const crs::Description described = crs::describe(crs);
  return described.epsg.empty() ? described.name
                                : text("{} (EPSG:{})", "{} (EPSG:{})", {described.name, described.epsg});
}

}  // namespace

SheetFocus SeenMap::focus_for(const ExportChoice& choice) const {
  if (choice.as_seen) return focus;
  SheetFocus whole;
  whole.area_strength = focus.area_strength;
  return whole;
}

const std::vector<ExportFormatInfo>& export_format_list() {
  static const std::vector<ExportFormatInfo> all{
      {Format::png,
       "png",
       ".png",
       {"Ảnh PNG", "Picture (PNG)"},
       {"cho báo cáo, trình chiếu", "for reports and slides"}},
      {Format::pdf,
       "pdf",
       ".pdf",
       {"Trang PDF", "Page (PDF)"},
       {"để in, khổ A4 đến A0", "to print, A4 to A0"}},
      {Format::svg,
       "svg",
       ".svg",
       {"Hình vẽ SVG", "Drawing (SVG)"},
       {"để sửa tiếp trong phần mềm đồ họa", "to edit in a drawing program"}},
      {Format::legend,
       "legend",
       ".png",
       {"Chú giải", "Legend"},
       {"ảnh riêng để ghép vào báo cáo", "a picture of its own for reports"}},
      {Format::geotiff,
       "geotiff",
       ".tif",
       {"GeoTIFF", "GeoTIFF"},
       {"ảnh raster có tọa độ cho WebGIS, QGIS, ArcGIS", "raster with its place, for WebGIS, QGIS, ArcGIS"}},
      {Format::geotiff_zip,
       "geotiff_zip",
       ".tif.zip",
       {"GeoTIFF nén", "GeoTIFF, packed"},
       {"kèm bảng màu, để gửi đi", "with its colour table, to send"}},
      {Format::geojson,
       "geojson",
       ".geojson",
       {"GeoJSON", "GeoJSON"},
       {"ranh giới và số liệu cho trang web", "units and figures for the web"}},
      {Format::gpkg,
       "gpkg",
       ".gpkg",
       {"GeoPackage", "GeoPackage"},
       {"mở trong QGIS đúng màu và chú giải này", "opens in QGIS with these colours and legend"}},
      {Format::xlsx,
       "xlsx",
       ".xlsx",
       {"Bảng Excel", "Table (Excel)"},
       {"có màu lớp và trang nguồn", "with class colours and sources"}},
      {Format::csv, "csv", ".csv", {"Bảng CSV", "Table (CSV)"}, {"cho phần mềm khác", "for other programs"}},
      {Format::qml,
       "qml",
       ".qml",
       {"Kiểu QGIS", "QGIS style"},
       {"màu và chú giải cho lớp đã có", "colours and legend for a layer at hand"}},
      {Format::sld, "sld", ".sld", {"Kiểu SLD", "SLD style"}, {"cho máy chủ bản đồ", "for map servers"}},
      {Format::pack,
       "pack",
       ".zip",
       {"Gói bàn giao", "Hand-out pack"},
       {"mọi chuyên đề: bản đồ, chú giải, GeoTIFF, GeoJSON, bảng",
        "every theme: map, legend, GeoTIFF, GeoJSON, table"}},
  };
  return all;
}

const ExportFormatInfo& info_of(ExportFormat format) {
  return *std::ranges::find(export_format_list(), format, &ExportFormatInfo::format);
}

ExportFormat format_for_name(const std::string& name, ExportFormat now) {
  if (name.ends_with(info_of(now).extension)) return now;
  const ExportFormatInfo* best = nullptr;
  for (const ExportFormatInfo& info : export_format_list()) {
    const std::string_view extension = info.extension;
    if (name.ends_with(extension) &&
        (best == nullptr || extension.size() > std::string_view(best->extension).size()))
      best = &info;
  }
  return best == nullptr ? now : best->format;
}

std::string export_choice_text(const ExportChoice& choice) {
  std::string out;
  const auto word = [&](const char* key, const std::string& value) {
    out += std::string(key) + " = ";
    io::append_json(out, value);  // a basic string of TOML is one of JSON
    out += '\n';
  };
  const auto number = [&](const char* key, double value) {
    out += std::string(key) + " = ";
    io::append_json(out, value);
    out += '\n';
  };
  const auto flag = [&](const char* key, bool value) {
    out += std::string(key) + (value ? " = true\n" : " = false\n");
  };
  word("format", info_of(choice.format).id);
  word("size", choice.size);
  flag("meeting", choice.meeting);
  flag("labels", choice.labels);
  flag("geo", choice.geo);
  flag("as_seen", choice.as_seen);
  word("kind",
       std::ranges::find(k_kinds, choice.kind, &std::pair<io::RasterKind, const char*>::first)->second);
  number("resolution", choice.resolution);
  word("to_crs", choice.to_crs);
  number("simplify", choice.simplify);
  flag("bbox", choice.bbox);
  flag("style_file", choice.style_file);
  word("folder", choice.folder);
  return out;
}

ExportChoice parse_export_choice(std::string_view toml) {
  try {
    ConfigSection section = ConfigSection::from_text(toml, "export.toml");
    ExportChoice out;
    const std::string format = section.text("format", info_of(out.format).id);
    for (const ExportFormatInfo& info : export_format_list()) {
      if (format == info.id) out.format = info.format;
    }
    out.size = section.text("size", out.size);
    sheet::page_from(out.size);
    out.meeting = section.flag("meeting", out.meeting);
    out.labels = section.flag("labels", out.labels);
    out.geo = section.flag("geo", out.geo);
    out.as_seen = section.flag("as_seen", out.as_seen);
    const std::string kind = section.text("kind", "classes");
    for (const auto& [known, name] : k_kinds) {
      if (kind == name) out.kind = known;
    }
    out.resolution = std::max(0.0, section.number("resolution", out.resolution));
    out.to_crs = section.text("to_crs");
    if (!out.to_crs.empty()) crs::describe(out.to_crs);
    out.simplify = std::max(0.0, section.number("simplify", out.simplify));
    out.bbox = section.flag("bbox", out.bbox);
    out.style_file = section.flag("style_file", out.style_file);
    out.folder = section.text("folder");
    return out;
  } catch (const base::Error&) {
    return {};
  }
}

std::string suggested_name(const ExportChoice& choice, const MapContent& map) {
  const std::string extension = info_of(choice.format).extension;
  if (choice.format == Format::pack) return text("goi-ban-do", "map-pack").vi + extension;
  std::string name = map.theme.id;
  if (!map.period.empty()) name += "_" + map.period;
  if (choice.format == Format::legend) name += "_chu-giai";
  return io::safe_file_name(name) + extension;
}

std::vector<Text> export_preview(const model::Project& project, const MapContent& map,
                                 const ExportChoice& choice) {
  if (choice.format == Format::pack)
    return {text("{} chuyên đề, mỗi chuyên đề ở kỳ mới nhất", "{} themes, each in its latest period",
                 {project.themes.size()})};
  std::vector<Text> lines;
  if (is_picture(choice.format)) lines = picture_preview(choice);
  if (is_raster(choice.format)) lines = raster_preview(map, choice);
  if (choice.format != Format::legend && !is_picture(choice.format))
    lines.push_back(
        text("{} đơn vị, {} lớp", "{} units, {} classes", {map.units().size(), map.classes.classes.size()}));
  if (has_shapes(choice.format)) lines.push_back(system_preview(map, choice));
  return lines;
}

void check_export_request(const model::Project& project, const ExportChoice& choice,
                          const std::filesystem::path& target, base::Overwrite overwrite) {
  if (choice.format == Format::pack) {
    check_pack(project, target, {.overwrite = overwrite});
  } else if (is_picture(choice.format) || choice.format == Format::legend) {
    check_render(target, drawing_of(choice, base::Lang::vi, overwrite));
  } else {
    check_export(target, exporting_of(choice, base::Lang::vi, overwrite));
  }
}

base::Findings run_export(ProjectData& data, const MapContent& map, const ExportChoice& choice,
                          const std::filesystem::path& target, base::Lang lang, base::Overwrite overwrite,
                          const std::string& program, const base::Job& job, const SeenMap& seen) {
  check_export_request(data.project(), choice, target, overwrite);
  if (choice.format == Format::pack)
    return export_pack(data, target, {.lang = lang, .program = program, .overwrite = overwrite}, job);
  if (is_picture(choice.format))
    return render_map(
        data,
        {.theme = map.theme.id, .period = map.period, .areas = seen.areas, .area_filter = seen.area_filter},
        target, drawing_of(choice, lang, overwrite), job, seen.focus_for(choice));
  if (choice.format == Format::legend) {
    render_legend(map, target, drawing_of(choice, lang, overwrite));
  } else {
    export_map(data, map, target, exporting_of(choice, lang, overwrite), job);
  }
  return {};
}

}  // namespace ntmap::app
