#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/areas/coverage_store.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"
#include "model/areas.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// What a figure from areas is asked about.
struct CoverageQuestion {
  std::shared_ptr<const Units> units;
  std::string date;        ///< the period's, ISO; empty: areas of any date
  std::vector<double> of;  ///< figures of base_for(), one a unit; empty where there is none
};

struct CoverageValues {
  std::vector<double> values;  ///< one a unit; NaN: unknown
  std::string file;            ///< of the areas
  base::Findings findings;     ///< of the areas, of the overlay and of the weights
};

/// The indicator that a figure is about besides areas: households for "without", hectares (such as farm land)
/// that a share is of instead of the unit; empty when it needs none.
std::string base_for(const model::Project& project, const model::CoverageRule& rule);

/// Throws Error{data} when every area of the layer is left out (all axes swapped, a wrong system): then
/// nothing is known of any unit, and zero would be a wrong answer. Says why by the first finding.
void require_usable(const Coverage& coverage);

/// One figure of every unit. Throws Error for layers that cannot be read or used, and where a rule lacks what
/// its figure needs: a target for "gap", households for "without".
CoverageValues coverage_values(const model::Project& project, CoverageStore& store,
                               const model::CoverageRule& rule, const CoverageQuestion& question,
                               const base::Job& job = {});

}  // namespace ntmap::app
