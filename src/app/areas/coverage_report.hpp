#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/areas/coverage.hpp"
#include "app/areas/coverage_store.hpp"
#include "base/job.hpp"
#include "base/text.hpp"
#include "model/areas.hpp"

namespace ntmap::app {

/// What areas of one status are: count, hectares drawn (overlaps counted as often as drawn) and declared.
struct StatusSum {
  model::AreaStatus status = model::AreaStatus::working;
  std::size_t areas = 0;
  double drawn = 0;       ///< hectares, duplicates left out
  double declared = 0;    ///< hectares, where said
  double households = 0;  ///< served, where said
  double added = 0;       ///< hectares that these cover more than those of the statuses before
};

/// What was covered at the end of a year by areas then at work.
struct YearSum {
  int year = 0;
  std::size_t areas = 0;  ///< that came into service in that year
  double covered = 0;     ///< hectares
  double growth = 0;      ///< hectares more than the year before in this list
  double share = 0;       ///< percent of the units' area
};

/// How far things would be if all areas up to a status were at work: "with all that is being built, 41
/// communes pass 50 %".
struct WhatIf {
  model::AreaStatus last = model::AreaStatus::working;
  double covered = 0;                      ///< hectares
  double share = 0;                        ///< percent of the units' area
  double weight_share = model::k_no_data;  ///< percent of the weights; NaN without weights
  std::size_t reaching = 0;                ///< units at or over the target; 0 without a target
};

struct CoverageRequest {
  CoverageChoice choice;
  std::string date;                  ///< what the choice is about, ISO; empty: any date
  double target = model::k_no_data;  ///< percent; NaN: none
};

/// One layer of areas over one vintage, by one choice: all that `ntmap coverage` says.
struct CoverageReport {
  std::shared_ptr<const Coverage> coverage;
  std::shared_ptr<const UnitWeights> weights;  ///< null: by area only
  CoverageRequest request;
  std::shared_ptr<const Cover> cover;
  WeightedCover weighted;               ///< empty without weights
  std::vector<std::uint32_t> areas_in;  ///< chosen areas that touch each unit
  double unit_hectares = 0;             ///< of all units
  double outside = 0;                   ///< hectares of chosen areas outside every unit
  /// Hectares of chosen areas within units that are drawn again: what was drawn is `cover` and this and
  /// `outside`.
  double overlapping = 0;
  std::size_t left_out = 0;  ///< areas that count in no figure; findings say why
  std::vector<StatusSum> by_status;
  std::vector<YearSum> by_year;  ///< empty for layers without dates
  std::vector<WhatIf> what_if;   ///< at work; also those being built; also those planned
  /// Units whose share by area and by weights differ most, largest difference first; without weights none.
  std::vector<std::uint32_t> most_different;

  double share() const { return unit_hectares > 0 ? 100 * cover->total / unit_hectares : 0; }
  /// The share that counts for a target: by weights where there are some, else by area.
  const std::vector<double>& shares() const { return weights ? weighted.shares : cover->shares; }
};

CoverageReport coverage_report(std::shared_ptr<const Coverage> coverage,
                               std::shared_ptr<const UnitWeights> weights, const CoverageRequest& request,
                               const base::Job& job = {});

/// Units at or over the target percent. Shares compare as computed, not as rounded.
std::size_t units_reaching(const std::vector<double>& shares, double target);

}  // namespace ntmap::app
