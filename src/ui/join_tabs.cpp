#include "ui/join_tabs.hpp"

#include <imgui.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "app/data/join_choices.hpp"
#include "ui/dialog.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

constexpr float k_least_rows = 6;    // in a low window all of the wizard scrolls instead
constexpr std::size_t k_found = 12;  // units that a search lists: more than that asks for another word

bool is_trouble(const base::Finding& finding) {
  return finding.severity != base::Severity::note;
}

void warn(const std::string& words) {
  ImGui::PushStyleColor(ImGuiCol_Text, unmet_ink());
  ImGui::TextWrapped("%s", words.c_str());
  ImGui::PopStyleColor();
}

std::size_t ambiguous_rows(const app::JoinLists& lists) {
  return static_cast<std::size_t>(
      std::count_if(lists.open.begin(), lists.open.end(), [](const auto& row) { return row.ambiguous; }));
}

std::size_t rows_by(const app::JoinLists& lists, names::MatchRule rule) {
  return static_cast<std::size_t>(std::count_if(lists.matched.begin(), lists.matched.end(),
                                                [&](const auto& row) { return row.rule == rule; }));
}

std::size_t troubles_of(const base::Findings& findings) {
  return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), is_trouble));
}

/// The tab that needs a look first.
const char* first_tab(const app::JoinLists& lists) {
  const std::size_t ambiguous = ambiguous_rows(lists);
  if (ambiguous > 0) return "ambiguous";
  if (lists.open.size() > ambiguous) return "unmatched";
  if (rows_by(lists, names::MatchRule::fuzzy) > 0) return "matched";
  return troubles_of(lists.findings) > 0 ? "notes" : nullptr;
}

Text counted(const Text& name, std::size_t count) {
  return text("{} ({})", "{} ({})", {name, count});
}

/// Behind the last item where a button of these words has room, else on the next line.
void place_button(const std::string& words) {
  const ImGuiStyle& style = ImGui::GetStyle();
  const float width = ImGui::CalcTextSize(words.c_str()).x + 2 * style.FramePadding.x;
  const float right = ImGui::GetItemRectMax().x + style.ItemSpacing.x + width;
  if (right < ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x) ImGui::SameLine();
}

void table_cell(const std::string& words) {
  ImGui::TableNextColumn();
  ImGui::AlignTextToFramePadding();
  fitted(words, ImGui::GetContentRegionAvail().x);
}

}  // namespace

void JoinTabs::draw_counts(const Desk& desk, const app::JoinLists& lists) const {
  const std::size_t ambiguous = ambiguous_rows(lists);
  ImGui::PushTextWrapPos(0);
  bold(desk.say(
      text("Khớp {} dòng · cần xác nhận {} · chỉ có trong bảng {} · chỉ có trên bản đồ {}",
           "{} rows matched · {} to confirm · {} only in the table · {} only on the map",
           {lists.matched.size(), ambiguous, lists.open.size() - ambiguous, lists.only_on_map.size()})));
  ImGui::PopTextWrapPos();
  if (const std::size_t alike = rows_by(lists, names::MatchRule::fuzzy); alike > 0) {
    ImGui::SameLine();
    muted(desk.say(text("{} dòng khớp vì gần giống tên: xem “Đã khớp”.",
                        "{} rows matched by likeness: see “Matched”.", {alike})));
  }
  if (lists.repeated > 0) {
    warn(desk.say(
        text("{} đơn vị có nhiều dòng với giá trị khác nhau: trên bản đồ sẽ là “chưa rõ” (xem “Ghi chú "
             "đọc tệp”).",
             "{} units have several rows with different values: on the map they will be “unknown” (see "
             "“Notes on reading”).",
             {lists.repeated})));
  }
  if (lists.matched.empty()) {
    warn(
        desk.say(text("Không dòng nào khớp: chọn lại cột tên hoặc cột mã, hoặc đúng ranh giới "
                      "của địa bàn trong bảng.",
                      "No row matches: choose other columns of names or codes, or the "
                      "boundaries of the area that the table is about.")));
  }
}

