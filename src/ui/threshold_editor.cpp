#include "ui/threshold_editor.hpp"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <utility>

#include "criteria/evidence.hpp"
#include "ui/dialog.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

Text document_name(const app::OverlayChoice& choice) {
  const Text name = choice.document.empty() ? Text(choice.overlay) : choice.document;
  return choice.illustrative ? text("{} – minh họa", "{} – illustrative", {name}) : name;
}

}  // namespace

void ThresholdEditor::open(const Desk& desk, const app::ProvinceSet& set, const app::ProvinceThreshold& row) {
  m_set = set.id;
  m_set_name = set.name;
  m_columns = set.columns;
  m_row = row;
  m_overlays.clear();
  desk.attempt([&] { m_overlays = app::overlay_choices(*desk.session.project()); });
  m_everywhere = row.everywhere || set.columns.size() == 1;
  m_typed.assign(set.columns.size(), std::string());
  for (std::size_t i = 0; i < row.at.size(); ++i) {
    if (row.at[i]) m_typed[i] = app::threshold_to_type(row, *row.at[i], desk.view.lang);
  }
  const bool empty = std::all_of(m_typed.begin(), m_typed.end(), [](const auto& one) { return one.empty(); });
  if (empty && row.kind == criteria::IndicatorKind::pass) {
    m_everywhere = true;
    m_typed.front() = desk.say(text("Đạt", "met"));
  }
  m_year = row.year;
  m_first_year = set.first_year;
  m_last_year = set.last_year;
  m_overlay = row.overlay;
  m_document.clear();
  // What nobody has laid down yet goes to the decision that laid others down, not to what is made up.
  for (const app::OverlayChoice& one : m_overlays) {
    if (row.overlay.empty() && !one.illustrative) m_overlay = one.overlay;
  }
  m_refused = {};
  m_ask = true;
}

void ThresholdEditor::draw(Desk& desk) {
  const std::string title =
      desk.say(text("Ngưỡng do tỉnh quy định", "Threshold of the province")) + "###threshold_editor";
  if (std::exchange(m_ask, false)) ImGui::OpenPopup(title.c_str());
  bool keep = true;
  ImGui::SetNextWindowSize({dialog_width(520, desk.view), 0});
  if (!begin_dialog(title, keep)) return;
  ImGui::TextWrapped("%s", desk.say(text("{} {}", "{} {}", {m_row.code, m_row.name})).c_str());
  muted(desk.say(m_set_name));
  draw_values(desk);
  draw_document(desk);
  draw_buttons(desk);
  ImGui::EndPopup();
}

void ThresholdEditor::draw_values(Desk& desk) {
  const bool word = m_row.kind == criteria::IndicatorKind::pass;
  const std::string sign(criteria::sign(m_row.op));
  heading(desk.say(word ? text("Yêu cầu (Đạt)", "Requirement (met)")
                        : text("Ngưỡng ({})", "Threshold ({})",
                               {base::join({Text(sign), criteria::unit_text(m_row.unit)}, " ")})));
  if (m_columns.size() > 1)
    ImGui::Checkbox(desk.say(text("Như nhau cho mọi vùng", "The same everywhere")).c_str(), &m_everywhere);
  const auto field = static_cast<float>(140 * desk.view.scale);
  for (std::size_t i = 0; i < (m_everywhere ? 1 : m_columns.size()); ++i) {
    ImGui::PushID(static_cast<int>(i));
    if (i == 0 && (ImGui::IsWindowAppearing() || std::exchange(m_type, false))) ImGui::SetKeyboardFocusHere();
    ImGui::SetNextItemWidth(field);
    ImGui::InputText("##value", &m_typed[i], ImGuiInputTextFlags_AutoSelectAll);
    ImGui::SameLine();
    const Text units = text("{} ({})", "{} ({})", {m_columns[i].name, counted_units(m_columns[i].units)});
    ImGui::TextUnformatted(desk.say(m_everywhere ? text("mọi đơn vị", "every unit") : units).c_str());
    ImGui::PopID();
  }
  ImGui::SetNextItemWidth(field);
  ImGui::InputInt("##year", &m_year, 0);
  m_year = std::clamp(m_year, 0, 2100);
  ImGui::SameLine();
  ImGui::TextUnformatted(
      desk.say(text("năm đánh giá (0: mọi năm)", "year of assessment (0: every year)")).c_str());
}

