#include "ui/welcome.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

#include "ui/dialog.hpp"
#include "ui/fonts.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

void draw_recent(Desk& desk) {
  const auto& recent = desk.view.settings.recent;
  if (recent.empty()) return;
  ImGui::Spacing();
  heading(desk.say(text("Mở gần đây", "Recent projects")));
  for (const std::string& file : recent) {
    const std::filesystem::path path(file);
    ImGui::PushID(file.c_str());
    if (ImGui::Selectable(path.filename().c_str())) desk.view.open_paths = {file};
    ImGui::SameLine();
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ImGui::GetStyle().ItemSpacing.x);
    ImGui::TextDisabled("%s", path.parent_path().c_str());
    ImGui::PopID();
  }
}

const std::array<Text, 5>& hints() {
  static const std::array<Text, 5> k_hints{
      text("Chọn chuyên đề và kỳ ở bên trái. Nhấp một dòng chú giải để chọn các xã của lớp đó.",
           "Choose theme and period on the left. Click a line of the legend to select its communes."),
      text("Nhấp vào một xã: bên phải hiện từng tiêu chí, vì sao đạt hay chưa đạt, số liệu lấy từ đâu.",
           "Click a commune: on the right stands each criterion, why it is met or not, and where the figure "
           "comes from."),
      text(
          "Trong ma trận bên dưới, nhấp số của một tiêu chí để chọn mọi xã chưa đạt tiêu chí đó.",
          "In the matrix below, click the number of a criterion to select all communes that do not meet it."),
      text("Ctrl+P tìm xã (không cần dấu), tiêu chí và mọi lệnh. F1 liệt kê phím tắt.",
           "Ctrl+P finds communes (accents not needed), criteria and every command. F1 lists the shortcuts."),
      text("Kéo thả tệp của bạn vào cửa sổ để mở. Mọi thay đổi đều hoàn tác được (Ctrl+Z).",
           "Drop your own files on the window to open them. Every change can be undone (Ctrl+Z)."),
  };
  return k_hints;
}

}  // namespace

void draw_welcome(Desk& desk) {
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const float margin = std::round(room.x * 0.25F);
  ImGui::SetCursorPosY(std::round(room.y * 0.25F));
  ImGui::Indent(margin);
  ImGui::PushTextWrapPos(room.x - margin);
  const Text words = desk.session.busy()
                         ? text("Đang mở…", "Opening…")
                         : text("Kéo thả tệp dự án, hoặc tệp ranh giới và bảng số liệu vào đây",
                                "Drop a project, or boundaries and a table, here");
  push_font(Font::heading);
  ImGui::TextUnformatted(desk.say(words).c_str());
  pop_font();
  muted(desk.say(
      text("Dự án (.toml), ranh giới (shapefile, GeoPackage, GeoJSON, FlatGeobuf, MapInfo, KML), bảng "
           "(CSV, XLSX, ODS, DBF).",
           "Project (.toml), boundaries (shapefile, GeoPackage, GeoJSON, FlatGeobuf, MapInfo, KML), "
           "tables (CSV, XLSX, ODS, DBF).")));
  ImGui::Spacing();
  if (ImGui::Button(desk.say(text("Mở tệp (Ctrl+O)", "Open a file (Ctrl+O)")).c_str()))
    desk.view.ask_open = true;
  ImGui::SameLine();
  if (ImGui::Button(
          desk.say(text("Ghép ranh giới với bảng (Ctrl+J)", "Join boundaries and a table (Ctrl+J)")).c_str()))
    desk.view.popup = Popup::join;
  draw_recent(desk);
  ImGui::PopTextWrapPos();
  ImGui::Unindent(margin);
}

namespace {

float hint_height(const Desk& desk) {
  const float width = ImGui::GetContentRegionAvail().x;
  float height = 0;
  for (const Text& hint : hints())
    height = std::max(height, ImGui::CalcTextSize(desk.say(hint).c_str(), nullptr, false, width).y);
  return height;
}

}  // namespace

bool tour_shows(const Desk& desk) {
  return !desk.view.settings.tour_seen && desk.session.map();
}

void close_tour(ViewState& view) {
  view.settings.tour_seen = true;
  view.tour_step = 0;
}

float draw_tour(Desk& desk) {
  ViewState& view = desk.view;
  if (!tour_shows(desk)) return 0;
  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  ImGui::SetNextWindowPos({viewport.WorkPos.x + viewport.WorkSize.x / 2, viewport.WorkPos.y + 16},
                          ImGuiCond_Always, {0.5F, 0});
  ImGui::SetNextWindowSize({dialog_width(460, view), 0});
  ImGui::Begin("tour", nullptr,
               ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing);
  const std::size_t step = std::min(view.tour_step, hints().size() - 1);
  muted(desk.say(text("Gợi ý {}/{}", "Hint {} of {}", {step + 1, hints().size()})));
  // As high as the longest needs, so that the buttons stay where the mouse is.
  const float below = ImGui::GetCursorPosY() + hint_height(desk) + ImGui::GetStyle().ItemSpacing.y;
  ImGui::TextWrapped("%s", desk.say(hints()[step]).c_str());
  ImGui::SetCursorPosY(below);
  const bool last = step + 1 == hints().size();
  if (ImGui::Button(desk.say(last ? text("Xong", "Done") : text("Tiếp", "Next")).c_str())) {
    view.tour_step = last ? 0 : step + 1;
    view.settings.tour_seen = last;
  }
  ImGui::SameLine();
  if (!last && ImGui::Button(desk.say(text("Đóng gợi ý", "Close the hints")).c_str())) close_tour(view);
  const float height = ImGui::GetWindowHeight();
  ImGui::End();
  return height;
}

}  // namespace ntmap::ui
