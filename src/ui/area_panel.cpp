#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "app/programme/area_report.hpp"
#include "ui/panel.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

// Widths of columns, pixels at scale 1.
constexpr float k_name = 150;
constexpr float k_count = 70;
constexpr float k_mean = 120;
constexpr float k_least_set = 120;
constexpr float k_most_set = 230;

/// "0/9 trên tổng số (0,0 %)" on two lines where one is too short: Dear ImGui would break it within the
/// number.
std::string in_width(std::string words, float width) {
  const std::size_t bracket = words.find(" (");
  if (bracket != std::string::npos && ImGui::CalcTextSize(words.c_str()).x > width) words[bracket] = '\n';
  return words;
}

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
    const auto column = [&](const char* id, float width) {
      ImGui::TableSetupColumn(id, ImGuiTableColumnFlags_WidthFixed, width);
    };
    // The sets share what is left, as narrow as it takes to see them all: what is longer wraps.
    const float between = 2 * ImGui::GetStyle().CellPadding.x + 1;
    const auto sets = static_cast<float>(m_sets.size());
    const float others = (k_name + k_count + k_mean) * scale + (sets + 3) * between;
    const float room = ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ScrollbarSize - others;
    const float each = std::clamp(std::floor(room / sets), k_least_set * scale, k_most_set * scale);
    column("name", k_name * scale);
    column("count", k_count * scale);
    for (const app::SetSummary& set : m_sets) column(set.set.c_str(), each);
    column("mean", k_mean * scale);
    draw_header(desk);
    for (const app::AreaSummary& area : m_areas) draw_row(desk, content, area);
    ImGui::EndTable();
  }

  /// Of as many lines as the longest name takes.
  void draw_header(const Desk& desk) const {
    ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
    const auto cell = [&](const Text& name) {
      ImGui::TableNextColumn();
      ImGui::TextWrapped("%s", desk.say(name).c_str());
    };
    cell(text("Địa bàn", "Area"));
    cell(text("Số xã", "Communes"));
    for (const app::SetSummary& set : m_sets) cell(set.name);
    cell(text("Tiêu chí bình quân", "Mean criteria"));
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

  /// What is said of the sets may take more lines than one.
  float row_height(const Desk& desk, const app::AreaSummary& area) const {
    float height = ImGui::GetTextLineHeight();
    for (std::size_t i = 0; i < m_sets.size(); ++i) {
      const float width = ImGui::GetCurrentTable()->Columns[static_cast<int>(i) + 2].WidthGiven;
      for (const app::SetSummary& set : area.sets) {
        if (set.set != m_sets[i].set) continue;
        const std::string words = in_width(desk.say(set.evaluated.text()), width);
        height = std::max(height, ImGui::CalcTextSize(words.c_str(), nullptr, false, width).y);
      }
    }
    return height;
  }

  void draw_row(Desk& desk, const app::DeskContent& content, const app::AreaSummary& area) const {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    const std::string name = area.name.empty() ? desk.say(text("Toàn bộ", "All")) : area.name;
    const float height = row_height(desk, area);
    if (ImGui::Selectable((name + "##" + area.code).c_str(), false, ImGuiSelectableFlags_SpanAllColumns,
                          {0, height}))
      desk.view.selection.set(communes_of(content, area));
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(desk.say(Text(area.communes)).c_str());
    for (const app::SetSummary& wanted : m_sets) {
      ImGui::TableNextColumn();
      for (const app::SetSummary& set : area.sets) {
        if (set.set != wanted.set) continue;
        const float width = ImGui::GetContentRegionAvail().x;
        ImGui::TextWrapped("%s", in_width(desk.say(set.evaluated.text()), width).c_str());
      }
    }
    ImGui::TableNextColumn();
    for (const app::SetSummary& set : area.sets) {
      if (set.set != content.main_set || set.criteria.units == 0) continue;
      ImGui::TextWrapped("%s", desk.say(text("{} ({} chưa rõ)", "{} ({} unknown)",
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
