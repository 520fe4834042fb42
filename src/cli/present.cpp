#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <memory>
#include <string>

#include "app/deck/deck.hpp"
#include "app/deck/scene_list.hpp"
#include "app/map/scene_content.hpp"
#include "app/project/project_file.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#ifdef NTMAP_HAS_VIEWER
#include "ui/viewer.hpp"
#endif

namespace ntmap::cli {
namespace {

using base::text;

struct Options {
  std::string project;
  std::string output;
  std::string notes = "on";
  std::string date;
  bool list = false;
  bool overwrite = false;
};

/// "1:30"; an en dash where no time is planned.
std::string clock_of(int seconds) {
  return seconds > 0 ? app::clock_words(seconds) : "–";
}

void print_json(const std::vector<model::Scene>& scenes, const Console& console) {
  std::string rows;
  for (const model::Scene& scene : scenes) {
    rows += fmt::format(R"({}{{"id":{},"theme":{},"period":{},"seconds":{}}})", rows.empty() ? "" : ",\n",
                        json_text(scene.id), json_text(scene.theme), json_text(scene.period), scene.seconds);
  }
  console.result("[" + rows + "]");
}

/// The order of the talk with its planned times, and what would go wrong.
int list_scenes(app::ProjectData& data, const Console& console) {
  const auto scenes = app::scenes_of(data.project());
  if (console.json) {
    print_json(scenes, console);
  } else {
    for (std::size_t i = 0; i < scenes.size(); ++i) {
      console.result(fmt::format("{:>3}  {:>6}  {}  ({})", i + 1, clock_of(scenes[i].seconds),
                                 app::scene_title(data.project(), scenes[i]).in(console.lang), scenes[i].id));
    }
    console.result(text("{} cảnh, dự kiến {}", "{} scenes, planned {}",
                        {scenes.size(), clock_of(app::planned_seconds(scenes))}));
  }
  console.findings(app::scene_findings(data, app::today(), console.job()));
  return 0;
}

#ifdef NTMAP_HAS_VIEWER

/// What the project file has wrong is told here, not in the window.
int show_scenes(const Options& options, const Console& console) {
  app::read_project(options.project);
  ui::ViewerOptions viewer{.paths = {options.project}, .first_lang = console.lang, .present = true};
  if (console.lang_given) viewer.lang = console.lang;
  ui::run_viewer(viewer);
  return 0;
}

#else

int show_scenes(const Options& /*options*/, const Console& /*console*/) {
  throw base::Error(base::ErrorKind::usage, text("Bản này không có cửa sổ xem", "This build has no viewer"),
                    text("Thêm -o bai.pdf hoặc -o bai.html, hoặc biên dịch với NTMAP_VIEWER=ON.",
                         "Add -o deck.pdf or -o deck.html, or build with NTMAP_VIEWER=ON."));
}

#endif

int run(const Options& options, const Console& console) {
  app::DeckOptions deck{.lang = console.lang, .date = options.date, .notes = options.notes == "on"};
  if (options.overwrite) deck.overwrite = base::Overwrite::yes;
  if (!options.list && options.output.empty()) return show_scenes(options, console);
  if (!options.list) app::check_deck(options.output, deck);
  app::ProjectData data(std::make_shared<const model::Project>(app::read_project(options.project)));
  if (options.list) return list_scenes(data, console);
  console.written(options.output, app::write_deck(data, options.output, deck, console.job()));
  return 0;
}

}  // namespace

Run declare_present(CLI::App& parser, base::Lang lang) {
  const auto say = [lang](const char* vi, const char* en) { return text(vi, en).in(lang); };
  const auto options = std::make_shared<Options>();
  parser.add_option("PROJECT", options->project, say("tệp dự án .toml", "project file, .toml"))->required();
  CLI::Option* output =
      parser.add_option("-o,--output", options->output,
                        say("bài trình chiếu ra: .pdf hoặc .html; bỏ trống: trình chiếu trong cửa sổ",
                            "deck to write: .pdf or .html; without it: present in the window"));
  parser
      .add_option("--notes", options->notes,
                  say("lời thuyết trình trong PDF: on hoặc off", "speaker's notes in the PDF: on or off"))
      ->check(CLI::IsMember({"on", "off"}));
  parser.add_option("--date", options->date, say("ngày lập ghi trên các trang", "date written on the pages"));
  parser
      .add_flag("--list", options->list,
                say("liệt kê các cảnh, thời lượng và điều cần sửa", "list scenes, times and what to mend"))
      ->excludes(output);
  parser.add_flag("--overwrite", options->overwrite, say("ghi đè tệp đã có", "replace an existing file"));
  return [options](const Console& console) { return run(*options, console); };
}

}  // namespace ntmap::cli
