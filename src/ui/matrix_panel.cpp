#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "app/programme/verdict_matrix.hpp"
#include "ui/fonts.hpp"
#include "ui/map_canvas.hpp"
#include "ui/panel.hpp"
#include "ui/row_follower.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;
using criteria::Verdict;

/// Communes by criteria: who lacks what. A click on a row selects the commune, one on the number of a
/// criterion the communes that do not meet it; right button and double click sort and zoom.
class MatrixPanel : public Panel {
 public:
  const char* id() const override { return "matrix"; }
  Text title() const override { return text("Ma trận tiêu chí", "Criteria matrix"); }
  Text short_title() const override { return text("Ma trận", "Matrix"); }
  Place place() const override { return Place::bottom; }
  bool useful(const Desk& desk) const override { return has_criteria(desk); }
  Text why_not(const Desk& /*desk*/) const override { return no_criteria_words(); }

  void draw(Desk& desk) override {
    const auto& content = desk.session.desk();
    if (!content) return still_computing(desk);
    if (!content->assessment || content->main_set.empty()) {
      muted(desk.say(
          text("Kỳ này không có bộ tiêu chí nào áp dụng.", "No criteria set applies in this period.")));
      return;
    }
    update(content, desk.view);
    draw_head(desk, *content);
    draw_rows(desk, *content);
  }

 private:
  void update(const std::shared_ptr<const app::DeskContent>& shown, const ViewState& view) {
    const app::DeskContent& content = *shown;
    const bool chosen =
        std::find(content.sets.begin(), content.sets.end(), view.criteria_set) != content.sets.end();
    const std::string& set = chosen ? view.criteria_set : content.main_set;
    if (m_of == shown && m_matrix.set == set && !m_resort) return;
    if (m_of != shown || m_matrix.set != set) m_matrix = app::verdict_matrix(*content.assessment, set);
    if (m_sort_by >= static_cast<int>(m_matrix.columns.size())) m_sort_by = app::k_by_count;
    app::sort_matrix(m_matrix, content.units(), m_sort_by, m_reversed);
    m_of = shown;
    m_resort = false;
  }

  void sort_by(int column) {
    m_reversed = m_sort_by == column && !m_reversed;
    m_sort_by = column;
    m_resort = true;
  }

  void draw_head(Desk& desk, const app::DeskContent& content) const {
    ImGui::SetNextItemWidth(static_cast<float>(420 * desk.view.scale));
    if (begin_fitted_combo("##set", desk.say(m_matrix.title))) {
      for (const std::string& id : content.sets) {
        const Text& name = content.assessment->evaluation().find(id)->set().name;
        if (ImGui::Selectable(desk.say(name).c_str(), id == m_matrix.set)) desk.view.criteria_set = id;
      }
      ImGui::EndCombo();
    }
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    const Text hint =
        text("{} đơn vị · {} đang chọn · nhấp số tiêu chí: chọn các xã chưa đạt; nhấp phải: xếp theo cột",
             "{} units · {} selected · click a number: select those not met; right click: sort by it",
             {m_matrix.rows.size(), desk.view.selection.size()});
    ImGui::PushStyleColor(ImGuiCol_Text, muted_ink());
    fitted(desk.say(hint), ImGui::GetContentRegionAvail().x);
    ImGui::PopStyleColor();
  }

