#pragma once

#include <memory>
#include <string>

#include "ui/window.hpp"

namespace ntmap::ui {

struct Desk;

/// The talk on the screen, in place of the desk while it runs: pictures painted ahead, changed with a cut;
/// keys, mouse and presenter remote; notes and clock in a window of their own. While a scene stands still
/// nothing is drawn but the speaker's clock. Needs the window's GL context during its whole life.
class PresentationView {
 public:
  PresentationView();
  ~PresentationView();
  PresentationView(const PresentationView&) = delete;
  PresentationView& operator=(const PresentationView&) = delete;

  bool running() const;
  /// Begins with the scene of that id (else the first), as soon as it is painted. Nothing happens without a
  /// project.
  void start(Desk& desk, const std::string& first_scene);
  /// Whether the first scene is still being painted.
  bool preparing() const;
  /// To be called each frame while preparing: the desk stays, with a word over it, until the scene is there;
  /// then a monitor is filled, the second where there are two, with the speaker's window on the first. Esc
  /// calls it off.
  void prepare(Desk& desk);
  /// Ends the talk, which leaves its times in the view.
  void stop(Desk& desk);
  /// Draws over the whole window and takes the speaker's keys; Esc ends the talk.
  Next draw(Desk& desk);

 private:
  struct Impl;
  std::unique_ptr<Impl> m;
};

}  // namespace ntmap::ui
