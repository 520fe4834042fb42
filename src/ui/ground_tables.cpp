#include "ui/ground_tables.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "app/desk/empty_table.hpp"
#include "ui/file_dialog.hpp"
#include "ui/fonts.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {
namespace {

using app::AreaOrder;
using base::Text;
using base::text;

constexpr ImGuiTableFlags k_table = ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY |
                                    ImGuiTableFlags_RowBg | ImGuiTableFlags_BordersInnerH |
                                    ImGuiTableFlags_BordersInnerV | ImGuiTableFlags_Resizable;

bool sort_heading(const std::string& words, bool sorted, bool descending) {
  const std::string mark = !sorted ? "" : (descending ? "↓ " : "↑ ");
  push_font(Font::bold);
  const bool clicked = ImGui::Selectable((mark + words + "##heading").c_str(), sorted);
  pop_font();
  if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", words.c_str());
  return clicked;
}

/// Room for a heading in full, with its mark of sorting; no less than what the figures below need.
float heading_width(const std::string& words, double least, const Desk& desk) {
  push_font(Font::bold);
  const float needed = ImGui::CalcTextSize(("↓ " + words).c_str()).x;
  pop_font();
  return std::max(static_cast<float>(least * desk.view.scale), needed);
}

/// A percentage as a bar behind its number, so that two columns can be compared at a glance.
void draw_share_bar(double percent) {
  if (std::isnan(percent)) return;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width =
      ImGui::GetContentRegionAvail().x * static_cast<float>(std::clamp(percent, 0.0, 100.0) / 100);
  ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + ImGui::GetTextLineHeight()},
                                            selected_ground(), 2);
}

void mark_cell() {
  ImGui::TableSetBgColor(ImGuiTableBgTarget_CellBg, unmet_ground());
}

void select_units(Desk& desk, const std::vector<std::uint32_t>& units) {
  desk.view.selection.set(units);
  if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) desk.view.zoom_to = ZoomTo::selection;
}

std::string heading_of(const Desk& desk, const app::UnitColumn& column) {
  std::string words = desk.say(column.title);
  if (!column.unit.empty()) words += " (" + desk.say(column.unit) + ")";
  return words;
}

Text title_of(AreaOrder column) {
  switch (column) {
    case AreaOrder::label:
      return text("Vùng", "Area");
    case AreaOrder::status:
      return text("Trạng thái", "Status");
    case AreaOrder::date:
      return text("Năm sử dụng", "In service");
    case AreaOrder::declared:
      return text("Kê khai (ha)", "Declared (ha)");
    case AreaOrder::drawn:
      return text("Đo theo hình vẽ (ha)", "Drawn (ha)");
    case AreaOrder::difference:
      return text("Vẽ so với khai (%)", "Drawn against declared (%)");
    case AreaOrder::served:
      return text("Khai phục vụ (hộ)", "Declared served (households)");
    case AreaOrder::inside:
      return text("Trong vùng (theo dân cư)", "Inside (by weights)");
    case AreaOrder::outside:
      return text("Ngoài mọi đơn vị (ha)", "Outside every unit (ha)");
    case AreaOrder::file:
      break;
  }
  return {};
}

double number_of(const app::AreaRow& row, AreaOrder column) {
  switch (column) {
    case AreaOrder::declared:
      return row.declared;
    case AreaOrder::drawn:
      return row.drawn;
    case AreaOrder::difference:
      return row.difference;
    case AreaOrder::served:
      return row.served;
    case AreaOrder::inside:
      return row.inside;
    case AreaOrder::outside:
      return row.outside;
    default:
      return model::k_no_data;
  }
}

/// The columns in which some area has something to say.
std::vector<AreaOrder> columns_of(const app::AreaContent& content) {
  std::vector<AreaOrder> columns{AreaOrder::label, AreaOrder::status, AreaOrder::date};
  for (const AreaOrder column : {AreaOrder::declared, AreaOrder::drawn, AreaOrder::difference,
                                 AreaOrder::served, AreaOrder::inside, AreaOrder::outside}) {
    const bool any = std::any_of(content.rows.begin(), content.rows.end(), [&](const app::AreaRow& row) {
      return !std::isnan(number_of(row, column));
    });
    if (any) columns.push_back(column);
  }
  return columns;
}

