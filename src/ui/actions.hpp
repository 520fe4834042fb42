#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "ui/desk.hpp"
#include "ui/panel.hpp"

namespace ntmap::ui {

/// A key with modifiers. `key` is a capital letter, a digit, one of the signs '=' '-' '0', or one of these.
struct Shortcut {
  static constexpr int k_f1 = 290;  // as GLFW numbers them
  static constexpr int k_f5 = 294;
  static constexpr int k_f11 = 300;
  static constexpr int k_home = 268;
  static constexpr int k_space = 32;

  int key = 0;  ///< 0: none
  bool ctrl = false;
  bool shift = false;

  /// "Ctrl+Shift+S"; empty without a key.
  std::string text() const;
};

/// The menu an action stands in; `none` leaves it to the command palette.
enum class Menu : std::uint8_t { none, file, edit, view, map, present, help };

/// One thing a user can do. Menus, toolbar, shortcuts, F1 and the command palette all read this list.
struct Action {
  std::string id;  ///< "file.save"
  Menu menu = Menu::none;
  base::Text name;
  Shortcut keys = {};
  std::function<void(Desk&)> run;
  std::function<bool(const Desk&)> enabled = {};        ///< empty: always
  std::function<base::Text(const Desk&)> why_not = {};  ///< what a user reads where it cannot run
  std::function<bool(const Desk&)> checked = {};        ///< empty: it is no switch
  bool line_before = false;                             ///< a line parts it from the one before in the menu
  std::function<void(Desk&)> submenu = {};              ///< draws the items of its submenu, instead of `run`

  bool can_run(const Desk& desk) const { return !enabled || enabled(desk); }
};

/// Everything that can be done, in the order of the menus. To add some: write a function like these in a
/// file of its own and name it in action_list.cpp.
std::vector<Action> all_actions(const std::vector<std::unique_ptr<Panel>>& panels);

void add_file_actions(std::vector<Action>& actions);
void add_edit_actions(std::vector<Action>& actions);
void add_view_actions(std::vector<Action>& actions, const std::vector<std::unique_ptr<Panel>>& panels);
void add_map_actions(std::vector<Action>& actions);
void add_present_actions(std::vector<Action>& actions);
void add_style_actions(std::vector<Action>& actions);
void add_ground_actions(std::vector<Action>& actions);
void add_theme_actions(std::vector<Action>& actions);
void add_help_actions(std::vector<Action>& actions);

/// Chooses the period `by` steps on, round and round.
void step_period(Desk& desk, int by);

base::Text menu_name(Menu menu);

/// Whether text that is being typed has a use of its own for the keys: letters and signs, Home, and Ctrl with
/// A, C, V, X, Y, Z, with Shift or without.
bool is_for_text(const Shortcut& keys);

/// Whether what visibly has the keyboard's focus has a use of its own for the keys: Space presses a button,
/// Home goes to the beginning of a table or a slider.
bool is_for_focus(const Shortcut& keys);

/// Whether they were pressed in this frame.
bool pressed(const Shortcut& keys);

/// Runs the action whose keys were pressed in this frame; while text is being typed none that is_for_text().
void use_shortcuts(const std::vector<Action>& actions, Desk& desk);
/// Runs the one with this id, which has to be in the list, if it can run now.
void run_action(const std::vector<Action>& actions, std::string_view id, Desk& desk);
/// The menus with their items, in the current menu bar.
void draw_menus(const std::vector<Action>& actions, Desk& desk);
/// The list of shortcuts (F1); opened with Popup::shortcuts.
void draw_shortcut_list(const std::vector<Action>& actions, Desk& desk);

}  // namespace ntmap::ui
