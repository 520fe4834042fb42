#include "ui/present_overlays.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>
#include <string>

#include "ui/fonts.hpp"
#include "ui/present_keys.hpp"

namespace ntmap::ui {
namespace {

using base::text;

constexpr ImU32 k_black = IM_COL32(0, 0, 0, 255);
constexpr ImU32 k_white = IM_COL32(255, 255, 255, 255);
constexpr ImU32 k_overlay_ground = IM_COL32(20, 24, 28, 240);
constexpr ImU32 k_veil = IM_COL32(0, 0, 0, 165);
constexpr ImU32 k_laser = IM_COL32(214, 0, 147, 255);  // on none of the palettes
constexpr float k_laser_radius = 15;                   // of 1,080 lines: still a dot at 360
constexpr float k_spot = 0.16F;                        // radius, of the picture's height

ImVec2 corner_of(const base::Box& box) {
  return {static_cast<float>(box.min_x), static_cast<float>(box.min_y)};
}

void draw_in_the_middle(const std::string& words) {
  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  const float width = viewport.Size.x * 0.7F;
  push_font(Font::heading);
  const ImVec2 size = ImGui::CalcTextSize(words.c_str(), nullptr, false, width);
  ImGui::GetWindowDrawList()->AddText(
      ImGui::GetFont(), ImGui::GetFontSize(),
      {viewport.Pos.x + (viewport.Size.x - size.x) / 2, viewport.Pos.y + (viewport.Size.y - size.y) / 2},
      k_white, words.c_str(), nullptr, width);
  pop_font();
}

}  // namespace

void fill_whole_screen(bool white) {
  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  ImGui::GetWindowDrawList()->AddRectFilled(
      viewport.Pos, {viewport.Pos.x + viewport.Size.x, viewport.Pos.y + viewport.Size.y},
      white ? k_white : k_black);
}

void draw_waiting(base::Lang lang) {
  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  const std::string words = text("Đang chuẩn bị cảnh…", "The scene is being prepared…").in(lang);
  push_font(Font::heading);
  const ImVec2 size = ImGui::CalcTextSize(words.c_str());
  const float pad = ImGui::GetFontSize();
  const ImVec2 at{viewport.Pos.x + (viewport.Size.x - size.x) / 2,
                  viewport.Pos.y + (viewport.Size.y - size.y) / 2};
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  list.AddRectFilled({at.x - pad, at.y - pad / 2}, {at.x + size.x + pad, at.y + size.y + pad / 2},
                     k_overlay_ground, 6);
  list.AddText(at, k_white, words.c_str());
  pop_font();
}

void draw_nothing_to_show(const app::Presentation& talk, base::Lang lang) {
  std::string words =
      text("Không cảnh nào trình chiếu được. Esc để trở về.", "No scene can be shown. Esc goes back.")
          .in(lang);
  for (const app::PresentedScene& one : talk.scenes())
    words += "\n" + one.scene.id + ": " + one.problem.in(lang);
  draw_in_the_middle(words);
}

void draw_stage_pointer(app::Pointer pointer, const base::Box& stage) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const auto height = static_cast<float>(stage.height());
  if (pointer == app::Pointer::laser) {
    const float radius = k_laser_radius * height / 1080;
    list.AddCircleFilled(mouse, radius * 1.3F, k_white);
    list.AddCircleFilled(mouse, radius, k_laser);
    return;
  }
  // A ring so thick that it reaches every corner.
  const float inner = k_spot * height;
  const auto thick = static_cast<float>(std::hypot(stage.width(), stage.height())) + inner;
  list.PushClipRect(corner_of(stage), {static_cast<float>(stage.max_x), static_cast<float>(stage.max_y)});
  list.AddCircle(mouse, inner + thick / 2, k_veil, 128, thick);
  list.PopClipRect();
}

void draw_notice(const base::Box& stage, const base::Text& words, base::Lang lang) {
  const float size = ImGui::GetFontSize();
  const auto width = static_cast<float>(stage.width());
  const ImVec2 at = corner_of(stage);
  const std::string& line = words.in(lang);
  const float high = ImGui::CalcTextSize(line.c_str(), nullptr, false, width - 2 * size).y + size;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, {at.x + width, at.y + high}, k_overlay_ground);
  list.AddText(ImGui::GetFont(), size, {at.x + size, at.y + size / 2}, k_white, line.c_str(), nullptr,
               width - 2 * size);
}

void draw_present_help(const base::Box& stage, base::Lang lang) {
  const base::Vec2 middle = stage.centre();
  ImGui::SetNextWindowPos({static_cast<float>(middle.x), static_cast<float>(middle.y)}, 0, {0.5F, 0.5F});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, k_overlay_ground);
  ImGui::PushStyleColor(ImGuiCol_Text, k_white);
  ImGui::Begin("present_help", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoFocusOnAppearing);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());  // also of an overview that opens later
  if (ImGui::BeginTable("keys", 2)) {
    for (const KeyHelp& line : present_key_help()) {
      ImGui::TableNextColumn();
      push_font(Font::bold);
      ImGui::TextUnformatted(line.keys.in(lang).c_str());
      pop_font();
      ImGui::TableNextColumn();
      ImGui::TextUnformatted(line.what.in(lang).c_str());
    }
    ImGui::EndTable();
  }
  ImGui::End();
  ImGui::PopStyleColor(2);
}

}  // namespace ntmap::ui
