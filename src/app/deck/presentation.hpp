#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "model/scene.hpp"

namespace ntmap::app {

/// A scene in the order of the talk, and why it cannot be shown, if it cannot.
struct PresentedScene {
  model::Scene scene;
  base::Text problem;  ///< empty: it can be shown
};

enum class Blank : std::uint8_t { no, black, white };
enum class Pointer : std::uint8_t { arrow, laser, spotlight };

/// What the speaker does, whatever key, button or remote says it.
enum class PresentAction : std::uint8_t {
  next,       ///< right, down, Page Down, space: what presenter remotes send
  back,       ///< left, up, Page Up
  first,      ///< Home
  last,       ///< End
  out,        ///< from a district or commune back to the whole
  black,      ///< B or the full stop: blank and back
  white,      ///< W or the comma
  laser,      ///< L: laser pointer and back
  spotlight,  ///< S: all but a circle round the pointer goes dark, and back
  enter,      ///< ends a number that was typed
};

/// A talk under way: which scene is shown, how, and for how long. Knows neither window nor clock: the time in
/// seconds, from any start, comes with every call and never goes back. Scenes that cannot be shown are
/// skipped, and counted out of the numbers that the speaker types.
class Presentation {
 public:
  Presentation() = default;
  explicit Presentation(std::vector<PresentedScene> scenes, double now = 0);

  /// False when no scene can be shown.
  bool any() const { return !m_order.empty(); }
  std::size_t count() const { return m_order.size(); }
  /// Place of the shown scene, from 1; 0 when there is none.
  std::size_t number() const { return any() ? m_at + 1 : 0; }
  const std::vector<PresentedScene>& scenes() const { return m_scenes; }

  /// What is to be drawn: the current scene, or the part of it into which the speaker has drilled.
  std::optional<model::Scene> shown() const;
  /// What drill() would bring to the screen, so that it can be painted ahead; nothing where it does nothing.
  std::optional<model::Scene> part(const std::string& district, const std::string& unit) const;
  /// The scene after it; nothing at the end.
  std::optional<model::Scene> coming() const;
  Blank blank() const { return m_blank; }
  Pointer pointer() const { return m_pointer; }
  bool drilled() const { return m_part.has_value(); }

  /// Carries an action out. True when what is seen changes.
  bool act(PresentAction action, double now);
  /// A digit 0-9: goes to that scene at once where one digit is enough, else waits for the next or enter.
  bool type_digit(int digit, double now);
  /// Shows one district of the scene, or where that is empty or shown already, one unit (code) and what lies
  /// round it. From a unit there is no way further in.
  bool drill(const std::string& district, const std::string& unit);
  bool go_to(std::size_t number, double now);

  /// Other scenes (edited, reordered): the shown one stays where its id is still there, times are kept by id.
  void replace(std::vector<PresentedScene> scenes, double now);

  double elapsed(double now) const { return now - m_start; }
  double on_scene(double now) const { return now - m_since; }
  /// Time spent on each scene so far, in the order of scenes().
  std::vector<double> times(double now) const;
  /// Planned time of the current scene less the time spent on it; nothing where none is planned.
  std::optional<double> left_on_scene(double now) const;
  void restart_clock(double now);

 private:
  struct Spent {
    std::string id;
    double seconds = 0;
  };
  bool move_to(std::size_t at, double now);
  void book(double now);
  bool show_pointer(Pointer pointer);
  bool set_blank(Blank blank);
  const model::Scene& current() const { return m_scenes[m_order[m_at]].scene; }
  double spent_on(const std::string& id) const;

  std::vector<PresentedScene> m_scenes;
  std::vector<std::size_t> m_order;    // scenes that can be shown
  std::size_t m_at = 0;                // in m_order
  std::optional<model::Scene> m_part;  // what the speaker has drilled into
  Blank m_blank = Blank::no;
  Pointer m_pointer = Pointer::arrow;
  std::size_t m_typed = 0;
  double m_start = 0;
  double m_since = 0;
  std::vector<Spent> m_spent;
};

}  // namespace ntmap::app
