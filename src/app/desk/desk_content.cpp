#include "app/desk/desk_content.hpp"

#include "app/programme/verdict_matrix.hpp"

namespace ntmap::app {
namespace {

/// Where a figure of the criteria can be changed: the first table that has a column of its name.
std::map<std::string, std::string> tables_of_fields(ProjectData& data, const std::string& period) {
  std::map<std::string, std::string> table_of;
  for (const std::string& id : data.project().criteria->tables) {
    const auto loaded = data.table(id, period);
    if (!loaded) continue;
    for (const model::Column& column : loaded->table.columns) table_of.emplace(column.name, id);
  }
  return table_of;
}

}  // namespace

DeskContent desk_content(ProjectData& data, const std::string& period, const base::Job& job) {
  DeskContent desk;
  desk.period = period;
  desk.table = unit_table(data, period, job.part(0, 0.6));
  const model::Period* when = period.empty() ? nullptr : data.project().find_period(period);
  if (when != nullptr) desk.assessment = data.assessment(*when, job.part(0.6, 1));
  if (desk.assessment) {
    desk.sets = sets_in_use(*desk.assessment);
    desk.main_set = main_set(*desk.assessment, data.project());
    desk.table_of = tables_of_fields(data, period);
    desk.findings = desk.assessment->findings();
  }
  desk.findings.insert(desk.findings.end(), desk.table.findings.begin(), desk.table.findings.end());
  return desk;
}

}  // namespace ntmap::app
