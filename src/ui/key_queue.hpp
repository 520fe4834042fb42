#pragma once

#include <deque>
#include <vector>

namespace ntmap::ui {

/// Keys and letters as they come from the window system, handed on in portions that Dear ImGui 1.86 can tell
/// apart. It looks once a frame at which keys are down and, before that, at the letters that came: of two
/// taps in one frame it would see one, of Ctrl+A and letters after it (or of letters and Enter) not which
/// came first, and letters that come before a field has taken the focus it would lose. So the order is kept
/// and what has to wait for a frame waits, however slow frames are.
class KeyQueue {
 public:
  /// A key as GLFW numbers it; with a letter it is text that was typed.
  struct Event {
    int key = 0;
    int scancode = 0;
    int action = 0;
    int modifiers = 0;
    unsigned letter = 0;  ///< code point; 0: a key went down or up
    bool operator==(const Event&) const = default;
  };

  void key(int key, int scancode, int action, int modifiers);
  void letter(unsigned code_point);
  /// A button of the mouse went down or up: what is typed after that is meant for what the click opens.
  void mouse_button();

  /// What the next frame is to be told. `typing`: a text field has the focus, so that keys of letters are
  /// nobody's commands. `focus_moves`: the last frame gave the focus to another field, which takes letters
  /// only after the next one.
  std::vector<Event> take(bool typing, bool focus_moves);
  bool waiting() const { return m_pause > 0 || !m_events.empty(); }

 private:
  std::deque<Event> m_events;  // without key and letter: a mouse button
  int m_pause = 0;             // frames to let go by
  int m_held = 0;              // frames in a row that a focus has been waited for
};

}  // namespace ntmap::ui