void ThresholdEditor::draw_document(Desk& desk) {
  heading(desk.say(text("Theo văn bản", "Laid down by")));
  const auto chosen = std::find_if(m_overlays.begin(), m_overlays.end(),
                                   [&](const app::OverlayChoice& one) { return one.overlay == m_overlay; });
  const Text other = text("Văn bản khác…", "Another document…");
  ImGui::SetNextItemWidth(-1);
  const std::string shown = desk.say(chosen == m_overlays.end() ? other : document_name(*chosen));
  if (begin_fitted_combo("##document", shown)) {
    for (const app::OverlayChoice& one : m_overlays) {
      ImGui::PushID(one.overlay.c_str());
      if (ImGui::Selectable(desk.say(document_name(one)).c_str(), one.overlay == m_overlay))
        m_overlay = one.overlay;
      if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", one.overlay.c_str());
      ImGui::PopID();
    }
    if (ImGui::Selectable(desk.say(other).c_str(), m_overlay.empty())) m_overlay.clear();
    ImGui::EndCombo();
  }
  if (m_overlay.empty()) {
    ImGui::SetNextItemWidth(-1);
    ImGui::InputTextWithHint(
        "##new_document",
        desk.say(text("Số, tên quyết định của tỉnh", "Number and name of the decision")).c_str(),
        &m_document);
    muted(desk.say(text("Ngưỡng được ghi vào một tệp mới cạnh dự án khi lưu.",
                        "The threshold goes to a new file beside the project when it is saved.")));
  } else if (chosen != m_overlays.end() && chosen->illustrative) {
    muted(desk.say(text("Tệp này ghi là minh họa: kết quả dựa vào ngưỡng vẫn được đánh dấu minh họa.",
                        "This file says it is illustrative: verdicts that rest on it stay marked so.")));
  }
}

void ThresholdEditor::draw_buttons(Desk& desk) {
  if (!m_refused.empty()) {
    ImGui::PushStyleColor(ImGuiCol_Text, unmet_ink());
    ImGui::TextWrapped("%s", desk.say(m_refused).c_str());
    ImGui::PopStyleColor();
  }
  ImGui::Spacing();
  const bool ok = default_button(desk.say(text("Đặt ngưỡng", "Lay down")));
  ImGui::SameLine();
  ImGui::BeginDisabled(m_row.overlay.empty());
  const bool out = ImGui::Button(desk.say(text("Bỏ ngưỡng này", "Take it out")).c_str());
  ImGui::EndDisabled();
  ImGui::SameLine();
  const bool cancel = ImGui::Button(desk.say(text("Hủy", "Cancel")).c_str()) || escape_pressed(desk.view);
  if (cancel) {
    ImGui::CloseCurrentPopup();
  } else if (ok || out) {
    accept(desk, out);
    m_type = !m_refused.empty();  // to be typed again
  }
}

/// False, and says why, where a value cannot be read.
bool ThresholdEditor::take_values(const Desk& desk, app::ThresholdChange& change) {
  for (std::size_t i = 0; i < (m_everywhere ? 1 : m_columns.size()); ++i) {
    if (m_typed[i].empty() && !m_everywhere) continue;  // that column stays open
    const auto value = app::typed_threshold(m_row, m_typed[i], desk.view.lang);
    if (!value) {
      m_refused = refusal_words(m_typed[i]);
      return false;
    }
    change.values.emplace_back(m_everywhere ? "all" : m_columns[i].id, *value);
  }
  return true;
}

Text ThresholdEditor::refusal_words(const std::string& typed) const {
  if (m_row.kind == criteria::IndicatorKind::pass)
    return text("Không hiểu “{}”: ghi “Đạt”.", "Cannot read “{}”: write “met”.", {typed});
  if (m_row.unit == "%")
    return text("Không hiểu “{}”: ghi một số từ 0 đến 100.",
                "Cannot read “{}”: write a number from 0 to 100.", {typed});
  return text("Không hiểu “{}”: ghi một số.", "Cannot read “{}”: write a number.", {typed});
}

void ThresholdEditor::accept(Desk& desk, bool taken_out) {
  app::ThresholdChange change = app::threshold_change(m_set, m_row);
  if (m_everywhere || taken_out) change.values.clear();
  change.year = m_year;
  change.overlay = m_overlay;
  change.document = m_document;
  m_refused = {};
  if (!taken_out && !take_values(desk, change)) return;
  if (!taken_out && change.values.empty()) {
    m_refused = text("Chưa ghi ngưỡng nào.", "No threshold is written.");
    return;
  }
  if (!taken_out && m_year != 0 && (m_year < m_first_year || m_year > m_last_year)) {
    m_refused = text("Bộ tiêu chí này đánh giá các năm {}–{}.", "This set assesses the years {}–{}.",
                     {std::to_string(m_first_year), std::to_string(m_last_year)});
    return;
  }
  if (const auto refusal = app::threshold_refusal(*desk.session.project(), change)) {
    m_refused = base::join({refusal->message(), refusal->remedy()}, " – ");
    return;
  }
  desk.command(app::SetThreshold{std::move(change)});
  ImGui::CloseCurrentPopup();
}

}  // namespace ntmap::ui
