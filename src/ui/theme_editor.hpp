#pragma once

#include <string>

#include "base/text.hpp"
#include "ui/desk.hpp"

namespace ntmap::ui {

// What can be done with the theme that is shown; each is one step of undo. Require a map.
void duplicate_theme(Desk& desk);
void remove_theme(Desk& desk);
void move_theme(Desk& desk, int by);
/// Whether the theme shown can be moved `by` places in the project's list.
bool can_move_theme(const Desk& desk, int by);
/// Whether it may go: a project keeps one.
bool can_remove_theme(const Desk& desk);

/// The menu of all that, below the button beside the list of themes.
void draw_theme_menu(Desk& desk);

/// The dialogs for a new theme and for another title, opened with Popup::theme_new and Popup::theme_title.
class ThemeEditor {
 public:
  void draw(Desk& desk);

 private:
  void start(Desk& desk, bool fresh);
  void draw_indicators(Desk& desk);
  void draw_titles(Desk& desk);
  void finish(Desk& desk);

  bool m_new = false;
  std::string m_theme;      // id, where another title is given
  std::string m_indicator;  // id
  base::Text m_title;
};

}  // namespace ntmap::ui
