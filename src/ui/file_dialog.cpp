#include "ui/file_dialog.hpp"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <chrono>
#include <system_error>
#include <tuple>
#include <utility>

#include "io/source_path.hpp"
#include "ui/desk.hpp"
#include "ui/dialog.hpp"
#include "ui/native_dialog.hpp"
#include "ui/widgets.hpp"
#include "ui/window.hpp"

namespace ntmap::ui {
namespace {

namespace fs = std::filesystem;
using base::text;

/// Whether it is the part of a shapefile that holds the attributes: who wants the layer opens the .shp.
bool belongs_to_shapefile(const fs::path& path) {
  if (io::extension_of(path) != ".dbf") return false;
  std::error_code ignored;
  return fs::exists(io::sibling(path, ".shp"), ignored);
}

}  // namespace

fs::path FileDialog::folder() const {
  std::error_code failure;
  return m_folder.empty() ? fs::current_path(failure) : m_folder;
}

void FileDialog::open(FileRequest request) {
  ask(std::move(request), false);
}

void FileDialog::save(FileRequest request) {
  ask(std::move(request), true);
}

void FileDialog::ask(FileRequest request, bool saving) {
  if (waiting()) return;  // the desktop's dialog is open already
  m_request = std::move(request);
  m_saving = saving;
  m_kind = 0;
  m_name = m_request.suggested;
  m_replace = false;
  m_folder = folder();
  const std::string start = (m_folder / m_request.suggested).string();
  const auto command = native_dialog({.title = m_request.title.in(m_lang),
                                      .start = start,
                                      .saving = saving,
                                      .kinds = m_request.kinds,
                                      .lang = m_lang});
  if (command.empty()) {
    list(m_folder);
    m_ask = true;
    return;
  }
  std::packaged_task<std::string()> asking([command] { return first_line_of(command); });
  m_native = asking.get_future();
  m_asking = std::jthread([asking = std::move(asking)]() mutable {
    asking();
    Window::wake();  // after the path is there: the frame that this brings on looks for it
  });
}

bool FileDialog::is_listed(const fs::path& path) const {
  if (m_kind >= m_request.kinds.size()) return true;
  const app::FileKind& kind = m_request.kinds[m_kind];
  const bool asked_for_dbf = kind.extensions.empty() || kind.extensions.size() == 1;
  return app::is_of_kind(path.string(), kind) && (asked_for_dbf || !belongs_to_shapefile(path));
}

/// Which files are listed.
void FileDialog::draw_kinds(const Desk& desk) {
  const std::vector<app::FileKind>& kinds = m_request.kinds;
  if (m_kind >= kinds.size()) return;
  ImGui::SetNextItemWidth(-1);
  if (!ImGui::BeginCombo("##kind", desk.say(kinds[m_kind].name).c_str())) return;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    std::string words = desk.say(kinds[i].name);
    for (const std::string& extension : kinds[i].extensions) {
      words += ' ';
      words += extension;
    }
    if (!ImGui::Selectable(words.c_str(), i == m_kind)) continue;
    m_kind = i;
    list(m_folder);
  }
  ImGui::EndCombo();
}

void FileDialog::list(const fs::path& folder) {
  m_folder = folder;
  m_entries.clear();
  m_failure.clear();
  std::error_code failure;
  for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    std::error_code ignored;
    const bool is_folder = entry->is_directory(ignored);
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.') || (!is_folder && !is_listed(entry->path()))) continue;
    m_entries.push_back({name, is_folder});
  }
  if (failure) m_failure = failure.message();
  std::sort(m_entries.begin(), m_entries.end(), [](const Entry& a, const Entry& b) {
    return std::tuple(!a.folder, a.name) < std::tuple(!b.folder, b.name);
  });
}

std::optional<std::string> FileDialog::draw_entries() {
  std::optional<fs::path> enter;
  std::optional<std::string> chosen;
  if (ImGui::Selectable("..", false, ImGuiSelectableFlags_DontClosePopups)) enter = m_folder.parent_path();
  for (const Entry& entry : m_entries) {
    const std::string shown = entry.folder ? entry.name + "/" : entry.name;
    if (!ImGui::Selectable(shown.c_str(), m_saving && entry.name == m_name,
                           ImGuiSelectableFlags_DontClosePopups))
      continue;
    if (entry.folder)
      enter = m_folder / entry.name;
    else if (m_saving)
      m_name = entry.name;
    else
      chosen = (m_folder / entry.name).string();
  }
  if (enter) list(*enter);
  return chosen;
}

std::string FileDialog::with_ending(const fs::path& path) const {
  const bool has_it =
      !m_saving || m_request.ending.empty() || io::extension_of(path.string()) == m_request.ending;
  return path.string() + (has_it ? "" : m_request.ending);
}

