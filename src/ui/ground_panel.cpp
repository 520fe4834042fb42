#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/areas/area_words.hpp"
#include "app/areas/coverage_text.hpp"
#include "ui/ground_tables.hpp"
#include "ui/panel.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;
using model::AreaStatus;

constexpr std::array<AreaStatus, model::k_area_statuses> k_statuses{AreaStatus::working, AreaStatus::building,
                                                                    AreaStatus::planned};

/// Layers of areas on the ground: which count and lie over the map on the left, what they cover on the right.
class GroundPanel : public Panel {
 public:
  const char* id() const override { return "ground"; }
  Text title() const override { return text("Vùng trên thực địa", "Areas on the ground"); }
  Text short_title() const override { return text("Thực địa", "Areas"); }
  Place place() const override { return Place::bottom; }
  bool useful(const Desk& desk) const override {
    const auto project = desk.session.project();
    return project && !project->areas.empty();
  }

  void draw(Desk& desk) override {
    const auto project = desk.session.project();
    if (!desk.session.map()) return;
    if (project->find_areas(m_question.areas) == nullptr) m_question = {.areas = first_layer(desk, *project)};
    if (desk.session.area_question() != m_question) desk.command(app::AskAreas{m_question});
    const auto width = static_cast<float>(375 * desk.view.scale);
    ImGui::BeginChild("choice", {width, 0}, false, ImGuiWindowFlags_NavFlattened);
    draw_choice(desk, *project);
    ImGui::EndChild();
    ImGui::SameLine();
    ImGui::BeginChild("answer", {0, 0});
    draw_answer(desk);
    ImGui::EndChild();
  }

 private:
  /// What the map shows already, else the project's first.
  static std::string first_layer(const Desk& desk, const model::Project& project) {
    const auto& shown = desk.session.map()->areas;
    return shown.empty() ? project.areas.front().id : shown.front().id;
  }

  void draw_choice(Desk& desk, const model::Project& project) {
    draw_layers(desk, project);
    draw_statuses(desk, *project.find_areas(m_question.areas));
    draw_years(desk, project);
    draw_on_map(desk);
    const auto& content = desk.session.areas();
    if (content && content->report) draw_summary(desk, *content->report);
  }

