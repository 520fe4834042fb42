#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/coverage_store.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"
#include "model/areas.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// What a figure from areas is asked about.
struct CoverageQuestion {
  std::shared_ptr<const Units> units;
  std::string date;                ///< the period's, ISO; empty: areas of any date
  std::vector<double> households;  ///< in each unit, for CoverageFigure::without; else empty
};

struct CoverageValues {
  std::vector<double> values;  ///< one a unit; NaN: unknown
  std::string file;            ///< of the areas
  base::Findings findings;     ///< of the areas, of the overlay and of the weights
};

/// The indicator of households that a figure needs; empty when it needs none.
std::string households_for(const model::Project& project, const model::CoverageRule& rule);

/// One figure of every unit. Throws Error for layers that cannot be read, and where a rule lacks what its
/// figure needs: a target for "gap", households for "without".
CoverageValues coverage_values(const model::Project& project, CoverageStore& store,
                               const model::CoverageRule& rule, const CoverageQuestion& question,
                               const base::Job& job = {});

}  // namespace ntmap::app
