#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "app/direct_project.hpp"
#include "app/job_runner.hpp"
#include "app/map_content.hpp"
#include "app/project_data.hpp"
#include "model/project.hpp"

namespace ntmap::app {

// What a user can do, as values: buttons, keys and the command line build them, tests build them too.
struct OpenProject {
  std::string file;
};
struct OpenData {
  DirectInput input;
};
struct ChooseTheme {
  std::string theme;
};
struct ChoosePeriod {
  std::string period;
};
struct SetClassification {
  std::string theme;
  model::Classification classification;
};
struct Undo {};
struct Redo {};
using Command = std::variant<OpenProject, OpenData, ChooseTheme, ChoosePeriod, SetClassification, Undo, Redo>;

/// One open project and what is shown of it. Lives on the main thread; long work runs in jobs whose
/// results arrive with poll(). Undo is by snapshots of the project; choices of theme and period are not
/// changes of the project.
class Session {
 public:
  /// `wake` is called from workers when poll() has something to do.
  explicit Session(std::function<void()> wake);

  /// Carries out a command. What fails becomes a problem; nothing is thrown.
  void apply(const Command& command);
  /// Takes in finished work. Returns true when something changed that is shown.
  bool poll();

  /// Null until a project is open.
  std::shared_ptr<const model::Project> project() const;
  /// Null until the first map is ready. While a new one is made the old one stays.
  const std::shared_ptr<const MapContent>& map() const { return m_map; }
  const MapChoice& choice() const { return m_choice; }
  /// Periods with figures for the chosen theme, in order; they come a little after the map.
  const std::vector<std::string>& periods() const { return m_periods; }

  bool can_undo() const { return m_at > 0; }
  bool can_redo() const { return m_at + 1 < m_snapshots.size(); }
  bool dirty() const { return !m_snapshots.empty() && m_at != m_saved; }

  const std::vector<base::Error>& problems() const { return m_problems; }
  void dismiss_problem(std::size_t index);
  bool busy() const { return m_jobs.busy(); }
  std::vector<JobRunner::Status> work() const { return m_jobs.status(); }
  void cancel() { m_jobs.cancel_all(); }

 private:
  void open(std::shared_ptr<const model::Project> project);
  void change(model::Project project);
  void step_to(std::size_t snapshot);
  void refresh();
  void find_periods(const std::string& indicator);
  JobRunner::Failure failure_of(std::uint64_t revision);

  void carry_out(const OpenProject& command);
  void carry_out(const OpenData& command);
  void carry_out(const ChooseTheme& command);
  void carry_out(const ChoosePeriod& command);
  void carry_out(const SetClassification& command);
  void carry_out(const Undo& command);
  void carry_out(const Redo& command);

  std::vector<std::shared_ptr<const model::Project>> m_snapshots;
  std::size_t m_at = 0;
  std::size_t m_saved = 0;
  std::shared_ptr<ProjectData> m_data;
  std::shared_ptr<const MapContent> m_map;
  MapChoice m_choice;
  std::vector<std::string> m_periods;
  std::vector<base::Error> m_problems;
  std::uint64_t m_revision = 0;  ///< of what is asked for; results of older ones are dropped
  bool m_changed = false;
  JobRunner m_jobs;  // last: its threads end before the rest goes
};

}  // namespace ntmap::app
