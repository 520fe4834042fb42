#include "ui/join_wizard.hpp"

#include <imgui.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "app/desk/open_paths.hpp"
#include "ui/file_dialog.hpp"
#include "ui/fonts.hpp"
#include "ui/widgets.hpp"
#include "ui/window.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

constexpr std::size_t k_preview_rows = 6;

bool same_files(const app::JoinPlan& a, const app::JoinPlan& b) {
  return a.boundaries == b.boundaries && a.boundaries_encoding == b.boundaries_encoding &&
         a.table == b.table && a.table_encoding == b.table_encoding && a.header_row == b.header_row;
}

bool encoding_choice(const Desk& desk, const char* id, std::string& encoding) {
  ImGui::SetNextItemWidth(static_cast<float>(100 * desk.view.scale));
  if (!ImGui::BeginCombo(id, encoding.c_str())) return false;
  bool changed = false;
  for (const std::string& word : app::encoding_words()) {
    if (!ImGui::Selectable(word.c_str(), word == encoding)) continue;
    encoding = word;
    changed = true;
  }
  ImGui::EndCombo();
  return changed;
}

bool is_trouble(const base::Finding& finding) {
  return finding.severity != base::Severity::note;
}

void say_repeated(const Desk& desk, const app::JoinLists& lists) {
  if (lists.repeated == 0) return;
  ImGui::PushStyleColor(ImGuiCol_Text, unmet_ink());
  ImGui::TextWrapped(
      "%s",
      desk.say(
              text("{} đơn vị có nhiều dòng với giá trị khác nhau: trên bản đồ sẽ là “chưa rõ” (xem “Ghi chú "
                   "đọc tệp”).",
                   "{} units have several rows with different values: on the map they will be “unknown” (see "
                   "“Notes on reading”).",
                   {lists.repeated}))
          .c_str());
  ImGui::PopStyleColor();
}

}  // namespace

JoinWizard::JoinWizard() : m_jobs(&Window::wake) {}

void JoinWizard::start(const std::vector<std::string>& paths) {
  const auto [boundaries, table] = app::boundaries_and_table(paths);
  m_plan = {};
  m_plan.boundaries = boundaries;
  m_plan.table = table;
  m_preview.reset();
  m_lists.reset();
  m_failure.reset();
  m_read = m_joined = {};
}

/// Brings what is shown up to date with the plan: reads anew, or joins anew.
void JoinWizard::refresh() {
  if (m_jobs.busy() || m_plan.boundaries.empty() || m_plan.table.empty()) return;
  if (!same_files(m_plan, m_read)) {
    read();
  } else if (m_preview && m_plan != m_joined) {
    join();
  }
}

void JoinWizard::read() {
  m_read = m_plan;
  m_first_lists = true;
  m_failure.reset();
  m_lists.reset();
  m_preview.reset();
  m_jobs.start(
      text("Đọc hai tệp", "Reading both files"),
      [this, plan = m_plan](const base::Job& job) -> app::JobRunner::Completion {
        auto preview = std::make_shared<const app::JoinPreview>(app::join_preview(plan, job));
        return [this, preview] {
          m_preview = preview;
          app::guess_fields(m_plan, *preview);
        };
      },
      [this](const base::Error& error) { m_failure = error; });
}

void JoinWizard::join() {
  m_joined = m_plan;
  m_failure.reset();
  m_jobs.start(
      text("Ghép", "Joining"),
      [this, plan = m_plan, preview = m_preview](const base::Job&) -> app::JobRunner::Completion {
        return [this, lists = app::join_lists(plan, *preview)] { m_lists = lists; };
      },
      [this](const base::Error& error) {
        m_failure = error;
        m_lists.reset();
      });
}

void JoinWizard::draw(Desk& desk) {
  m_jobs.poll();
  const std::string title =
      desk.say(text("Ghép ranh giới với bảng", "Join boundaries and a table")) + "###join";
  if (desk.view.popup == Popup::join) {
    desk.view.popup = Popup::none;
    ImGui::OpenPopup(title.c_str());
  }
  const ImVec2 size = ImGui::GetMainViewport()->WorkSize;
  ImGui::SetNextWindowSize({size.x * 0.88F, size.y * 0.9F});
  bool keep = true;
  if (!ImGui::BeginPopupModal(title.c_str(), &keep, ImGuiWindowFlags_NoResize)) return;
  refresh();
  draw_body(desk);
  if (!m_plan.value.empty() && m_lists) {
    const bool enter = enter_pressed() && !ImGui::IsAnyItemActive();
    if (ImGui::Button(desk.say(text("Lập bản đồ", "Make the map")).c_str()) || enter) finish(desk);
    ImGui::SameLine();
  }
  const bool cancel = ImGui::Button(desk.say(text("Hủy", "Cancel")).c_str()) ||
                      ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false);
  if (cancel) {
    m_jobs.cancel_all();
    ImGui::CloseCurrentPopup();
  }
  ImGui::EndPopup();
}

