#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "ui/panel.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

/// Least and most of what a column holds; nothing drawn where they are not numbers.
struct Range {
  double low = 0;
  double high = 1;
  bool any = false;

  explicit Range(const std::vector<double>& values) {
    for (const double value : values) {
      if (std::isnan(value)) continue;
      low = any ? std::min(low, value) : value;
      high = any ? std::max(high, value) : value;
      any = true;
    }
    if (high <= low) high = low + 1;
  }
  float place(double value) const { return static_cast<float>((value - low) / (high - low)); }
};

/// Two indicators against each other, a dot a unit in its colour on the map. A click selects a unit, a drag
/// all units in a box.
class ScatterPanel : public Panel {
 public:
  const char* id() const override { return "scatter"; }
  Text title() const override { return text("Tương quan hai chỉ tiêu", "Scatter of two indicators"); }
  Place place() const override { return Place::corner; }

  void draw(Desk& desk) override {
    const auto& content = desk.session.desk();
    const auto& map = desk.session.map();
    if (!content || !map) return still_computing(desk);
    if (&content->units() != &map->units()) return;
    choose(desk, content->table, "##x", m_x, 0);
    choose(desk, content->table, "##y", m_y, 1);
    const app::UnitColumn* x = content->table.find(m_x);
    const app::UnitColumn* y = content->table.find(m_y);
    if (x == nullptr || y == nullptr) return;
    draw_dots(desk, *map, *x, *y);
  }

 private:
  /// The column of that id; one that is not there gives way to the first of numbers, or the second.
  static void choose(Desk& desk, const app::UnitTable& table, const char* id, std::string& chosen,
                     int otherwise) {
    const app::UnitColumn* column = table.find(chosen);
    if (column == nullptr) {
      chosen.clear();
      for (const app::UnitColumn& one : table.columns) {
        if (!one.is_number()) continue;
        chosen = one.id;
        if (otherwise-- == 0) break;
      }
      column = table.find(chosen);
    }
    ImGui::SetNextItemWidth(-1);
    if (!begin_fitted_combo(id, column == nullptr ? "–" : desk.say(column->title))) return;
    for (const app::UnitColumn& one : table.columns) {
      if (one.is_number() && ImGui::Selectable(desk.say(one.title).c_str(), one.id == chosen))
        chosen = one.id;
    }
    ImGui::EndCombo();
  }

  void draw_dots(Desk& desk, const app::MapContent& map, const app::UnitColumn& x, const app::UnitColumn& y) {
    const Range across(x.numbers);
    const Range up(y.numbers);
    if (!across.any || !up.any) return;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float line = ImGui::GetTextLineHeight();
    const float size = std::max(3 * line, room.y - line - 4);
    const float inset = std::round(line * 0.6F);
    ImGui::InvisibleButton("dots", {std::max(40.0F, room.x), size});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRect(at, {at.x + room.x, at.y + size}, ImGui::GetColorU32(ImGuiCol_Border));
    std::vector<ImVec2> dots(x.numbers.size());
    for (std::size_t unit = 0; unit < dots.size(); ++unit) {
      if (std::isnan(x.numbers[unit]) || std::isnan(y.numbers[unit])) continue;
      dots[unit] = {at.x + inset + across.place(x.numbers[unit]) * (room.x - 2 * inset),
                    at.y + size - inset - up.place(y.numbers[unit]) * (size - 2 * inset)};
      const model::Rgb fill = map.classes.by_byte(map.classes.class_of[unit]).fill;
      const bool selected = desk.view.selection.contains(static_cast<std::uint32_t>(unit));
      const bool hovered = desk.view.hovered == unit;
      list.AddCircleFilled(dots[unit], selected || hovered ? 5.5F : 4, packed(fill));
      list.AddCircle(dots[unit], selected || hovered ? 5.5F : 4,
                     selected || hovered ? ImGui::GetColorU32(ImGuiCol_Text) : muted_ink(), 0,
                     selected ? 2 : 1);
    }
    draw_ends(desk, at, {room.x, size}, across, x, up, y);
    use_mouse(desk, dots, x, y);
  }

