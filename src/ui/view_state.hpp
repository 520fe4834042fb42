#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/desk/selection.hpp"
#include "app/desk/session.hpp"
#include "app/project/settings.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "ui/area_view.hpp"
#include "ui/meeting_look.hpp"
#include "ui/playback.hpp"
#include "ui/side_panels.hpp"

namespace ntmap::ui {

/// What the mouse does on the map.
enum class Tool : std::uint8_t {
  pick,     ///< click selects, drag moves the map, Shift and drag selects a box
  polygon,  ///< clicks make a ring; what it touches is selected
  measure,  ///< clicks make a line; its length and the area within are shown
};

/// What the map is to show next; done and taken back by the canvas.
enum class ZoomTo : std::uint8_t { nothing, all, selection };

/// A window in front of all others, that asks or lists something.
enum class Popup : std::uint8_t {
  none,
  commands,
  exporting,
  shortcuts,
  settings,
  unsaved,
  join,
  theme_new,
  theme_title,
};

/// What is open and chosen in the window; never saved in a project, never undone.
struct ViewState {
  app::Settings settings;
  app::Selection selection;
  AreaView areas;
  double scale = 1;                         ///< of the interface, as the window has it
  double busy_since = 0;                    ///< time of the window at which work began, seconds
  std::size_t tour_step = 0;                ///< the hint that is shown
  std::string bring_up;                     ///< id of a panel whose tab is to come to the front
  std::string scene;                        ///< id of the one chosen in the list of scenes; empty: none
  std::map<std::string, double> rehearsed;  ///< seconds that the last talk spent on each scene, by id
  std::optional<std::string> present;       ///< the talk is to begin with this scene; empty text: the first
  MeetingLook meeting;
  Playback playback;                     ///< of periods, while `playing`
  SidePanels sides;                      ///< theme left, unit right
  std::string criteria_set;              ///< chosen for matrix and card; empty: the desk's main one
  std::vector<std::string> open_paths;   ///< dropped or chosen, to be opened
  std::vector<base::Error> problems;     ///< of the window itself; those of the work are the session's
  std::vector<app::Command> commands;    ///< filled by panels, carried out at one place in the frame
  std::optional<std::uint32_t> hovered;  ///< unit under the mouse in map, table or matrix
  int popups_before = 0;              ///< lists and dialogs open in the frame before: Esc was meant for them
  int scale_percent = 100;            ///< while it is being chosen
  std::optional<bool> bottom_folded;  ///< to its tabs, by the user; nothing: where the window is low
  float covered_above = 0;            ///< pixels of the map's upper edge that lie under captions
  float covered_below = 0;            ///< and of its lower one, under the period slider and legends
  base::Lang lang = base::Lang::vi;
  ZoomTo zoom_to = ZoomTo::nothing;
  Tool tool = Tool::pick;
  Popup popup = Popup::none;  ///< to be opened in this frame
  bool show_bottom = true;
  bool playing = false;   ///< periods one after another
  bool ask_open = false;  ///< the dialog to open a file is to come
  bool quit = false;      ///< the window is to close
};

}  // namespace ntmap::ui