/// The name to save as. A file that is there is replaced only by a button of its own: the Enter that ends the
/// name is not asked for that.
std::optional<std::string> FileDialog::draw_name(Desk& desk) {
  if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
  ImGui::SetNextItemWidth(-1);
  const std::string before = m_name;
  const bool entered = ImGui::InputText(
      "##name", &m_name, ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
  if (m_name != before) m_replace = false;
  if (m_replace) {
    ImGui::PushStyleColor(ImGuiCol_Text, unmet_ink());
    ImGui::TextWrapped("%s", desk.say(text("Tệp đã có. Nhấn “Ghi đè” để thay tệp cũ.",
                                           "The file exists. Press “Replace” to write over it."))
                                 .c_str());
    ImGui::PopStyleColor();
  }
  const base::Text label = m_replace ? text("Ghi đè", "Replace") : text("Lưu", "Save");
  const std::string words = desk.say(label) + "###accept";
  const bool accept = m_replace ? ImGui::Button(words.c_str()) : default_button(words) || entered;
  ImGui::SameLine();
  if (!accept || m_name.empty()) return std::nullopt;
  const std::string path = with_ending(m_folder / m_name);  // an absolute name stands alone
  std::error_code ignored;
  if (fs::exists(path, ignored) && !std::exchange(m_replace, true)) return std::nullopt;
  return path;
}

/// A path typed or pasted: of a file to open, or of a folder to look into.
std::optional<std::string> FileDialog::draw_path(Desk& desk) {
  if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
  ImGui::SetNextItemWidth(-1);
  const std::string hint =
      desk.say(text("Đường dẫn hoặc tên tệp, rồi Enter", "Path or name of a file, then Enter"));
  if (!ImGui::InputTextWithHint("##path", hint.c_str(), &m_name, ImGuiInputTextFlags_EnterReturnsTrue) ||
      m_name.empty())
    return std::nullopt;
  ImGui::SetKeyboardFocusHere(-1);
  const fs::path path = (m_folder / m_name).lexically_normal();  // an absolute one stands alone
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) {
    list(path);
    m_name.clear();
    return std::nullopt;
  }
  if (fs::exists(path, ignored)) return path.string();
  m_failure = desk.say(text("Không có tệp hay thư mục {}", "There is no file or folder {}", {path.string()}));
  return std::nullopt;
}

/// The desktop's dialog has asked about the name as it was typed: about the one with its ending we ask.
void FileDialog::take_native(Desk& desk, const std::string& path) {
  if (path.empty()) return hand_over(desk, path);
  const std::string whole = with_ending(path);
  std::error_code ignored;
  if (whole == path || !fs::exists(whole, ignored)) return hand_over(desk, whole);
  list(fs::path(whole).parent_path());
  m_name = fs::path(whole).filename().string();
  m_replace = m_ask = true;
}

void FileDialog::hand_over(Desk& desk, const std::string& path) {
  if (path.empty()) {
    if (m_request.cancelled) m_request.cancelled(desk);
    return;
  }
  m_folder = fs::path(path).parent_path();
  if (m_request.chosen) std::exchange(m_request.chosen, nullptr)(desk, path);
}

void FileDialog::draw(Desk& desk) {
  m_lang = desk.view.lang;
  if (m_native.valid() && m_native.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
    take_native(desk, m_native.get());
  }
  const std::string title = desk.say(m_request.title) + "###file_dialog";
  if (std::exchange(m_ask, false)) ImGui::OpenPopup(title.c_str());
  const ImVec2 size = ImGui::GetMainViewport()->WorkSize;
  ImGui::SetNextWindowSize({std::max(size.x * 0.5F, dialog_width(560, desk.view)), size.y * 0.65F});
  bool keep = true;
  if (!begin_dialog(title, keep)) return;
  ImGui::TextWrapped("%s", m_folder.string().c_str());
  if (!m_failure.empty()) ImGui::TextWrapped("%s", m_failure.c_str());
  const float rows = m_replace ? 5.2F : 3.2F;
  ImGui::BeginChild("entries", {0, -ImGui::GetFrameHeightWithSpacing() * rows}, true);
  auto chosen = draw_entries();
  ImGui::EndChild();
  draw_kinds(desk);
  if (m_saving)
    chosen = draw_name(desk);
  else if (!chosen)
    chosen = draw_path(desk);
  const bool cancel = ImGui::Button(desk.say(text("Hủy", "Cancel")).c_str()) || escape_pressed(desk.view);
  if (chosen || cancel) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
  if (chosen || cancel) hand_over(desk, chosen.value_or(std::string()));
}

}  // namespace ntmap::ui