  /// Least and most of both columns at the ends of the axes.
  static void draw_ends(const Desk& desk, ImVec2 at, ImVec2 size, const Range& across,
                        const app::UnitColumn& x, const Range& up, const app::UnitColumn& y) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto write = [&](ImVec2 place, const Text& words) {
      list.AddText({std::round(place.x), std::round(place.y)}, muted_ink(), desk.say(words).c_str());
    };
    const auto width = [&](const Text& words) { return ImGui::CalcTextSize(desk.say(words).c_str()).x; };
    const Text low = text("→ {}", "→ {}", {base::number(across.low, x.decimals)});
    const Text high = text("{} {}", "{} {}", {base::number(across.high, x.decimals), x.unit});
    write({at.x, at.y + size.y + 2}, low);
    write({at.x + size.x - width(high), at.y + size.y + 2}, high);
    const Text most = text("↑ {} {}", "↑ {} {}", {base::number(up.high, y.decimals), y.unit});
    write({at.x + size.x - width(most) - 5, at.y + 2}, most);
    const Text least = base::number(up.low, y.decimals);
    write({at.x + size.x - width(least) - 5, at.y + size.y - ImGui::GetTextLineHeight() - 2}, least);
  }

  void use_mouse(Desk& desk, const std::vector<ImVec2>& dots, const app::UnitColumn& x,
                 const app::UnitColumn& y) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (ImGui::IsItemActivated()) m_from = mouse;
    const bool dragging = ImGui::IsItemActive() && std::hypot(mouse.x - m_from.x, mouse.y - m_from.y) > 4;
    if (dragging) ImGui::GetWindowDrawList()->AddRect(m_from, mouse, accent_ink());
    const auto nearest = ImGui::IsItemHovered() ? nearest_to(dots, mouse) : std::nullopt;
    if (nearest && !ImGui::IsMouseDown(ImGuiMouseButton_Left)) tell(desk, *nearest, x, y);
    if (!ImGui::IsItemDeactivated()) return;
    const ImVec2 low{std::min(m_from.x, mouse.x), std::min(m_from.y, mouse.y)};
    const ImVec2 high{std::max(m_from.x, mouse.x), std::max(m_from.y, mouse.y)};
    if (high.x - low.x < 4 && high.y - low.y < 4) return desk.view.selection.only(nearest);
    std::vector<std::uint32_t> inside;
    for (std::uint32_t unit = 0; unit < dots.size(); ++unit) {
      const ImVec2 dot = dots[unit];
      if (dot.x >= low.x && dot.x <= high.x && dot.y >= low.y && dot.y <= high.y && dot.x > 0)
        inside.push_back(unit);
    }
    desk.view.selection.set(inside);
  }

  static std::optional<std::uint32_t> nearest_to(const std::vector<ImVec2>& dots, ImVec2 mouse) {
    std::optional<std::uint32_t> best;
    float least = 8;  // pixels
    for (std::uint32_t unit = 0; unit < dots.size(); ++unit) {
      const float away = std::hypot(dots[unit].x - mouse.x, dots[unit].y - mouse.y);
      if (away < least) {
        least = away;
        best = unit;
      }
    }
    return best;
  }

  static void tell(Desk& desk, std::uint32_t unit, const app::UnitColumn& x, const app::UnitColumn& y) {
    desk.view.hovered = unit;
    const std::string name = desk.session.map()->units().full_name(unit);
    ImGui::SetTooltip("%s",
                      desk.say(text("{}\n{}: {} {}\n{}: {} {}", "{}\n{}: {} {}\n{}: {} {}",
                                    {name, x.title, x.cell(unit), x.unit, y.title, y.cell(unit), y.unit}))
                          .c_str());
  }

  std::string m_x;  // ids of columns
  std::string m_y;
  ImVec2 m_from;  // where a drag began
};

}  // namespace

std::unique_ptr<Panel> make_scatter_panel() {
  return std::make_unique<ScatterPanel>();
}

}  // namespace ntmap::ui