void JoinTabs::draw(Desk& desk, app::JoinWork& work) {
  const app::JoinLists& lists = *work.lists();
  if (std::exchange(m_revision, work.revision()) != work.revision() || m_lang != desk.view.lang) {
    m_lang = desk.view.lang;
    m_rows = app::rows_that_fit(lists.matched, m_filter.data(), m_lang);
    search(lists);
  }
  draw_counts(desk, lists);
  const bool fresh = std::exchange(m_readings, work.readings()) != work.readings();
  const char* wanted = fresh ? first_tab(lists) : nullptr;
  if (!ImGui::BeginTabBar("lists")) return;
  const auto tab = [&](const Text& name, std::string_view id, const auto& draw) {
    const bool bring_up = wanted != nullptr && id == wanted;
    const std::string title = desk.say(name) + "###" + std::string(id);
    const auto flags = bring_up ? ImGuiTabItemFlags_SetSelected : ImGuiTabItemFlags_None;
    if (!ImGui::BeginTabItem(title.c_str(), nullptr, flags)) return;
    const float least = ImGui::GetFrameHeightWithSpacing() * k_least_rows;
    ImGui::BeginChild("rows", {0, std::max(least, ImGui::GetContentRegionAvail().y)}, false,
                      ImGuiWindowFlags_NavFlattened);
    draw();
    ImGui::EndChild();
    ImGui::EndTabItem();
  };
  const std::size_t ambiguous = ambiguous_rows(lists);
  tab(counted(text("Đã khớp", "Matched"), lists.matched.size()), "matched",
      [&] { draw_matched(desk, work); });
  tab(counted(text("Cần xác nhận", "To confirm"), ambiguous), "ambiguous",
      [&] { draw_open_rows(desk, work, true); });
  tab(counted(text("Chỉ trong bảng", "Only in the table"), lists.open.size() - ambiguous), "unmatched",
      [&] { draw_open_rows(desk, work, false); });
  tab(counted(text("Chỉ trên bản đồ", "Only on the map"), lists.only_on_map.size()), "only_map",
      [&] { draw_only_on_map(lists); });
  const std::size_t troubles = troubles_of(lists.findings);
  const Text notes =
      troubles == 0 ? text("Ghi chú đọc tệp", "Notes on reading")
                    : text("Ghi chú đọc tệp ({} cảnh báo)", "Notes on reading ({} warnings)", {troubles});
  tab(notes, "notes", [&] { draw_notes(desk, lists.findings); });
  ImGui::EndTabBar();
  draw_search(desk, work);
}

void JoinTabs::draw_matched(Desk& desk, app::JoinWork& work) {
  const app::JoinLists& lists = *work.lists();
  ImGui::SetNextItemWidth(static_cast<float>(300 * desk.view.scale));
  const bool narrowed = ImGui::InputTextWithHint(
      "##filter", desk.say(text("Lọc: tên, mã, cách khớp…", "Filter: name, code, how…")).c_str(),
      m_filter.data(), m_filter.size());
  if (narrowed) m_rows = app::rows_that_fit(lists.matched, m_filter.data(), m_lang);
  if (m_rows.empty()) return muted(desk.say(text("Không có dòng nào.", "No rows.")));
  constexpr ImGuiTableFlags flags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_RowBg |
                                    ImGuiTableFlags_BordersInnerV | ImGuiTableFlags_SizingStretchProp;
  if (!ImGui::BeginTable("matched", 5, flags)) return;
  if (narrowed) ImGui::SetScrollY(0);
  ImGui::TableSetupScrollFreeze(0, 1);
  ImGui::TableSetupColumn(desk.say(text("Dòng", "Row")).c_str(), 0, 0.4F);
  ImGui::TableSetupColumn(desk.say(text("Trong bảng", "In the table")).c_str(), 0, 2);
  ImGui::TableSetupColumn(desk.say(text("Trên bản đồ", "On the map")).c_str(), 0, 2);
  ImGui::TableSetupColumn(desk.say(text("Cách khớp", "How")).c_str(), 0, 1.1F);
  ImGui::TableSetupColumn("##change", 0, 1);
  ImGui::TableHeadersRow();
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(m_rows.size()));
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const app::MatchedRow& row = lists.matched[m_rows[static_cast<std::size_t>(i)]];
      ImGui::PushID(static_cast<int>(row.row));
      draw_match(desk, work, row);
      ImGui::PopID();
    }
  }
  ImGui::EndTable();
}

void JoinTabs::draw_match(Desk& desk, app::JoinWork& work, const app::MatchedRow& row) {
  ImGui::TableNextRow();
  table_cell(std::to_string(row.row));
  table_cell(row.words);
  table_cell(row.unit);
  const bool alike = row.rule == names::MatchRule::fuzzy;
  if (alike) ImGui::PushStyleColor(ImGuiCol_Text, unmet_ink());
  table_cell(desk.say(app::match_words(row.rule)));
  if (alike) ImGui::PopStyleColor();
  ImGui::TableNextColumn();
  if (row.rule == names::MatchRule::alias) {
    if (ImGui::Button(desk.say(text("Bỏ xác nhận", "Withdraw")).c_str()))
      app::withdraw_choice(work.plan, row.name, row.district);
  } else if (app::by_name(row.rule)) {
    if (ImGui::Button(desk.say(text("Đổi đơn vị…", "Another unit…")).c_str()))
      choose({row.words, row.name, row.district});
  }
}

void JoinTabs::draw_only_on_map(const app::JoinLists& lists) const {
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(lists.only_on_map.size()));
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
      ImGui::TextUnformatted(lists.only_on_map[static_cast<std::size_t>(i)].c_str());
  }
}

