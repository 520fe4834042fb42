#include "ui/open_dialog.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>
#include <tuple>

#include "io/source_path.hpp"

namespace ntmap::ui {
namespace {

namespace fs = std::filesystem;
using base::text;

constexpr std::array<std::string_view, 9> k_extensions{".toml", ".shp", ".gpkg", ".geojson", ".json",
                                                       ".fgb",  ".tab", ".mif",  ".kml"};

bool can_open(const fs::path& path) {
  const std::string extension = io::extension_of(path.string());  // ".SHP" is as good as ".shp"
  return std::find(k_extensions.begin(), k_extensions.end(), extension) != k_extensions.end();
}

}  // namespace

void OpenDialog::open() {
  m_ask = true;
  std::error_code failure;
  list(m_folder.empty() ? fs::current_path(failure) : m_folder);
}

void OpenDialog::list(const fs::path& folder) {
  m_folder = folder;
  m_entries.clear();
  m_failure.clear();
  std::error_code failure;
  for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    std::error_code ignored;
    const bool is_folder = entry->is_directory(ignored);
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.') || (!is_folder && !can_open(entry->path()))) continue;
    m_entries.push_back({name, is_folder});
  }
  if (failure) m_failure = failure.message();
  std::sort(m_entries.begin(), m_entries.end(), [](const Entry& a, const Entry& b) {
    return std::tuple(!a.folder, a.name) < std::tuple(!b.folder, b.name);
  });
}

std::optional<std::string> OpenDialog::draw_entries() {
  std::optional<fs::path> enter;
  std::optional<std::string> chosen;
  if (ImGui::Selectable("..", false, ImGuiSelectableFlags_DontClosePopups)) enter = m_folder.parent_path();
  for (const Entry& entry : m_entries) {
    const std::string shown = entry.folder ? entry.name + "/" : entry.name;
    if (!ImGui::Selectable(shown.c_str(), false, ImGuiSelectableFlags_DontClosePopups)) continue;
    if (entry.folder) {
      enter = m_folder / entry.name;
    } else {
      chosen = (m_folder / entry.name).string();
    }
  }
  if (enter) list(*enter);
  return chosen;
}

std::optional<std::string> OpenDialog::draw(base::Lang lang) {
  const std::string title = text("Mở tệp", "Open a file").in(lang) + "###open";
  if (m_ask) ImGui::OpenPopup(title.c_str());
  m_ask = false;
  const ImVec2 size = ImGui::GetMainViewport()->WorkSize;
  ImGui::SetNextWindowSize({size.x * 0.5F, size.y * 0.65F});
  bool keep = true;
  if (!ImGui::BeginPopupModal(title.c_str(), &keep, ImGuiWindowFlags_NoResize)) return std::nullopt;
  ImGui::TextWrapped("%s", m_folder.string().c_str());
  if (!m_failure.empty()) ImGui::TextWrapped("%s", m_failure.c_str());
  ImGui::BeginChild("entries", {0, -ImGui::GetFrameHeightWithSpacing()}, true);
  const auto chosen = draw_entries();
  ImGui::EndChild();
  const bool cancel = ImGui::Button(text("Hủy", "Cancel").in(lang).c_str()) ||
                      ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape));
  if (chosen || cancel) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
  return chosen;
}

}  // namespace ntmap::ui
