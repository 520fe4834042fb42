#include "ui/bound_fields.hpp"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>

#include "app/map/class_bounds.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {

using base::text;

void BoundFields::draw(const Desk& desk, const std::vector<double>& bounds, model::Classification& how) {
  const std::string title = desk.say(text("Ghi cận bằng số", "Type the bounds")) + "###bound_fields";
  if (!ImGui::TreeNode(title.c_str())) return;
  const float gap = ImGui::GetStyle().ItemInnerSpacing.x;
  const float room = ImGui::GetContentRegionAvail().x;
  const auto wanted = static_cast<float>(64 * desk.view.scale);
  const int columns = std::max(1, static_cast<int>((room + gap) / (wanted + gap)));
  const float width = std::floor((room + gap) / static_cast<float>(columns) - gap);
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    if (static_cast<int>(i) % columns != 0) ImGui::SameLine(0, gap);
    ImGui::PushID(static_cast<int>(i));
    ImGui::SetNextItemWidth(width);
    std::string words = m_changed == i ? m_typed : desk.say(base::short_number(bounds[i]));
    ImGui::InputText("##bound", &words, ImGuiInputTextFlags_AutoSelectAll);
    const bool active = ImGui::IsItemActive();
    if (ImGui::IsItemActivated()) m_refused = {};
    if (ImGui::IsItemDeactivatedAfterEdit()) {
      app::TypedBound done = app::with_typed_bound(how, bounds, i, words, desk.view.lang);
      how = std::move(done.how);
      m_refused = std::move(done.refused);
    }
    if (active) {
      m_changed = i;
      m_typed = words;
    } else if (m_changed == i) {
      m_changed.reset();
    }
    ImGui::PopID();
  }
  if (!m_refused.empty()) {
    ImGui::PushStyleColor(ImGuiCol_Text, unmet_ink());
    ImGui::TextWrapped("%s", desk.say(m_refused).c_str());
    ImGui::PopStyleColor();
  }
  ImGui::TreePop();
}

}  // namespace ntmap::ui
