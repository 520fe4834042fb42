#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/desk/empty_table.hpp"
#include "app/desk/unit_table.hpp"
#include "app/project/edits_file.hpp"
#include "app/project/typed_value.hpp"
#include "ui/cut_text.hpp"
#include "ui/file_dialog.hpp"
#include "ui/fonts.hpp"
#include "ui/panel.hpp"
#include "ui/row_follower.hpp"
#include "ui/tool_row.hpp"
#include "ui/value_editor.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

// Lines of text that the table has room for, headings and all.
constexpr float k_lowest_table = 7.5F;
constexpr float k_low_table = 9.5F;
constexpr float k_high_table = 15;

/// Every unit with every indicator: sorted by a click on a heading, filtered by what is typed below it.
class TablePanel : public Panel {
 public:
  const char* id() const override { return "table"; }
  Text title() const override { return text("Bảng số liệu", "Attribute table"); }
  Text short_title() const override { return text("Bảng số liệu", "Table"); }
  Place place() const override { return Place::bottom; }

  void draw(Desk& desk) override {
    const auto& content = desk.session.desk();
    if (!content) return still_computing(desk);
    const bool other_project = std::exchange(m_opened, desk.session.opened()) != desk.session.opened();
    if (other_project && content != m_of) m_view = {};  // filters, order, hidden columns: meant for another
    update(content, desk.view);
    draw_tools(desk, content->table);
    draw_why_empty(desk, content->table);
    draw_table(desk, content->table);
    m_editor.draw(desk);
  }

 private:
  void update(const std::shared_ptr<const app::DeskContent>& content, const ViewState& view) {
    const bool same = m_of == content && m_made_for == m_view && m_lang == view.lang &&
                      (!m_view.only_selected || m_revision == view.selection.revision());
    if (same) return;
    m_rows = app::table_rows(content->table, m_view, view.selection, view.lang);
    m_of = content;
    m_made_for = m_view;
    m_lang = view.lang;
    m_revision = view.selection.revision();
  }

  /// On one line; what has no room there is in a list behind it.
  void draw_tools(Desk& desk, const app::UnitTable& table) {
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(
        desk.say(text("{}/{} đơn vị · {} đang chọn", "{} of {} units · {} selected",
                      {m_rows.units.size(), table.units->size(), desk.view.selection.size()}))
            .c_str());
    ToolRow tools(desk.say(text("Lệnh khác", "More")));
    if (tools.button(desk.say(text("Chọn các dòng", "Select the rows"))))
      desk.view.selection.set(m_rows.units);
    tools.checkbox(desk.say(text("Chỉ đơn vị đang chọn", "Selected only")), m_view.only_selected);
    if (tools.button(desk.say(text("Bỏ lọc", "Clear filters")))) m_view.filters.clear();
    const bool columns = tools.button(desk.say(text("Cột…", "Columns…")));
    if (tools.button(desk.say(text("Sao chép", "Copy"))))
      ImGui::SetClipboardText(app::table_text(table, m_view, m_rows.units, desk.view.lang).c_str());
    if (tools.button(desk.say(text("Xuất bảng…", "Export…")))) ask_export(desk);
    tools.end();
    if (columns) ImGui::OpenPopup("columns");
    draw_column_choice(desk, table);
    for (const auto& [column, error] : m_rows.bad_filters) {
      ImGui::SameLine();
      ImGui::PushStyleColor(ImGuiCol_Text, unmet_ink());
      fitted(desk.say(error.message()), ImGui::GetContentRegionAvail().x);
      ImGui::PopStyleColor();
      break;
    }
  }

  void draw_column_choice(Desk& desk, const app::UnitTable& table) {
    if (!ImGui::BeginPopup("columns")) return;
    for (const app::UnitColumn& column : table.columns) {
      bool shown = !m_view.hidden.contains(column.id);
      if (!ImGui::Checkbox(desk.say(column.title).c_str(), &shown)) continue;
      if (shown)
        m_view.hidden.erase(column.id);
      else if (m_view.hidden.size() + 1 < table.columns.size())
        hide_column(column.id);
    }
    ImGui::EndPopup();
  }

  /// A filter out of sight would take rows away and nobody would see why.
  void hide_column(const std::string& column) {
    m_view.hidden.insert(column);
    m_view.filters.erase(column);
  }

