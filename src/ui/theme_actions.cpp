#include "ui/actions.hpp"
#include "ui/theme_editor.hpp"

namespace ntmap::ui {

using base::text;

void add_theme_actions(std::vector<Action>& actions) {
  const auto any_map = [](const Desk& desk) { return desk.session.map() != nullptr; };
  actions.push_back({.id = "theme.new",
                     .menu = Menu::edit,
                     .name = text("Thêm chuyên đề…", "New theme…"),
                     .run = [](Desk& desk) { desk.view.popup = Popup::theme_new; },
                     .enabled = any_map,
                     .line_before = true});
  actions.push_back({.id = "theme.duplicate",
                     .menu = Menu::edit,
                     .name = text("Nhân bản chuyên đề", "Duplicate the theme"),
                     .run = duplicate_theme,
                     .enabled = any_map});
  actions.push_back({.id = "theme.title",
                     .menu = Menu::edit,
                     .name = text("Đổi tên chuyên đề…", "Change the theme's title…"),
                     .run = [](Desk& desk) { desk.view.popup = Popup::theme_title; },
                     .enabled = any_map});
  actions.push_back({.id = "theme.up",
                     .name = text("Đưa chuyên đề lên", "Move the theme up"),
                     .run = [](Desk& desk) { move_theme(desk, -1); },
                     .enabled = [](const Desk& desk) { return can_move_theme(desk, -1); }});
  actions.push_back({.id = "theme.down",
                     .name = text("Đưa chuyên đề xuống", "Move the theme down"),
                     .run = [](Desk& desk) { move_theme(desk, 1); },
                     .enabled = [](const Desk& desk) { return can_move_theme(desk, 1); }});
  actions.push_back({.id = "theme.remove",
                     .menu = Menu::edit,
                     .name = text("Xóa chuyên đề khỏi dự án", "Remove the theme from the project"),
                     .run = remove_theme,
                     .enabled = can_remove_theme});
}

}  // namespace ntmap::ui
