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
/// Of a status that the choice takes, the chosen areas; beside those at work also all that are being built or
/// planned, whatever their date, for what they would add.
struct StatusSum {
  model::AreaStatus status = model::AreaStatus::working;
  bool counted = false;  ///< whether the choice takes this status
  std::size_t areas = 0;
  double drawn = 0;       ///< hectares, duplicates left out
  double declared = 0;    ///< hectares, where said
  double households = 0;  ///< served, where said
  double added = 0;       ///< hectares that these cover more than those of the rows before
};

/// What was covered by the chosen areas that had come into service by a day.
struct YearSum {
  int year = 0;           ///< 0: all of the years before, and the areas of which no year is known
  std::string by;         ///< the year's last day, or that of the choice when it is earlier; empty for year 0
  std::size_t areas = 0;  ///< that came into service in that year
  double covered = 0;     ///< hectares
  double growth = 0;      ///< hectares more than the row before
  double share = 0;       ///< percent of the units' area
};

/// The years of the chosen areas, one after another; where areas without a year count too, a last row with
/// them, so that growth adds up to all that is covered. Empty for layers without dates.
std::vector<YearSum> year_sums(const Coverage& coverage, const CoverageChoice& choice,
                               const base::Job& job = {});

/// Areas of the statuses asked for that do not count because of their date.
struct UncountedSum {
  std::size_t areas = 0;
  double drawn = 0;  ///< hectares
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
  std::size_t left_out = 0;          ///< areas that count in no figure; findings say why
  UncountedSum later;                ///< in service after the date asked about
  UncountedSum undated;              ///< without a year, where a date is asked about
  std::vector<StatusSum> by_status;  ///< one a status; without areas where the choice leaves it out
  std::vector<YearSum> by_year;
  /// At work; also those being built; also those planned, where there are such. Empty where statuses were
  /// chosen otherwise: then the report itself answers what would be.
  std::vector<WhatIf> what_if;
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
