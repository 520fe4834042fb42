#pragma once

#include <memory>

namespace ntmap::ui {

struct Desk;

/// The map as a meeting sheet in the place of the map: of the chosen scene, else of what the map shows; with
/// what the other sites see of it. Needs the window's GL context during its whole life.
class MeetingView {
 public:
  MeetingView();
  ~MeetingView();
  MeetingView(const MeetingView&) = delete;
  MeetingView& operator=(const MeetingView&) = delete;

  /// Draws into the rest of the current Dear ImGui window.
  void draw(Desk& desk);
  /// Gives the texture back; to be called in frames that do not draw.
  void hide();

 private:
  struct Impl;
  std::unique_ptr<Impl> m;
};

}  // namespace ntmap::ui