/// What may be wrong first.
void JoinTabs::draw_notes(const Desk& desk, const base::Findings& findings) const {
  for (const bool trouble : {true, false}) {
    for (const base::Finding& one : findings) {
      if (is_trouble(one) != trouble) continue;
      const std::string words = desk.say(base::join({one.place, one.what}, ": "));
      if (trouble)
        warn(words);
      else
        ImGui::TextWrapped("%s", words.c_str());
      if (!one.remedy.empty() && trouble) muted("    " + desk.say(wizard_remedy(one.remedy)));
    }
  }
}

void JoinTabs::draw_open_rows(Desk& desk, app::JoinWork& work, bool ambiguous) {
  const app::JoinLists& lists = *work.lists();
  const bool any = std::any_of(lists.open.begin(), lists.open.end(),
                               [&](const auto& row) { return row.ambiguous == ambiguous; });
  const std::size_t confirmed = rows_by(lists, names::MatchRule::alias);
  if (!any && confirmed > 0) {
    muted(desk.say(text(
        "Không còn dòng nào. {} dòng đã xác nhận nằm trong “Đã khớp”, có thể bỏ xác nhận ở đó.",
        "No rows left. {} confirmed rows are under “Matched”, and can be withdrawn there.", {confirmed})));
  } else if (!any) {
    muted(desk.say(text("Không có dòng nào.", "No rows.")));
  }
  for (const app::OpenRow& row : lists.open) {
    if (row.ambiguous != ambiguous) continue;
    ImGui::PushID(static_cast<int>(row.row));
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(
        desk.say(text("dòng {}: “{}”", "row {}: “{}”", {std::to_string(row.row), row.words})).c_str());
    for (const app::NameCandidate& candidate : row.candidates) {
      place_button(candidate.label);
      if (m_candidates.draw(desk, row.words, candidate, CandidateButtons::Size::full))
        app::choose_unit(work.plan, row.name, row.district, candidate.code);
    }
    if (!row.name.empty()) {
      const std::string words = desk.say(row.candidates.empty() ? text("Chọn đơn vị…", "Choose the unit…")
                                                                : text("Đơn vị khác…", "Another unit…"));
      place_button(words);
      if (ImGui::Button(words.c_str())) choose({row.words, row.name, row.district});
    }
    if (!row.why.empty()) muted("    " + desk.say(row.why));
    ImGui::PopID();
  }
}

void JoinTabs::choose(Choosing row) {
  m_choosing = std::move(row);
  m_choose = true;
  m_typed.fill('\0');
}

void JoinTabs::search(const app::JoinLists& lists) {
  m_found = app::units_to_choose(lists.units, m_typed.data(), m_choosing.district, k_found);
}

void JoinTabs::take(app::JoinWork& work, const std::string& code) const {
  app::choose_unit(work.plan, m_choosing.name, m_choosing.district, code);
  ImGui::CloseCurrentPopup();
}

/// Of all units, by words of their names and codes.
void JoinTabs::draw_search(Desk& desk, app::JoinWork& work) {
  const bool opened = std::exchange(m_choose, false);
  if (opened) {
    search(*work.lists());
    ImGui::OpenPopup("choose_unit");
  }
  const float width = dialog_width(460, desk.view);
  ImGui::SetNextWindowSize({width, 0});
  if (!ImGui::BeginPopup("choose_unit")) return;
  if (escape_pressed(desk.view)) ImGui::CloseCurrentPopup();
  ImGui::PushTextWrapPos(width - ImGui::GetStyle().WindowPadding.x);
  bold(desk.say(text("“{}” là đơn vị nào?", "Which unit is “{}”?", {m_choosing.words})));
  ImGui::PopTextWrapPos();
  if (opened) ImGui::SetKeyboardFocusHere();
  ImGui::SetNextItemWidth(-1);
  const bool enter = ImGui::InputTextWithHint(
      "##typed", desk.say(text("Tên hoặc mã, không cần dấu", "Name or code, marks not needed")).c_str(),
      m_typed.data(), m_typed.size(), ImGuiInputTextFlags_EnterReturnsTrue);
  if (ImGui::IsItemEdited()) search(*work.lists());
  const bool one = m_found.size() == 1;
  if (enter && one && m_candidates.press(m_choosing.words, m_found[0]))
    take(work, m_found[0].code);
  else if (enter)
    ImGui::SetKeyboardFocusHere(-1);  // what is typed next narrows it down
  if (m_found.empty()) muted(desk.say(text("Không có đơn vị nào như vậy.", "There is no such unit.")));
  for (const app::NameCandidate& unit : m_found) {
    if (m_candidates.draw(desk, m_choosing.words, unit, CandidateButtons::Size::full)) take(work, unit.code);
  }
  if (one) muted(desk.say(text("Enter: nhận đơn vị này.", "Enter takes this unit.")));
  if (m_found.size() == k_found)
    muted(desk.say(text("Còn nữa: gõ thêm để thu hẹp.", "There are more: type on to narrow it down.")));
  ImGui::EndPopup();
}

}  // namespace ntmap::ui