void JoinWizard::draw_body(Desk& desk) {
  const float room = ImGui::GetContentRegionAvail().y - ImGui::GetFrameHeightWithSpacing();
  ImGui::BeginChild("body", {0, room});
  const float half = ImGui::GetContentRegionAvail().x / 2 - ImGui::GetStyle().ItemSpacing.x;
  ImGui::BeginChild("left", {half, room * 0.5F});
  draw_file(desk, false);
  ImGui::EndChild();
  ImGui::SameLine();
  ImGui::BeginChild("right", {0, room * 0.5F});
  draw_file(desk, true);
  ImGui::EndChild();
  ImGui::Separator();
  if (m_failure) {
    ImGui::TextWrapped("%s", desk.say(m_failure->message()).c_str());
    muted(desk.say(m_failure->remedy()));
  }
  if (m_lists) say_repeated(desk, *m_lists);
  if (m_lists) draw_lists(desk);
  if (m_jobs.busy()) muted(desk.say(text("Đang đọc…", "Reading…")));
  ImGui::EndChild();
}

void JoinWizard::choose_file(Desk& desk, bool table) {
  // The wizard steps aside for the dialog and comes back with what was chosen.
  ImGui::CloseCurrentPopup();
  desk.files.open(
      {.title = table ? text("Chọn bảng", "Choose the table") : text("Chọn ranh giới", "Choose boundaries"),
       .chosen =
           [this, table](Desk& then, const std::string& path) {
             (table ? m_plan.table : m_plan.boundaries) = path;
             then.view.popup = Popup::join;
           },
       .cancelled = [](Desk& then) { then.view.popup = Popup::join; }});
}

void JoinWizard::draw_file(Desk& desk, bool table) {
  heading(desk.say(table ? text("Bảng số liệu", "Table") : text("Ranh giới", "Boundaries")));
  std::string& path = table ? m_plan.table : m_plan.boundaries;
  if (ImGui::Button(desk.say(text("Chọn tệp…", "Choose…")).c_str())) choose_file(desk, table);
  ImGui::SameLine();
  ImGui::TextUnformatted(path.empty() ? "–" : path.c_str());
  if (!m_preview) return;
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(desk.say(text("Bảng mã", "Encoding")).c_str());
  ImGui::SameLine();
  encoding_choice(desk, "##encoding", table ? m_plan.table_encoding : m_plan.boundaries_encoding);
  if (table) {
    ImGui::SameLine();
    ImGui::TextUnformatted(desk.say(text("Dòng tiêu đề (0: tự tìm)", "Header row (0: find it)")).c_str());
    ImGui::SameLine();
    ImGui::SetNextItemWidth(static_cast<float>(90 * desk.view.scale));
    ImGui::InputInt("##header", &m_plan.header_row);
    m_plan.header_row = std::clamp(m_plan.header_row, 0, 1000);
  }
  const model::Table& of = table ? m_preview->rows.table : m_preview->units.table;
  field(desk, text("Mã", "Code"), table ? m_plan.key : m_plan.code, of, table);
  ImGui::SameLine();
  field(desk, text("Tên", "Name"), table ? m_plan.table_name : m_plan.name, of, true);
  ImGui::SameLine();
  field(desk, text("Huyện", "District"), table ? m_plan.table_district : m_plan.district, of, true);
  if (table) {
    ImGui::SameLine();
    field(desk, text("Giá trị", "Value"), m_plan.value, of, false);
  }
  draw_preview(desk, table ? "rows" : "units", of, ImGui::GetContentRegionAvail().y);
}

bool JoinWizard::field(Desk& desk, const Text& label, std::string& chosen, const model::Table& of,
                       bool optional) {
  bool changed = false;
  ImGui::BeginGroup();
  ImGui::AlignTextToFramePadding();  // else what follows another field stands lower
  muted(desk.say(label));
  ImGui::SetNextItemWidth(static_cast<float>(122 * desk.view.scale));
  if (begin_fitted_combo(("##" + label.en).c_str(), chosen.empty() ? "–" : chosen)) {
    if (optional && ImGui::Selectable("–", chosen.empty())) {
      chosen.clear();
      changed = true;
    }
    for (const model::Column& column : of.columns) {
      if (!ImGui::Selectable(column.name.c_str(), column.name == chosen)) continue;
      chosen = column.name;
      changed = true;
    }
    ImGui::EndCombo();
  }
  ImGui::EndGroup();
  return changed;
}

void JoinWizard::draw_preview(const Desk& desk, const char* id, const model::Table& table,
                              float height) const {
  const int columns = static_cast<int>(std::min<std::size_t>(table.columns.size(), 60));
  if (columns == 0) return;
  constexpr ImGuiTableFlags flags =
      ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY | ImGuiTableFlags_Borders;
  if (!ImGui::BeginTable(id, columns, flags, {0, height})) return;
  for (int i = 0; i < columns; ++i) {
    ImGui::TableSetupColumn(table.columns[static_cast<std::size_t>(i)].name.c_str(),
                            ImGuiTableColumnFlags_WidthFixed, static_cast<float>(110 * desk.view.scale));
  }
  ImGui::TableHeadersRow();
  for (std::size_t row = 0; row < std::min(table.row_count(), k_preview_rows); ++row) {
    ImGui::TableNextRow();
    for (int i = 0; i < columns; ++i) {
      ImGui::TableNextColumn();
      ImGui::TextUnformatted(table.columns[static_cast<std::size_t>(i)].text(row).c_str());
    }
  }
  ImGui::EndTable();
}

