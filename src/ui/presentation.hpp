#pragma once

#include <memory>

namespace ntmap::ui {

struct Desk;

/// The talk on the screen, in place of the desk while it runs: pictures painted ahead, changed with a cut;
/// keys, mouse and presenter remote; notes and clock on a second monitor where there is one, else over the
/// picture on request. Needs the window's GL context during its whole life.
class PresentationView {
 public:
  PresentationView();
  ~PresentationView();
  PresentationView(const PresentationView&) = delete;
  PresentationView& operator=(const PresentationView&) = delete;

  bool running() const;
  /// Begins with the first scene and fills the screen; on the second monitor where there is one. Nothing
  /// happens without a project.
  void start(Desk& desk);
  /// Draws over the whole window and takes the speaker's keys; Esc ends the talk.
  void draw(Desk& desk);
  /// Whether a picture is still being painted that is wanted now.
  bool waiting() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> m;
};

}  // namespace ntmap::ui
