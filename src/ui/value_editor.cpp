#include "ui/value_editor.hpp"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "app/data/value_check.hpp"
#include "app/project/edits_file.hpp"
#include "app/project/settings.hpp"
#include "app/project/typed_value.hpp"
#include "ui/dialog.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {

using base::text;

void ValueEditor::open(EditedCell cell, std::string was) {
  m_cell = std::move(cell);
  m_was = std::move(was);
  m_typed.clear();
  m_refused = {};
  m_readings.clear();
  m_ask = true;
}

void ValueEditor::open(EditedCell cell, const criteria::EvaluationInput& input, std::uint32_t unit) {
  const criteria::ValueColumn* column = input.values->find(cell.field);
  const double value = column == nullptr ? std::nan("") : column->value[unit];
  open(std::move(cell), app::stored_text(value));
}

/// What is typed as it stood there means what stood there. Else a number that can be thousands or decimals is
/// asked about.
void ValueEditor::accept(Desk& desk) {
  if (!m_was.empty() && m_typed == app::shown_text(m_was, desk.view.lang)) return take(desk, m_was);
  std::vector<std::string> readings = app::stored_readings(m_typed, desk.view.lang);
  if (readings.empty()) {
    m_refused = text("Không hiểu “{}”: ghi một số, “đạt”, “chưa đạt” hoặc để trống.",
                     "Cannot read “{}”: write a number, “met”, “not met”, or nothing.", {m_typed});
    return;
  }
  if (readings.size() == 1) return take(desk, readings.front());
  m_readings = std::move(readings);
  m_asked_of = m_typed;
}

/// A button for each number that what was typed may mean.
void ValueEditor::ask_which(Desk& desk) {
  if (m_typed != m_asked_of) m_readings.clear();
  if (m_readings.empty()) return;
  ImGui::PushStyleColor(ImGuiCol_Text, unmet_ink());
  ImGui::TextWrapped(
      "%s", desk.say(text("“{}” có thể là hàng nghìn hoặc số thập phân. Chọn số đúng:",
                          "“{}” may be thousands or decimals. Choose the one that is meant:", {m_typed}))
                .c_str());
  ImGui::PopStyleColor();
  std::optional<std::string> chosen;
  for (const std::string& reading : m_readings) {
    // Without marks between thousands, which are what is unclear.
    std::string number = reading;
    if (desk.view.lang == base::Lang::vi) std::replace(number.begin(), number.end(), '.', ',');
    if (ImGui::Button(desk.say(base::join({number, m_cell.measure}, " ")).c_str())) chosen = reading;
  }
  if (!chosen) return;
  m_readings.clear();
  take(desk, *chosen);
}

void ValueEditor::take(Desk& desk, const std::string& value) {
  const auto& content = desk.session.desk();
  const auto project = desk.session.project();
  static const std::vector<criteria::ColumnSpec> no_criteria;
  const auto& specs = content && content->assessment ? content->assessment->rules().specs : no_criteria;
  const base::Text why = app::why_impossible(*project, specs, m_cell.table, m_cell.field, value);
  if (!why.empty()) {
    m_refused = text("Không ghi được: {}. Sửa lại số, hoặc để trống nếu chưa có số liệu.",
                     "Not taken: {}. Mend the number, or leave it empty where there is no data.", {why});
    return;
  }
  desk.command(app::EditValue{{.table = m_cell.table,
                               .field = m_cell.field,
                               .period = m_cell.period,
                               .code = m_cell.code,
                               .value = value,
                               .was = m_was,
                               .who = app::person_of(desk.view.settings),
                               .when = app::now_text()}});
  ImGui::CloseCurrentPopup();
}

/// Whose figure it is, which, and of when.
void ValueEditor::draw_cell(const Desk& desk) const {
  title_line(desk.say(m_cell.unit));
  ImGui::TextWrapped("%s", desk.say(m_cell.what).c_str());
  const auto project = desk.session.project();
  if (const model::Period* period = project->find_period(m_cell.period)) muted(desk.say(period->title));
  if (const model::ValueEdit* earlier =
          app::find_edit(project->value_edits, m_cell.table, m_cell.field, m_cell.period, m_cell.code))
    muted(desk.say(edit_words(*earlier)));
}

void ValueEditor::draw(Desk& desk) {
  const std::string title = desk.say(text("Sửa số liệu", "Edit a figure")) + "###value_editor";
  if (std::exchange(m_ask, false)) {
    ImGui::OpenPopup(title.c_str());
    m_typed = app::shown_text(m_was, desk.view.lang);
  }
  bool keep = true;
  ImGui::SetNextWindowSize({dialog_width(420, desk.view), 0});
  if (!begin_dialog(title, keep)) return;
  draw_cell(desk);
  const base::Text now = m_was.empty()
                             ? text("chưa có", "none")
                             : base::join({app::shown_text(m_was, desk.view.lang), m_cell.measure}, " ");
  muted(desk.say(text("Hiện có: {}. Để trống nghĩa là chưa có số liệu. Tệp nguồn không bị sửa.",
                      "Now: {}. Nothing means no data. The source file is not changed.", {now})));
  if (!m_cell.measure.empty())
    muted(desk.say(text("Đơn vị tính: {}", "Unit of measurement: {}", {m_cell.measure})));
  if (ImGui::IsWindowAppearing() || std::exchange(m_type, false)) ImGui::SetKeyboardFocusHere();
  ImGui::SetNextItemWidth(-1);
  // What is typed replaces what stands there, also when the same field was left with a caret in it before.
  ImGui::InputText("##value", &m_typed, ImGuiInputTextFlags_AutoSelectAll);
  ask_which(desk);
  if (!m_refused.empty()) {
    ImGui::PushStyleColor(ImGuiCol_Text, unmet_ink());
    ImGui::TextWrapped("%s", desk.say(m_refused).c_str());
    ImGui::PopStyleColor();
  }
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(desk.say(text("Người sửa:", "Edited by:")).c_str());
  ImGui::SameLine();
  ImGui::SetNextItemWidth(-1);
  app::Settings& settings = desk.view.settings;
  ImGui::InputTextWithHint("##person", app::person_of(settings).c_str(), &settings.person);
  const bool ok = default_button(desk.say(text("Sửa", "Change")));
  ImGui::SameLine();
  const bool cancel = ImGui::Button(desk.say(text("Hủy", "Cancel")).c_str()) || escape_pressed(desk.view);
  if (ok) {
    m_refused = {};
    accept(desk);
    m_type = !m_refused.empty() || !m_readings.empty();  // to be typed again
  }
  if (cancel) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

}  // namespace ntmap::ui
