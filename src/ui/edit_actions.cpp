#include "ui/actions.hpp"

namespace ntmap::ui {

using base::text;

void add_edit_actions(std::vector<Action>& actions) {
  actions.push_back({.id = "edit.undo",
                     .menu = Menu::edit,
                     .name = text("Hoàn tác", "Undo"),
                     .keys = {'Z', true},
                     .run = [](Desk& desk) { desk.command(app::Undo{}); },
                     .enabled = [](const Desk& desk) { return desk.session.can_undo(); }});
  actions.push_back({.id = "edit.redo",
                     .menu = Menu::edit,
                     .name = text("Làm lại", "Redo"),
                     .keys = {'Y', true},
                     .run = [](Desk& desk) { desk.command(app::Redo{}); },
                     .enabled = [](const Desk& desk) { return desk.session.can_redo(); }});
  const auto any_map = [](const Desk& desk) { return desk.session.map() != nullptr; };
  actions.push_back({.id = "edit.select_all",
                     .menu = Menu::edit,
                     .name = text("Chọn tất cả", "Select all"),
                     .keys = {'A', true},
                     .run =
                         [](Desk& desk) {
                           std::vector<std::uint32_t> all(desk.session.map()->units().size());
                           for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
                           desk.view.selection.set(all);
                         },
                     .enabled = any_map,
                     .line_before = true});
  actions.push_back({.id = "edit.select_none",
                     .menu = Menu::edit,
                     .name = text("Bỏ chọn", "Select nothing"),
                     .keys = {'D', true},
                     .run = [](Desk& desk) { desk.view.selection.clear(); },
                     .enabled = [](const Desk& desk) { return !desk.view.selection.empty(); }});
  actions.push_back({.id = "edit.invert",
                     .menu = Menu::edit,
                     .name = text("Đảo vùng chọn", "Invert the selection"),
                     .keys = {'I', true},
                     .run =
                         [](Desk& desk) {
                           std::vector<std::uint32_t> others;
                           for (std::uint32_t i = 0; i < desk.session.map()->units().size(); ++i) {
                             if (!desk.view.selection.contains(i)) others.push_back(i);
                           }
                           desk.view.selection.set(others);
                         },
                     .enabled = any_map});
  actions.push_back({.id = "edit.settings",
                     .menu = Menu::edit,
                     .name = text("Thiết lập…", "Settings…"),
                     .run = [](Desk& desk) { desk.view.popup = Popup::settings; },
                     .line_before = true});
}

}  // namespace ntmap::ui