  void draw_rows(Desk& desk, const app::DeskContent& content) {
    const int columns = static_cast<int>(m_matrix.columns.size());
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY |
                                      ImGuiTableFlags_RowBg | ImGuiTableFlags_BordersInnerH |
                                      ImGuiTableFlags_NoPadInnerX;
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {2, std::round(2 * static_cast<float>(desk.view.scale))});
    if (ImGui::BeginTable("matrix", columns + 2, flags)) {
      set_up(desk, columns);
      draw_header(desk);
      const float line = ImGui::GetTextLineHeight() + 2 * ImGui::GetStyle().CellPadding.y;
      m_follower.follow(desk.view.selection, line, [&](std::uint32_t unit) -> std::optional<int> {
        const auto& rows = m_matrix.rows;
        const auto found =
            std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.unit == unit; });
        if (found == rows.end()) return std::nullopt;
        return static_cast<int>(found - rows.begin());
      });
      ImGuiListClipper clipper;
      clipper.Begin(static_cast<int>(m_matrix.rows.size()));
      while (clipper.Step()) {
        m_follower.drawn(clipper.DisplayStart, clipper.DisplayEnd);
        for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row)
          draw_row(desk, content.units(), m_matrix.rows[static_cast<std::size_t>(row)]);
      }
      ImGui::EndTable();
    }
    ImGui::PopStyleVar();
  }

  static Text unmet_heading() { return text("Chưa đạt", "Not met"); }

  void set_up(const Desk& desk, int columns) const {
    const auto scale = static_cast<float>(desk.view.scale);
    ImGui::TableSetupScrollFreeze(1, 1);
    ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthFixed, 170 * scale);
    push_font(Font::bold);
    const float heading = ImGui::CalcTextSize(desk.say(unmet_heading()).c_str()).x;
    pop_font();
    const float unmet = std::max(72 * scale, std::ceil(heading + 8 * scale));
    ImGui::TableSetupColumn("unmet", ImGuiTableColumnFlags_WidthFixed, unmet);
    // The criteria share what is left, but stay wide enough for a number.
    const float room = ImGui::GetContentRegionAvail().x - unmet - 190 * scale;
    const float width = std::max(26 * scale, std::floor(room / static_cast<float>(std::max(1, columns))));
    for (const app::MatrixColumn& column : m_matrix.columns)
      ImGui::TableSetupColumn(column.number.c_str(), ImGuiTableColumnFlags_WidthFixed, width);
  }

  void head_cell(Desk& desk, const std::string& words, int by, const Text& tip) {
    push_font(Font::bold);
    const std::string label = words + "##" + std::to_string(by);
    ImGui::PushStyleVar(ImGuiStyleVar_SelectableTextAlign, {by < 0 ? 0.0F : 0.5F, 0});  // over the signs
    const bool clicked = ImGui::Selectable(label.c_str(), m_sort_by == by);
    ImGui::PopStyleVar();
    pop_font();
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", desk.say(tip).c_str());
    const bool right = ImGui::IsItemClicked(ImGuiMouseButton_Right);
    if (right || (clicked && by < 0)) sort_by(by);
    if (clicked && by >= 0) {
      const auto column = static_cast<std::size_t>(by);
      desk.view.selection.set(app::units_with(m_matrix, column, Verdict::not_met));
    }
  }

  void draw_header(Desk& desk) {
    ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
    ImGui::TableNextColumn();
    head_cell(desk, desk.say(text("Xã, phường", "Commune")), app::k_by_name,
              text("Xếp theo tên", "Sort by name"));
    ImGui::TableNextColumn();
    head_cell(desk, desk.say(unmet_heading()), app::k_by_count,
              text("Xếp theo số tiêu chí chưa đạt", "Sort by criteria not met"));
    for (std::size_t i = 0; i < m_matrix.columns.size(); ++i) {
      const app::MatrixColumn& column = m_matrix.columns[i];
      ImGui::TableNextColumn();
      const Text tip = text("Tiêu chí {}: {}\nđạt {} · chưa đạt {} · chưa rõ {}",
                            "Criterion {}: {}\nmet {} · not met {} · unknown {}",
                            {column.number, column.name, column.met, column.not_met, column.unknown});
      head_cell(desk, column.number, static_cast<int>(i), tip);
    }
  }

  static void draw_row(Desk& desk, const app::Units& units, const app::MatrixRow& row) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::PushID(static_cast<int>(row.unit));
    const std::string name = units.full_name(row.unit);
    const bool selected = desk.view.selection.contains(row.unit);
    if (ImGui::Selectable(name.c_str(), selected,
                          ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowDoubleClick)) {
      if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) desk.view.zoom_to = ZoomTo::selection;
      if (ImGui::GetIO().KeyCtrl)
        desk.view.selection.toggle(row.unit);
      else
        desk.view.selection.only(row.unit);
    }
    if (ImGui::IsItemHovered()) desk.view.hovered = row.unit;
    ImGui::TableNextColumn();
    const bool outside = row.count.total > 0 && row.count.not_applicable == row.count.total;
    right_aligned((outside ? "–" : std::to_string(row.count.not_met)) + "   ");
    for (const criteria::Mark mark : row.marks) {
      ImGui::TableNextColumn();
      draw_cell(mark, selected);
    }
    ImGui::PopID();
  }

  static void draw_cell(criteria::Mark mark, bool selected) {
    const char* sign = app::sign_of(mark);
    ImU32 ink = muted_ink();
    if (mark.verdict() == Verdict::not_met) {
      colour_cell(unmet_ground(), selected);
      ink = unmet_ink();
    } else if (mark.verdict() == Verdict::unknown) {
      colour_cell(unknown_ground(), selected);
    }
    const float free = ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize(sign).x;
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.0F, std::floor(free / 2)));
    ImGui::PushStyleColor(ImGuiCol_Text, ink);
    ImGui::TextUnformatted(sign);
    ImGui::PopStyleColor();
  }

  /// The ground of a selected row would cover the cell's: there it is drawn over it.
  static void colour_cell(ImU32 colour, bool selected) {
    // Dear ImGui turns the ground of a row that is wholly under the header inside out, into the header.
    const ImGuiTable* table = ImGui::GetCurrentTable();
    const float foot =
        ImGui::GetCursorScreenPos().y + ImGui::GetTextLineHeight() + ImGui::GetStyle().CellPadding.y;
    if (foot <= table->BgClipRect.Min.y) return;
    if (!selected) return ImGui::TableSetBgColor(ImGuiTableBgTarget_CellBg, colour);
    const float above = ImGui::GetStyle().CellPadding.y;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 end{at.x + ImGui::GetContentRegionAvail().x, at.y + ImGui::GetTextLineHeight() + above};
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y - above}, end, colour);
  }

  std::shared_ptr<const app::DeskContent> m_of;  // whose verdicts m_matrix holds
  app::VerdictMatrix m_matrix;
  int m_sort_by = app::k_by_count;
  bool m_reversed = false;
  bool m_resort = false;
  RowFollower m_follower;
};

}  // namespace

std::unique_ptr<Panel> make_matrix_panel() {
  return std::make_unique<MatrixPanel>();
}

}  // namespace ntmap::ui
