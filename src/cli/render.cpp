#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "app/render_legend.hpp"
#include "app/render_map.hpp"
#include "cli/command.hpp"
#include "cli/input_options.hpp"

namespace ntmap::cli {
namespace {

using base::text;

struct Options {
  InputOptions input;
  std::string output;
  std::string size = "1920x1080";
  std::string labels = "on";
  std::string date;
  bool plain = false;
  bool video = false;
  bool histogram = false;
  bool legend = false;
  bool geo = false;
  bool overwrite = false;
};

int run(const Options& options, const Console& console) {
  app::RenderOptions drawing{.page = sheet::page_from(options.size),
                             .lang = console.lang,
                             .labels = options.labels == "on",
                             .histogram = options.histogram,
                             .geo = options.geo,
                             .date = options.date};
  if (options.overwrite) drawing.overwrite = base::Overwrite::yes;
  if (options.video) drawing.style = sheet::Style::meeting;
  if (options.plain) drawing.style = sheet::Style::plain;
  app::check_render(options.output, drawing);
  const auto project = project_of(options.input);
  if (options.plain) project->repair = false;  // drawing bears small flaws, and this is the quick way
  app::ProjectData data(project);
  if (options.legend) {
    const app::MapContent map = app::map_content(
        data, {.theme = options.input.theme, .period = options.input.period, .label_points = false});
    console.findings(map.findings);
    app::render_legend(map, options.output, drawing);
    console.result(options.output);
    return 0;
  }
  console.findings(app::render_map(data, {options.input.theme, options.input.period}, options.output, drawing,
                                   console.job()));
  console.result(options.output);
  return 0;
}

}  // namespace

Run declare_render(CLI::App& parser, base::Lang lang) {
  const auto say = [lang](const char* vi, const char* en) { return text(vi, en).in(lang); };
  const auto options = std::make_shared<Options>();
  declare_inputs(parser, options->input, lang);
  parser
      .add_option("-o,--output", options->output, say("tệp ra: .png, .pdf, .svg", "output: .png, .pdf, .svg"))
      ->required();
  parser.add_option("--size", options->size,
                    say("kích thước: 1920x1080 điểm ảnh, hoặc A4, A3 … A0, 16:9",
                        "size: 1920x1080 pixels, or A4, A3 … A0, 16:9"));
  parser.add_option("--labels", options->labels, say("tên đơn vị: on hoặc off", "unit names: on or off"))
      ->check(CLI::IsMember({"on", "off"}));
  parser.add_option("--date", options->date, say("ngày lập ghi trên bản đồ", "date written on the map"));
  parser.add_flag("--histogram", options->histogram, say("thêm biểu đồ phân bố", "with a histogram"));
  CLI::Option* plain = parser.add_flag("--plain", options->plain,
                                       say("chỉ vẽ hình và ranh giới", "polygons and borders only"));
  CLI::Option* geo = parser.add_flag(
      "--geo", options->geo,
      say("kèm tọa độ: PNG có world file, PDF là GeoPDF", "georeferenced: PNG with world file, GeoPDF"));
  parser.add_flag("--legend", options->legend, say("chỉ vẽ chú giải", "the legend only"))
      ->excludes(plain)
      ->excludes(geo);
  parser
      .add_flag("--video", options->video,
                say("kiểu chữ và nét cho họp trực tuyến", "style for video meetings"))
      ->excludes(plain);
  parser.add_flag("--overwrite", options->overwrite, say("ghi đè tệp đã có", "replace an existing file"));
  return [options](const Console& console) { return run(*options, console); };
}

}  // namespace ntmap::cli
