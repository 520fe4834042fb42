#include <algorithm>

#include "app/desk/compare.hpp"
#include "ui/actions.hpp"

namespace ntmap::ui {
namespace {

using base::text;

bool map_shown(const Desk& desk) {
  return desk.session.map() != nullptr;
}

bool has_periods(const Desk& desk) {
  return desk.session.periods().size() > 1;
}

Action tool(const char* id, base::Text name, Tool which, int key) {
  return {.id = id,
          .menu = Menu::map,
          .name = std::move(name),
          .keys = {key},
          .run = [which](Desk& desk) { desk.view.tool = desk.view.tool == which ? Tool::pick : which; },
          .enabled = map_shown,
          .checked = [which](const Desk& desk) { return desk.view.tool == which; }};
}

/// A second map beside the first, or one map again; either way all of it is seen.
void split_or_join(Desk& desk) {
  desk.view.zoom_to = ZoomTo::all;
  if (desk.session.beside()) return desk.command(app::ShowAlone{});
  desk.command(app::ShowBeside{
      app::first_choice_beside(*desk.session.project(), desk.session.choice(), desk.session.periods())});
}

}  // namespace

void step_period(Desk& desk, int by) {
  const auto& periods = desk.session.periods();
  const auto at = std::find(periods.begin(), periods.end(), desk.session.choice().period);
  if (at == periods.end()) return;
  const auto count = static_cast<std::ptrdiff_t>(periods.size());
  const std::ptrdiff_t next = (at - periods.begin() + by + count) % count;
  desk.command(app::ChoosePeriod{periods[static_cast<std::size_t>(next)]});
}

void add_map_actions(std::vector<Action>& actions) {
  actions.push_back({.id = "map.all",
                     .menu = Menu::map,
                     .name = text("Toàn bộ bản đồ", "Whole map"),
                     .keys = {Shortcut::k_home},
                     .run = [](Desk& desk) { desk.view.zoom_to = ZoomTo::all; },
                     .enabled = map_shown});
  actions.push_back({.id = "map.selection",
                     .menu = Menu::map,
                     .name = text("Phóng tới vùng chọn", "Zoom to the selection"),
                     .keys = {'F', true},
                     .run = [](Desk& desk) { desk.view.zoom_to = ZoomTo::selection; },
                     .enabled = [](const Desk& desk) { return !desk.view.selection.empty(); }});
  actions.push_back(
      {.id = "map.names",
       .menu = Menu::map,
       .name = text("Tên đơn vị", "Unit names"),
       .keys = {'N'},
       .run = [](Desk& desk) { desk.view.settings.unit_names = !desk.view.settings.unit_names; },
       .checked = [](const Desk& desk) { return desk.view.settings.unit_names; }});
  actions.push_back(
      tool("map.polygon", text("Chọn bằng đa giác", "Select with a polygon"), Tool::polygon, 'G'));
  actions.back().line_before = true;
  actions.push_back(tool("map.measure", text("Đo khoảng cách, diện tích", "Measure distance and area"),
                         Tool::measure, 'M'));
  actions.push_back({.id = "map.split",
                     .menu = Menu::map,
                     .name = text("So sánh hai bản đồ", "Compare two maps"),
                     .keys = {'B'},
                     .run = split_or_join,
                     .enabled = map_shown,
                     .checked = [](const Desk& desk) { return desk.session.beside().has_value(); },
                     .line_before = true});
  actions.push_back({.id = "map.play",
                     .menu = Menu::map,
                     .name = text("Chạy qua các kỳ", "Play the periods"),
                     .keys = {Shortcut::k_space},
                     .run = [](Desk& desk) { desk.view.playing = !desk.view.playing; },
                     .enabled = has_periods,
                     .checked = [](const Desk& desk) { return desk.view.playing; },
                     .line_before = true});
  actions.push_back({.id = "map.next_period",
                     .menu = Menu::map,
                     .name = text("Kỳ sau", "Next period"),
                     .keys = {'.', true},
                     .run = [](Desk& desk) { step_period(desk, 1); },
                     .enabled = has_periods});
  actions.push_back({.id = "map.previous_period",
                     .menu = Menu::map,
                     .name = text("Kỳ trước", "Previous period"),
                     .keys = {',', true},
                     .run = [](Desk& desk) { step_period(desk, -1); },
                     .enabled = has_periods});
}

}  // namespace ntmap::ui
