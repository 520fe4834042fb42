#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/map/atlas.hpp"
#include "app/map/render_legend.hpp"
#include "app/map/render_map.hpp"
#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "cli/command.hpp"
#include "cli/input_options.hpp"
#include "cli/number_check.hpp"

namespace ntmap::cli {
namespace {

using base::text;

struct Options {
  InputOptions input;
  std::string output;
  std::string size = "1920x1080";
  double dpi = 0;
  std::string labels = "on";
  std::string date;
  std::string scene;
  std::string preview;
  std::string multiples;
  std::string atlas;
  std::string format = "png";
  std::vector<std::string> areas;  ///< empty: the theme's own; "none": no areas
  bool fix = false;
  bool plain = false;
  bool video = false;
  bool histogram = false;
  bool legend = false;
  bool geo = false;
  bool overwrite = false;
};

app::MapChoice choice_of(const Options& options) {
  app::MapChoice choice{options.input.theme, options.input.period};
  if (options.areas == std::vector<std::string>{"none"}) {
    choice.areas.emplace();
  } else if (!options.areas.empty()) {
    choice.areas = options.areas;
  }
  return choice;
}

const model::Scene& scene_of(const model::Project& project, const std::string& id) {
  if (const model::Scene* scene = project.find_scene(id)) return *scene;
  std::vector<std::string> known;
  for (const model::Scene& scene : project.scenes) known.push_back(scene.id);
  throw base::Error(base::ErrorKind::usage, text("Không có cảnh “{}”", "There is no scene “{}”", {id}),
                    base::nearest_word_advice(id, known));
}

int draw_atlas(const Options& options, const app::RenderOptions& page, const Console& console) {
  const app::AtlasOptions atlas{
      .level = options.atlas == "district" ? app::AtlasLevel::district : app::AtlasLevel::commune,
      .sheet = page,
      .format = options.format};
  app::check_atlas(options.output, atlas);
  app::ProjectData data(project_of(options.input));
  const app::AtlasResult result =
      app::render_atlas(data, choice_of(options), options.output, atlas, console.job());
  console.message(text("{} trang đã vẽ, {} trang có sẵn được giữ", "{} pages drawn, {} pages kept",
                       {result.pages, result.kept}));
  console.written(options.output, result.findings);
  return 0;
}

/// The file that is drawn, or one of those in an atlas's folder.
std::filesystem::path drawn_file(const Options& options) {
  const std::filesystem::path output(options.output);
  return options.atlas.empty() || app::is_document(output) ? output : output / ("page." + options.format);
}

app::RenderOptions drawing_of(const Options& options, base::Lang lang) {
  app::RenderOptions drawing{.page = app::page_for(drawn_file(options), options.size, options.dpi),
                             .lang = lang,
                             .labels = options.labels == "on",
                             .histogram = options.histogram,
                             .geo = options.geo,
                             .date = options.date};
  if (!options.preview.empty()) drawing.preview_lines = options.preview == "360p" ? 360 : 720;
  drawing.fix_text = options.fix;
  if (options.overwrite) drawing.overwrite = base::Overwrite::yes;
  if (options.video || options.fix) drawing.style = sheet::Style::meeting;
  if (options.plain) drawing.style = sheet::Style::plain;
  if (options.multiples == "criteria") drawing.multiples = app::Multiples::criteria;
  if (options.multiples == "periods") drawing.multiples = app::Multiples::periods;
  return drawing;
}

int draw_legend(const Options& options, const app::RenderOptions& drawing, const Console& console) {
  app::check_render(options.output, drawing);
  app::ProjectData data(project_of(options.input));
  const app::MapContent map = app::map_content(data, choice_of(options));
  app::render_legend(map, options.output, drawing);
  console.written(options.output, map.findings);
  return 0;
}

int run(const Options& options, const Console& console) {
  const app::RenderOptions drawing = drawing_of(options, console.lang);
  if (!options.atlas.empty()) return draw_atlas(options, drawing, console);
  if (options.legend) return draw_legend(options, drawing, console);
  app::check_render(options.output, drawing);
  const auto project = project_of(options.input);
  if (!options.scene.empty()) {
    app::ProjectData data(project);
    const model::Scene& scene = scene_of(*project, options.scene);
    console.written(options.output, app::render_scene(data, scene, options.output, drawing, console.job()));
    return 0;
  }
  if (options.plain) project->repair = false;  // drawing bears small flaws, and this is the quick way
  app::ProjectData data(project);
  console.written(options.output,
                  app::render_map(data, choice_of(options), options.output, drawing, console.job()));
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
  parser
      .add_option("--dpi", options->dpi,
                  say("PNG khổ giấy: điểm ảnh mỗi inch (không ghi: 300, 16:9: 144)",
                      "PNG of a paper size: pixels an inch (unless said: 300, 16:9: 144)"))
      ->check(CLI::PositiveNumber)
      ->check(number_check());
  parser
      .add_option("--areas", options->areas,
                  say("lớp vùng vẽ chồng lên bản đồ: các mã trong dự án, hoặc none",
                      "areas drawn over the map: ids of the project, or none"))
      ->delimiter(',');
  parser.add_option("--labels", options->labels, say("tên đơn vị: on hoặc off", "unit names: on or off"))
      ->check(CLI::IsMember({"on", "off"}));
  parser.add_option("--date", options->date,
                    say("ngày lập ghi trên bản đồ, 2026-11-21", "date written on the map, 2026-11-21"));
  parser.add_flag("--histogram", options->histogram, say("thêm biểu đồ phân bố", "with a histogram"));
  CLI::Option* plain = parser.add_flag("--plain", options->plain,
                                       say("chỉ vẽ hình và ranh giới", "polygons and borders only"));
  parser
      .add_option("--preview", options->preview,
                  say("ghi hình như các điểm cầu sẽ thấy (720p hoặc 360p) và nói chữ nào mất",
                      "write what the other sites of a meeting see (720p or 360p) and tell what is lost"))
      ->check(CLI::IsMember({"720p", "360p"}))
      ->excludes(plain);
  parser
      .add_flag("--fix", options->fix,
                say("kiểu họp trực tuyến, phóng chữ cho điểm cầu đọc được",
                    "meeting style, with texts enlarged until the other sites can read them"))
      ->excludes(plain);
  parser
      .add_flag("--video", options->video,
                say("kiểu chữ và nét cho họp trực tuyến", "style for video meetings"))
      ->excludes(plain);
  parser
      .add_option("--scene", options->scene,
                  say("mã cảnh trình chiếu của dự án, thay cho chuyên đề và kỳ",
                      "id of a scene of the project, instead of theme and period"))
      ->excludes(plain);
  CLI::Option* multiples =
      parser
          .add_option("--multiples", options->multiples,
                      say("nhiều bản đồ nhỏ trên một tờ: criteria (các tiêu chí), periods (các kỳ)",
                          "small maps on one sheet: criteria or periods"))
          ->check(CLI::IsMember({"criteria", "periods"}));
  parser
      .add_option("--atlas", options->atlas,
                  say("tập bản đồ, mỗi huyện (district) hoặc xã (commune) một trang; -o là thư mục hoặc .pdf",
                      "an atlas, a page a district or commune; -o is a folder or a .pdf file"))
      ->check(CLI::IsMember({"district", "commune"}))
      ->excludes(multiples);
  parser
      .add_option("--format", options->format,
                  say("dạng trang của tập bản đồ trong thư mục: png, pdf, svg",
                      "format of an atlas's pages in a folder: png, pdf, svg"))
      ->check(CLI::IsMember({"png", "pdf", "svg"}));
  CLI::Option* geo = parser.add_flag(
      "--geo", options->geo,
      say("kèm tọa độ: PNG có world file, PDF là GeoPDF", "georeferenced: PNG with world file, GeoPDF"));
  parser.add_flag("--legend", options->legend, say("chỉ vẽ chú giải", "the legend only"))
      ->excludes(plain)
      ->excludes(geo)
      ->excludes(multiples);
  parser.add_flag("--overwrite", options->overwrite, say("ghi đè tệp đã có", "replace an existing file"));
  return [options](const Console& console) { return run(*options, console); };
}

}  // namespace ntmap::cli
