#include "app/desk/copy_picture.hpp"

#include <cstdlib>
#include <system_error>

#include "app/map/run_program.hpp"
#include "app/project/settings.hpp"
#include "app/project/text_file.hpp"

namespace ntmap::app {
namespace {

namespace fs = std::filesystem;
using base::text;

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

}  // namespace

std::vector<std::string> clipboard_command(const fs::path& png) {
  // wl-copy reads its standard input, which only a shell can lead there.
  if (is_set("WAYLAND_DISPLAY"))
    return {"sh", "-c", R"(exec wl-copy --type image/png <"$1")", "wl-copy", png.string()};
  if (is_set("DISPLAY")) return {"xclip", "-selection", "clipboard", "-t", "image/png", "-i", png.string()};
  return {};
}

fs::path free_name(const fs::path& wanted) {
  std::error_code ignored;
  fs::path name = wanted;
  for (int number = 2; fs::exists(name, ignored); ++number) {
    name = wanted;
    name.replace_filename(wanted.stem().string() + "-" + std::to_string(number) +
                          wanted.extension().string());
  }
  return name;
}

CopiedPicture copy_picture(ProjectData& data, const MapContent& map, const SeenMap& seen, bool names,
                           base::Lang lang, const base::Job& job) {
  const ExportChoice choice{.labels = names, .as_seen = true};  // a PNG for a screen
  const fs::path draft = state_folder() / "clipboard.png";
  fs::create_directories(draft.parent_path());
  run_export(data, map, choice, draft, lang, base::Overwrite::yes, "ntmap", job, seen);
  const std::vector<std::string> command = clipboard_command(draft);
  if (!command.empty() && run_program(command).ok())
    return {{}, text("Đã sao chép ảnh bản đồ. Dán bằng Ctrl+V.", "The map is copied. Paste it with Ctrl+V.")};
  const std::string& folder = data.project().folder;
  const fs::path target =
      free_name((folder.empty() ? fs::current_path() : fs::absolute(folder)) / suggested_name(choice, map));
  write_text(target, read_text(draft).value_or(std::string()));
  std::error_code ignored;
  fs::remove(draft, ignored);
  return {target,
          text("Máy không có chương trình đưa ảnh vào bộ nhớ tạm (xclip, wl-clipboard); ảnh đã ghi vào {}",
               "No program here puts pictures on the clipboard (xclip, wl-clipboard); the picture is in {}",
               {target.string()})};
}

}  // namespace ntmap::app
