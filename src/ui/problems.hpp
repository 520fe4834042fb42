#pragma once

#include "app/desk/session.hpp"
#include "ui/desk.hpp"

namespace ntmap::ui {

/// Everything that failed, in a panel that stays until each is dismissed: what, what to do, and a button
/// that copies it all. Needs the session itself, to dismiss.
void draw_problems(app::Session& session, Desk& desk);
/// The offer to take up unsaved work, above everything, until it is answered. Returns its height in
/// pixels; 0 where there is none.
float draw_recovery(Desk& desk);
/// Data files that are not there: each can be looked for, once for all that moved with it. Stands below what
/// is `covered` pixels high; can be folded to one line.
void draw_missing(Desk& desk, float covered);
/// Jobs under way, with their progress and Cancel; a line at the bottom of the window.
void draw_work(app::Session& session, Desk& desk);

/// One line about work that is done ("Saved ..."), for some seconds.
class NoteStrip {
 public:
  void draw(const Desk& desk);
  /// Whether it is on the screen: then frames are wanted until it goes.
  bool shows() const { return m_until > 0; }

 private:
  std::size_t m_seen = 0;  // of the session's notes
  double m_until = 0;      // time of the window, seconds; 0: nothing is shown
};

}  // namespace ntmap::ui
