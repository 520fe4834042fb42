#include "ui/menu_bar.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>

#include "ui/toolbar.hpp"

namespace ntmap::ui {
namespace {

using base::text;

std::string file_words(const Desk& desk) {
  const auto project = desk.session.project();
  if (!project) return {};
  const std::string file = project->file.empty() ? desk.say(text("chưa lưu", "not saved"))
                                                 : std::filesystem::path(project->file).filename().string();
  return file + (desk.session.dirty() ? " *" : "");
}

void draw_search_box(Desk& desk, float left, float width) {
  if (left < ImGui::GetCursorPosX()) return;
  const float height = std::round(ImGui::GetFrameHeight() * 0.84F);
  ImGui::SetCursorPos({left, std::round((ImGui::GetFrameHeight() - height) / 2)});
  ImGui::PushStyleColor(ImGuiCol_Button, IM_COL32(255, 255, 255, 26));
  ImGui::PushStyleColor(ImGuiCol_ButtonHovered, IM_COL32(255, 255, 255, 46));
  ImGui::PushStyleColor(ImGuiCol_Text, IM_COL32(190, 200, 208, 255));
  ImGui::PushStyleVar(ImGuiStyleVar_ButtonTextAlign, {0.03F, 0.5F});
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ImGui::GetStyle().FramePadding.x, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
  std::string words =
      desk.say(text("Ctrl+P tìm xã, lệnh, tiêu chí…", "Ctrl+P: commune, command, criterion…"));
  if (ImGui::CalcTextSize(words.c_str()).x + 2 * ImGui::GetStyle().FramePadding.x > width) words = "Ctrl+P";
  if (ImGui::Button(words.c_str(), {width, height})) desk.view.popup = Popup::commands;
  ImGui::PopStyleVar(3);
  ImGui::PopStyleColor(3);
}

}  // namespace

void draw_menu_bar(const std::vector<Action>& actions, Desk& desk) {
  if (!ImGui::BeginMainMenuBar()) return;
  ImGui::TextColored({0.95F, 0.96F, 0.97F, 1}, "ntmap");
  draw_menus(actions, desk);
  const float room = ImGui::GetWindowWidth();
  const float search = std::round(std::min(static_cast<float>(300 * desk.view.scale), room * 0.25F));
  const float left = room - search - ImGui::GetStyle().ItemSpacing.x;
  draw_toolbar(actions, desk, left);
  const std::string words = file_words(desk);
  if (ImGui::GetCursorPosX() + ImGui::CalcTextSize(words.c_str()).x < left)
    ImGui::TextColored({0.62F, 0.68F, 0.73F, 1}, "%s", words.c_str());
  draw_search_box(desk, left, search);
  ImGui::EndMainMenuBar();
}

}  // namespace ntmap::ui