void tell_about(const Desk& desk, const app::AreaRow& row) {
  std::string words = desk.say(row.label);
  if (!row.run_by.empty()) words += "\n" + row.run_by;
  if (!std::isnan(row.capacity))
    words += "\n" + desk.say(text("công suất {} m³/ngày đêm", "capacity {} m³ a day",
                                  {base::short_number(row.capacity)}));
  if (row.left_out)
    words +=
        "\n" + desk.say(text("bỏ ra, không tính vào đâu: vẽ trùng, không có hình hoặc chưa rõ trạng thái",
                             "left out of all figures: drawn twice, without a shape or of unknown status"));
  words += "\n" + desk.say(text("Nhấp để chọn {} có vùng này", "Click to select {} that it touches",
                                {counted_units(row.units.size())}));
  ImGui::SetTooltip("%s", words.c_str());
}

}  // namespace

void ask_area_export(Desk& desk) {
  desk.files.save({.title = text("Xuất diện tích theo vùng (.xlsx .csv .gpkg .geojson)",
                                 "Export what areas cover (.xlsx .csv .gpkg .geojson)"),
                   .kinds = app::kinds_to_save(text("Bảng và lớp vùng", "Tables and layers"),
                                               {".xlsx", ".csv", ".gpkg", ".geojson"}),
                   .suggested = desk.session.areas()->question.areas + ".xlsx",
                   .chosen = [](Desk& then, const std::string& path) {
                     then.command(app::ExportAreas{path, then.view.lang});
                   }});
}

// Units ------------------------------------------------------------------------------------------------

void GroundUnits::update(const Desk& desk, const std::shared_ptr<const app::AreaContent>& content) {
  const std::uint64_t revision = desk.view.selection.revision();
  const bool same = m_of == content && m_made_for == m_view && m_made_for_check == m_only_check &&
                    (!m_view.only_selected || m_revision == revision);
  if (same) return;
  m_rows = app::table_rows(content->units, m_view, desk.view.selection, desk.view.lang).units;
  if (m_only_check) std::erase_if(m_rows, [&](std::uint32_t unit) { return !content->to_check(unit); });
  m_of = content;
  m_made_for = m_view;
  m_made_for_check = m_only_check;
  m_revision = revision;
}

void GroundUnits::draw(Desk& desk, const std::shared_ptr<const app::AreaContent>& content) {
  update(desk, content);
  draw_tools(desk);
  if (const auto empty = app::why_empty(m_of->units, m_view, {m_rows, {}}, desk.view.selection))
    muted(desk.say(empty->why));
  const auto& columns = m_of->units.columns;
  ImGui::PushID(static_cast<int>(columns.size()));  // a table with other columns is another table
  if (ImGui::BeginTable("ground_units", static_cast<int>(columns.size()), k_table)) {
    ImGui::TableSetupScrollFreeze(1, 2);
    for (const app::UnitColumn& column : columns) {
      const float width = heading_width(heading_of(desk, column), column.is_number() ? 90 : 140, desk);
      ImGui::TableSetupColumn(column.id.c_str(), ImGuiTableColumnFlags_WidthFixed, width);
    }
    draw_headings(desk);
    draw_totals(desk);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(m_rows.size()));
    while (clipper.Step())
      for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row)
        draw_row(desk, m_rows[static_cast<std::size_t>(row)]);
    ImGui::EndTable();
  }
  ImGui::PopID();
}

