#include "ui/scene_overview.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "app/deck/scene_list.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

constexpr int k_most_columns = 6;
constexpr ImU32 k_overview_ground = IM_COL32(20, 24, 28, 255);
constexpr ImU32 k_chosen = IM_COL32(0x5f, 0xb8, 0xad, 255);

/// As few columns as let all scenes be seen at once; beyond the most, one scrolls.
int columns_for(std::size_t scenes, float width, float height) {
  for (int columns = 2; columns < k_most_columns; ++columns) {
    const float each =
        width / static_cast<float>(columns) * 9 / 16 + 2 * ImGui::GetTextLineHeightWithSpacing();
    const auto across = static_cast<std::size_t>(columns);
    const std::size_t rows = (scenes + across - 1) / across;
    if (static_cast<float>(rows) * each <= height) return columns;
  }
  return k_most_columns;
}

bool key_pressed(ImGuiKey_ key) {
  return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key));
}

}  // namespace

void SceneOverview::toggle(const app::Presentation& talk) {
  m_open = !m_open;
  m_at = std::max<std::size_t>(1, talk.number());
}

void SceneOverview::use_keys(std::size_t count, int columns) {
  const auto go = [&](std::ptrdiff_t by) {
    const auto last = static_cast<std::ptrdiff_t>(count);
    m_at = static_cast<std::size_t>(std::clamp(static_cast<std::ptrdiff_t>(m_at) + by, std::ptrdiff_t{1},
                                               std::max(last, std::ptrdiff_t{1})));
  };
  if (key_pressed(ImGuiKey_RightArrow) || key_pressed(ImGuiKey_PageDown)) go(1);
  if (key_pressed(ImGuiKey_LeftArrow) || key_pressed(ImGuiKey_PageUp)) go(-1);
  if (key_pressed(ImGuiKey_DownArrow)) go(columns);
  if (key_pressed(ImGuiKey_UpArrow)) go(-columns);
}

std::optional<std::size_t> SceneOverview::draw(const Desk& desk, const app::Presentation& talk,
                                               const app::ScenePictures& pictures,
                                               const model::Project& project) {
  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  const int columns = columns_for(talk.scenes().size(), viewport.Size.x, viewport.Size.y);
  use_keys(talk.count(), columns);
  std::optional<std::size_t> chosen;
  if (key_pressed(ImGuiKey_Enter) || key_pressed(ImGuiKey_KeyPadEnter) || key_pressed(ImGuiKey_Space))
    chosen = m_at;
  ImGui::SetNextWindowPos(viewport.Pos);
  ImGui::SetNextWindowSize(viewport.Size);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, k_overview_ground);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, IM_COL32(44, 51, 58, 255));
  ImGui::PushStyleColor(ImGuiCol_Text, IM_COL32(240, 243, 245, 255));
  ImGui::Begin("overview", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoNav);
  ImGui::BeginChild("scenes");
  const float gap = std::round(viewport.Size.x * 0.015F);
  const float width = std::floor((ImGui::GetContentRegionAvail().x - gap * static_cast<float>(columns + 1)) /
                                 static_cast<float>(columns));
  std::size_t number = 0;
  int column = 0;
  for (std::size_t i = 0; i < talk.scenes().size(); ++i) {
    const app::PresentedScene& one = talk.scenes()[i];
    const bool showable = one.problem.empty();
    if (showable) ++number;
    if (column > 0) ImGui::SameLine(0, gap);
    if (column == 0) ImGui::SetCursorPosX(gap);
    column = (column + 1) % columns;
    ImGui::PushID(static_cast<int>(i));
    ImGui::BeginGroup();
    m_thumbnails.draw(one.scene.id, pictures.find(one.scene), width);
    const ImVec2 from = ImGui::GetItemRectMin();
    const ImVec2 to = ImGui::GetItemRectMax();
    if (showable && number == m_at) {
      ImGui::GetWindowDrawList()->AddRect({from.x - 3, from.y - 3}, {to.x + 3, to.y + 3}, k_chosen, 4, 0, 4);
      if (ImGui::IsWindowAppearing()) ImGui::SetScrollHereY();
    }
    if (showable && ImGui::IsItemHovered() && ImGui::IsMouseReleased(ImGuiMouseButton_Left)) chosen = number;
    const std::string name = desk.say(app::scene_title(project, one.scene));
    fitted(showable ? std::to_string(number) + ". " + name : "– " + name, width);
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
    if (!showable) muted(desk.say(base::text("Bỏ qua: {}", "Skipped: {}", {one.problem})));
    ImGui::PopTextWrapPos();
    ImGui::EndGroup();
    ImGui::PopID();
  }
  ImGui::EndChild();
  ImGui::End();
  ImGui::PopStyleColor(3);
  if (chosen) m_open = false;
  return chosen;
}

}  // namespace ntmap::ui
