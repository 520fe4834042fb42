#pragma once

#include <string>
#include <vector>

#include "app/desk/join_work.hpp"
#include "ui/desk.hpp"
#include "ui/join_tabs.hpp"

namespace ntmap::ui {

/// "Boundaries + table": shows both files as they will be read, lets fields, encoding and header row be
/// changed, and lists what joins and what does not (JoinTabs). Opened with Popup::join. Files and lists are
/// app::JoinWork's.
class JoinWizard {
 public:
  JoinWizard();
  void start(const std::vector<std::string>& paths) { m_work.start(paths); }
  void draw(Desk& desk);
  bool busy() const { return m_work.busy(); }
  bool open() const { return m_open; }
  /// Files dropped while it is open: they take the place of what was chosen before.
  void add(const std::vector<std::string>& paths) { m_work.add(paths); }
  /// In the next frame: another project takes its place.
  void close() { m_close = true; }

 private:
  /// What the person does next.
  enum class Step : unsigned char { boundaries, table, map };
  Step step() const;
  void follow_files();
  void draw_body(Desk& desk);
  void draw_files(Desk& desk, float height);
  void draw_failure(const Desk& desk) const;
  void draw_work(const Desk& desk) const;
  void draw_buttons(Desk& desk);
  void draw_file(Desk& desk, bool table);
  void choose_file(Desk& desk, bool table);
  void draw_reading(Desk& desk, bool table);
  void finish(Desk& desk);

  app::JoinWork m_work;
  JoinTabs m_tabs;
  bool m_open = false;     // in the last frame
  bool m_stacked = false;  // both files, for want of width
  bool m_close = false;    // is to close
  double m_looked = 0;     // at the files, time of the window, seconds
};

}  // namespace ntmap::ui
