#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "app/areas/coverage.hpp"
#include "app/areas/load_weights.hpp"
#include "app/data/units.hpp"
#include "base/job.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// Weights with what of them lies in each unit.
struct UnitWeights {
  Weights weights;
  std::vector<double> of_unit;
};

/// The overlays of a project, each computed once for a vintage and kept. Safe to use from several threads.
class CoverageStore {
 public:
  /// Throws Error for an id that is not in the project, naming the nearest.
  std::shared_ptr<const Coverage> coverage(const model::Project& project, const std::string& areas,
                                           const std::shared_ptr<const Units>& units,
                                           const base::Job& job = {});
  std::shared_ptr<const UnitWeights> weights(const model::Project& project, const std::string& weights,
                                             const std::shared_ptr<const Units>& units,
                                             const base::Job& job = {});

 private:
  using Key = std::pair<std::string, std::string>;  // id and vintage
  std::recursive_mutex m_mutex;
  std::map<Key, std::shared_ptr<const Coverage>> m_coverages;
  std::map<Key, std::shared_ptr<const UnitWeights>> m_weights;
};

}  // namespace ntmap::app
