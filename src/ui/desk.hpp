#pragma once

#include <functional>
#include <string>

#include "app/desk/session.hpp"
#include "ui/view_state.hpp"

namespace ntmap::ui {

class FileDialog;
class MapCanvas;
class Window;

/// All that panels and actions can reach. They read the session and push commands into the view; nothing
/// but the viewer itself carries commands out.
struct Desk {
  const app::Session& session;
  ViewState& view;
  Window& window;
  MapCanvas& canvas;
  FileDialog& files;

  std::string say(const base::Text& text) const { return text.in(view.lang); }
  void command(app::Command command) const { view.commands.push_back(std::move(command)); }
  /// Runs something that may fail; what it throws stands in the panel of problems.
  void attempt(const std::function<void()>& action) const;
};

}  // namespace ntmap::ui
