#include "app/desk/session.hpp"

#include <algorithm>
#include <utility>

#include "app/desk/first_map.hpp"
#include "app/desk/open_paths.hpp"
#include "app/project/missing_files.hpp"
#include "app/project/project_file.hpp"

namespace ntmap::app {

using base::text;

Session::Session(std::function<void()> wake, const std::filesystem::path& recovery_folder)
    : m_jobs(std::move(wake)) {
  if (!recovery_folder.empty()) m_recovery.emplace(recovery_folder);
}

bool Session::leaves_project(const Command& command) const {
  const bool opens = std::holds_alternative<OpenProject>(command) ||
                     std::holds_alternative<OpenData>(command) || std::holds_alternative<OpenNew>(command);
  const bool recovers_another = m_recovered.empty() && !m_unsaved.empty();
  return opens || (recovers_another && std::holds_alternative<Recover>(command));
}

void Session::apply(const Command& command) {
  try {
    std::visit([this](const auto& one) { carry_out(one); }, command);
  } catch (const base::Error& error) {
    add_problem(error);
  }
}

/// One that stands there already is not said again.
void Session::add_problem(const base::Error& problem) {
  const bool known = std::any_of(m_problems.begin(), m_problems.end(), [&](const base::Error& one) {
    return one.message() == problem.message() && one.remedy() == problem.remedy();
  });
  if (!known) m_problems.push_back(problem);
  m_changed = true;
}

bool Session::poll() {
  m_jobs.poll();
  if (unkept()) keep_unsaved();
  return std::exchange(m_changed, false);
}

std::shared_ptr<const model::Project> Session::project() const {
  return m_snapshots.empty() ? nullptr : m_snapshots[m_at];
}

void Session::dismiss_problem(std::size_t index) {
  m_problems.erase(m_problems.begin() + static_cast<std::ptrdiff_t>(index));
}

void Session::open(std::shared_ptr<const model::Project> project) {
  ++m_opened;
  if (!m_former) m_former = static_cast<const OpenedProject&>(*this);
  m_problems.clear();
  m_snapshots = {std::move(project)};
  m_at = m_saved = m_kept = 0;
  const std::string& file = m_snapshots.front()->file;
  m_on_disk = file.empty() ? nullptr : m_snapshots.front();
  m_disk = disk_state_of(*m_snapshots.front());
  m_save_conflict = false;
  m_missing = missing_files(*m_snapshots.front());
  m_recovered.clear();
  m_open_elsewhere = m_recovery && m_recovery->work_on(file) && !file.empty();
  if (m_recovery && !file.empty()) m_recovered = m_recovery->find(file);
  m_choice = m_shown_choice = {};
  m_area_question.reset();
  m_areas = nullptr;
  m_periods.clear();
  m_series.clear();
  m_map = nullptr;
  m_desk = nullptr;
  m_targets = nullptr;
  m_compared = {};
  m_comparison = nullptr;
  m_beside.reset();
  m_checked = nullptr;
  m_checked_of = nullptr;
  m_map_is_old = false;
  m_rest = 0;
  m_data = std::make_shared<ProjectData>(m_snapshots.front());
  refresh();
}

void Session::change(model::Project project) {
  m_snapshots.resize(m_at + 1);
  if (m_saved > m_at) m_saved = k_never;  // the saved state can no longer be reached
  if (m_kept > m_at) m_kept = k_never;    // nor can the one that was noted down
  m_snapshots.push_back(std::make_shared<const model::Project>(std::move(project)));
  step_to(m_at + 1);
}

void Session::step_to(std::size_t snapshot) {
  m_at = snapshot;
  // The theme that was shown may not be there in this state.
  if (!m_choice.theme.empty() && m_snapshots[m_at]->find_theme(m_choice.theme) == nullptr)
    m_choice.theme.clear();
  m_changed_at = std::chrono::steady_clock::now();
  // Undo, redo and recovery lead to other paths of the same files.
  if (std::vector<std::string> missing = missing_files(*m_snapshots[m_at]); missing != m_missing) {
    m_missing = std::move(missing);
    m_problems.clear();  // of the files as they were
  }
  m_data = std::make_shared<ProjectData>(m_snapshots[m_at], *m_data);
  m_map_is_old = true;
  if (m_at == m_saved) forget_unsaved();
  refresh();
}

void Session::refresh() {
  if (!m_data) return;
  const std::uint64_t revision = ++m_revision;
  m_changed = true;
  m_stopped = false;
  m_jobs.start(
      text("Lập bản đồ", "Making the map"),
      [this, revision, data = m_data, choice = m_choice,
       first = m_map == nullptr](const base::Job& job) -> JobRunner::Completion {
        const FirstMap made =
            first ? first_map(*data, choice, job)
                  : FirstMap{std::make_shared<const MapContent>(map_content(*data, choice, job)), {}};
        return [this, revision, map = made.map, failure = made.failure, areas = choice.areas,
                filter = choice.area_filter] {
          if (revision != m_revision) return;
          if (failure) add_problem(*failure);
          const MapChoice shown{
              .theme = map->theme.id, .period = map->period, .areas = areas, .area_filter = filter};
          const bool other_units = m_map && m_desk && m_desk->table.units != map->figures.units;
          if (other_units) {
            const auto take = [this, map, shown] { take_map(map, shown); };
            return make_desk(map->period, take, map->figures.units);
          }
          take_map(map, shown);
          make_desk(map->period);
        };
      },
      failure_of(revision));
}

void Session::take_map(std::shared_ptr<const MapContent> map, const MapChoice& choice) {
  m_former.reset();
  m_choice = m_shown_choice = choice;
  m_map_is_old = false;
  m_rest = 2;  // periods and tables
  m_map = std::move(map);
  if (m_areas && m_areas->units.units != m_map->figures.units) m_areas = nullptr;
  if (m_desk && m_desk->table.units != m_map->figures.units) m_desk = nullptr;
  m_changed = true;
  find_periods(m_map->theme.indicator);
  find_areas();
  make_beside();
}

/// After the map, which need not wait for the tables of the other periods.
void Session::find_periods(const std::string& indicator) {
  m_jobs.start(
      text("Đọc các kỳ", "Reading the periods"),
      [this, revision = m_revision, data = m_data, indicator](const base::Job& job) -> JobRunner::Completion {
        ReadPeriods read = read_periods(*data, indicator, job);
        std::vector<SeriesPoint> series = time_series(*data, indicator, read.periods, job);
        return [this, revision, read = std::move(read), series = std::move(series)]() mutable {
          if (revision != m_revision) return;
          --m_rest;
          if (read.failure) add_problem(*read.failure);
          m_periods = std::move(read.periods);
          m_series = std::move(series);
          m_changed = true;
        };
      },
      failure_of_rest(m_revision));
}

/// `before` is called once they are there, or failed: the map of other units than those of the panels, which
/// would stand empty if it came first. What it needs to be drawn is made too.
void Session::make_desk(const std::string& period, std::function<void()> before,
                        const std::shared_ptr<const Units>& other_units) {
  const JobRunner::Failure failed = [this, revision = m_revision, before](const base::Error& error) {
    if (revision == m_revision && before) before();
    failure_of_rest(revision)(error);
  };
  m_jobs.start(
      text("Lập các bảng", "Making the tables"),
      [this, revision = m_revision, data = m_data, period, before = std::move(before), other_units,
       prepare = m_prepare_units](const base::Job& job) -> JobRunner::Completion {
        if (other_units && prepare) prepare(other_units, job.part(0, 0.3));
        auto desk = std::make_shared<const DeskContent>(desk_content(*data, period, job.part(0.3, 1)));
        return [this, revision, desk, period, before] {
          if (revision != m_revision) return;
          if (before) before();
          --m_rest;
          m_desk = desk;
          m_changed = true;
          m_comparison = nullptr;  // of the figures before
          if (period.empty()) return;
          find_targets(period);
          compare_sets(period);
        };
      },
      failed);
}

/// Last, for their straight lines begin in periods that nobody may have looked at.
void Session::find_targets(const std::string& period) {
  ++m_rest;
  m_jobs.start(
      text("Tính tiến độ mục tiêu", "Computing progress to targets"),
      [this, revision = m_revision, data = m_data, period](const base::Job& job) -> JobRunner::Completion {
        auto found = std::make_shared<const std::vector<TargetReport>>(target_reports(*data, period, job));
        return [this, revision, found] {
          if (revision != m_revision) return;
          --m_rest;
          m_targets = found;
          m_changed = true;
        };
      },
      failure_of_rest(m_revision));
}

void Session::compare_sets(const std::string& period) {
  if (m_compared.before.empty() || m_compared.after.empty()) return;
  ++m_rest;
  m_jobs.start(
      text("So sánh hai bộ tiêu chí", "Comparing two criteria sets"),
      [this, revision = m_revision, data = m_data, period,
       sets = m_compared](const base::Job& job) -> JobRunner::Completion {
        auto made = std::make_shared<const SetComparison>(
            compare_project_sets(*data, {sets.before, sets.after, period}, job));
        return [this, revision, made, sets] {
          if (revision != m_revision) return;
          --m_rest;
          if (sets.before != m_compared.before || sets.after != m_compared.after) return;
          m_comparison = made;
          m_changed = true;
        };
      },
      failure_of_rest(m_revision));
}

JobRunner::Failure Session::failure_of(std::uint64_t revision) {
  return [this, revision](const base::Error& error) {
    if (revision != m_revision) return;
    m_former.reset();  // what is wrong with the new project is to be seen and mended in it
    add_problem(error);
    // The choice that failed is taken back, lest every later request fail with it.
    m_choice = m_shown_choice;
    m_changed = true;
  };
}

/// Of work on what belongs to the map that is shown.
JobRunner::Failure Session::failure_of_rest(std::uint64_t revision) {
  return [this, revision, told = failure_of(revision)](const base::Error& error) {
    if (revision == m_revision) --m_rest;
    told(error);
  };
}

void Session::carry_out(const OpenProject& command) {
  open(std::make_shared<const model::Project>(read_project(command.file)));
}

void Session::carry_out(const OpenData& command) {
  const DirectInput& input = command.input;
  const bool named = !input.code.empty() || !input.value.empty() || input.boundaries.empty();
  if (named) {
    open(std::make_shared<const model::Project>(direct_project(input)));
    return;
  }
  m_jobs.start(
      text("Mở tệp", "Opening the file"),
      [this, path = input.boundaries, opened = m_opened,
       before = project()](const base::Job& job) -> JobRunner::Completion {
        auto found = std::make_shared<const model::Project>(direct_project(guessed_input(path, job)));
        return [this, found, opened, before] {
          // What was opened or changed meanwhile stays.
          if (opened == m_opened && before == project()) open(found);
        };
      },
      [this](const base::Error& error) {
        add_problem(error);
        m_changed = true;
      });
  m_changed = true;
}

void Session::carry_out(const ChooseTheme& command) {
  if (m_choice.theme != command.theme) {
    m_choice.areas.reset();
    m_choice.area_filter = {};
  }
  m_choice.theme = command.theme;
  refresh();
}

void Session::carry_out(const ChoosePeriod& command) {
  m_choice.period = command.period;
  refresh();
}

void Session::carry_out(const MakeAgain& /*command*/) {
  refresh();
}

void Session::carry_out(const CompareSets& command) {
  m_compared = command;
  m_comparison = nullptr;
  m_changed = true;
  if (m_desk) compare_sets(m_desk->period);
}

/// To another state, showing the theme that comes back with it.
void Session::go_to(std::size_t snapshot) {
  const model::Project& before = *m_snapshots[m_at];
  for (const model::Theme& theme : m_snapshots[snapshot]->themes) {
    if (before.find_theme(theme.id) == nullptr) m_choice.theme = theme.id;
  }
  step_to(snapshot);
}

void Session::carry_out(const Undo& /*command*/) {
  if (can_undo()) go_to(m_at - 1);
}

void Session::carry_out(const Redo& /*command*/) {
  if (can_redo()) go_to(m_at + 1);
}

}  // namespace ntmap::app
