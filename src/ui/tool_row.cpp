#include "ui/tool_row.hpp"

#include <imgui.h>

#include <utility>

namespace ntmap::ui {
namespace {

constexpr const char* k_list = "tool_list";
constexpr const char* k_chosen_tool = "chosen_tool";

float button_width(const char* words) {
  return ImGui::CalcTextSize(words).x + 2 * ImGui::GetStyle().FramePadding.x;
}

}  // namespace

// Dear ImGui keeps what was chosen in the list until the next frame asks for it.
ToolRow::ToolRow(std::string more) : m_more(std::move(more)) {
  const ImGuiID key = ImGui::GetID(k_chosen_tool);
  m_chosen = ImGui::GetStateStorage()->GetInt(key, -1);
  ImGui::GetStateStorage()->SetInt(key, -1);
}

bool ToolRow::place(const std::string& words, float width, bool* on, bool& chosen) {
  if (!m_full) {
    ImGui::SameLine();
    const float list = ImGui::GetStyle().ItemSpacing.x + button_width("…");
    m_full = width + list > ImGui::GetContentRegionAvail().x;
  }
  if (!m_full) return true;
  chosen = static_cast<int>(m_listed.size()) == m_chosen;
  m_listed.push_back({words, on});
  return false;
}

bool ToolRow::button(const std::string& words) {
  bool chosen = false;
  if (place(words, button_width(words.c_str()), nullptr, chosen)) chosen = ImGui::Button(words.c_str());
  return chosen;
}

bool ToolRow::checkbox(const std::string& words, bool& on) {
  bool chosen = false;
  const float width =
      ImGui::GetFrameHeight() + ImGui::GetStyle().ItemInnerSpacing.x + ImGui::CalcTextSize(words.c_str()).x;
  if (place(words, width, &on, chosen)) return ImGui::Checkbox(words.c_str(), &on);
  if (chosen) on = !on;
  return chosen;
}

void ToolRow::end() {
  if (m_listed.empty()) return;
  if (ImGui::Button("…##tools")) ImGui::OpenPopup(k_list);
  if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", m_more.c_str());
  const ImGuiID key = ImGui::GetID(k_chosen_tool);
  if (!ImGui::BeginPopup(k_list)) return;
  int chosen = -1;
  for (std::size_t i = 0; i < m_listed.size(); ++i) {
    const Listed& one = m_listed[i];
    if (ImGui::MenuItem(one.words.c_str(), nullptr, one.on != nullptr && *one.on))
      chosen = static_cast<int>(i);
  }
  ImGui::EndPopup();
  if (chosen >= 0) ImGui::GetStateStorage()->SetInt(key, chosen);
}

}  // namespace ntmap::ui
