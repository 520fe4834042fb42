// The commands of Session that concern layers of areas.
#include "app/areas/export_coverage.hpp"
#include "app/desk/session.hpp"
#include "app/project/source_files.hpp"

namespace ntmap::app {

using base::text;

/// After the map, whose units and period the answer is about. What cannot be answered says so in areas(), for
/// it concerns the panel that asked.
void Session::find_areas() {
  if (!m_area_question || !m_map) return;
  const std::uint64_t revision = ++m_area_revision;
  const auto answer = [this, revision](AreaContent content) {
    if (revision != m_area_revision) return;
    m_areas = std::make_shared<const AreaContent>(std::move(content));
    m_changed = true;
  };
  m_jobs.start(
      text("Tính các vùng", "Measuring the areas"),
      [data = m_data, period = m_map->period, units = m_map->figures.units, question = *m_area_question,
       answer](const base::Job& job) -> JobRunner::Completion {
        auto content = std::make_shared<AreaContent>(
            area_content(*data, {.units = units, .period = period}, question, job));
        return [content, answer] { answer(std::move(*content)); };
      },
      [answer, question = *m_area_question, units = m_map->figures.units](const base::Error& error) {
        AreaContent content;
        content.question = question;
        content.units.units = units;
        content.failure = error;
        answer(std::move(content));
      });
}

void Session::carry_out(const ChooseAreas& command) {
  if (m_choice.areas == command.areas && m_choice.area_filter == command.filter) return;
  m_choice.areas = command.areas;
  m_choice.area_filter = command.filter;
  refresh();
}

void Session::carry_out(const AskAreas& command) {
  m_area_question = command.question;
  find_areas();
}

void Session::carry_out(const ExportAreas& command) {
  if (!m_areas || m_areas->failure) return;
  check_coverage_export(command.file, base::Overwrite::yes);
  refuse_source(m_data->project(), command.file);
  m_jobs.start(
      text("Xuất bảng các vùng", "Exporting the table of areas"),
      [this, command, data = m_data, areas = m_areas](const base::Job& job) -> JobRunner::Completion {
        export_coverage(data->project(), {*areas->report}, command.file,
                        {.lang = command.lang, .by_year = true, .overwrite = base::Overwrite::yes}, job);
        return [this, file = command.file] { tell_written(file); };
      },
      failure_to_tell());
}

}  // namespace ntmap::app