void JoinWizard::draw_lists(Desk& desk) {
  const auto ambiguous = static_cast<std::size_t>(std::count_if(
      m_lists->open.begin(), m_lists->open.end(), [](const auto& row) { return row.ambiguous; }));
  bold(desk.say(
      text("Khớp {} dòng · cần xác nhận {} · chỉ có trong bảng {} · chỉ có trên bản đồ {}",
           "{} rows matched · {} to confirm · {} only in the table · {} only on the map",
           {m_lists->matched, ambiguous, m_lists->open.size() - ambiguous, m_lists->only_on_map.size()})));
  if (m_lists->matched == 0) {
    ImGui::PushStyleColor(ImGuiCol_Text, unmet_ink());
    ImGui::TextWrapped("%s",
                       desk.say(text("Không dòng nào khớp: chọn lại cột tên hoặc cột mã, hoặc đúng ranh giới "
                                     "của địa bàn trong bảng.",
                                     "No row matches: choose other columns of names or codes, or the "
                                     "boundaries of the area that the table is about."))
                           .c_str());
    ImGui::PopStyleColor();
  }
  const auto troubles =
      static_cast<std::size_t>(std::count_if(m_lists->findings.begin(), m_lists->findings.end(), is_trouble));
  const std::size_t unmatched = m_lists->open.size() - ambiguous;
  const char* wanted = nullptr;
  if (std::exchange(m_first_lists, false))
    wanted = ambiguous > 0 ? "ambiguous" : unmatched > 0 ? "unmatched" : troubles > 0 ? "notes" : nullptr;
  if (!ImGui::BeginTabBar("lists")) return;
  const auto tab = [&](const Text& name, std::string_view id, const auto& draw) {
    const bool bring_up = wanted != nullptr && id == wanted;
    const std::string title = desk.say(name) + "###" + std::string(id);
    const auto flags = bring_up ? ImGuiTabItemFlags_SetSelected : ImGuiTabItemFlags_None;
    if (!ImGui::BeginTabItem(title.c_str(), nullptr, flags)) return;
    draw();
    ImGui::EndTabItem();
  };
  tab(text("Cần xác nhận", "To confirm"), "ambiguous", [&] { draw_open_rows(desk, true); });
  tab(text("Chỉ trong bảng", "Only in the table"), "unmatched", [&] { draw_open_rows(desk, false); });
  tab(text("Chỉ trên bản đồ", "Only on the map"), "only_map", [&] {
    for (const std::string& unit : m_lists->only_on_map) ImGui::TextUnformatted(unit.c_str());
  });
  const Text notes =
      troubles == 0 ? text("Ghi chú đọc tệp", "Notes on reading")
                    : text("Ghi chú đọc tệp ({} cảnh báo)", "Notes on reading ({} warnings)", {troubles});
  tab(notes, "notes", [&] { draw_notes(desk); });
  ImGui::EndTabBar();
}

/// What may be wrong first.
void JoinWizard::draw_notes(const Desk& desk) const {
  for (const bool trouble : {true, false}) {
    if (trouble) ImGui::PushStyleColor(ImGuiCol_Text, unmet_ink());
    for (const base::Finding& one : m_lists->findings) {
      if (is_trouble(one) != trouble) continue;
      ImGui::TextWrapped("%s", desk.say(base::join({one.place, one.what}, ": ")).c_str());
      if (trouble && !one.remedy.empty()) muted("    " + desk.say(one.remedy));
    }
    if (trouble) ImGui::PopStyleColor();
  }
}

void JoinWizard::draw_open_rows(Desk& desk, bool ambiguous) {
  const bool any = std::any_of(m_lists->open.begin(), m_lists->open.end(),
                               [&](const auto& row) { return row.ambiguous == ambiguous; });
  if (!any) muted(desk.say(text("Không có dòng nào.", "No rows.")));
  for (const app::OpenRow& row : m_lists->open) {
    if (row.ambiguous != ambiguous) continue;
    ImGui::PushID(static_cast<int>(row.row));
    ImGui::TextUnformatted(
        desk.say(text("dòng {}: “{}”", "row {}: “{}”", {std::to_string(row.row), row.words})).c_str());
    for (const app::NameCandidate& candidate : row.candidates) {
      ImGui::SameLine();
      if (!m_candidates.draw(desk, row.words, candidate, CandidateButtons::Size::small)) continue;
      m_plan.confirmed.push_back({.name = row.name, .district = row.district, .code = candidate.code});
    }
    if (!row.why.empty()) muted("    " + desk.say(row.why));
    ImGui::PopID();
  }
}

void JoinWizard::finish(Desk& desk) {
  const int decimals = m_preview ? app::decimals_of_values(m_plan, *m_preview) : 1;
  desk.command(app::OpenNew{std::make_shared<const model::Project>(app::joined_project(m_plan, decimals))});
  ImGui::CloseCurrentPopup();
}

}  // namespace ntmap::ui