  void draw_why_empty(Desk& desk, const app::UnitTable& table) {
    const auto empty = app::why_empty(table, m_view, m_rows, desk.view.selection);
    if (!empty) return;
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(desk.say(empty->why).c_str());
    ImGui::SameLine();
    if (empty->way_out == app::TableWayOut::show_unselected) {
      if (ImGui::Button(desk.say(text("Hiện mọi đơn vị", "Show all units")).c_str()))
        m_view.only_selected = false;
    } else if (ImGui::Button((desk.say(text("Bỏ lọc", "Clear filters")) + "##empty").c_str())) {
      m_view.filters.clear();
    }
  }

  void ask_export(Desk& desk) const {
    desk.files.save(
        {.title = text("Xuất bảng", "Export the table"),
         .kinds = app::kinds_to_save(text("Bảng số liệu", "Tables"), {".xlsx", ".csv"}),
         .suggested = "bang_so_lieu.xlsx",
         .chosen = [of = m_of, view = m_view, rows = m_rows.units](Desk& then, const std::string& path) {
           then.command(app::ExportTable{of, view, rows, path, then.view.lang});
         }});
  }

  void draw_table(Desk& desk, const app::UnitTable& table) {
    std::vector<const app::UnitColumn*> shown;
    for (const app::UnitColumn& column : table.columns) {
      if (!m_view.hidden.contains(column.id)) shown.push_back(&column);
    }
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY |
                                      ImGuiTableFlags_RowBg | ImGuiTableFlags_BordersInnerH |
                                      ImGuiTableFlags_BordersInnerV | ImGuiTableFlags_Resizable;
    // A table with other columns is another table to Dear ImGui.
    ImGui::PushID(static_cast<int>(shown.size()));
    // Where the panel is low the rows come first: headings have fewer lines, totals stand below the last row.
    const float lines = ImGui::GetContentRegionAvail().y / ImGui::GetTextLineHeight();
    const bool low = lines < k_low_table;
    if (ImGui::BeginTable("units", static_cast<int>(shown.size()), flags)) {
      ImGui::TableSetupScrollFreeze(1, low ? 2 : 3);
      for (const app::UnitColumn* column : shown) {
        const float width = static_cast<float>((column->id == "name" ? 170 : 140) * desk.view.scale);
        ImGui::TableSetupColumn(column->id.c_str(), ImGuiTableColumnFlags_WidthFixed, width);
      }
      draw_headings(desk, shown, lines < k_lowest_table ? 1 : (lines < k_high_table ? 2 : 3));
      draw_filters(shown);
      if (!low) draw_totals(desk, shown);
      draw_body(desk, table, shown);
      if (low) draw_totals(desk, shown);
      ImGui::EndTable();
    }
    ImGui::PopID();
  }

  /// A heading too long for its lines loses letters before its unit; the tip has all of it.
  void draw_headings(Desk& desk, const std::vector<const app::UnitColumn*>& shown, int most_lines) {
    ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
    push_font(Font::bold);
    const float line = ImGui::GetTextLineHeight();
    float height = line;
    for (std::size_t i = 0; i < shown.size(); ++i) {
      if (!ImGui::TableSetColumnIndex(static_cast<int>(i))) continue;  // it is scrolled out of sight
      const float width = ImGui::GetContentRegionAvail().x;
      const std::string words = heading_words(desk, *shown[i]);
      height = std::max(height, ImGui::CalcTextSize(words.c_str(), nullptr, false, width).y);
    }
    height = std::min(height, line * static_cast<float>(most_lines));
    for (std::size_t i = 0; i < shown.size(); ++i) {
      if (ImGui::TableSetColumnIndex(static_cast<int>(i))) draw_heading(desk, *shown[i], height);
    }
    pop_font();
  }

  std::string sort_mark(const app::UnitColumn& column) const {
    if (m_view.sort_by != column.id) return {};
    return m_view.descending ? "↓ " : "↑ ";
  }
  static std::string unit_words(const Desk& desk, const app::UnitColumn& column) {
    return column.unit.empty() ? std::string() : "(" + desk.say(column.unit) + ")";
  }
  std::string heading_words(const Desk& desk, const app::UnitColumn& column) const {
    const std::string unit = unit_words(desk, column);
    return sort_mark(column) + desk.say(column.title) + (unit.empty() ? "" : " " + unit);
  }

