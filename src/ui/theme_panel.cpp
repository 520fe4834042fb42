#include <imgui.h>

#include "ui/legend.hpp"
#include "ui/opening.hpp"
#include "ui/panel.hpp"
#include "ui/theme_editor.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"
#include "ui/wrapped_words.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

constexpr double k_low_for_themes = 620;  // pixels at scale 1

/// Theme, period, legend and message of the map.
class ThemePanel : public Panel {
 public:
  const char* id() const override { return "theme"; }
  Text title() const override { return text("Chuyên đề", "Theme"); }
  Place place() const override { return Place::left; }

  void draw(Desk& desk) override {
    const auto project = desk.session.project();
    if (!project) return;
    // On a low window the legend needs the lines: the boxes say themselves what they choose.
    m_low = ImGui::GetMainViewport()->WorkSize.y < static_cast<float>(k_low_for_themes * desk.view.scale);
    if (!m_low) title_line(desk.say(title_words(*project)));
    draw_themes(desk, *project);
    draw_periods(desk, *project);
    if (const auto& map = desk.session.map()) {
      const ImVec2 from = ImGui::GetCursorScreenPos();
      draw_legend(desk, *map);
      draw_message(desk, plain_words(map->message));
      ImGui::Spacing();
      folding("subtitle", desk.say(map->subtitle), desk.view.lang);
      folding("source", desk.say(map->source), desk.view.lang);
      if (waits_for_map(desk))
        veil(from, {from.x + ImGui::GetContentRegionAvail().x, ImGui::GetCursorScreenPos().y});
    }
  }

 private:
  void draw_themes(Desk& desk, const model::Project& project) const {
    const model::Theme* chosen = project.find_theme(desk.session.choice().theme);
    if (!m_low) heading(desk.say(text("Chuyên đề", "Theme")));
    const float button = ImGui::GetFrameHeight();
    ImGui::SetNextItemWidth(-button - ImGui::GetStyle().ItemSpacing.x);
    if (begin_wrapped_combo("##theme", chosen == nullptr ? "…" : desk.say(theme_title(project, *chosen)), 2,
                            ImGuiComboFlags_HeightLarge)) {
      for (const model::Theme& theme : project.themes) {
        ImGui::PushID(theme.id.c_str());
        if (ImGui::Selectable(desk.say(theme_title(project, theme)).c_str(), chosen == &theme))
          desk.command(app::ChooseTheme{theme.id});
        ImGui::PopID();
      }
      ImGui::EndCombo();
    }
    ImGui::SameLine();
    if (ImGui::Button("…##menu", {button, button})) ImGui::OpenPopup("theme_menu");
    if (ImGui::IsItemHovered())
      ImGui::SetTooltip("%s", desk.say(text("Thêm, nhân bản, đổi tên, sắp xếp, xóa chuyên đề",
                                            "New theme, duplicate, title, order, remove"))
                                  .c_str());
    if (desk.session.map()) draw_theme_menu(desk);
  }

  void draw_periods(Desk& desk, const model::Project& project) const {
    if (desk.session.choice().period.empty()) return;  // the theme has no periods, or is not known yet
    const model::Period* chosen = project.find_period(desk.session.choice().period);
    if (!m_low) heading(desk.say(text("Kỳ", "Period")));
    ImGui::SetNextItemWidth(-1);
    // While the map of the chosen one is being made the words are still of the one that is seen.
    const auto& map = desk.session.map();
    const model::Period* seen = map ? project.find_period(map->period) : nullptr;
    const model::Period* named = seen == nullptr ? chosen : seen;
    if (!begin_fitted_combo("##period", named == nullptr ? "…" : desk.say(named->title))) return;
    for (const std::string& id : desk.session.periods()) {
      const model::Period* period = project.find_period(id);
      if (period == nullptr) continue;
      if (ImGui::Selectable(desk.say(period->title).c_str(), period == chosen))
        desk.command(app::ChoosePeriod{id});
    }
    ImGui::EndCombo();
  }

  static void draw_message(Desk& desk, const Text& message) {
    if (message.empty()) return;
    ImGui::Spacing();
    const ImVec2 padding = ImGui::GetStyle().WindowPadding;
    const float wrap = ImGui::GetContentRegionAvail().x - 2 * padding.x;
    const float height = ImGui::CalcTextSize(desk.say(message).c_str(), nullptr, false, wrap).y;
    ImGui::PushStyleColor(ImGuiCol_ChildBg, ImGui::GetStyleColorVec4(ImGuiCol_FrameBg));
    ImGui::BeginChild("message", {0, height + 2 * padding.y}, false,
                      ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NoScrollbar);
    ImGui::TextWrapped("%s", desk.say(message).c_str());
    if (waits_for_map(desk)) {  // it lies over the veil of the rest
      const ImVec2 at = ImGui::GetWindowPos();
      veil(at, {at.x + ImGui::GetWindowWidth(), at.y + ImGui::GetWindowHeight()});
    }
    ImGui::EndChild();
    ImGui::PopStyleColor();
  }

  bool m_low = false;  // the window
};

}  // namespace

std::unique_ptr<Panel> make_theme_panel() {
  return std::make_unique<ThemePanel>();
}

}  // namespace ntmap::ui
