#include "ui/join_wizard.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/data/file_kinds.hpp"
#include "app/data/join_plan.hpp"
#include "app/data/joined_project.hpp"
#include "ui/dialog.hpp"
#include "ui/file_dialog.hpp"
#include "ui/join_values.hpp"
#include "ui/widgets.hpp"
#include "ui/window.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

constexpr std::size_t k_preview_rows = 6;
constexpr double k_small = 1000;        // pixels at scale 1: in a narrower window the wizard fills it
constexpr double k_side_by_side = 760;  // the same of the wizard: both files have room beside one another
constexpr double k_values = 260;        // width of the list of values, pixels at scale 1
constexpr float k_least_lines = 9;      // of a file: its fields and some rows
constexpr double k_look_seconds = 1;    // between looks at the files on the disk

/// Behind the last item where something of that width fits there, else below it.
void go_beside(float width) {
  ImGui::SameLine();
  if (ImGui::GetContentRegionAvail().x < width) ImGui::NewLine();
}

void draw_encodings(const Desk& desk, std::string& encoding) {
  const auto words_of = [&](const std::string& word) {
    return word == "auto" ? desk.say(text("tự nhận biết", "detect")) : word;
  };
  ImGui::SetNextItemWidth(static_cast<float>(130 * desk.view.scale));
  if (!ImGui::BeginCombo("##encoding", words_of(encoding).c_str())) return;
  for (const std::string& word : app::encoding_words()) {
    if (ImGui::Selectable(words_of(word).c_str(), word == encoding)) encoding = word;
  }
  ImGui::EndCombo();
}

float field_width(const Desk& desk) {
  return static_cast<float>(122 * desk.view.scale);
}

enum class Need : bool { optional, required };

void draw_field(const Desk& desk, const Text& label, std::string& chosen, const model::Table& of, Need need) {
  ImGui::BeginGroup();
  ImGui::AlignTextToFramePadding();  // else what follows another field stands lower
  muted(desk.say(label));
  ImGui::SetNextItemWidth(field_width(desk));
  if (begin_fitted_combo(("##" + label.en).c_str(), chosen.empty() ? "–" : chosen)) {
    if (need == Need::optional && ImGui::Selectable("–", chosen.empty())) chosen.clear();
    for (const model::Column& column : of.columns) {
      if (ImGui::Selectable(column.name.c_str(), column.name == chosen)) chosen = column.name;
    }
    ImGui::EndCombo();
  }
  ImGui::EndGroup();
}

Text formats(bool table) {
  return table
             ? text("Excel (.xlsx), CSV, ODS hoặc DBF; mỗi xã một dòng, có cột tên hoặc cột mã.",
                    "Excel (.xlsx), CSV, ODS or DBF; a row a commune, with a column of names or codes.")
             : text("Lớp ranh giới các xã: shapefile (.shp), GeoPackage, GeoJSON, FlatGeobuf, MapInfo, KML.",
                    "A layer of commune boundaries: shapefile (.shp), GeoPackage, GeoJSON, FlatGeobuf, "
                    "MapInfo, KML.");
}

void draw_preview(const Desk& desk, const char* id, const model::Table& table, float height) {
  const int columns = static_cast<int>(std::min<std::size_t>(table.columns.size(), 60));
  if (columns == 0) return;
  constexpr ImGuiTableFlags flags =
      ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY | ImGuiTableFlags_Borders;
  if (!ImGui::BeginTable(id, columns, flags, {0, height})) return;
  for (int i = 0; i < columns; ++i) {
    ImGui::TableSetupColumn(table.columns[static_cast<std::size_t>(i)].name.c_str(),
                            ImGuiTableColumnFlags_WidthFixed, static_cast<float>(110 * desk.view.scale));
  }
  ImGui::PushItemFlag(ImGuiItemFlags_Inputable, false);  // Tab has nothing to stop at in the table
  ImGui::TableHeadersRow();
  ImGui::PopItemFlag();
  for (std::size_t row = 0; row < std::min(table.row_count(), k_preview_rows); ++row) {
    ImGui::TableNextRow();
    for (int i = 0; i < columns; ++i) {
      ImGui::TableNextColumn();
      ImGui::TextUnformatted(table.columns[static_cast<std::size_t>(i)].text(row).c_str());
    }
  }
  ImGui::EndTable();
}

}  // namespace

JoinWizard::JoinWizard() : m_work(&Window::wake) {}

