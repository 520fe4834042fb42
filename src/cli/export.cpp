#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "app/export/export_map.hpp"
#include "app/export/export_pack.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/input_options.hpp"
#include "cli/number_check.hpp"

namespace ntmap::cli {
namespace {

using base::text;

struct Options {
  InputOptions input;
  std::string output;
  std::string pack;
  std::string size;
  std::string kind = "classes";
  app::ExportOptions exporting;
  bool overwrite = false;
};

void require_output(const Options& options) {
  if (options.output.empty() && options.pack.empty()) {
    throw base::Error(base::ErrorKind::usage, text("Thiếu --output", "--output is missing"),
                      text("Xem: ntmap export --help", "See: ntmap export --help"));
  }
  if (options.pack.empty()) return;
  if (options.input.theme.empty() && options.input.period.empty()) return;
  throw base::Error(base::ErrorKind::usage,
                    text("--pack lấy mọi chuyên đề, mỗi chuyên đề ở kỳ mới nhất",
                         "--pack takes every theme in its latest period"),
                    text("Bỏ --theme và --period.", "Leave --theme and --period out."));
}

int run_pack(const Options& options, const Console& console) {
  app::PackOptions packing{.lang = console.lang, .program = "ntmap " NTMAP_VERSION};
  if (options.overwrite) packing.overwrite = base::Overwrite::yes;
  const auto project = project_of(options.input);
  app::check_pack(*project, options.pack, packing);
  app::ProjectData data(project);
  console.written(options.pack, app::export_pack(data, options.pack, packing, console.job()));
  return 0;
}

int run(Options options, const Console& console) {
  require_output(options);
  if (!options.pack.empty()) return run_pack(options, console);
  options.exporting.lang = console.lang;
  if (options.overwrite) options.exporting.overwrite = base::Overwrite::yes;
  if (!options.size.empty()) {
    const PixelSize size = pixel_size(options.size);
    options.exporting.width = size.width;
    options.exporting.height = size.height;
  }
  if (options.kind == "values") options.exporting.kind = io::RasterKind::values;
  if (options.kind == "rgba") options.exporting.kind = io::RasterKind::rgba;
  app::check_export(options.output, options.exporting);
  const auto project = project_of(options.input);
  if (project->crs.empty()) project->crs = model::k_source_crs;
  app::ProjectData data(project);
  const base::Job job = console.job();
  const app::MapContent map = app::map_content(
      data, {.theme = options.input.theme, .period = options.input.period, .label_points = false},
      job.part(0, 0.5));
  app::export_map(data, map, options.output, options.exporting, job.part(0.5, 1));
  console.written(options.output, map.findings);
  return 0;
}

}  // namespace

Run declare_export(CLI::App& parser, base::Lang lang) {
  const auto say = [lang](const char* vi, const char* en) { return text(vi, en).in(lang); };
  const auto options = std::make_shared<Options>();
  app::ExportOptions& exporting = options->exporting;
  declare_inputs(parser, options->input, lang);
  CLI::Option* output = parser.add_option("-o,--output", options->output,
                                          text("tệp ra: {}", "output: {}", {app::export_formats()}).in(lang));
  CLI::Option* size = parser.add_option("--size", options->size,
                                        say("kích thước ảnh, 1920x1080", "size in pixels, 1920x1080"));
  CLI::Option* resolution =
      parser.add_option("--resolution", exporting.resolution, say("mét mỗi điểm ảnh", "metres a pixel"))
          ->check(CLI::PositiveNumber)
          ->check(number_check())
          ->excludes(size);
  CLI::Option* to_crs =
      parser.add_option("--to-crs", exporting.to_crs,
                        say("hệ tọa độ của tệp ra, EPSG:n", "coordinate system of the output, EPSG:n"));
  CLI::Option* kind =
      parser.add_option("--kind", options->kind, say("classes, values hoặc rgba", "classes, values or rgba"))
          ->check(CLI::IsMember({"classes", "values", "rgba"}));
  CLI::Option* simplify = parser
                              .add_option("--simplify", exporting.simplify,
                                          say("giản lược ranh giới chung, sai lệch tính bằng mét",
                                              "simplify shared borders alike, by so many metres"))
                              ->check(CLI::PositiveNumber)
                              ->check(number_check());
  CLI::Option* bbox =
      parser.add_flag("--bbox", exporting.bbox, say("GeoJSON: thêm bbox", "GeoJSON: with bbox"));
  CLI::Option* style = parser.add_flag("--style", exporting.style_file,
                                       say("GeoJSON, GeoTIFF: thêm tệp kiểu .qml cho QGIS",
                                           "GeoJSON, GeoTIFF: with a .qml style file for QGIS"));
  CLI::Option* pack =
      parser.add_option("--pack", options->pack,
                        say("gói .zip của mọi chuyên đề: bản đồ, chú giải, GeoTIFF, GeoJSON, bảng",
                            "a .zip of every theme: map, legend, GeoTIFF, GeoJSON, table"));
  for (CLI::Option* other : {output, size, resolution, to_crs, kind, simplify, bbox, style})
    pack->excludes(other);
  parser.add_flag("--overwrite", options->overwrite, say("ghi đè tệp đã có", "replace an existing file"));
  return [options](const Console& console) { return run(*options, console); };
}

}  // namespace ntmap::cli
