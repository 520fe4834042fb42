#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/data/project_data.hpp"
#include "app/data/time_series.hpp"
#include "app/desk/area_content.hpp"
#include "app/desk/compare.hpp"
#include "app/desk/desk_content.hpp"
#include "app/desk/job_runner.hpp"
#include "app/desk/open_names.hpp"
#include "app/export/export_request.hpp"
#include "app/map/map_content.hpp"
#include "app/programme/set_comparison.hpp"
#include "app/programme/target_report.hpp"
#include "app/project/direct_project.hpp"
#include "app/project/disk_state.hpp"
#include "app/project/recovery.hpp"
#include "app/project/thresholds.hpp"
#include "model/project.hpp"
#include "model/scene.hpp"
#include "names/aliases.hpp"

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
/// Which layers of areas lie over the map until another theme is chosen; without a list those that the theme
/// names.
struct ChooseAreas {
  std::optional<std::vector<std::string>> areas;
  AreaFilter filter;
};
/// Asks for the figures of a layer of areas; they come as areas().
struct AskAreas {
  AreaQuestion question;
};
/// Writes the figures of areas() as `ntmap coverage -o` does. Replaces a file that is there.
struct ExportAreas {
  std::string file;
  base::Lang lang = base::Lang::vi;
};
struct SetClassification {
  std::string theme;
  model::Classification classification;
};
/// A project made in the program, with no file yet.
struct OpenNew {
  std::shared_ptr<const model::Project> project;
};
/// Puts the theme in the place of the one with its id, or adds it: behind the theme `after`, else last.
struct PutTheme {
  model::Theme theme;
  std::string after = {};
};
struct RemoveTheme {
  std::string theme;
};
/// Moves a theme `by` places down the list (up where negative), not beyond its ends.
struct MoveTheme {
  std::string theme;
  int by = 0;
};
/// Other scenes, in the order of the talk: made, edited, moved or taken out.
struct SetScenes {
  std::vector<model::Scene> scenes;
};
struct EditValue {
  model::ValueEdit edit;
};
/// Lays down a threshold that a decision leaves to the province (app/project/thresholds.hpp).
struct SetThreshold {
  ThresholdChange change;
};
struct ConfirmName {
  model::ConfirmedName name;
};
/// Says where a data file is that was not found (app/missing_files.hpp); one that cannot be it is refused
/// (app/data/found_file.hpp).
struct FindFile {
  std::string missing;
  std::string found;
};
/// What changes from one criteria set to another for the units shown (app/set_comparison.hpp has the words);
/// stays asked for as period and figures change. Empty words: no more.
struct CompareSets {
  std::string before;
  std::string after;
};
/// Writes the project; `file` empty: where it came from. What another window or program wrote there since is
/// not written over unless `overwrite` says so: then the session has a save_conflict().
struct SaveProject {
  std::string file;
  bool overwrite = false;
};
/// Writes the map that is shown, as chosen in the export dialog, with the areas that lie over it. Replaces a
/// file that is there.
struct ExportShown {
  ExportChoice choice;
  std::string file;
  base::Lang lang = base::Lang::vi;
  SheetFocus seen = {};  ///< heeded where the choice says `as_seen`
};
/// Writes rows of an attribute table (app/desk/unit_table.hpp). Replaces a file that is there.
struct ExportTable {
  std::shared_ptr<const DeskContent> of;
  TableView view;
  std::vector<std::uint32_t> units;
  std::string file;
  base::Lang lang = base::Lang::vi;
};
/// Shows a second map beside the first, or another one there; ShowAlone takes it away.
struct ShowBeside {
  MapChoice choice;
};
struct ShowAlone {};
/// Looks for everything that is wrong with the project's data, as `ntmap check` does.
struct CheckData {};
/// Puts a picture of the map as it is seen on the clipboard (app/desk/copy_picture.hpp).
struct CopyPicture {
  base::Lang lang = base::Lang::vi;
  SheetFocus seen = {};
  bool names = true;  ///< of units
};
/// Makes again what cancel() stopped: see stopped().
struct MakeAgain {};
/// Takes up the work that was not saved when the program last ended: of this project as a change of it, of
/// one that never had a file as a project of its own. Or lets it go, or leaves all that is offered for
/// another time.
struct Recover {};
struct ForgetRecovered {};
struct RecoverLater {};
struct Undo {};
struct Redo {};
using Command = std::variant<OpenProject, OpenData, OpenNew, ChooseTheme, ChoosePeriod, ChooseAreas, AskAreas,
                             ExportAreas, SetClassification, PutTheme, RemoveTheme, MoveTheme, SetScenes,
                             EditValue, SetThreshold, ConfirmName, FindFile, CompareSets, SaveProject,
                             ExportShown, ExportTable, ShowBeside, ShowAlone, CheckData, CopyPicture,
                             MakeAgain, Recover, ForgetRecovered, RecoverLater, Undo, Redo>;

