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
  model::Project project;
  model::Boundaries boundaries;
  boundaries.id = "direct";
  boundaries.file = input.boundaries;
  boundaries.code = input.code;
  boundaries.name = input.name;
  boundaries.district = input.district;
  boundaries.encoding = input.encoding;
  boundaries.crs = input.crs;
  project.boundaries.push_back(boundaries);
  if (input.value.empty()) return project;

  model::TableSource table;
  table.id = "direct";
  table.files = {input.table.empty() ? input.boundaries : input.table};
  table.key = input.table.empty() || input.key.empty() ? input.code : input.key;
  table.encoding = input.encoding;
  project.tables.push_back(table);

  model::Indicator indicator;
  indicator.id = "value";
  indicator.title = input.value;
  indicator.table = "direct";
  indicator.field = input.value;
  indicator.decimals = input.classification.decimals;
  project.indicators.push_back(indicator);

  model::Theme theme;
  theme.id = "value";
  theme.title = input.value;
  theme.indicator = "value";
  theme.classification = input.classification;
  project.themes.push_back(theme);
  project.source =
      text("Nguồn: {}", "Source: {}", {std::filesystem::path(table.files.front()).filename().string()});
  return project;
}

}  // namespace ntmap::app
