#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "criteria/evaluate.hpp"

namespace ntmap::criteria {

/// What a unit lacks for a set.
struct Nearness {
  std::uint32_t unit = k_no_unit;
  std::vector<std::uint16_t> failing;  ///< indices of criteria and gates not met
  std::vector<std::uint16_t> unknown;  ///< indices of criteria and gates unknown
  bool lacks_prerequisite = false;     ///< a set that this one requires is not met
  double gap = 0;  ///< sum over failing figures of the missing share of their thresholds, for ordering
};

/// Whether an indicator only repeats what the others of the set say ("9/9 tiêu chí"): there is nothing to
/// mend in it, so it is no task and no failing criterion beside them.
bool repeats_criteria(const Indicator& indicator);

/// A criterion or gate without what only repeats the other criteria.
Mark own_mark(const SetResult& result, std::size_t criterion, std::size_t unit);

/// The units that have not met the set, nearest first: fewest criteria not met or unknown, then the
/// smallest gap, then by index.
std::vector<Nearness> nearest_units(const EvaluationInput& input, const SetResult& result,
                                    const std::vector<std::uint32_t>& units);

/// What mending one criterion everywhere would do.
struct Lift {
  std::uint16_t criterion = 0;
  std::vector<std::uint32_t> units;  ///< units that lack this criterion only, and would then meet the set
};

/// One entry a criterion, the one that lifts most units first (equals in the order of the set).
std::vector<Lift> single_lifts(const SetResult& result, const std::vector<std::uint32_t>& units);

/// How many units go from each verdict (row) to each (column), in the order of Verdict.
using Transitions = std::array<std::array<std::int64_t, 4>, 4>;

Transitions transitions(std::span<const Mark> before, std::span<const Mark> after,
                        const std::vector<std::uint32_t>& units);

/// What another threshold for one indicator, the same for every region and year, would change.
struct ThresholdChange {
  Transitions indicator{};
  Transitions set{};
  std::vector<std::uint32_t> flipped;  ///< units whose verdict on the indicator changes
};

/// Evaluates anew with the threshold changed. `code` is the indicator's; of an indicator whose figures have
/// thresholds of their own (17.1: households with hygienic water, and with centralised water) the id of the
/// figure that is meant. Throws base::Error{usage} for an indicator the set does not have in the period, and
/// naming the figures where the code leaves open which.
ThresholdChange change_threshold(const EvaluationInput& input, const std::string& set,
                                 const std::string& code, Decimal threshold,
                                 const std::vector<std::uint32_t>& units);

}  // namespace ntmap::criteria
