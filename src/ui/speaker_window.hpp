#pragma once

#include <memory>
#include <string>

#include "ui/speaker_view.hpp"

namespace ntmap::ui {

/// The window with notes, clock and next scene, on the monitor that the audience does not see. It shares the
/// main window's context. Closing it, or unplugging its monitor, ends nothing but itself.
class SpeakerWindow {
 public:
  /// Requires the main window's context to be current; it is again afterwards.
  explicit SpeakerWindow(const std::string& title);
  ~SpeakerWindow();
  SpeakerWindow(const SpeakerWindow&) = delete;
  SpeakerWindow& operator=(const SpeakerWindow&) = delete;

  /// False once it was closed, or when it could not be made.
  bool open() const;
  /// Draws when what it shows has changed, such as a second of the clock.
  void draw(const SpeakerView& view);

 private:
  struct Impl;
  std::unique_ptr<Impl> m;
};

}  // namespace ntmap::ui
