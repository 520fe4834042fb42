#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/desk/search.hpp"
#include "ui/actions.hpp"
#include "ui/desk.hpp"

namespace ntmap::ui {

/// One box to find everything: communes without accents, themes, criteria, periods, and every command with
/// its shortcut. Opened with Popup::commands; Enter takes the first line, arrows move, Esc and
/// the keys that opened it close.
class CommandPalette {
 public:
  void draw(const std::vector<Action>& actions, Desk& desk);

 private:
  struct Line {
    base::Text title;
    std::string detail;
    int score = 0;
    const Action* action = nullptr;  ///< null: `found`
    app::Found found;
  };
  void fill(const std::vector<Action>& actions, const Desk& desk);
  void draw_lines(Desk& desk);
  void use_keys();
  static void take(const Line& line, Desk& desk);

  std::string m_typed;
  std::string m_filled_for;
  std::shared_ptr<const app::MapContent> m_filled_of;  // whose units m_lines name
  bool m_fresh = false;
  std::vector<Line> m_lines;
  std::size_t m_at = 0;
  bool m_moved = false;  // by the arrows, in this frame
};

}  // namespace ntmap::ui
