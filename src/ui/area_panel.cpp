#include <imgui.h>

#include <algorithm>

#include "app/programme/area_report.hpp"
#include "ui/panel.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

/// Districts and the province in rows: how many communes meet each set, and the mean of criteria met. A
/// click on a district selects its communes.
class AreaPanel : public VerdictPanel {
 public:
  const char* id() const override { return "areas"; }
  Text title() const override { return text("Tổng hợp", "Roll-up"); }

 private:
  void draw_verdicts(Desk& desk, const std::shared_ptr<const app::DeskContent>& shown) override {
    const app::DeskContent& content = *shown;
    if (m_of != shown) update(shown);
    if (m_sets.empty()) return;
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_ScrollX |
                                      ImGuiTableFlags_RowBg | ImGuiTableFlags_BordersInnerH |
                                      ImGuiTableFlags_Resizable;
    if (!ImGui::BeginTable("areas", static_cast<int>(m_sets.size()) + 3, flags)) return;
    ImGui::TableSetupScrollFreeze(1, 1);
    const auto scale = static_cast<float>(desk.view.scale);
    const auto column = [&](const Text& name, float width) {
      ImGui::TableSetupColumn(desk.say(name).c_str(), ImGuiTableColumnFlags_WidthFixed, width * scale);
    };
    column(text("Địa bàn", "Area"), 180);
    column(text("Số xã", "Communes"), 80);
    for (const app::SetSummary& set : m_sets) column(set.name, 230);
    column(text("Tiêu chí bình quân", "Mean criteria"), 200);
    ImGui::TableHeadersRow();
    for (const app::AreaSummary& area : m_areas) draw_row(desk, content, area);
    ImGui::EndTable();
  }

  void update(const std::shared_ptr<const app::DeskContent>& shown) {
    m_of = shown;
    const app::DeskContent& content = *shown;
    m_areas = app::area_summaries(*content.assessment, model::UnitLevel::province);
    for (app::AreaSummary& area : app::area_summaries(*content.assessment, model::UnitLevel::district))
      m_areas.push_back(std::move(area));
    m_sets.clear();
    if (!m_areas.empty()) {
      std::copy_if(m_areas.front().sets.begin(), m_areas.front().sets.end(), std::back_inserter(m_sets),
                   [](const app::SetSummary& set) { return set.evaluated.of > 0; });
    }
  }

  static std::vector<std::uint32_t> communes_of(const app::DeskContent& content,
                                                const app::AreaSummary& area) {
    const auto& units = *content.assessment->input().units;
    std::vector<std::uint32_t> found;
    for (std::uint32_t unit = 0; unit < content.assessment->tree().map_count; ++unit) {
      if (area.unit == criteria::k_no_unit || criteria::is_below(units, unit, area.unit))
        found.push_back(unit);
    }
    return found;
  }

  void draw_row(Desk& desk, const app::DeskContent& content, const app::AreaSummary& area) const {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    const std::string name = area.name.empty() ? desk.say(text("Toàn bộ", "All")) : area.name;
    if (ImGui::Selectable((name + "##" + area.code).c_str(), false, ImGuiSelectableFlags_SpanAllColumns))
      desk.view.selection.set(communes_of(content, area));
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(desk.say(Text(area.communes)).c_str());
    for (const app::SetSummary& wanted : m_sets) {
      ImGui::TableNextColumn();
      for (const app::SetSummary& set : area.sets) {
        if (set.set == wanted.set) ImGui::TextUnformatted(desk.say(set.evaluated.text()).c_str());
      }
    }
    ImGui::TableNextColumn();
    for (const app::SetSummary& set : area.sets) {
      if (set.set != content.main_set || set.criteria.units == 0) continue;
      ImGui::TextUnformatted(desk.say(text("{} ({} chưa rõ)", "{} ({} unknown)",
                                           {base::number(set.criteria.mean(), 2), set.criteria.unknown}))
                                 .c_str());
    }
  }

  std::shared_ptr<const app::DeskContent> m_of;  // whose roll-ups m_areas holds
  std::vector<app::AreaSummary> m_areas;         // the province first
  std::vector<app::SetSummary> m_sets;           // columns
};

}  // namespace

std::unique_ptr<Panel> make_area_panel() {
  return std::make_unique<AreaPanel>();
}

}  // namespace ntmap::ui
