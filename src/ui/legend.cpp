#include "ui/legend.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "app/map/sheet_content.hpp"
#include "colour/contrast.hpp"
#include "colour/difference.hpp"
#include "scene/legend.hpp"
#include "scene/symbols.hpp"
#include "ui/map_canvas.hpp"
#include "ui/map_symbols.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

std::vector<std::uint32_t> units_in_class(const model::ClassList& classes, std::uint8_t byte) {
  std::vector<std::uint32_t> units;
  for (std::uint32_t unit = 0; unit < classes.class_of.size(); ++unit) {
    if (classes.class_of[unit] == byte) units.push_back(unit);
  }
  return units;
}

void explain_click(const Desk& desk, const std::string& what = {}) {
  if (!ImGui::IsItemHovered()) return;
  const std::string click =
      desk.say(text("Nhấp để chọn các đơn vị của lớp này", "Click to select the units of this class"));
  ImGui::SetTooltip("%s", what.empty() ? click.c_str() : (what + "\n" + click).c_str());
}

/// One row of a table that is open: swatch, label, count. Where the classes are those of units, a click
/// selects them.
void draw_row(Desk& desk, const model::ClassList& classes, const scene::LegendRow& row, bool of_units) {
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  ImGui::PushID(row.byte);
  if (of_units) {
    if (ImGui::Selectable("##class", false, ImGuiSelectableFlags_SpanAllColumns))
      desk.view.selection.set(units_in_class(classes, row.byte));
    explain_click(desk);
    ImGui::SameLine(0, 0);
  }
  draw_swatch(row.fill, row.hatch, desk.view.scale, row.hatch_ink);
  ImGui::TableNextColumn();
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ImGui::GetStyle().ItemSpacing.x);
  ImGui::TextWrapped("%s", desk.say(row.label).c_str());
  ImGui::TableNextColumn();
  right_aligned(desk.say(Text(row.count)));
  ImGui::PopID();
}

template <class Rows>
void draw_table(const char* id, const Rows& draw_rows) {
  ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {0, ImGui::GetStyle().ItemSpacing.y / 2});
  if (ImGui::BeginTable(id, 3, ImGuiTableFlags_NoPadOuterX)) {
    ImGui::TableSetupColumn("swatch", ImGuiTableColumnFlags_WidthFixed);
    ImGui::TableSetupColumn("label", ImGuiTableColumnFlags_WidthStretch);
    ImGui::TableSetupColumn("count", ImGuiTableColumnFlags_WidthFixed);
    draw_rows();
    ImGui::EndTable();
  }
  ImGui::PopStyleVar();
}

/// Three circles in one another, as large as those on the map, with lines to their numbers.
void draw_circles(const Desk& desk, const app::MapContent& map) {
  heading(desk.say(app::titled_with_unit(map.figure_title, map.figure_unit)));
  const scene::SymbolScale scale = desk.canvas.symbol_scale();
  const std::vector<double> steps = scene::symbol_steps(scale);
  if (steps.empty()) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float line = ImGui::GetTextLineHeight();
  const auto widest = static_cast<float>(scale.radius_of(steps.front()));
  const float middle = at.x + widest;
  const float bottom = at.y + 2 * widest;
  const float right = at.x + 2 * widest + line;
  float free_y = at.y;
  for (const double value : steps) {
    const auto radius = static_cast<float>(scale.radius_of(value));
    draw_symbol({static_cast<double>(middle), static_cast<double>(bottom - radius)}, scale.radius_of(value),
                desk.view.scale);
    const float y = std::max(bottom - 2 * radius, free_y + line / 2);
    list.AddLine({middle, bottom - 2 * radius}, {right, y}, muted_ink());
    list.AddText({right + line * 0.4F, y - line / 2}, ImGui::GetColorU32(ImGuiCol_Text),
                 desk.say(base::short_number(value)).c_str());
    free_y = y + line / 2;
  }
  ImGui::Dummy({right - at.x, std::max(bottom, free_y) - at.y});
}

