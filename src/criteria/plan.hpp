#pragma once

#include <vector>

#include "criteria/evaluate.hpp"

namespace ntmap::criteria {

/// The wordings of a set that hold in a period, with the threshold of each figure for each region or
/// group. Empty when the set does not cover the year.
std::vector<IndicatorPlan> plan_of(const CriteriaSet& set, const EvaluationInput& input);

/// The column of a unit in PartPlan::by_key.
std::size_t key_of(const Unit& unit, ThresholdKey key);

}  // namespace ntmap::criteria
