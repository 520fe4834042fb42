#include "ui/actions.hpp"

namespace ntmap::ui {

std::vector<Action> all_actions(const std::vector<std::unique_ptr<Panel>>& panels) {
  std::vector<Action> actions;
  add_file_actions(actions);
  add_edit_actions(actions);
  add_theme_actions(actions);
  add_view_actions(actions, panels);
  add_map_actions(actions);
  add_ground_actions(actions);
  add_present_actions(actions);
  add_style_actions(actions);
  add_help_actions(actions);
  return actions;
}

}  // namespace ntmap::ui
