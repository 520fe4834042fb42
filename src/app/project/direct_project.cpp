#include "app/project/direct_project.hpp"

#include <filesystem>

#include "base/error.hpp"

namespace ntmap::app {

using base::Error;
using base::ErrorKind;
using base::text;

model::Project direct_project(const DirectInput& input) {
  if (input.boundaries.empty()) {
    throw Error(
        ErrorKind::usage, text("Chưa có dữ liệu", "No data given"),
        text("Ghi tệp dự án, hoặc --boundaries TỆP.", "Name a project file, or give --boundaries FILE."));
  }
  if (!input.table.empty() && input.code.empty()) {
    throw Error(ErrorKind::usage, text("Có --table nhưng thiếu --code", "--table is given without --code"),
                text("Ghi trường mã đơn vị của ranh giới bằng --code.",
                     "Name the code field of the boundaries with --code."));
  }
  const bool own_table = !input.table.empty();
  if (!own_table && input.encoding != "auto" && input.boundaries_encoding != "auto" &&
      input.encoding != input.boundaries_encoding) {
    throw Error(ErrorKind::usage,
                text("--encoding và --boundaries-encoding khác nhau mà chỉ có tệp ranh giới",
                     "--encoding and --boundaries-encoding differ, but there are boundaries only"),
                text("Bỏ một trong hai.", "Leave out one of them."));
  }
  const std::string boundaries_encoding =
      own_table || input.boundaries_encoding != "auto" ? input.boundaries_encoding : input.encoding;
  const model::Boundaries boundaries{.id = "direct",
                                     .file = input.boundaries,
                                     .code = input.code,
                                     .name = input.name,
                                     .district = input.district,
                                     .encoding = boundaries_encoding,
                                     .crs = input.crs};
  if (input.value.empty()) {
    model::Project project;
    project.boundaries.push_back(boundaries);
    return project;
  }
  model::TableSource table;
  table.id = "direct";
  table.files = {input.table.empty() ? input.boundaries : input.table};
  table.key = input.table.empty() || input.key.empty() ? input.code : input.key;
  table.encoding = own_table ? input.encoding : boundaries_encoding;
  model::Project project = project_of_files(boundaries, table);
  add_column_theme(project, "value", input.value, input.classification);
  return project;
}

model::Project project_of_files(const model::Boundaries& boundaries, const model::TableSource& table) {
  model::Project project;
  project.boundaries.push_back(boundaries);
  project.tables.push_back(table);
  project.source =
      text("Nguồn: {}", "Source: {}", {std::filesystem::path(table.files.front()).filename().string()});
  return project;
}

void add_column_theme(model::Project& project, const std::string& id, const std::string& field,
                      const model::Classification& classification) {
  model::Indicator indicator;
  indicator.id = id;
  indicator.title = field;
  indicator.table = project.tables.front().id;
  indicator.field = field;
  indicator.decimals = classification.decimals;
  project.indicators.push_back(indicator);
  model::Theme theme;
  theme.id = id;
  theme.title = field;
  theme.indicator = id;
  theme.classification = classification;
  project.themes.push_back(theme);
}

}  // namespace ntmap::app
