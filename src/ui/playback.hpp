#pragma once

namespace ntmap::ui {

/// When the next period is played. Each stays its time from when its map was seen, however long that took.
class Playback {
 public:
  static constexpr double k_stay = 1.2;  ///< seconds

  /// Call once a frame while periods are played. `shown`: the map on the screen is wholly the one of the
  /// chosen period; `busy`: work on what belongs to it goes on. True when it is time to go on: the next
  /// period's stay begins when it is shown.
  bool due(double now, bool shown, bool busy);
  void stop() { m_until = 0; }

 private:
  double m_until = 0;  // 0: the stay has not begun
};

}  // namespace ntmap::ui
