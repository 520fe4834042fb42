#pragma once

#include <string>
#include <vector>

#include "app/areas/coverage_report.hpp"
#include "app/data/project_data.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"
#include "model/areas.hpp"

namespace ntmap::app {

/// What is asked of a project's areas. Empty texts and lists choose what the project says.
struct CoverageQuery {
  std::vector<std::string> areas;           ///< ids; empty: all
  std::string period;                       ///< id; empty: the latest, whose boundaries then count
  std::string by;                           ///< ISO date instead of the period's
  std::vector<model::AreaStatus> statuses;  ///< empty: those at work
  double target = model::k_no_data;         ///< percent; NaN: the areas' own
};

struct CoverageAnswer {
  std::vector<CoverageReport> reports;  ///< one a layer of areas, in the project's order
  base::Findings findings;              ///< of units, areas, overlays and weights
};

/// Answers for every layer of areas asked about; with the weights that the project names for it.
/// Throws Error{usage} for ids that are not there, naming the nearest, and Error{data} without [[areas]].
CoverageAnswer project_coverage(ProjectData& data, const CoverageQuery& query, const base::Job& job = {});

/// Throws Error{data} for a layer of which no figure should be believed: all of its areas are left out, or
/// several coordinate systems fit them alike. The findings say why.
void require_usable_areas(const CoverageAnswer& answer);

}  // namespace ntmap::app
