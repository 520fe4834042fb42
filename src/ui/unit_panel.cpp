#include <imgui.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "app/programme/unit_card.hpp"
#include "app/project/edits_file.hpp"
#include "criteria/evidence.hpp"
#include "criteria/figures.hpp"
#include "ui/fonts.hpp"
#include "ui/panel.hpp"
#include "ui/value_editor.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;
using criteria::Verdict;

/// The card of the current unit: what the map shows of it, all criteria of a level, and what each verdict
/// rests on.
class UnitPanel : public Panel {
 public:
  const char* id() const override { return "unit"; }
  Text title() const override { return text("Đơn vị", "Unit"); }
  Place place() const override { return Place::right; }

  void draw(Desk& desk) override {
    const auto& map = desk.session.map();
    if (!map) return;
    const auto unit = desk.view.selection.current();
    if (!unit) {
      muted(desk.say(
          text("Nhấp vào một đơn vị trên bản đồ, trong bảng hoặc trong ma trận để xem số liệu và các "
               "tiêu chí.",
               "Click a unit on the map, in the table or in the matrix to see its figures and "
               "criteria.")));
      return;
    }
    draw_head(desk, *map, *unit);
    const auto& content = desk.session.desk();
    if (content && content->assessment && &content->units() == &map->units()) {
      update(content, *unit);
      draw_levels(desk);
    }
    m_editor.draw(desk);
  }

 private:
  void update(const std::shared_ptr<const app::DeskContent>& content, std::uint32_t unit) {
    if (m_of == content && m_card.unit == unit) return;
    if (m_card.unit != unit) m_open.clear();
    m_card = app::unit_card(*content->assessment, unit);
    m_of = content;
  }

  static void draw_head(Desk& desk, const app::MapContent& map, std::uint32_t unit) {
    const app::Units& units = map.units();
    title_line(units.full_name(unit));
    const Text district = units.districts[unit].empty() ? Text() : district_words(units.districts[unit]);
    muted(desk.say(base::join({district, text("mã {}", "code {}", {units.codes[unit]})}, " · ")));
    if (desk.view.selection.size() > 1) {
      muted(desk.say(text("đang chọn {}", "{} selected", {counted_units(desk.view.selection.size())})));
    }
    const model::MapClass& shown = map.classes.by_byte(map.classes.class_of[unit]);
    draw_swatch(shown.fill, shown.hatch, desk.view.scale);
    ImGui::SameLine();
    ImGui::TextWrapped("%s", desk.say(text("{}: {}", "{}: {}", {map.title, value_words(map, unit)})).c_str());
    if (!map.figures.edited.empty() && map.figures.edited[unit] != 0) {
      const auto project = desk.session.project();
      const model::Indicator* indicator = project->find_indicator(map.theme.indicator);
      if (indicator != nullptr)
        say_edit(desk, indicator->table, indicator->field, map.period, units.codes[unit]);
    }
    const Text source = source_words(map, unit);
    if (!source.empty()) muted(desk.say(source));
    ImGui::Separator();
  }

  /// Who changed the value by hand, when and from what.
  static void say_edit(Desk& desk, const std::string& table, const std::string& field,
                       const std::string& period, const std::string& code) {
    const auto project = desk.session.project();
    const model::ValueEdit* edit = app::find_edit(project->value_edits, table, field, period, code);
    if (edit == nullptr) return;
    ImGui::PushStyleColor(ImGuiCol_Text, accent_ink());
    ImGui::TextWrapped("%s", desk.say(edit_words(*edit)).c_str());
    ImGui::PopStyleColor();
  }

  const app::CardLevel* level(const Desk& desk) const {
    for (const app::CardLevel& one : m_card.levels) {
      if (one.set == desk.view.criteria_set) return &one;
    }
    if (m_card.levels.empty()) return nullptr;
    return &m_card.levels[std::min(m_card.next, m_card.levels.size() - 1)];
  }

  void draw_levels(Desk& desk) {
    const app::CardLevel* shown = level(desk);
    if (shown == nullptr) {
      muted(desk.say(text("Không có bộ tiêu chí nào áp dụng cho đơn vị này trong kỳ này.",
                          "No criteria set applies to this unit in this period.")));
      return;
    }
    ImGui::SetNextItemWidth(-1);
    if (begin_fitted_combo("##level", desk.say(shown->name))) {
      for (const app::CardLevel& one : m_card.levels) {
        const Text name = text("{}: {}", "{}: {}", {one.name, criteria::word(one.overall.verdict())});
        if (ImGui::Selectable(desk.say(name).c_str(), &one == shown)) desk.view.criteria_set = one.set;
      }
      ImGui::EndCombo();
    }
    push_font(Font::bold);
    ImGui::TextWrapped("%s", desk.say(app::standing_words(*shown)).c_str());
    pop_font();
    for (const Text& one : {shown->recognised, shown->basis, m_card.sponsor}) {
      if (!one.empty()) muted(desk.say(one));
    }
    if (!shown->prerequisites_met)
      muted(
          desk.say(text("Chưa đạt bộ tiêu chí phải đạt trước.", "A set that must be met first is not met.")));
    draw_criteria(desk, *shown);
  }

