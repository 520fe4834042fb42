#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "ui/speaker_view.hpp"

namespace ntmap::ui {

class Window;

/// The window with notes, clock and next scene, on the monitor that the audience does not see. It shares the
/// audience window's context, and hands its keys on to it. Closing it, or unplugging its monitor, ends
/// nothing but itself.
class SpeakerWindow {
 public:
  /// Requires the audience window's context to be current; it is again afterwards.
  SpeakerWindow(Window& audience, const std::string& title);
  ~SpeakerWindow();
  SpeakerWindow(const SpeakerWindow&) = delete;
  SpeakerWindow& operator=(const SpeakerWindow&) = delete;

  /// False once it was closed, or when it could not be made.
  bool open() const;
  /// Fills a monitor (from 0); nothing: a window in the lower right corner of the only one.
  void place(std::optional<std::size_t> monitor);
  /// Draws when what it shows has changed, such as a second of the clock.
  void draw(const SpeakerView& view);

 private:
  struct Impl;
  std::unique_ptr<Impl> m;
};

}  // namespace ntmap::ui