/// A square of colours, the first figure to the right, the second up; a click on one selects its units.
void draw_square(Desk& desk, const app::MapContent& map, const scene::BivariateKey& key) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImGui::TextWrapped("↑ %s", desk.say(key.row_title).c_str());
  float labels = 0;
  for (const Text& label : key.row_labels)
    labels = std::max(labels, ImGui::CalcTextSize(desk.say(label).c_str()).x);
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const float room = ImGui::GetContentRegionAvail().x - labels - gap;
  const float width = std::floor(std::clamp(room / static_cast<float>(key.columns), 20.0F, 200.0F));
  const float height = std::round(std::min(width * 0.7F, ImGui::GetTextLineHeight() * 2.2F));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  for (int row = 0; row < key.rows; ++row) {
    const float y = at.y + static_cast<float>(key.rows - 1 - row) * height;
    const std::string label = desk.say(key.row_labels[static_cast<std::size_t>(row)]);
    const ImVec2 size = ImGui::CalcTextSize(label.c_str());
    list.AddText({at.x + labels - size.x, y + (height - size.y) / 2}, muted_ink(), label.c_str());
    for (int column = 0; column < key.columns; ++column) {
      const auto byte = static_cast<std::uint8_t>(row * key.columns + column);
      const model::MapClass& look = map.classes.classes[byte];
      const ImVec2 from{at.x + labels + gap + static_cast<float>(column) * width, y};
      ImGui::SetCursorScreenPos(from);
      ImGui::PushID(byte);
      if (ImGui::InvisibleButton("class", {width, height}))
        desk.view.selection.set(units_in_class(map.classes, byte));
      mark_focus();
      explain_click(desk, desk.say(look.label));
      ImGui::PopID();
      list.AddRectFilled(from, {from.x + width - 1, from.y + height - 1}, packed(look.fill));
      const std::string count = desk.say(Text(look.count));
      const ImVec2 extent = ImGui::CalcTextSize(count.c_str());
      list.AddText({from.x + (width - extent.x) / 2, from.y + (height - extent.y) / 2},
                   packed(colour::ink_on(look.fill, {0, 0, 0}, {255, 255, 255})), count.c_str());
    }
  }
  const float foot = at.y + static_cast<float>(key.rows) * height + ImGui::GetStyle().ItemInnerSpacing.y / 2;
  float below = foot;
  for (int column = 0; column < key.columns; ++column) {
    const std::string label = desk.say(key.column_labels[static_cast<std::size_t>(column)]);
    const ImVec2 size = ImGui::CalcTextSize(label.c_str(), nullptr, false, width - 2);
    const float left = at.x + labels + gap + static_cast<float>(column) * width;
    list.AddText(nullptr, 0, {left + std::max(0.0F, (width - size.x) / 2), foot}, muted_ink(), label.c_str(),
                 nullptr, width - 2);
    below = std::max(below, foot + size.y);
  }
  ImGui::SetCursorScreenPos({at.x, below + ImGui::GetStyle().ItemSpacing.y / 2});
  ImGui::TextWrapped("%s →", desk.say(key.column_title).c_str());
}

/// The classes of areas over the map, which no click selects.
void draw_areas(Desk& desk, const app::AreaOverlay& areas) {
  heading(desk.say(areas.classes.title));
  draw_table(areas.id.c_str(), [&] {
    for (scene::LegendRow row : scene::legend_rows(areas.classes, {.always_no_data = false})) {
      if (row.byte >= areas.classes.classes.size()) continue;
      row.fill = colour::mix({0xff, 0xff, 0xff}, row.fill, areas.opacity);
      draw_row(desk, areas.classes, row, false);
    }
  });
}

}  // namespace

void draw_legend(Desk& desk, const app::MapContent& map) {
  if (map.theme.kind == model::ThemeKind::symbols) draw_circles(desk, map);
  if (map.key)
    draw_square(desk, map, *map.key);
  else
    heading(desk.say(map.classes.title));
  draw_table("legend", [&] {
    for (const scene::LegendRow& row : scene::legend_rows(map.classes)) {
      if (!map.key || row.byte >= map.classes.classes.size()) draw_row(desk, map.classes, row, true);
    }
  });
  if (map.marks) {
    draw_table("marks", [&] {
      for (const scene::LegendRow& row : scene::legend_rows(map.marks->classes, {.always_no_data = false})) {
        if (row.byte < map.marks->classes.classes.size()) draw_row(desk, map.marks->classes, row, true);
      }
    });
  }
  for (const app::AreaOverlay& areas : map.areas) draw_areas(desk, areas);
  if (const Text note = app::legend_note(map); !note.empty()) muted(desk.say(note));
}

}  // namespace ntmap::ui