  void draw_criteria(Desk& desk, const app::CardLevel& shown) {
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {4, 3 * static_cast<float>(desk.view.scale)});
    if (ImGui::BeginTable("criteria", 3, ImGuiTableFlags_BordersInnerH)) {
      ImGui::TableSetupColumn("no", ImGuiTableColumnFlags_WidthFixed,
                              static_cast<float>(24 * desk.view.scale));
      ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthStretch);
      ImGui::TableSetupColumn("verdict", ImGuiTableColumnFlags_WidthFixed,
                              static_cast<float>(22 * desk.view.scale));
      for (const app::CardCriterion& criterion : shown.criteria) draw_criterion(desk, shown, criterion);
      ImGui::EndTable();
    }
    ImGui::PopStyleVar();
  }

  void draw_criterion(Desk& desk, const app::CardLevel& shown, const app::CardCriterion& criterion) {
    ImGui::TableNextRow();
    tint_row(criterion.mark);
    ImGui::TableNextColumn();
    ImGui::PushID((shown.set + criterion.number).c_str());
    const bool open = m_open == criterion.number;
    if (ImGui::Selectable(criterion.number.c_str(), false, ImGuiSelectableFlags_SpanAllColumns))
      m_open = open ? std::string() : criterion.number;
    ImGui::TableNextColumn();
    ImGui::TextWrapped("%s", desk.say(criterion.name).c_str());
    if (!criterion.brief.empty()) {
      ImGui::PushStyleColor(ImGuiCol_Text,
                            criterion.mark.verdict() == Verdict::not_met ? unmet_ink() : muted_ink());
      ImGui::TextWrapped("%s", desk.say(criterion.brief).c_str());
      ImGui::PopStyleColor();
    }
    const bool edited = std::any_of(criterion.indicators.begin(), criterion.indicators.end(),
                                    [](const app::CardIndicator& one) { return one.edited; });
    if (edited) {
      ImGui::PushStyleColor(ImGuiCol_Text, accent_ink());
      ImGui::TextUnformatted(desk.say(text("có số liệu sửa tay", "with a figure edited by hand")).c_str());
      ImGui::PopStyleColor();
    }
    ImGui::TableNextColumn();
    draw_verdict(criterion.mark);
    if (open) {
      for (const app::CardIndicator& one : criterion.indicators) draw_indicator(desk, one);
    }
    ImGui::PopID();
  }

  void draw_indicator(Desk& desk, const app::CardIndicator& one) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::TableNextColumn();
    ImGui::PushID(one.code.c_str());
    muted(desk.say(text("{} {}", "{} {}", {one.code, one.name})));
    ImGui::TextWrapped("%s", desk.say(one.sentence).c_str());
    const auto& content = desk.session.desk();
    const auto table = content->table_of.find(one.figure);
    if (one.edited && table != content->table_of.end())
      say_edit(desk, table->second, one.figure, content->period, content->units().codes[m_card.unit]);
    if (!one.figure.empty() && table != content->table_of.end() &&
        ImGui::SmallButton(desk.say(text("Sửa số liệu…", "Edit the figure…")).c_str())) {
      m_editor.open({.table = table->second,
                     .field = one.figure,
                     .period = content->period,
                     .code = content->units().codes[m_card.unit],
                     .unit = unit_and_district(content->units(), m_card.unit),
                     .what = text("{} {}", "{} {}", {one.code, one.name}),
                     .measure = measure_of(*content->assessment, one.figure)},
                    content->assessment->input(), m_card.unit);
    }
    const bool open = one.mark.verdict() == Verdict::unknown && one.mark.why() == criteria::Why::no_threshold;
    if (open && ImGui::SmallButton(desk.say(text("Ngưỡng của tỉnh…", "Province thresholds…")).c_str())) {
      desk.view.show_bottom = true;
      desk.view.bring_up = "thresholds";
    }
    ImGui::TableNextColumn();
    draw_verdict(one.mark);
    ImGui::PopID();
  }

  /// What a figure is counted in.
  static Text measure_of(const app::Assessment& assessment, const std::string& figure) {
    const criteria::ColumnSpec* spec = criteria::find_spec(assessment.rules().specs, figure);
    return spec == nullptr ? Text() : criteria::unit_text(spec->unit);
  }

  static void tint_row(criteria::Mark mark) {
    if (mark.verdict() == Verdict::not_met) ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, unmet_ground());
    if (mark.verdict() == Verdict::unknown)
      ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, unknown_ground());
  }

  std::shared_ptr<const app::DeskContent> m_of;  // whose verdicts m_card holds
  app::UnitCard m_card;
  std::string m_open;  // number of the criterion whose indicators are shown
  ValueEditor m_editor;
};

}  // namespace

std::unique_ptr<Panel> make_unit_panel() {
  return std::make_unique<UnitPanel>();
}

}  // namespace ntmap::ui