  void draw_layers(Desk& desk, const model::Project& project) {
    const model::AreaSource& chosen = *project.find_areas(m_question.areas);
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x - static_cast<float>(145 * desk.view.scale));
    if (begin_fitted_combo("##layer", desk.say(name_of(chosen)))) {
      for (const model::AreaSource& source : project.areas) {
        ImGui::PushID(source.id.c_str());
        if (ImGui::Selectable(desk.say(name_of(source)).c_str(), &source == &chosen) && &source != &chosen)
          choose_layer(desk, source);
        ImGui::PopID();
      }
      ImGui::EndCombo();
    }
    if (ImGui::IsItemHovered())
      ImGui::SetTooltip("%s\n%s", desk.say(name_of(chosen)).c_str(),
                        desk.say(model::title_of(chosen.kind)).c_str());
    draw_target(desk, chosen);
  }

  /// The map shows it in place of the one before.
  void choose_layer(Desk& desk, const model::AreaSource& source) {
    const bool shown = on_map(desk);
    const std::string before = m_question.areas;
    m_question = {.areas = source.id, .statuses = m_question.statuses, .by = m_question.by, .target = {}};
    if (shown) choose_on_map(desk, true, before);
  }

  static Text name_of(const model::AreaSource& source) {
    return source.title.empty() ? Text(source.id) : source.title;
  }

  bool counts(AreaStatus status) const {
    const auto& some = m_question.statuses;
    return some.empty() ? status == AreaStatus::working
                        : std::find(some.begin(), some.end(), status) != some.end();
  }

  /// Which statuses count; one at least.
  void draw_statuses(Desk& desk, const model::AreaSource& source) {
    for (const AreaStatus status : k_statuses) {
      const std::string words = desk.say(app::status_title(source.kind, status));
      const float needed = ImGui::CalcTextSize(words.c_str()).x + 2 * ImGui::GetStyle().FramePadding.x;
      if (status != AreaStatus::working) {
        ImGui::SameLine();
        if (ImGui::GetContentRegionAvail().x < needed) ImGui::NewLine();
      }
      if (!switch_button(words, counts(status))) continue;
      std::vector<AreaStatus> next;
      for (const AreaStatus one : k_statuses)
        if (counts(one) != (one == status)) next.push_back(one);
      if (next.empty()) continue;
      if (next == std::vector{AreaStatus::working}) next.clear();
      m_question.statuses = std::move(next);
      if (on_map(desk)) choose_on_map(desk, true);
    }
  }

  /// The end of a year, or the day of the map's period.
  void draw_years(Desk& desk, const model::Project& project) {
    const auto& content = desk.session.areas();
    const model::Period* period = project.find_period(desk.session.choice().period);
    const Text of_map = period == nullptr ? text("bất kỳ năm nào", "any year")
                                          : text("{} (kỳ bản đồ)", "{} (map)", {period->title});
    const Text chosen = m_question.by.empty() ? of_map : app::day_text(m_question.by);
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(desk.say(text("Đến", "By")).c_str());
    ImGui::SameLine();
    ImGui::SetNextItemWidth(-1);
    if (!begin_fitted_combo("##by", desk.say(chosen))) return;
    std::string by = m_question.by;
    if (ImGui::Selectable(desk.say(of_map).c_str(), by.empty())) by.clear();
    if (content) {
      for (auto year = content->years.rbegin(); year != content->years.rend(); ++year)
        if (ImGui::Selectable(desk.say(app::day_text(*year)).c_str(), by == *year)) by = *year;
    }
    ImGui::EndCombo();
    if (by == m_question.by) return;
    m_question.by = by;
    if (on_map(desk)) choose_on_map(desk, true);
  }

  void draw_target(Desk& desk, const model::AreaSource& source) {
    ImGui::SameLine();
    ImGui::TextUnformatted(desk.say(text("Mục tiêu", "Target")).c_str());
    ImGui::SameLine();
    ImGui::SetNextItemWidth(-ImGui::CalcTextSize("% ").x);
    const double target = m_question.target.value_or(source.target);
    float shown = m_typed.value_or(std::isnan(target) ? 0 : static_cast<float>(target));
    if (ImGui::InputFloat("##target", &shown, 0, 0, shown > 0 ? "%.0f" : "–")) m_typed = shown;
    const bool typing = ImGui::IsItemActive();
    ImGui::SameLine(0, ImGui::GetStyle().ItemInnerSpacing.x);
    ImGui::TextUnformatted("%");
    if (typing) return;
    if (m_typed) m_question.target = std::clamp(static_cast<double>(*m_typed), 0.0, 100.0);
    if (m_question.target == 0.0) m_question.target.reset();
    m_typed.reset();
  }

  bool on_map(const Desk& desk) const {
    const auto& shown = desk.session.map()->areas;
    return std::any_of(shown.begin(), shown.end(),
                       [&](const app::AreaOverlay& areas) { return areas.id == m_question.areas; });
  }

  void draw_on_map(Desk& desk) {
    bool shown = on_map(desk);
    if (ImGui::Checkbox(desk.say(text("Hiện trên bản đồ", "Show on the map")).c_str(), &shown))
      choose_on_map(desk, shown);
    ImGui::SameLine();
    ImGui::SetNextItemWidth(-1);
    float percent = 100 * desk.view.areas.strength;
    const std::string format = desk.say(text("độ đậm %.0f %%", "strength %.0f %%"));
    if (ImGui::SliderFloat("##strength", &percent, 0, 100, format.c_str()))
      desk.view.areas.strength = percent / 100;
  }

  /// The map shows those that count here, beside other layers that lie over it but for `without`.
  void choose_on_map(Desk& desk, bool shown, const std::string& without = {}) const {
    app::ChooseAreas choose;
    choose.areas.emplace();
    for (const app::AreaOverlay& areas : desk.session.map()->areas)
      if (areas.id != m_question.areas && areas.id != without) choose.areas->push_back(areas.id);
    if (shown) choose.areas->push_back(m_question.areas);
    for (const AreaStatus status : k_statuses)
      if (counts(status)) choose.filter.statuses.push_back(status);
    choose.filter.by = m_question.by;
    desk.command(std::move(choose));
  }

  static void draw_summary(const Desk& desk, const app::CoverageReport& report) {
    ImGui::Separator();
    for (const Text& line : app::coverage_summary(report)) ImGui::TextWrapped("%s", desk.say(line).c_str());
  }

  void draw_answer(Desk& desk) {
    const auto& content = desk.session.areas();
    if (!content || content->question != m_question) {
      if (desk.session.busy()) return muted(desk.say(text("Đang tính…", "Computing…")));
      if (ImGui::Button(desk.say(text("Tính", "Compute")).c_str())) desk.command(app::AskAreas{m_question});
      return;
    }
    if (content->failure) {
      ImGui::TextWrapped("%s", desk.say(content->failure->message()).c_str());
      return muted(desk.say(content->failure->remedy()));
    }
    if (!ImGui::BeginTabBar("views")) return;
    const auto tab = [&](const Text& words, const char* id, const auto& draw) {
      if (!ImGui::BeginTabItem((desk.say(words) + "###" + id).c_str())) return;
      draw();
      ImGui::EndTabItem();
    };
    tab(text("Theo đơn vị", "By unit"), "units", [&] { m_units.draw(desk, content); });
    tab(text("Từng vùng", "Each area"), "each", [&] { m_areas.draw(desk, content); });
    tab(text("Theo năm", "By year"), "years", [&] { draw_by_year(desk, content->series); });
    ImGui::EndTabBar();
  }

  /// A click on a year asks about its end.
  void draw_by_year(Desk& desk, const std::vector<app::YearSum>& series) {
    if (series.empty()) return muted(desk.say(text("Lớp này không có năm.", "This layer has no years.")));
    if (!ImGui::BeginTable("by_year", 5, ImGuiTableFlags_RowBg | ImGuiTableFlags_ScrollY)) return;
    ImGui::TableSetupScrollFreeze(0, 1);
    for (const Text& words :
         {text("Năm", "Year"), text("Số vùng thêm", "Areas more"), text("Cộng dồn (ha)", "So far (ha)"),
          text("Tăng (ha)", "More (ha)"), text("Tỷ lệ diện tích (%)", "Share of the area (%)")})
      ImGui::TableSetupColumn(desk.say(words).c_str());
    ImGui::TableHeadersRow();
    for (const app::YearSum& year : series) {
      ImGui::TableNextRow();
      ImGui::TableNextColumn();
      if (year.year == 0) {
        ImGui::TextUnformatted(desk.say(text("cả vùng không rõ năm", "with those of no known year")).c_str());
      } else if (ImGui::Selectable(std::to_string(year.year).c_str(), m_question.by == year.by,
                                   ImGuiSelectableFlags_SpanAllColumns)) {
        m_question.by = year.by;
        if (on_map(desk)) choose_on_map(desk, true);
      }
      for (const Text& cell : {Text(year.areas), base::number(year.covered, 1), base::number(year.growth, 1),
                               base::number(year.share, 1)}) {
        ImGui::TableNextColumn();
        ImGui::TextUnformatted(desk.say(cell).c_str());
      }
    }
    ImGui::EndTable();
  }

  app::AreaQuestion m_question;
  std::optional<float> m_typed;  // target, while it is being typed
  GroundUnits m_units;
  GroundAreas m_areas;
};

}  // namespace

std::unique_ptr<Panel> make_ground_panel() {
  return std::make_unique<GroundPanel>();
}

}  // namespace ntmap::ui
