#include <imgui.h>

#include <algorithm>

#include "app/programme/province_thresholds.hpp"
#include "ui/panel.hpp"
#include "ui/threshold_editor.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

/// What the decisions leave to the province: thresholds as the overlays have them, and those still missing.
/// A click on a row opens it for editing.
class ThresholdPanel : public VerdictPanel {
 public:
  const char* id() const override { return "thresholds"; }
  Text title() const override { return text("Ngưỡng của tỉnh", "Province thresholds"); }
  Text short_title() const override { return text("Ngưỡng tỉnh", "Thresholds"); }

 private:
  void draw_verdicts(Desk& desk, const std::shared_ptr<const app::DeskContent>& content) override {
    const std::vector<app::ProvinceSet>& all = sets(desk);
    if (all.empty()) {
      muted(desk.say(text("Các quyết định không để ngưỡng nào cho tỉnh quy định.",
                          "The decisions leave no threshold to the province.")));
      return;
    }
    const std::string& wanted = m_set.empty() ? content->main_set : m_set;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& set) { return set.id == wanted; });
    const app::ProvinceSet& set = found == all.end() ? all.front() : *found;
    draw_head(desk, all, set);
    draw_rows(desk, set);
    m_editor.draw(desk);
  }

  /// Read anew when the verdicts are; until then those of the state before stand.
  const std::vector<app::ProvinceSet>& sets(const Desk& desk) const {
    const auto& content = desk.session.desk();
    if (m_of == content) return m_sets;
    m_of = content;
    m_sets.clear();
    if (content->assessment) m_sets = app::province_thresholds(*content->assessment, *desk.session.project());
    return m_sets;
  }

  void draw_head(Desk& desk, const std::vector<app::ProvinceSet>& all, const app::ProvinceSet& set) {
    ImGui::SetNextItemWidth(static_cast<float>(420 * desk.view.scale));
    if (begin_fitted_combo("##set", desk.say(set.name), ImGuiComboFlags_HeightLarge)) {
      for (const app::ProvinceSet& one : all) {
        if (ImGui::Selectable(desk.say(one.name).c_str(), &one == &set)) m_set = one.id;
      }
      ImGui::EndCombo();
    }
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    ImGui::PushStyleColor(ImGuiCol_Text, muted_ink());
    fitted(desk.say(set.missing > 0 ? text("{} ngưỡng · {} chưa có · nhấp vào một dòng để sửa",
                                           "{} thresholds · {} missing · click a row to edit it",
                                           {set.rows.size() - set.missing, set.missing})
                                    : text("{} ngưỡng · nhấp vào một dòng để sửa",
                                           "{} thresholds · click a row to edit it", {set.rows.size()})),
           ImGui::GetContentRegionAvail().x);
    ImGui::PopStyleColor();
  }

  void draw_rows(Desk& desk, const app::ProvinceSet& set) {
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_RowBg |
                                      ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_Resizable;
    const int columns = static_cast<int>(set.columns.size());
    // Each set has columns of its own, whose widths are its own too.
    if (!ImGui::BeginTable(("thresholds" + set.id).c_str(), columns + 4, flags)) return;
    ImGui::TableSetupScrollFreeze(0, 1);
    const auto fixed = [&](const Text& name, double width) {
      ImGui::TableSetupColumn(desk.say(name).c_str(), ImGuiTableColumnFlags_WidthFixed,
                              static_cast<float>(width * desk.view.scale));
    };
    fixed(text("Mã", "Code"), 50);
    ImGui::TableSetupColumn(desk.say(text("Chỉ tiêu", "Indicator")).c_str(),
                            ImGuiTableColumnFlags_WidthStretch, 3);
    for (const app::ThresholdColumn& column : set.columns)
      fixed(text("{} ({})", "{} ({})", {column.name, column.units}), 170);
    fixed(text("Năm", "Year"), 60);
    ImGui::TableSetupColumn(desk.say(text("Văn bản", "Document")).c_str(), ImGuiTableColumnFlags_WidthStretch,
                            2);
    ImGui::TableHeadersRow();
    for (std::size_t i = 0; i < set.rows.size(); ++i) draw_row(desk, set, i);
    ImGui::EndTable();
  }

  void draw_row(Desk& desk, const app::ProvinceSet& set, std::size_t at) {
    const app::ProvinceThreshold& row = set.rows[at];
    ImGui::PushID(static_cast<int>(at));
    ImGui::TableNextRow();
    if (row.overlay.empty()) ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, unknown_ground());
    ImGui::TableSetColumnIndex(1);
    const std::string name = desk.say(row.name);
    const float wrap = ImGui::GetContentRegionAvail().x;
    const float height = ImGui::CalcTextSize(name.c_str(), nullptr, false, wrap).y;
    ImGui::TableSetColumnIndex(0);
    // As high as the row, all of which can be clicked.
    const bool clicked =
        ImGui::Selectable(row.code.c_str(), false,
                          ImGuiSelectableFlags_SpanAllColumns |
                              (row.derived ? ImGuiSelectableFlags_Disabled : ImGuiSelectableFlags_None),
                          {0, height});
    ImGui::TableNextColumn();
    ImGui::TextWrapped("%s", name.c_str());
    for (const auto& value : row.at) {
      ImGui::TableNextColumn();
      if (value)
        ImGui::TextUnformatted(desk.say(app::threshold_words(row, *value)).c_str());
      else
        muted(desk.say(row.derived ? text("theo bộ khác", "by another set") : text("chưa có", "missing")));
    }
    ImGui::TableNextColumn();
    if (row.year != 0)
      ImGui::TextUnformatted(std::to_string(row.year).c_str());
    else if (!row.overlay.empty())
      ImGui::TextUnformatted(desk.say(text("mọi năm", "every")).c_str());
    ImGui::TableNextColumn();
    fitted(desk.say(row.document), ImGui::GetContentRegionAvail().x);
    ImGui::PopID();
    if (clicked) m_editor.open(desk, set, row);
  }

  std::string m_set;                                     // chosen; empty: the main one
  mutable std::shared_ptr<const app::DeskContent> m_of;  // whose rows m_sets are
  mutable std::vector<app::ProvinceSet> m_sets;
  ThresholdEditor m_editor;
};

}  // namespace

std::unique_ptr<Panel> make_threshold_panel() {
  return std::make_unique<ThresholdPanel>();
}

}  // namespace ntmap::ui
