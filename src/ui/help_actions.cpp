#include "ui/actions.hpp"

namespace ntmap::ui {

using base::text;

void add_help_actions(std::vector<Action>& actions) {
  actions.push_back({.id = "help.shortcuts",
                     .menu = Menu::help,
                     .name = text("Phím tắt", "Shortcuts"),
                     .keys = {Shortcut::k_f1},
                     .run = [](Desk& desk) { desk.view.popup = Popup::shortcuts; }});
  actions.push_back({.id = "help.tour",
                     .menu = Menu::help,
                     .name = text("Xem lại hướng dẫn đầu", "Show the hints again"),
                     .run = [](Desk& desk) { desk.view.settings.tour_seen = false; }});
}

}  // namespace ntmap::ui
