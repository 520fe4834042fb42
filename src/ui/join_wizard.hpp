#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/data/join_plan.hpp"
#include "app/desk/job_runner.hpp"
#include "ui/candidate_button.hpp"
#include "ui/desk.hpp"

namespace ntmap::ui {

/// "Boundaries + table": shows both files as they will be read, lets fields, encoding and header row be
/// changed, and lists what joins and what does not; what is ambiguous is settled by a click. Opened with
/// Popup::join. The files are read in jobs; changes made meanwhile are taken in when they end.
class JoinWizard {
 public:
  JoinWizard();
  void start(const std::vector<std::string>& paths);
  void draw(Desk& desk);
  bool busy() const { return m_jobs.busy(); }

 private:
  void refresh();
  void read();
  void join();
  void draw_body(Desk& desk);
  void draw_file(Desk& desk, bool table);
  void choose_file(Desk& desk, bool table);
  bool field(Desk& desk, const base::Text& label, std::string& chosen, const model::Table& of, bool optional);
  void draw_preview(const Desk& desk, const char* id, const model::Table& table, float height) const;
  void draw_lists(Desk& desk);
  void draw_open_rows(Desk& desk, bool ambiguous);
  void draw_notes(const Desk& desk) const;
  void finish(Desk& desk);

  app::JoinPlan m_plan;
  app::JoinPlan m_read;    // what m_preview was read for
  app::JoinPlan m_joined;  // what m_lists were made for
  std::shared_ptr<const app::JoinPreview> m_preview;
  std::optional<app::JoinLists> m_lists;
  std::optional<base::Error> m_failure;
  CandidateButtons m_candidates;
  bool m_first_lists = true;  // of these files: what needs a look is brought up
  app::JobRunner m_jobs;      // last: its threads end before the rest goes
};

}  // namespace ntmap::ui