void JoinWizard::draw(Desk& desk) {
  m_work.poll();
  const std::string title =
      desk.say(text("Ghép ranh giới với bảng", "Join boundaries and a table")) + "###join";
  if (desk.view.popup == Popup::join) {
    desk.view.popup = Popup::none;
    ImGui::OpenPopup(title.c_str());
  }
  const ImVec2 size = ImGui::GetMainViewport()->WorkSize;
  const bool small = static_cast<double>(size.x) < k_small * desk.view.scale;
  ImGui::SetNextWindowSize({size.x * (small ? 0.98F : 0.88F), size.y * (small ? 0.94F : 0.9F)});
  bool keep = true;
  m_open = begin_dialog(title, keep);
  if (!m_open) {
    if (!keep) m_work.cancel();  // by the cross in the title
    return;
  }
  if (std::exchange(m_close, false)) ImGui::CloseCurrentPopup();
  m_work.refresh();
  follow_files();
  draw_body(desk);
  draw_buttons(desk);
  ImGui::EndPopup();
}

/// Someone may have mended a file in another program meanwhile.
void JoinWizard::follow_files() {
  if (ImGui::GetTime() < m_looked + k_look_seconds) return;
  m_looked = ImGui::GetTime();
  m_work.look_at_files();
}

/// Enter leads through the wizard: boundaries, table, map.
JoinWizard::Step JoinWizard::step() const {
  if (m_work.plan.boundaries.empty()) return Step::boundaries;
  return m_work.plan.table.empty() ? Step::table : Step::map;
}

void JoinWizard::draw_buttons(Desk& desk) {
  ImGui::BeginDisabled(m_work.plan.values.empty() || !m_work.lists());
  // Enter after the number of the header row or a word to filter by is no wish for the map.
  if (default_button(desk.say(text("Lập bản đồ", "Make the map")), 0, EnterInText::ends_the_line))
    finish(desk);
  ImGui::EndDisabled();
  if (step() == Step::map) ImGui::SetItemDefaultFocus();
  ImGui::SameLine();
  if (!ImGui::Button(desk.say(text("Hủy", "Cancel")).c_str()) && !escape_pressed(desk.view)) return;
  m_work.cancel();
  ImGui::CloseCurrentPopup();
}

void JoinWizard::draw_body(Desk& desk) {
  const float room = ImGui::GetContentRegionAvail().y - ImGui::GetFrameHeightWithSpacing();
  ImGui::BeginChild("body", {0, room}, false, ImGuiWindowFlags_NavFlattened);
  m_stacked = static_cast<double>(ImGui::GetContentRegionAvail().x) < k_side_by_side * desk.view.scale;
  draw_files(desk, std::max(room * 0.5F, ImGui::GetFrameHeightWithSpacing() * k_least_lines));
  ImGui::Separator();
  if (!m_work.changed().empty()) muted(desk.say(m_work.changed()));
  draw_failure(desk);
  if (const Text next = m_work.next_step(); !next.empty()) ImGui::TextWrapped("%s", desk.say(next).c_str());
  if (m_work.lists()) m_tabs.draw(desk, m_work);
  if (m_work.busy()) draw_work(desk);
  ImGui::EndChild();
}

/// Side by side in this height, or in a narrow window one above the other in the height that they need.
void JoinWizard::draw_files(Desk& desk, float height) {
  if (m_stacked) {
    for (const bool table : {false, true}) {
      ImGui::PushID(table ? 1 : 0);
      draw_file(desk, table);
      ImGui::PopID();
    }
    return;
  }
  const float half = ImGui::GetContentRegionAvail().x / 2 - ImGui::GetStyle().ItemSpacing.x;
  ImGui::BeginChild("left", {half, height}, false, ImGuiWindowFlags_NavFlattened);
  draw_file(desk, false);
  ImGui::EndChild();
  ImGui::SameLine();
  ImGui::BeginChild("right", {0, height}, false, ImGuiWindowFlags_NavFlattened);
  draw_file(desk, true);
  ImGui::EndChild();
}

void JoinWizard::draw_failure(const Desk& desk) const {
  const auto& failure = m_work.failure();
  if (!failure) return;
  const Text remedy = wizard_remedy(failure->remedy());
  ImGui::PushStyleColor(ImGuiCol_Text, unmet_ink());
  ImGui::TextWrapped("%s", desk.say(failure->message()).c_str());
  ImGui::PopStyleColor();
  if (!remedy.empty())
    ImGui::TextWrapped("%s", desk.say(text("Cách xử lý: {}", "What to do: {}", {remedy})).c_str());
  if (ImGui::Button(desk.say(text("Sao chép chi tiết", "Copy details")).c_str()))
    ImGui::SetClipboardText((desk.say(failure->message()) + "\n" + desk.say(failure->remedy())).c_str());
  if (!m_work.preview()) return;
  m_tabs.draw_notes(desk, m_work.preview()->units.findings);
  m_tabs.draw_notes(desk, m_work.preview()->rows.findings);
}