/// What CheckData found.
struct CheckedData {
  base::Findings findings;        ///< worst first
  std::vector<OpenName> unclear;  ///< spellings that wait for a person's word
};

/// What belongs to one open project. Put aside while another one is read, since that may be cancelled.
struct OpenedProject {
  std::vector<std::shared_ptr<const model::Project>> m_snapshots;
  std::size_t m_at = 0;
  std::size_t m_saved = 0;
  std::size_t m_kept = 0;  ///< the snapshot that was noted down last
  std::shared_ptr<ProjectData> m_data;
  std::shared_ptr<const model::Project> m_on_disk;  ///< as the project's file has it; null without one
  DiskState m_disk;                                 ///< that m_on_disk was read from or saved as
  bool m_save_conflict = false;
  std::shared_ptr<const MapContent> m_map;
  std::shared_ptr<const DeskContent> m_desk;
  std::shared_ptr<const std::vector<TargetReport>> m_targets;
  CompareSets m_compared;
  std::shared_ptr<const SetComparison> m_comparison;
  std::optional<AreaQuestion> m_area_question;
  std::shared_ptr<const AreaContent> m_areas;
  MapChoice m_choice;
  MapChoice m_shown_choice;  ///< that m_map answers
  std::vector<std::string> m_periods;
  std::vector<SeriesPoint> m_series;
  std::optional<Beside> m_beside;
  std::shared_ptr<const CheckedData> m_checked;
  std::shared_ptr<const model::Project> m_checked_of;
  std::vector<base::Error> m_problems;
  std::vector<std::string> m_missing;
  std::vector<Recovered> m_recovered;  ///< of the project's file
  bool m_open_elsewhere = false;
  bool m_map_is_old = false;  ///< made before the last change of the project
  int m_rest = 0;  ///< pieces that belong to the map and are not made yet: periods, tables, targets
  bool m_stopped = false;
};

/// One open project and what is shown of it. Lives on the main thread; long work runs in jobs whose
/// results arrive with poll(). Undo is by snapshots of the project; choices of theme and period are not
/// changes of the project.
class Session : private OpenedProject {
 public:
  /// `wake` is called from workers when poll() has something to do. Unsaved work is noted down in
  /// `recovery_folder` within seconds of each change; empty: nowhere.
  explicit Session(std::function<void()> wake, const std::filesystem::path& recovery_folder = {});

  /// What has to be made of other units before their map can be drawn, on a worker's thread.
  using PrepareUnits = std::function<void(const std::shared_ptr<const Units>&, const base::Job&)>;
  /// A map that takes the place of one of other units comes when that is done, so that there is no moment
  /// with neither of them. Counts for maps that are asked for afterwards.
  void prepare_units_with(PrepareUnits prepare) { m_prepare_units = std::move(prepare); }

  /// Carries out a command. What fails becomes a problem; nothing is thrown.
  void apply(const Command& command);
  /// Takes in finished work. Returns true when something changed that is shown.
  bool poll();

