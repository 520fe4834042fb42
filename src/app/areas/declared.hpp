#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "app/areas/coverage.hpp"
#include "app/areas/coverage_store.hpp"
#include "base/job.hpp"

namespace ntmap::app {

// What areas and tables declare against what is measured: `check` tells of the differences, the window
// shows them.

/// Percent by which an area's drawing is larger than its declaration, negative where it is smaller; NaN
/// where either is not known.
double hectares_difference(const Coverage& coverage, std::size_t area);

/// Whether so much of an area lies outside every unit that someone should look at it: more than a slip of the
/// pen.
bool is_outside(const Coverage& coverage, std::size_t area);

/// What each of Coverage::overlay().pairs holds of the weights; without weights of hectares.
std::vector<double> pair_weights(const Coverage& coverage, const UnitWeights* weights,
                                 const base::Job& job = {});
/// The sum over the pairs of each area.
std::vector<double> sum_by_area(const Coverage& coverage, const std::vector<double>& of_pairs);

/// Households that the chosen areas (one entry an area) say they serve in each unit: those of an area are
/// shared out by what of `of_pairs` lies there.
std::vector<double> served_in_units(const Coverage& coverage, const std::vector<double>& of_pairs,
                                    const std::vector<std::uint8_t>& chosen);

/// Whether more households are served than there are, by more than `limit` percent.
bool serves_too_many(double served, double there, double limit);

/// Whether a table's figure and the measured one are more than `limit` apart: in points where both are
/// percentages, else in percent of the larger. False where either is not known.
bool table_differs(double table, double measured, bool percentages, double limit);

}  // namespace ntmap::app
