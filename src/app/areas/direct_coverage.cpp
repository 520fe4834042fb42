#include "app/areas/direct_coverage.hpp"

#include <filesystem>

#include "base/error.hpp"

namespace ntmap::app {

using base::text;

model::Project direct_coverage_project(const DirectCoverage& input) {
  if (input.areas.file.empty()) {
    throw base::Error(base::ErrorKind::usage, text("Chưa có các vùng", "No areas given"),
                      text("Ghi tệp dự án có [[areas]], hoặc --areas TỆP.",
                           "Name a project file with [[areas]], or give --areas FILE."));
  }
  model::Project project = direct_project(input.units);
  project.crs = model::k_source_crs;
  project.hectares = input.hectares;
  model::AreaSource areas = input.areas;
  areas.id = k_direct_areas;
  if (areas.title.empty()) areas.title = model::title_of(areas.kind);
  if (!input.weights.file.empty()) {
    model::WeightSource weights = input.weights;
    weights.id = "weights";
    weights.title = std::filesystem::path(weights.file).filename().string();
    areas.weights = weights.id;
    project.weights.push_back(std::move(weights));
  }
  project.areas.push_back(std::move(areas));
  return project;
}

}  // namespace ntmap::app