  void draw_heading(Desk& desk, const app::UnitColumn& column, float height) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const bool sorted = m_view.sort_by == column.id;
    if (ImGui::Selectable(("##" + column.id).c_str(), sorted, ImGuiSelectableFlags_None, {0, height})) {
      m_view.descending = sorted && !m_view.descending;
      m_view.sort_by = column.id;
    }
    if (ImGui::IsItemHovered()) {
      push_font(Font::text);
      ImGui::SetTooltip("%s", heading_words(desk, column).c_str());
      pop_font();
    }
    const std::string shown = cut_before(
        sort_mark(column) + desk.say(column.title), unit_words(desk, column), [&](const std::string& words) {
          return ImGui::CalcTextSize(words.c_str(), nullptr, false, width).y <= height + 1;
        });
    const ImVec4 within{at.x, at.y, at.x + width, at.y + height};
    ImGui::GetWindowDrawList()->AddText(ImGui::GetFont(), ImGui::GetFontSize(), at,
                                        ImGui::GetColorU32(ImGuiCol_Text), shown.c_str(), nullptr, width,
                                        &within);
  }

  void draw_filters(const std::vector<const app::UnitColumn*>& shown) {
    ImGui::TableNextRow();
    for (const app::UnitColumn* column : shown) {
      ImGui::TableNextColumn();
      ImGui::PushID(column->id.c_str());
      std::string typed = m_view.filters.contains(column->id) ? m_view.filters.at(column->id) : std::string();
      ImGui::SetNextItemWidth(-1);
      const bool bad = m_rows.bad_filters.contains(column->id);
      if (bad) ImGui::PushStyleColor(ImGuiCol_Text, unmet_ink());
      if (ImGui::InputTextWithHint("##filter", column->is_number() ? ">3 & <8" : "ky anh", &typed)) {
        if (typed.empty())
          m_view.filters.erase(column->id);
        else
          m_view.filters[column->id] = typed;
        ImGui::SetScrollY(0);
      }
      if (bad) ImGui::PopStyleColor();
      // Enter leaves the field; what is typed next would be taken for commands.
      if (ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false))
        ImGui::SetKeyboardFocusHere(-1);
      ImGui::PopID();
    }
  }

  void draw_totals(Desk& desk, const std::vector<const app::UnitColumn*>& shown) const {
    ImGui::TableNextRow();
    ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, ImGui::GetColorU32(ImGuiCol_FrameBg));
    for (const app::UnitColumn* column : shown) {
      ImGui::TableNextColumn();
      if (!column->is_number()) {
        if (column == shown.front()) bold(desk.say(text("Tổng / trung bình", "Sum / mean")));
        continue;
      }
      const app::ColumnTotal total = app::column_total(*column, m_rows.units);
      const Text sum = base::number(total.sum, column->decimals);
      const Text mean = base::number(total.mean, std::max(1, column->decimals));
      right_aligned(desk.say(total.count == 0 ? Text("–")
                                              : (column->adds_up ? sum : text("TB {}", "mean {}", {mean}))));
      if (ImGui::IsItemHovered()) {
        ImGui::SetTooltip(
            "%s",
            desk.say(text("{} đơn vị có số liệu, {} chưa rõ\ntổng {}\ntrung bình không quyền số "
                          "{}\nnhỏ nhất {} · lớn nhất {}",
                          "{} units with a figure, {} unknown\nsum {}\nunweighted mean "
                          "{}\nleast {} · most {}",
                          {total.count, total.missing, sum, mean, base::number(total.min, column->decimals),
                           base::number(total.max, column->decimals)}))
                .c_str());
      }
    }
  }

  void draw_body(Desk& desk, const app::UnitTable& table, const std::vector<const app::UnitColumn*>& shown) {
    const float height = ImGui::GetTextLineHeight() + 2 * ImGui::GetStyle().CellPadding.y;
    m_follower.follow(desk.view.selection, height, [&](std::uint32_t unit) -> std::optional<int> {
      const auto found = std::find(m_rows.units.begin(), m_rows.units.end(), unit);
      if (found == m_rows.units.end()) return std::nullopt;
      return static_cast<int>(found - m_rows.units.begin());
    });
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(m_rows.units.size()));
    while (clipper.Step()) {
      m_follower.drawn(clipper.DisplayStart, clipper.DisplayEnd);
      for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row)
        draw_row(desk, table, shown, m_rows.units[static_cast<std::size_t>(row)], row);
    }
  }

  void draw_row(Desk& desk, const app::UnitTable& table, const std::vector<const app::UnitColumn*>& shown,
                std::uint32_t unit, int row) {
    ImGui::TableNextRow();
    ImGui::PushID(static_cast<int>(unit));
    for (const app::UnitColumn* column : shown) {
      ImGui::TableNextColumn();
      const std::string& words = desk.say(column->cell(unit));
      if (column == shown.front()) {
        const bool selected = desk.view.selection.contains(unit);
        if (ImGui::Selectable((words + "##row").c_str(), selected,
                              ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowDoubleClick))
          click_row(desk, unit, row);
        if (ImGui::IsItemHovered()) desk.view.hovered = unit;
        row_menu(desk, table, unit);
      } else if (column->is_number()) {
        right_aligned(words);
      } else {
        ImGui::TextUnformatted(words.c_str());
      }
      if (!column->edited.empty() && column->edited[unit] != 0) mark_edited(desk, table, *column, unit);
    }
    ImGui::PopID();
  }

  /// A corner in the cell, as spreadsheets mark a note; who changed it, when and from what as a tip.
  static void mark_edited(Desk& desk, const app::UnitTable& table, const app::UnitColumn& column,
                          std::uint32_t unit) {
    const ImVec2 padding = ImGui::GetStyle().CellPadding;
    const ImVec2 end = ImGui::GetItemRectMax();
    const float top = ImGui::GetItemRectMin().y - padding.y;
    const float size = ImGui::GetTextLineHeight() * 0.45F;
    const float edge = end.x + padding.x;
    ImGui::GetWindowDrawList()->AddTriangleFilled({edge - size, top}, {edge, top}, {edge, top + size},
                                                  accent_ink());
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const bool over = ImGui::IsWindowHovered() &&
                      ImGui::TableGetColumnFlags() & ImGuiTableColumnFlags_IsHovered && mouse.y >= top &&
                      mouse.y < end.y + padding.y;
    if (!over) return;
    const auto project = desk.session.project();
    const model::Indicator* indicator = project->find_indicator(column.id);
    if (indicator == nullptr) return;
    const model::ValueEdit* edit = app::find_edit(project->value_edits, indicator->table, indicator->field,
                                                  table.period, table.units->codes[unit]);
    if (edit != nullptr) ImGui::SetTooltip("%s", desk.say(edit_words(*edit)).c_str());
  }

  void click_row(Desk& desk, std::uint32_t unit, int row) {
    const ImGuiIO& io = ImGui::GetIO();
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) desk.view.zoom_to = ZoomTo::selection;
    if (io.KeyShift && m_anchor >= 0) {
      const auto [first, last] = std::minmax(m_anchor, row);
      const auto end = std::min<std::size_t>(static_cast<std::size_t>(last) + 1, m_rows.units.size());
      desk.view.selection.set(
          std::span(m_rows.units)
              .subspan(static_cast<std::size_t>(first), end - static_cast<std::size_t>(first)));
      return;
    }
    m_anchor = row;
    if (io.KeyCtrl)
      desk.view.selection.toggle(unit);
    else
      desk.view.selection.only(unit);
  }

  /// Right click on a row: its values that come from a table can be edited.
  void row_menu(Desk& desk, const app::UnitTable& table, std::uint32_t unit) {
    if (!ImGui::BeginPopupContextItem("row_menu")) return;
    ImGui::TextDisabled("%s", table.units->full_name(unit).c_str());  // the menu lies over the row
    ImGui::Separator();
    if (ImGui::MenuItem(desk.say(text("Phóng tới đơn vị", "Zoom to the unit")).c_str())) {
      desk.view.selection.only(unit);
      desk.view.zoom_to = ZoomTo::selection;
    }
    ImGui::Separator();
    const auto project = desk.session.project();
    for (const model::Indicator& indicator : project->indicators) {
      const app::UnitColumn* column = table.find(indicator.id);
      if (indicator.table.empty() || column == nullptr || !column->is_number()) continue;
      const Text words = text("Sửa {}…", "Edit {}…", {column->title});
      if (ImGui::MenuItem(desk.say(words).c_str())) {
        m_editor.open({.table = indicator.table,
                       .field = indicator.field,
                       .period = table.period,
                       .code = table.units->codes[unit],
                       .unit = unit_and_district(*table.units, unit),
                       .what = column->title,
                       .measure = indicator.unit},
                      app::stored_text(column->numbers[unit]));
      }
    }
    ImGui::EndPopup();
  }

  app::TableView m_view;
  std::size_t m_opened = 0;                      // number of the project that m_view is meant for
  std::shared_ptr<const app::DeskContent> m_of;  // these say what m_rows holds for
  app::TableView m_made_for;
  base::Lang m_lang = base::Lang::vi;
  std::uint64_t m_revision = 0;
  app::TableRows m_rows;
  int m_anchor = -1;  // row from which Shift and click selects
  RowFollower m_follower;
  ValueEditor m_editor;
};

}  // namespace

std::unique_ptr<Panel> make_table_panel() {
  return std::make_unique<TablePanel>();
}

}  // namespace ntmap::ui
