#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/data/project_data.hpp"
#include "app/data/time_series.hpp"
#include "app/desk/desk_content.hpp"
#include "app/desk/job_runner.hpp"
#include "app/export/export_request.hpp"
#include "app/map/map_content.hpp"
#include "app/programme/target_report.hpp"
#include "app/project/direct_project.hpp"
#include "app/project/recovery.hpp"
#include "model/project.hpp"
#include "model/scene.hpp"

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
/// A project made in the program, with no file yet.
struct OpenNew {
  std::shared_ptr<const model::Project> project;
};
/// Puts the theme in the place of the one with its id, or adds it.
struct PutTheme {
  model::Theme theme;
};
struct RemoveTheme {
  std::string theme;
};
/// Other scenes, in the order of the talk: made, edited, moved or taken out.
struct SetScenes {
  std::vector<model::Scene> scenes;
};
struct EditValue {
  model::ValueEdit edit;
};
struct ConfirmName {
  model::ConfirmedName name;
};
/// Says where a data file is that was not found (app/missing_files.hpp).
struct FindFile {
  std::string missing;
  std::string found;
};
/// Writes the project; `file` empty: where it came from.
struct SaveProject {
  std::string file;
};
/// Writes the map that is shown, as chosen in the export dialog. Replaces a file that is there.
struct ExportShown {
  ExportChoice choice;
  std::string file;
  base::Lang lang = base::Lang::vi;
};
/// Takes up the work that was not saved when the program last ended, or lets it go.
struct Recover {};
struct ForgetRecovered {};
struct Undo {};
struct Redo {};
using Command = std::variant<OpenProject, OpenData, OpenNew, ChooseTheme, ChoosePeriod, SetClassification,
                             PutTheme, RemoveTheme, SetScenes, EditValue, ConfirmName, FindFile, SaveProject,
                             ExportShown, Recover, ForgetRecovered, Undo, Redo>;

/// One open project and what is shown of it. Lives on the main thread; long work runs in jobs whose
/// results arrive with poll(). Undo is by snapshots of the project; choices of theme and period are not
/// changes of the project.
class Session {
 public:
  /// `wake` is called from workers when poll() has something to do. Unsaved work is noted down in
  /// `recovery_folder` within seconds of each change; empty: nowhere.
  explicit Session(std::function<void()> wake, const std::filesystem::path& recovery_folder = {});

  /// Carries out a command. What fails becomes a problem; nothing is thrown.
  void apply(const Command& command);
  /// Takes in finished work. Returns true when something changed that is shown.
  bool poll();

  /// Null until a project is open.
  std::shared_ptr<const model::Project> project() const;
  /// The data behind it, for workers of the window's own; null until a project is open.
  const std::shared_ptr<ProjectData>& data() const { return m_data; }
  /// Null until the first map is ready. While a new one is made the old one stays.
  const std::shared_ptr<const MapContent>& map() const { return m_map; }
  /// What the panels show; null until it is ready, a little after the map. Of the same units as map()
  /// whenever both are there.
  const std::shared_ptr<const DeskContent>& desk() const { return m_desk; }
  /// Targets and where their figures stand in the period shown; null until they are ready, last of all.
  const std::shared_ptr<const std::vector<TargetReport>>& targets() const { return m_targets; }
  const MapChoice& choice() const { return m_choice; }
  /// Periods with figures for the chosen theme, in order; they come a little after the map.
  const std::vector<std::string>& periods() const { return m_periods; }
  /// The chosen theme's indicator in those periods; empty where it is words.
  const std::vector<SeriesPoint>& series() const { return m_series; }

  bool can_undo() const { return m_at > 0; }
  bool can_redo() const { return m_at + 1 < m_snapshots.size(); }
  bool dirty() const { return !m_snapshots.empty() && m_at != m_saved; }
  /// Work on this project that was not saved when the program last ended.
  const std::optional<Recovered>& recovered() const { return m_recovered; }
  /// Whether unsaved changes still have to be noted down: poll() is then to be called within a second.
  bool unkept() const { return m_recovery && m_kept != m_at && dirty(); }
  /// Looks for unsaved work of a project that had no file; offers it as recovered().
  void look_for_unsaved();
  /// For an ending at which the user gave unsaved work up.
  void forget_unsaved();

  /// Data files of the project that are not there, as it writes them.
  const std::vector<std::string>& missing() const { return m_missing; }
  /// What was written last, for a word to the user; empty at first.
  const std::string& written() const { return m_written; }
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
  void make_desk(const std::string& period);
  void find_targets(const std::string& period);
  void keep_unsaved();
  template <class Change>
  void change_project(const Change& change);
  JobRunner::Failure failure_of(std::uint64_t revision);

  void carry_out(const OpenProject& command);
  void carry_out(const OpenData& command);
  void carry_out(const ChooseTheme& command);
  void carry_out(const ChoosePeriod& command);
  void carry_out(const OpenNew& command);
  void carry_out(const SetClassification& command);
  void carry_out(const PutTheme& command);
  void carry_out(const RemoveTheme& command);
  void carry_out(const SetScenes& command);
  void carry_out(const EditValue& command);
  void carry_out(const ConfirmName& command);
  void carry_out(const FindFile& command);
  void carry_out(const SaveProject& command);
  void carry_out(const ExportShown& command);
  void carry_out(const Recover& command);
  void carry_out(const ForgetRecovered& command);
  void carry_out(const Undo& command);
  void carry_out(const Redo& command);

  std::vector<std::shared_ptr<const model::Project>> m_snapshots;
  std::size_t m_at = 0;
  std::size_t m_saved = 0;
  std::shared_ptr<ProjectData> m_data;
  std::shared_ptr<const model::Project> m_on_disk;  ///< as the project's file has it; null without one
  std::shared_ptr<const MapContent> m_map;
  std::shared_ptr<const DeskContent> m_desk;
  std::shared_ptr<const std::vector<TargetReport>> m_targets;
  MapChoice m_choice;
  std::vector<std::string> m_periods;
  std::vector<SeriesPoint> m_series;
  std::vector<base::Error> m_problems;
  std::uint64_t m_revision = 0;  ///< of what is asked for; results of older ones are dropped
  bool m_changed = false;
  std::string m_written;
  std::vector<std::string> m_missing;
  std::optional<Recovery> m_recovery;
  std::optional<Recovered> m_recovered;
  std::size_t m_kept = 0;  ///< the snapshot that was noted down last
  std::chrono::steady_clock::time_point m_changed_at;
  JobRunner m_jobs;  // last: its threads end before the rest goes
};

}  // namespace ntmap::app