  /// Null until a project is open.
  std::shared_ptr<const model::Project> project() const;
  /// The data behind it, for workers of the window's own; null until a project is open.
  const std::shared_ptr<ProjectData>& data() const { return m_data; }
  /// Null until the first map is ready. While a new one is made the old one stays; one of other units than
  /// desk() waits for the panels' new contents.
  const std::shared_ptr<const MapContent>& map() const { return m_map; }
  /// What the panels show; null until it is ready, a little after the map. Of the same units as map()
  /// whenever both are there.
  const std::shared_ptr<const DeskContent>& desk() const { return m_desk; }
  /// Targets and where their figures stand in the period shown; null until they are ready, last of all.
  const std::shared_ptr<const std::vector<TargetReport>>& targets() const { return m_targets; }
  /// The comparison that was asked for, of the period shown; null until it is ready.
  const std::shared_ptr<const SetComparison>& comparison() const { return m_comparison; }
  const MapChoice& choice() const { return m_choice; }
  /// Whether map() is the one of the theme and period that choice() names.
  bool shows_choice() const {
    return m_map && m_choice.theme == m_shown_choice.theme && m_choice.period == m_shown_choice.period;
  }
  /// Whether cancel() left tables, periods or targets unmade, or the map and them as they were before the
  /// last change of the project; MakeAgain makes them.
  bool stopped() const { return m_stopped; }
  /// Counts projects opened, also those of which cancel() brought the former back.
  std::size_t opened() const { return m_opened; }
  /// The question that areas() is to answer; nothing until one is asked.
  const std::optional<AreaQuestion>& area_question() const { return m_area_question; }
  /// The answer, of the same units as map(). While a new one is made the old one stays; null until the first.
  const std::shared_ptr<const AreaContent>& areas() const { return m_areas; }
  /// The second map; nothing when there is one map only. While a new one is made the old one stays.
  const std::optional<Beside>& beside() const { return m_beside; }
  /// Null until CheckData was asked for and is done.
  const std::shared_ptr<const CheckedData>& checked() const { return m_checked; }
  bool checking() const { return m_checking; }
  /// Whether the project is still as it was when it was checked.
  bool check_holds() const { return m_checked && m_checked_of == project(); }
  /// Periods with figures for the chosen theme, in order; they come a little after the map.
  const std::vector<std::string>& periods() const { return m_periods; }
  /// The chosen theme's indicator in those periods; empty where it is words.
  const std::vector<SeriesPoint>& series() const { return m_series; }

  bool can_undo() const { return m_at > 0; }
  bool can_redo() const { return m_at + 1 < m_snapshots.size(); }
  bool dirty() const { return !m_snapshots.empty() && m_at != m_saved; }
  /// Work that was not saved when the program last ended: on this project, then of those without a file that
  /// look_for_unsaved() found, the latest first; null: none, or none any more. `older()` counts what more
  /// there is, which is offered after it.
  const Recovered* recovered() const {
    if (!m_recovered.empty()) return &m_recovered.front();
    return m_unsaved.empty() ? nullptr : &m_unsaved.front();
  }
  std::size_t older() const {
    const std::size_t all = m_recovered.size() + m_unsaved.size();
    return all == 0 ? 0 : all - 1;
  }
  /// Whether a command opens another project in the place of the one that is open: unsaved work is then left.
  bool leaves_project(const Command& command) const;
  /// Whether another window was at work on this project when it was opened.
  bool open_elsewhere() const { return m_open_elsewhere; }
  /// Whether unsaved changes still have to be noted down: poll() is then to be called within a second.
  bool unkept() const { return m_recovery && m_kept != m_at && dirty(); }
  /// Looks for unsaved work of projects that had no file; offers it as recovered(), whatever is open.
  void look_for_unsaved();
  /// Whether the project was not saved because its files on the disk are not as they were read or saved last.
  bool save_conflict() const { return m_save_conflict; }
  void drop_save_conflict() { m_save_conflict = false; }
  /// For an ending at which the user gave unsaved work up.
  void forget_unsaved();

