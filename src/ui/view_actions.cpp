#include <algorithm>
#include <utility>

#include "ui/actions.hpp"
#include "ui/window.hpp"

namespace ntmap::ui {
namespace {

using base::text;

constexpr double k_scale_step = 1.15;

void scale_by(Desk& desk, double factor) {
  desk.window.set_scale(desk.window.scale() * factor);
  desk.view.settings.scale = desk.window.scale();
}

Action switch_of(std::string id, base::Text name, bool ViewState::*shown, Shortcut keys) {
  return {.id = std::move(id),
          .menu = Menu::view,
          .name = std::move(name),
          .keys = keys,
          .run = [shown](Desk& desk) { desk.view.*shown = !(desk.view.*shown); },
          .enabled = {},
          .checked = [shown](const Desk& desk) { return desk.view.*shown; }};
}

Action side(std::string id, base::Text name, Side which, Shortcut keys) {
  return {.id = std::move(id),
          .menu = Menu::view,
          .name = std::move(name),
          .keys = keys,
          .run = [which](Desk& desk) { desk.view.sides.toggle(which); },
          .enabled = {},
          .checked = [which](const Desk& desk) { return desk.view.sides.shows(which); }};
}

void add_language(std::vector<Action>& actions, base::Lang lang, const char* id, const char* name,
                  bool line) {
  actions.push_back({.id = id,
                     .menu = Menu::view,
                     .name = name,
                     .run = [lang](Desk& desk) { desk.view.lang = desk.view.settings.lang = lang; },
                     .checked = [lang](const Desk& desk) { return desk.view.lang == lang; },
                     .line_before = line});
}

}  // namespace

void add_view_actions(std::vector<Action>& actions, const std::vector<std::unique_ptr<Panel>>& panels) {
  actions.push_back({.id = "view.commands",
                     .menu = Menu::view,
                     .name = text("Tìm xã, lệnh, tiêu chí…", "Find a commune, command, criterion…"),
                     .keys = {'P', true},
                     .run = [](Desk& desk) { desk.view.popup = Popup::commands; }});
  actions.push_back(side("view.left", text("Bảng chuyên đề", "Theme panel"), Side::left, {'1', true}));
  actions.back().line_before = true;
  actions.push_back(side("view.right", text("Bảng đơn vị", "Unit panel"), Side::right, {'2', true}));
  actions.push_back(
      switch_of("view.bottom", text("Bảng bên dưới", "Panels below"), &ViewState::show_bottom, {'3', true}));
  for (const auto& panel : panels) {
    if (panel->place() != Place::bottom && panel->place() != Place::corner) continue;
    actions.push_back({.id = std::string("view.panel.") + panel->id(),
                       .menu = Menu::view,
                       .name = panel->title(),
                       .run =
                           [id = std::string(panel->id())](Desk& desk) {
                             desk.view.show_bottom = true;
                             desk.view.bottom_folded = false;
                             desk.view.bring_up = id;
                           },
                       .enabled = [shown = panel.get()](const Desk& desk) { return shown->useful(desk); },
                       .why_not = [shown = panel.get()](const Desk& desk) { return shown->why_not(desk); },
                       .line_before = panel->place() == Place::bottom && actions.back().id == "view.bottom"});
  }
  actions.push_back({.id = "view.dark",
                     .menu = Menu::view,
                     .name = text("Nền tối", "Dark"),
                     .keys = {'T', true, true},
                     .run = [](Desk& desk) { desk.view.settings.dark = !desk.view.settings.dark; },
                     .checked = [](const Desk& desk) { return desk.view.settings.dark; },
                     .line_before = true});
  actions.push_back(
      {.id = "view.large_text",
       .menu = Menu::view,
       .name = text("Chữ to", "Large text"),
       .run = [](Desk& desk) { desk.view.settings.large_text = !desk.view.settings.large_text; },
       .checked = [](const Desk& desk) { return desk.view.settings.large_text; }});
  actions.push_back({.id = "view.larger",
                     .menu = Menu::view,
                     .name = text("Giao diện to hơn", "Larger interface"),
                     .keys = {'=', true},
                     .run = [](Desk& desk) { scale_by(desk, k_scale_step); }});
  actions.push_back({.id = "view.smaller",
                     .menu = Menu::view,
                     .name = text("Giao diện nhỏ hơn", "Smaller interface"),
                     .keys = {'-', true},
                     .run = [](Desk& desk) { scale_by(desk, 1 / k_scale_step); }});
  actions.push_back({.id = "view.own_scale",
                     .menu = Menu::view,
                     .name = text("Cỡ theo màn hình", "Scale of the monitor"),
                     .keys = {'0', true},
                     .run = [](Desk& desk) {
                       desk.window.set_scale(desk.window.monitor_scale());
                       desk.view.settings.scale = 0;
                     }});
  add_language(actions, base::Lang::vi, "view.vi", "Tiếng Việt", true);
  add_language(actions, base::Lang::en, "view.en", "English", false);
}

}  // namespace ntmap::ui
