#include "ui/key_queue.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>

namespace ntmap::ui {
namespace {

constexpr int k_frames_of_a_click = 2;  // one for its going down, one for its going up
constexpr int k_longest_hold = 3;       // frames; a focus that never settles must not swallow what is typed

bool is_shift(int key) {
  return key == GLFW_KEY_LEFT_SHIFT || key == GLFW_KEY_RIGHT_SHIFT;
}

/// A key that only types while a field has the focus.
bool types_a_letter(const KeyQueue::Event& event) {
  constexpr int k_commands = GLFW_MOD_CONTROL | GLFW_MOD_ALT | GLFW_MOD_SUPER;
  const bool letter = event.key >= GLFW_KEY_SPACE && event.key <= GLFW_KEY_WORLD_2;
  const bool on_keypad = event.key >= GLFW_KEY_KP_0 && event.key <= GLFW_KEY_KP_ADD;
  return (letter || on_keypad) && (event.modifiers & k_commands) == 0;
}

/// What one frame has been told.
class Portion {
 public:
  explicit Portion(bool typing) : m_typing(typing) {}

  bool takes(const KeyQueue::Event& event) const {
    if (event.letter != 0) return !m_command;
    if (is_harmless(event)) return true;
    if (event.action == GLFW_RELEASE) return !m_down;
    const bool up_before = std::find(m_gone_up.begin(), m_gone_up.end(), event.key) != m_gone_up.end();
    return !up_before && (!m_text || is_shift(event.key));
  }

  void take(const KeyQueue::Event& event) {
    m_events.push_back(event);
    if (event.letter != 0) m_text = true;
    if (event.letter != 0 || is_harmless(event)) return;
    if (event.action == GLFW_RELEASE) m_gone_up.push_back(event.key);
    if (is_shift(event.key)) return;
    m_down = m_down || event.action == GLFW_PRESS;
    m_command = m_command || !types_a_letter(event);
  }

  const std::vector<KeyQueue::Event>& events() const { return m_events; }

 private:
  bool is_harmless(const KeyQueue::Event& event) const { return m_typing && types_a_letter(event); }

  bool m_typing;
  bool m_text = false;     // letters
  bool m_command = false;  // a key that means something to a field, or changes what letters mean
  bool m_down = false;     // some key has gone down, and is to be seen down
  std::vector<int> m_gone_up;
  std::vector<KeyQueue::Event> m_events;
};

}  // namespace

void KeyQueue::key(int key, int scancode, int action, int modifiers) {
  m_events.push_back({key, scancode, action, modifiers, 0});
}

void KeyQueue::letter(unsigned code_point) {
  m_events.push_back({.letter = code_point});
}

void KeyQueue::mouse_button() {
  if (m_events.empty() || m_events.back() != Event{}) m_events.push_back({});
}

std::vector<KeyQueue::Event> KeyQueue::take(bool typing, bool focus_moves) {
  if (m_pause > 0) --m_pause;
  m_held = focus_moves ? m_held + 1 : 0;
  if (m_pause > 0 || (focus_moves && m_held <= k_longest_hold)) return {};
  Portion portion(typing);
  while (!m_events.empty()) {
    const Event event = m_events.front();
    if (event == Event{}) {
      m_events.pop_front();
      m_pause = k_frames_of_a_click;
      break;
    }
    if (!portion.takes(event)) break;
    portion.take(event);
    m_events.pop_front();
  }
  return portion.events();
}

}  // namespace ntmap::ui