void GroundUnits::draw_tools(Desk& desk) {
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(
      desk.say(text("{}/{} đơn vị", "{} of {} units", {m_rows.size(), m_of->units.units->size()})).c_str());
  ImGui::SameLine();
  if (ImGui::Button(desk.say(text("Chọn các dòng", "Select the rows")).c_str()))
    desk.view.selection.set(m_rows);
  ImGui::SameLine();
  if (ImGui::Button(desk.say(text("Sao chép", "Copy")).c_str()))
    ImGui::SetClipboardText(app::table_text(m_of->units, m_view, m_rows, desk.view.lang).c_str());
  ImGui::SameLine();
  if (ImGui::Button(desk.say(text("Xuất…", "Export…")).c_str())) ask_area_export(desk);
  checkbox_that_fits(desk.say(text("Chỉ đang chọn", "Selected")), m_view.only_selected);
  checkbox_that_fits(
      desk.say(text("Chỉ chênh quá {} %", "Over {} % apart", {base::short_number(m_of->limit)})),
      m_only_check);
}

void GroundUnits::draw_headings(Desk& desk) {
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  for (const app::UnitColumn& column : m_of->units.columns) {
    ImGui::TableNextColumn();
    ImGui::PushID(column.id.c_str());
    const std::string words = heading_of(desk, column);
    const bool sorted = m_view.sort_by == column.id;
    if (sort_heading(words, sorted, m_view.descending)) {
      // Figures are looked at from the largest down.
      m_view.descending = sorted ? !m_view.descending : column.is_number();
      m_view.sort_by = column.id;
    }
    ImGui::PopID();
  }
}

void GroundUnits::draw_totals(Desk& desk) const {
  ImGui::TableNextRow();
  ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, ImGui::GetColorU32(ImGuiCol_FrameBg));
  const app::UnitColumn* ground = m_of->units.find("unit_ha");
  for (const app::UnitColumn& column : m_of->units.columns) {
    ImGui::TableNextColumn();
    if (column.id == "name") {
      bold(desk.say(text("Cộng các dòng", "Sum of the rows")));
    } else if (column.adds_up) {
      right_aligned(desk.say(base::number(app::column_total(column, m_rows).sum, column.decimals)));
    } else if (column.id == "covered_pct") {
      const double covered = app::column_total(*m_of->units.find("covered_ha"), m_rows).sum;
      right_aligned(desk.say(base::number(100 * covered / app::column_total(*ground, m_rows).sum, 1)));
    } else if (column.id == "weight_pct") {
      right_aligned(desk.say(base::number(app::weight_share(*m_of, m_rows), 1)));
    }
  }
}

void GroundUnits::draw_row(Desk& desk, std::uint32_t unit) {
  ImGui::TableNextRow();
  ImGui::PushID(static_cast<int>(unit));
  for (const app::UnitColumn& column : m_of->units.columns) {
    ImGui::TableNextColumn();
    if (column.id != "name") {
      draw_cell(desk, column, unit);
      continue;
    }
    const bool selected = desk.view.selection.contains(unit);
    constexpr ImGuiSelectableFlags flags =
        ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowDoubleClick;
    if (ImGui::Selectable((desk.say(column.cell(unit)) + "##row").c_str(), selected, flags)) {
      if (ImGui::GetIO().KeyCtrl)
        desk.view.selection.toggle(unit);
      else
        select_units(desk, {unit});
    }
    if (ImGui::IsItemHovered()) desk.view.hovered = unit;
  }
  ImGui::PopID();
}

void GroundUnits::draw_cell(Desk& desk, const app::UnitColumn& column, std::uint32_t unit) const {
  const std::string words = desk.say(column.cell(unit));
  if (!column.is_number()) return ImGui::TextUnformatted(words.c_str());
  if (column.id == "covered_pct" || column.id == "weight_pct") draw_share_bar(column.numbers[unit]);
  if (column.id == "table" && m_of->table_differs[unit] != 0) mark_cell();
  if (column.id == "served" && m_of->too_many_served[unit] != 0) mark_cell();
  right_aligned(words);
}

// Areas ------------------------------------------------------------------------------------------------

