#include "app/sample_data.hpp"

#include <gtest/gtest.h>

#include "app/project/project_file.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::test {
namespace {

std::shared_ptr<const model::Project> project(const char* name) {
  return std::make_shared<const model::Project>(app::read_project(checkout(name)));
}

}  // namespace

app::ProjectData& ha_tinh() {
  static app::ProjectData data(project("gis_data/hatinh.toml"));
  return data;
}

app::ProjectData& son_duong() {
  static app::ProjectData data(project("gis_data/sonduong.toml"));
  return data;
}

const app::Assessment& assessed(app::ProjectData& data, const char* period) {
  return *data.assessment(*data.project().find_period(period));  // kept by the data
}

std::uint32_t commune(const app::Assessment& assessment, const char* code) {
  const std::uint32_t unit = assessment.tree().find(model::UnitLevel::commune, code);
  EXPECT_NE(unit, criteria::k_no_unit) << code;
  return unit;
}

}  // namespace ntmap::test