void JoinWizard::draw_work(const Desk& desk) const {
  for (const auto& one : m_work.work()) {
    muted(desk.say(base::join({one.name, one.phase}, ": ")));
    ImGui::ProgressBar(static_cast<float>(one.fraction),
                       {static_cast<float>(400 * desk.view.scale), ImGui::GetTextLineHeight() * 0.4F}, "");
  }
}

void JoinWizard::choose_file(Desk& desk, bool table) {
  // The wizard steps aside for the dialog and comes back with what was chosen.
  ImGui::CloseCurrentPopup();
  desk.files.open(
      {.title = table ? text("Chọn bảng", "Choose the table") : text("Chọn ranh giới", "Choose boundaries"),
       .kinds = table ? app::kinds_of_tables() : app::kinds_of_boundaries(),
       .chosen =
           [this, table](Desk& then, const std::string& path) {
             (table ? m_work.plan.table : m_work.plan.boundaries) = path;
             then.view.popup = Popup::join;
           },
       .cancelled = [](Desk& then) { then.view.popup = Popup::join; }});
}

void JoinWizard::draw_file(Desk& desk, bool table) {
  heading(desk.say(table ? text("Bảng số liệu", "Table") : text("Ranh giới", "Boundaries")));
  app::JoinPlan& plan = m_work.plan;
  const std::string& path = table ? plan.table : plan.boundaries;
  const std::string words = desk.say(text("Chọn tệp…", "Choose…"));
  const bool next = table ? step() == Step::table : step() == Step::boundaries;
  const bool clicked =
      next ? default_button(words, 0, EnterInText::ends_the_line) : ImGui::Button(words.c_str());
  if (next) ImGui::SetItemDefaultFocus();
  if (clicked) choose_file(desk, table);
  ImGui::SameLine();
  fitted(path.empty() ? "–" : path, ImGui::GetContentRegionAvail().x);
  if (path.empty()) return muted(desk.say(formats(table)));
  draw_reading(desk, table);
  if (!m_work.preview()) return;
  const model::Table& of = table ? m_work.preview()->rows.table : m_work.preview()->units.table;
  if (of.columns.empty()) return;
  draw_field(desk, text("Mã", "Code"), table ? plan.key : plan.code, of,
             table ? Need::optional : Need::required);
  const auto field_beside = [&](const Text& label, std::string& chosen, Need need) {
    go_beside(field_width(desk));
    draw_field(desk, label, chosen, of, need);
  };
  field_beside(text("Tên", "Name"), table ? plan.table_name : plan.name, Need::optional);
  field_beside(text("Huyện", "District"), table ? plan.table_district : plan.district, Need::optional);
  if (table) {
    go_beside(field_width(desk));
    const float most = static_cast<float>(k_values * desk.view.scale);  // the names of several columns
    draw_value_choice(desk, plan, *m_work.preview(), std::min(most, ImGui::GetContentRegionAvail().x));
  }
  const float rows = ImGui::GetTextLineHeightWithSpacing() * (k_preview_rows + 2);
  draw_preview(desk, table ? "rows" : "units", of,
               m_stacked ? rows : std::max(rows / 2, ImGui::GetContentRegionAvail().y));
}

/// How the file is to be read; stays where it cannot be, since that may be why.
void JoinWizard::draw_reading(Desk& desk, bool table) {
  app::JoinPlan& plan = m_work.plan;
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(desk.say(text("Bảng mã", "Encoding")).c_str());
  ImGui::SameLine();
  draw_encodings(desk, table ? plan.table_encoding : plan.boundaries_encoding);
  if (!table) return;
  const std::string label = desk.say(text("Dòng tiêu đề (0: tự tìm)", "Header row (0: find it)"));
  const auto width = static_cast<float>(90 * desk.view.scale);
  go_beside(ImGui::CalcTextSize(label.c_str()).x + ImGui::GetStyle().ItemSpacing.x + width);
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(label.c_str());
  ImGui::SameLine();
  ImGui::SetNextItemWidth(width);
  ImGui::InputInt("##header", &plan.header_row);
  plan.header_row = std::clamp(plan.header_row, 0, 1000);
}

void JoinWizard::finish(Desk& desk) {
  const auto& preview = m_work.preview();
  desk.command(app::OpenNew{std::make_shared<const model::Project>(
      app::joined_project(m_work.plan, preview ? *preview : app::JoinPreview()))});
  ImGui::CloseCurrentPopup();
}

}  // namespace ntmap::ui