void GroundAreas::draw(Desk& desk, const std::shared_ptr<const app::AreaContent>& content) {
  if (m_of != content) {
    m_of = content;
    m_columns = columns_of(*content);
    m_rows = app::sorted_areas(*m_of, m_order, m_descending, m_only_check);
  }
  draw_tools(desk);
  ImGui::PushID(static_cast<int>(m_columns.size()));
  if (ImGui::BeginTable("ground_areas", static_cast<int>(m_columns.size()), k_table)) {
    ImGui::TableSetupScrollFreeze(1, 1);
    for (const AreaOrder column : m_columns) {
      const double least = column == AreaOrder::status ? 150 : 90;  // "đang thực hiện (bỏ ra)"
      const float width = heading_width(desk.say(title_of(column)), least, desk);
      ImGui::TableSetupColumn(title_of(column).en.c_str(), ImGuiTableColumnFlags_WidthFixed, width);
    }
    draw_headings(desk);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(m_rows.size()));
    while (clipper.Step())
      for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row)
        draw_row(desk, m_of->rows[m_rows[static_cast<std::size_t>(row)]]);
    ImGui::EndTable();
  }
  ImGui::PopID();
}

void GroundAreas::draw_tools(Desk& desk) {
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(
      desk.say(text("{}/{} vùng", "{} of {} areas", {m_rows.size(), m_of->rows.size()})).c_str());
  const Text words = text("Chỉ vùng cần xem lại (khai và vẽ chênh quá {} %, nằm ngoài, bỏ ra)",
                          "Only areas to look at (declared and drawn over {} % apart, outside, left out)",
                          {base::short_number(m_of->limit)});
  if (checkbox_that_fits(desk.say(words), m_only_check))
    m_rows = app::sorted_areas(*m_of, m_order, m_descending, m_only_check);
}

void GroundAreas::draw_headings(Desk& desk) {
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  for (const AreaOrder column : m_columns) {
    ImGui::TableNextColumn();
    ImGui::PushID(static_cast<int>(column));
    const bool sorted = m_order == column;
    if (sort_heading(desk.say(title_of(column)), sorted, m_descending)) {
      m_descending = sorted ? !m_descending : column >= AreaOrder::declared;
      m_order = column;
      m_rows = app::sorted_areas(*m_of, m_order, m_descending, m_only_check);
    }
    ImGui::PopID();
  }
}

void GroundAreas::draw_row(Desk& desk, const app::AreaRow& row) const {
  ImGui::TableNextRow();
  ImGui::PushID(static_cast<int>(row.area));
  if (!row.counted) ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetStyleColorVec4(ImGuiCol_TextDisabled));
  for (const AreaOrder column : m_columns) {
    ImGui::TableNextColumn();
    draw_cell(desk, row, column);
  }
  if (!row.counted) ImGui::PopStyleColor();
  ImGui::PopID();
}

void GroundAreas::draw_cell(Desk& desk, const app::AreaRow& row, AreaOrder column) const {
  if (column == AreaOrder::label) {
    constexpr ImGuiSelectableFlags flags =
        ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowDoubleClick;
    if (ImGui::Selectable((desk.say(row.label) + "##row").c_str(), false, flags))
      select_units(desk, row.units);
    if (ImGui::IsItemHovered()) tell_about(desk, row);
    return;
  }
  if (column == AreaOrder::status) {
    if (row.left_out) mark_cell();
    const Text status = row.left_out ? text("{} (bỏ ra)", "{} (left out)", {row.status}) : row.status;
    return ImGui::TextUnformatted(desk.say(status).c_str());
  }
  if (column == AreaOrder::date) return ImGui::TextUnformatted(row.date.substr(0, 4).c_str());
  const double value = number_of(row, column);
  const bool flagged = (column == AreaOrder::difference && row.over_limit) ||
                       (column == AreaOrder::outside && row.outside > 0);
  if (flagged) mark_cell();
  const bool households = column == AreaOrder::served || column == AreaOrder::inside;
  if (column == AreaOrder::outside && !(value > 0)) return;
  right_aligned(desk.say(base::number(value, households ? 0 : 1)));
}

}  // namespace ntmap::ui
