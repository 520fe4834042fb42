// The commands of Session that show more of a project: a second map, what is wrong with its data, a copy.
#include <utility>

#include "app/check/check_project.hpp"
#include "app/desk/copy_picture.hpp"
#include "app/desk/session.hpp"

namespace ntmap::app {

using base::text;

void Session::tell(base::Text note) {
  m_note = std::move(note);
  ++m_notes;
  m_changed = true;
}

void Session::tell_written(const std::string& file) {
  m_written = file;
  tell(text("Đã ghi {}", "Written: {}", {file}));
}

/// Of work that writes a file: whatever is shown by then, it is a problem.
JobRunner::Failure Session::failure_to_tell() {
  return [this](const base::Error& error) { add_problem(error); };
}

/// The map with the areas that lie over it now.
SeenMap Session::as_shown(const SheetFocus& focus) const {
  return {m_shown_choice.areas, m_shown_choice.area_filter, focus};
}

void Session::cancel() {
  m_jobs.cancel_all();
  ++m_revision;
  ++m_beside_revision;
  m_checking = m_copying = false;
  if (m_map) m_choice = m_shown_choice;
  if (m_beside && m_beside->map)
    m_beside->choice = {m_beside->map->theme.id, m_beside->map->period, true};
  else
    m_beside.reset();
  if (m_former)
    bring_back();
  else
    tell(text("Đã hủy", "Cancelled"));
  m_stopped = m_map && (m_rest > 0 || m_map_is_old);
}

/// The project that was open before the one that has no map yet.
void Session::bring_back() {
  static_cast<OpenedProject&>(*this) = std::move(*m_former);
  m_former.reset();
  ++m_opened;
  m_kept = k_never;
  const auto project = this->project();
  const std::string file = project ? project->file : std::string();
  if (m_recovery) m_open_elsewhere = m_recovery->work_on(file) && !file.empty();
  if (m_recovery) look_for_unsaved();  // what is not taken up now is offered again
  if (!project) return tell(text("Đã hủy", "Cancelled"));
  tell(text("Đã hủy: vẫn là dự án trước đó", "Cancelled: the project before is open as it was"));
}

/// With every new first map too: the second may take its classes.
void Session::make_beside() {
  if (!m_beside || !m_map) return;
  if (!m_beside->choice.theme.empty() && project()->find_theme(m_beside->choice.theme) == nullptr)
    m_beside->choice.theme = m_map->theme.id;  // that theme was taken out of the project
  const std::uint64_t revision = ++m_beside_revision;
  m_jobs.start(
      text("Lập bản đồ thứ hai", "Making the second map"),
      [this, revision, data = m_data, first = m_map,
       choice = m_beside->choice](const base::Job& job) -> JobRunner::Completion {
        Beside beside = map_beside(*data, *first, choice, job);
        return [this, revision, beside = std::move(beside)]() mutable {
          if (revision != m_beside_revision || !m_beside) return;
          m_beside = std::move(beside);
          m_changed = true;
        };
      },
      [this, revision](const base::Error& error) {
        if (revision != m_beside_revision) return;
        add_problem(error);
        m_beside.reset();
      });
}

void Session::carry_out(const ShowBeside& command) {
  if (m_snapshots.empty()) return;
  if (!m_beside) m_beside.emplace();
  m_beside->choice = command.choice;
  m_changed = true;
  make_beside();
}

void Session::carry_out(const ShowAlone& /*command*/) {
  m_beside.reset();
  ++m_beside_revision;
  m_changed = true;
}

void Session::carry_out(const CheckData& /*command*/) {
  if (m_snapshots.empty() || m_checking) return;
  m_checking = true;
  m_jobs.start(
      text("Kiểm tra số liệu", "Checking the data"),
      [this, data = m_data, project = m_snapshots[m_at],
       opened = m_opened](const base::Job& job) -> JobRunner::Completion {
        ProjectData own(project, *data);  // with a lock of its own: maps need not wait for the check
        auto checked = std::make_shared<CheckedData>();
        checked->findings = check_project(own, job.part(0, 0.9));
        checked->unclear = open_names(own, job.part(0.9, 1));
        return [this, checked, project, opened] {
          m_checking = false;
          if (opened != m_opened) return;  // another project has been opened
          m_checked = checked;
          m_checked_of = project;
          m_changed = true;
        };
      },
      [this](const base::Error& error) {
        m_checking = false;
        add_problem(error);
      });
}

void Session::carry_out(const CopyPicture& command) {
  if (!m_map || m_copying) return;
  m_copying = true;
  m_jobs.start(
      text("Sao chép ảnh bản đồ", "Copying the map's picture"),
      [this, command, data = m_data, map = m_map,
       seen = as_shown(command.seen)](const base::Job& job) -> JobRunner::Completion {
        CopiedPicture copied = copy_picture(*data, *map, seen, command.names, command.lang, job);
        return [this, copied = std::move(copied)] {
          m_copying = false;
          if (!copied.file.empty()) m_written = copied.file.string();
          tell(copied.note);
        };
      },
      [this](const base::Error& error) {
        m_copying = false;
        add_problem(error);
      });
}

}  // namespace ntmap::app
