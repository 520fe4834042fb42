#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/data/group_means.hpp"
#include "ui/panel.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

/// The map's figure by district, as bars, largest first; a click selects the district's communes.
class DistrictPanel : public Panel {
 public:
  const char* id() const override { return "districts"; }
  Text title() const override { return text("So sánh các huyện", "By district"); }
  Place place() const override { return Place::corner; }
  bool useful(const Desk& desk) const override {
    const auto& map = desk.session.map();
    return map && map->theme.kind == model::ThemeKind::value && map->units().district_count > 1;
  }

  Text why_not(const Desk& desk) const override {
    const auto& map = desk.session.map();
    if (map && map->units().district_count <= 1)
      return text("Kỳ đang xem không có cấp huyện để so sánh.",
                  "There are no districts to compare in this period.");
    return text("Chỉ so sánh được các huyện theo chuyên đề là số liệu.",
                "Districts are compared by themes of numbers only.");
  }

  void draw(Desk& desk) override {
    const auto& map = desk.session.map();
    if (m_of != map) {
      m_groups = app::group_means(map->units(), map->figures.values);
      m_of = map;
    }
    muted(desk.say(
        text("{}: trung bình các xã ({})", "{}: mean of communes ({})", {map->title, map->figure_unit})));
    double most = 0;
    for (const app::GroupMean& group : m_groups) most = std::max(most, std::abs(group.mean));
    ImGui::BeginChild("bars");
    for (const app::GroupMean& group : m_groups) draw_bar(desk, *map, group, most);
    ImGui::EndChild();
  }

 private:
  static void draw_bar(Desk& desk, const app::MapContent& map, const app::GroupMean& group, double most) {
    const float line = ImGui::GetTextLineHeightWithSpacing();
    const float width = ImGui::GetContentRegionAvail().x;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::PushID(static_cast<int>(group.units.front()));
    if (ImGui::InvisibleButton("bar", {width, line})) desk.view.selection.set(group.units);
    ImGui::PopID();
    mark_focus();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float share = most > 0 ? static_cast<float>(std::abs(group.mean) / most) : 0;
    const ImU32 ground = ImGui::IsItemHovered() ? ImGui::GetColorU32(ImGuiCol_Header) : unmet_ground();
    list.AddRectFilled(at, {at.x + width * share, at.y + line - 2}, ground, 2);
    const float text_y = at.y + (line - 2 - ImGui::GetTextLineHeight()) / 2;
    list.AddText({at.x + 4, text_y}, ImGui::GetColorU32(ImGuiCol_Text), group.name.c_str());
    const std::string value =
        desk.say(base::number(group.mean, std::max(1, map.theme.classification.decimals)));
    list.AddText({at.x + width - ImGui::CalcTextSize(value.c_str()).x - 4, text_y},
                 ImGui::GetColorU32(ImGuiCol_Text), value.c_str());
    if (ImGui::IsItemHovered()) {
      ImGui::SetTooltip(
          "%s", desk.say(text("{}: {} xã có số liệu, {} chưa rõ", "{}: {} communes with a figure, {} unknown",
                              {group.name, group.count, group.missing}))
                    .c_str());
    }
  }

  std::shared_ptr<const app::MapContent> m_of;  // whose values m_groups holds
  std::vector<app::GroupMean> m_groups;
};

}  // namespace

std::unique_ptr<Panel> make_district_panel() {
  return std::make_unique<DistrictPanel>();
}

}  // namespace ntmap::ui
