#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "app/export_map.hpp"
#include "cli/command.hpp"
#include "cli/input_options.hpp"

namespace ntmap::cli {
namespace {

using base::text;

struct Options {
  InputOptions input;
  std::string output;
  std::string size;
  std::string kind = "classes";
  app::ExportOptions exporting;
  bool overwrite = false;
};

int run(Options options, const Console& console) {
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
  const app::MapContent map =
      app::map_content(data, {options.input.theme, options.input.period}, job.part(0, 0.5));
  console.findings(map.findings);
  app::export_map(*project, map, options.output, options.exporting, job.part(0.5, 1));
  console.result(options.output);
  return 0;
}

}  // namespace

Run declare_export(CLI::App& parser, base::Lang lang) {
  const auto say = [lang](const char* vi, const char* en) { return text(vi, en).in(lang); };
  const auto options = std::make_shared<Options>();
  declare_inputs(parser, options->input, lang);
  parser
      .add_option("-o,--output", options->output,
                  say("tệp ra: .tif, .geojson, .gpkg, .csv, .xlsx, .qml, .sld",
                      "output: .tif, .geojson, .gpkg, .csv, .xlsx, .qml, .sld"))
      ->required();
  CLI::Option* size = parser.add_option("--size", options->size,
                                        say("kích thước ảnh, 1920x1080", "size in pixels, 1920x1080"));
  parser.add_option("--resolution", options->exporting.resolution, say("mét mỗi điểm ảnh", "metres a pixel"))
      ->check(CLI::PositiveNumber)
      ->excludes(size);
  parser.add_option("--to-crs", options->exporting.to_crs,
                    say("hệ tọa độ của tệp ra, EPSG:n", "coordinate system of the output, EPSG:n"));
  parser.add_option("--kind", options->kind, say("classes, values hoặc rgba", "classes, values or rgba"))
      ->check(CLI::IsMember({"classes", "values", "rgba"}));
  parser.add_flag("--overwrite", options->overwrite, say("ghi đè tệp đã có", "replace an existing file"));
  return [options](const Console& console) { return run(*options, console); };
}

}  // namespace ntmap::cli
