#include "ui/menu_bar.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>

#include "ui/cut_text.hpp"
#include "ui/toolbar.hpp"

namespace ntmap::ui {
namespace {

using base::text;

float words_width(const std::string& words) {
  return ImGui::CalcTextSize(words.c_str()).x;
}

/// The project's file, cut where the room is small; of unsaved work at least the sign for it.
std::string file_words(const Desk& desk, float room) {
  const auto project = desk.session.project();
  if (!project) return {};
  const std::string file = project->file.empty() ? desk.say(text("chưa lưu", "not saved"))
                                                 : std::filesystem::path(project->file).filename().string();
  const std::string sign = desk.session.dirty() ? "*" : "";
  const std::string words =
      cut_before(file, sign, [&](const std::string& cut) { return words_width(cut) <= room; });
  return words_width(words) <= room ? words : sign;
}

constexpr const char* k_search_keys = "Ctrl+P";

float least_search_width() {
  return std::ceil(words_width(k_search_keys) + 2 * ImGui::GetStyle().FramePadding.x);
}

/// Where menus leave little `room` of the bar: what the keys need that open it.
float search_width(const Desk& desk, float bar, float room) {
  const float wanted = std::round(std::min(static_cast<float>(300 * desk.view.scale), bar * 0.25F));
  return wanted < room * 0.7F ? wanted : least_search_width();
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
  if (words_width(words) + 2 * ImGui::GetStyle().FramePadding.x > width) words = k_search_keys;
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
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const float search = search_width(desk, room, room - ImGui::GetCursorPosX() - gap);
  const float left = room - search - gap;
  // What is open, and whether it is saved, comes before the buttons, which the menus have too.
  const float file = std::min(words_width(file_words(desk, room)), 6 * ImGui::GetFontSize());
  draw_toolbar(actions, desk, left - file - 2 * gap);
  const std::string words = file_words(desk, left - ImGui::GetCursorPosX() - gap);
  if (!words.empty()) ImGui::TextColored({0.62F, 0.68F, 0.73F, 1}, "%s", words.c_str());
  draw_search_box(desk, left, search);
  ImGui::EndMainMenuBar();
}

}  // namespace ntmap::ui
