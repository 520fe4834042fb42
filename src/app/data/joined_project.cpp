#include "app/data/joined_project.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>

#include "app/data/whole_numbers.hpp"
#include "app/project/direct_project.hpp"
#include "app/project/field_names.hpp"
#include "app/project/plain_name.hpp"
#include "io/table_reader.hpp"

namespace ntmap::app {
namespace {

constexpr std::size_t k_longest_id = 48;  // letters: it names files of what is exported

int decimals_of(const model::Table& table, const std::string& field) {
  const model::Column* column = table.find(field);
  return column != nullptr && all_whole(io::read_numbers(table, *column, false).values) ? 0 : 1;
}

/// As in "ty-le-ho-ngheo"; numbered where two headings are alike without marks.
std::string free_id(const model::Project& project, const std::string& field) {
  std::string id = plain_name(field, '-', k_longest_id);
  if (id.empty()) id = "gia-tri";
  std::string free = id;
  for (int number = 2; project.find_theme(free) != nullptr; ++number)
    free = id + "-" + std::to_string(number);
  return free;
}

/// The unit stands behind the title already; two columns that differ in nothing else keep it.
std::string title_of_share(const JoinPlan& plan, const std::string& field) {
  constexpr std::string_view k_unit = " (%)";
  if (!field.ends_with(k_unit)) return field;
  const std::string title = field.substr(0, field.size() - k_unit.size());
  const bool taken = std::find(plan.values.begin(), plan.values.end(), title) != plan.values.end();
  return taken ? field : title;
}

}  // namespace

model::Project joined_project(const JoinPlan& plan, const JoinPreview& preview) {
  const model::Boundaries boundaries{.id = "ranh_gioi",
                                     .file = plan.boundaries,
                                     .code = plan.code,
                                     .name = plan.name.empty() ? plan.code : plan.name,
                                     .type = plan.type,
                                     .district = plan.district,
                                     .encoding = plan.boundaries_encoding};
  model::TableSource table;
  table.id = "bang";
  table.files = {plan.table};
  table.key = plan.key;
  table.name = plan.table_name;
  table.district = plan.table_district;
  table.encoding = plan.table_encoding;
  table.header_row = plan.header_row;
  model::Project project = project_of_files(boundaries, table);
  for (const std::string& field : plan.values) {
    const int decimals = decimals_of(preview.rows.table, field);
    add_column_theme(project, free_id(project, field), field, {.decimals = decimals});
    if (!says_percent(field)) continue;
    model::Indicator& indicator = project.indicators.back();
    indicator.percent = true;
    indicator.unit = "%";
    indicator.title = title_of_share(plan, field);
  }
  project.title = std::filesystem::path(plan.table).stem().string();
  project.confirmed_names = plan.confirmed;
  return project;
}

}  // namespace ntmap::app