  /// Data files of the project that are not there, as it writes them.
  const std::vector<std::string>& missing() const { return m_missing; }
  /// What was written last, for a word to the user; empty at first.
  const std::string& written() const { return m_written; }
  /// What the user should be told of work that is done; empty at first. `notes()` counts them.
  const base::Text& note() const { return m_note; }
  std::size_t notes() const { return m_notes; }
  const std::vector<base::Error>& problems() const { return m_problems; }
  void dismiss_problem(std::size_t index);
  bool busy() const { return m_jobs.busy(); }
  std::vector<JobRunner::Status> work() const { return m_jobs.status(); }
  /// Stops all work. What was asked for and is not there yet is given up: the map that is shown holds, and
  /// of a project that has none yet the project before, or nothing, is open again. Told as a note().
  void cancel();

 private:
  void open(std::shared_ptr<const model::Project> project);
  void change(model::Project project);
  void step_to(std::size_t snapshot);
  void go_to(std::size_t snapshot);
  void refresh();
  void find_periods(const std::string& indicator);
  void take_map(std::shared_ptr<const MapContent> map, const MapChoice& choice);
  void make_desk(const std::string& period, std::function<void()> before = {},
                 const std::shared_ptr<const Units>& other_units = nullptr);
  void find_targets(const std::string& period);
  void compare_sets(const std::string& period);
  void find_areas();
  void make_beside();
  void take_found(const FindFile& command);
  void add_problem(const base::Error& problem);
  void bring_back();
  void follow_file(const model::Project& before, const std::vector<std::vector<names::Alias>>& names);
  void tell(base::Text note);
  void tell_written(const std::string& file);
  JobRunner::Failure failure_to_tell();
  SeenMap as_shown(const SheetFocus& focus) const;
  void keep_unsaved();
  template <class Change>
  void change_project(const Change& change);
  JobRunner::Failure failure_of(std::uint64_t revision);
  JobRunner::Failure failure_of_rest(std::uint64_t revision);

  void carry_out(const OpenProject& command);
  void carry_out(const OpenData& command);
  void carry_out(const ChooseTheme& command);
  void carry_out(const ChoosePeriod& command);
  void carry_out(const ChooseAreas& command);
  void carry_out(const AskAreas& command);
  void carry_out(const ExportAreas& command);
  void carry_out(const OpenNew& command);
  void carry_out(const SetClassification& command);
  void carry_out(const PutTheme& command);
  void carry_out(const RemoveTheme& command);
  void carry_out(const MoveTheme& command);
  void carry_out(const SetScenes& command);
  void carry_out(const EditValue& command);
  void carry_out(const SetThreshold& command);
  void carry_out(const ConfirmName& command);
  void carry_out(const FindFile& command);
  void carry_out(const CompareSets& command);
  void carry_out(const SaveProject& command);
  void carry_out(const ExportShown& command);
  void carry_out(const ExportTable& command);
  void carry_out(const ShowBeside& command);
  void carry_out(const ShowAlone& command);
  void carry_out(const CheckData& command);
  void carry_out(const CopyPicture& command);
  void carry_out(const MakeAgain& command);
  void carry_out(const Recover& command);
  void carry_out(const ForgetRecovered& command);
  void carry_out(const RecoverLater& command);
  void carry_out(const Undo& command);
  void carry_out(const Redo& command);

  /// A place in the history that is never reached: of a state that is gone.
  static constexpr auto k_never = static_cast<std::size_t>(-1);
  std::optional<OpenedProject> m_former;  ///< while the one that is open has no map yet
  std::uint64_t m_area_revision = 0;      ///< of the question; answers to older ones are dropped
  std::uint64_t m_beside_revision = 0;    ///< of what is asked for beside the map
  std::size_t m_opened = 0;               ///< projects, up to this one
  bool m_checking = false;                ///< one check and one copy at a time
  bool m_copying = false;
  base::Text m_note;
  std::size_t m_notes = 0;
  std::uint64_t m_revision = 0;  ///< of what is asked for; results of older ones are dropped
  bool m_changed = false;
  std::string m_written;
  std::optional<Recovery> m_recovery;
  PrepareUnits m_prepare_units;
  std::vector<Recovered> m_unsaved;  ///< of projects without a file
  std::chrono::steady_clock::time_point m_changed_at;
  JobRunner m_jobs;  // last: its threads end before the rest goes
};

}  // namespace ntmap::app
