// The commands of Session that change, save and recover a project.
#include <algorithm>
#include <utility>

#include "app/data/found_file.hpp"
#include "app/desk/session.hpp"
#include "app/export/export_request.hpp"
#include "app/project/aliases_file.hpp"
#include "app/project/edits_file.hpp"
#include "app/project/missing_files.hpp"
#include "app/project/moved_project.hpp"
#include "app/project/project_copy.hpp"
#include "app/project/project_writer.hpp"
#include "app/project/source_files.hpp"
#include "app/project/thresholds.hpp"

namespace ntmap::app {

using base::text;

namespace {

constexpr std::chrono::seconds k_keep_after{2};  // of the last change, so that a drag is written once

std::vector<model::Theme>::iterator theme_in(model::Project& project, const std::string& id) {
  return std::find_if(project.themes.begin(), project.themes.end(),
                      [&](const model::Theme& theme) { return theme.id == id; });
}

/// Whether labels written for the old classes still say the truth of the new ones.
bool same_classes(const model::Classification& a, const model::Classification& b) {
  return a.method == b.method && a.classes == b.classes && a.breaks == b.breaks && a.isolated == b.isolated &&
         a.closed_right == b.closed_right;
}

/// What each state calls confirmed; nothing where no state confirms or withdraws any, for then the file of
/// aliases stays as it is and need not even be read.
std::vector<std::vector<names::Alias>> names_of_states(
    const std::vector<std::shared_ptr<const model::Project>>& states) {
  std::vector<std::vector<names::Alias>> names;
  const bool any = std::any_of(states.begin(), states.end(),
                               [](const auto& state) { return !state->confirmed_names.empty(); });
  if (!any) return names;
  for (const auto& state : states) names.push_back(all_aliases(*state));
  return names;
}

/// Another state of a project that was saved where it came from, or for the first time.
model::Project state_of_saved(const model::Project& other, const model::Project& before,
                              const model::Project& saved) {
  model::Project project = other.folder != saved.folder ? moved_project(other, saved.folder) : other;
  project.file = saved.file;
  project.aliases = saved.aliases;
  project.edits = saved.edits;
  follow_saved_overlays(project, before, saved);
  return project;
}

}  // namespace

/// `change` gets a copy of the project and says whether it did anything.
template <class Change>
void Session::change_project(const Change& change) {
  if (m_snapshots.empty()) return;
  model::Project changed = *m_snapshots[m_at];
  if (change(changed)) this->change(std::move(changed));
}

void Session::carry_out(const OpenNew& command) {
  open(command.project);
  m_saved = m_kept = k_never;
}

void Session::carry_out(const SetClassification& command) {
  change_project([&](model::Project& project) {
    const auto theme = theme_in(project, command.theme);
    if (theme == project.themes.end()) return false;
    if (!same_classes(theme->classification, command.classification)) theme->labels.clear();
    theme->classification = command.classification;
    return true;
  });
}

void Session::carry_out(const PutTheme& command) {
  change_project([&](model::Project& project) {
    const auto theme = theme_in(project, command.theme.id);
    if (theme == project.themes.end()) {
      const auto before = theme_in(project, command.after);
      project.themes.insert(before == project.themes.end() ? before : before + 1, command.theme);
    } else if (*theme == command.theme) {
      return false;
    } else {
      *theme = command.theme;
    }
    return true;
  });
}

void Session::carry_out(const RemoveTheme& command) {
  change_project([&](model::Project& project) {
    const auto theme = theme_in(project, command.theme);
    if (theme == project.themes.end() || project.themes.size() == 1) return false;
    project.themes.erase(theme);
    return true;
  });
}

void Session::carry_out(const MoveTheme& command) {
  change_project([&](model::Project& project) {
    const auto theme = theme_in(project, command.theme);
    if (theme == project.themes.end()) return false;
    const auto last = static_cast<std::ptrdiff_t>(project.themes.size()) - 1;
    const std::ptrdiff_t from = theme - project.themes.begin();
    const std::ptrdiff_t to = std::clamp<std::ptrdiff_t>(from + command.by, 0, last);
    if (to == from) return false;
    const auto at = [&](std::ptrdiff_t place) { return project.themes.begin() + place; };
    if (to > from)
      std::rotate(at(from), at(from + 1), at(to + 1));
    else
      std::rotate(at(to), at(from), at(from + 1));
    return true;
  });
}

void Session::carry_out(const SetScenes& command) {
  change_project([&](model::Project& project) {
    if (project.scenes == command.scenes) return false;
    project.scenes = command.scenes;
    return true;
  });
}

void Session::carry_out(const EditValue& command) {
  change_project([&](model::Project& project) {
    const auto before = project.value_edits;
    put_edit(project.value_edits, command.edit);
    return project.value_edits != before;
  });
}

void Session::carry_out(const SetThreshold& command) {
  change_project([&](model::Project& project) {
    model::Project changed = with_threshold(project, command.change);
    if (same_thresholds(changed, project)) return false;
    project = std::move(changed);
    return true;
  });
}

void Session::carry_out(const ConfirmName& command) {
  change_project([&](model::Project& project) {
    std::erase_if(project.confirmed_names, [&](const model::ConfirmedName& other) {
      return other.name == command.name.name && other.district == command.name.district;
    });
    project.confirmed_names.push_back(command.name);
    return true;
  });
}

void Session::carry_out(const FindFile& command) {
  if (m_snapshots.empty()) return;
  m_jobs.start(
      text("Xem tệp được chọn", "Looking at the chosen file"),
      [this, command, project = m_snapshots[m_at],
       opened = m_opened](const base::Job& job) -> JobRunner::Completion {
        check_found_file(*project, command.missing, command.found, job);
        return [this, command, opened] {
          if (opened == m_opened) take_found(command);
        };
      },
      failure_to_tell());
}

/// What could not be read before is read now, so nothing is taken over.
void Session::take_found(const FindFile& command) {
  change_project([&](model::Project& project) {
    project = with_file_found(project, command.missing, command.found);
    return true;
  });
  m_data = std::make_shared<ProjectData>(m_snapshots[m_at]);
  m_problems.clear();
  refresh();
}

/// The other states of the project go with it to the files it was saved as: undo must not lead back to the
/// file it came from, and what they say otherwise than the files now do has to be written with them.
/// `before` is the state as it was before it was saved, `names` what names_of_states() the states was then.
void Session::follow_file(const model::Project& before, const std::vector<std::vector<names::Alias>>& names) {
  const std::vector<names::Alias> now = names.empty() ? std::vector<names::Alias>() : all_aliases(*m_on_disk);
  const bool copied = !before.file.empty() && !is_same_file(before.file, m_on_disk->file);
  for (std::size_t i = 0; i < m_snapshots.size(); ++i) {
    if (i == m_at) continue;
    model::Project project = copied ? state_of_copy(*m_snapshots[i], before, *m_on_disk)
                                    : state_of_saved(*m_snapshots[i], before, *m_on_disk);
    if (!names.empty()) project.confirmed_names = names_against(names[i], now);
    m_snapshots[i] = std::make_shared<const model::Project>(std::move(project));
  }
}

void Session::carry_out(const SaveProject& command) {
  if (m_snapshots.empty()) return;
  const std::shared_ptr<const model::Project> before = m_snapshots[m_at];
  const std::string file = command.file.empty() ? before->file : command.file;
  if (file.empty()) return;
  const bool elsewhere = !is_same_file(file, before->file);
  const DiskState found = m_on_disk ? disk_state_of(*m_on_disk) : m_disk;
  m_save_conflict = !elsewhere && !command.overwrite && found.project && found != m_disk;
  m_changed = true;
  if (m_save_conflict) return;
  if (elsewhere) {
    refuse_source(*before, file);
    refuse_no_project(file);
  }
  const std::vector<std::vector<names::Alias>> names = names_of_states(m_snapshots);
  try {
    m_snapshots[m_at] =
        std::make_shared<const model::Project>(save_project(*before, m_on_disk.get(), file, m_disk.project));
  } catch (base::Error& error) {
    throw error.at(text("Chưa lưu được dự án", "The project was not saved"));
  }
  m_on_disk = m_snapshots[m_at];
  m_disk = disk_state_of(*m_on_disk);
  m_saved = m_at;
  follow_file(*before, names);
  m_data = std::make_shared<ProjectData>(m_on_disk, *m_data);
  if (m_recovery) m_recovery->forget();
  if (elsewhere) m_recovered.clear();  // it is of the file before, and offered with that one
  if (m_recovery && elsewhere) m_open_elsewhere = m_recovery->work_on(file);
  m_written = file;
  tell(text("Đã lưu {}", "Saved {}", {file}));
}

void Session::carry_out(const ExportShown& command) {
  if (!m_map) return;
  check_export_request(m_data->project(), command.choice, command.file, base::Overwrite::yes);
  m_jobs.start(
      text("Xuất bản đồ", "Exporting the map"),
      [this, command, data = m_data, map = m_map,
       seen = as_shown(command.seen)](const base::Job& job) -> JobRunner::Completion {
        run_export(*data, *map, command.choice, command.file, command.lang, base::Overwrite::yes, "ntmap",
                   job, seen);
        return [this, file = command.file] { tell_written(file); };
      },
      failure_to_tell());
}

void Session::carry_out(const ExportTable& command) {
  if (const auto open = project()) refuse_source(*open, command.file);
  m_jobs.start(
      text("Xuất bảng số liệu", "Exporting the attribute table"),
      [this, command](const base::Job&) -> JobRunner::Completion {
        export_table(command.of->table, command.view, command.units, command.lang, command.file,
                     base::Overwrite::yes);
        return [this, file = command.file] { tell_written(file); };
      },
      failure_to_tell());
}

void Session::carry_out(const Recover& /*command*/) {
  if (recovered() == nullptr) return;
  const Recovered chosen = *recovered();
  if (m_recovered.empty()) {
    open(chosen.project);
    m_saved = k_never;  // it has no file to be the same as
    m_recovery->take_over(chosen);
    return look_for_unsaved();  // what was open may be one of them now
  }
  m_recovered.erase(m_recovered.begin());
  change(*chosen.project);
  m_recovery->take_over(chosen);
}

void Session::carry_out(const ForgetRecovered& /*command*/) {
  if (recovered() == nullptr) return;
  Recovery::discard(*recovered());
  std::vector<Recovered>& offered = m_recovered.empty() ? m_unsaved : m_recovered;
  offered.erase(offered.begin());
  m_changed = true;
}

void Session::carry_out(const RecoverLater& /*command*/) {
  m_recovered.clear();
  m_unsaved.clear();
  m_changed = true;
}

void Session::look_for_unsaved() {
  if (m_recovery) m_unsaved = m_recovery->find("");
}

void Session::forget_unsaved() {
  m_kept = k_never;
  if (m_recovery) m_recovery->forget();
}

void Session::keep_unsaved() {
  if (std::chrono::steady_clock::now() - m_changed_at < k_keep_after) return;
  m_kept = m_at;
  m_jobs.start(
      text("Ghi bản dự phòng", "Noting unsaved work down"),
      [recovery = *m_recovery, project = m_snapshots[m_at],
       saved = m_on_disk](const base::Job&) -> JobRunner::Completion {
        recovery.keep(*project, saved.get());
        return [] {};
      },
      failure_to_tell());
}

}  // namespace ntmap::app
