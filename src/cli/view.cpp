#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "cli/command.hpp"
#ifdef NTMAP_HAS_VIEWER
#include "cli/number_check.hpp"
#include "ui/viewer.hpp"
#endif

namespace ntmap::cli {

using base::text;

#ifdef NTMAP_HAS_VIEWER

Run declare_view(CLI::App& parser, base::Lang lang) {
  const auto options = std::make_shared<ui::ViewerOptions>();
  parser.add_option("PATH", options->paths, text("dự án hoặc tệp dữ liệu", "project or data files").in(lang));
  parser
      .add_option("--scale", options->scale, text("cỡ giao diện, 0.75–3", "interface scale, 0.75–3").in(lang))
      ->check(CLI::Range(0.75, 3.0))
      ->check(number_check());
  parser.add_flag(
      "--reset-settings", options->reset_settings,
      text("bỏ các thiết lập đã lưu, dùng mặc định", "drop the saved settings, use the defaults").in(lang));
  parser.add_flag(
      "--quit-after-first-map", options->quit_after_first_map,
      text("đóng ngay khi bản đồ đã hiện (để đo)", "close once the map is shown (for measuring)").in(lang));
  return [options](const Console& console) {
    if (console.lang_given) options->lang = console.lang;
    options->first_lang = console.lang;
    ui::run_viewer(*options);
    return 0;
  };
}

#else

Run declare_view(CLI::App& /*parser*/, base::Lang /*lang*/) {
  return [](const Console&) -> int {
    throw base::Error(base::ErrorKind::usage, text("Bản này không có cửa sổ xem", "This build has no viewer"),
                      text("Dùng ntmap render và ntmap export, hoặc biên dịch với NTMAP_VIEWER=ON.",
                           "Use ntmap render and ntmap export, or build with NTMAP_VIEWER=ON."));
  };
}

#endif

}  // namespace ntmap::cli
