#include "app/areas/declared.hpp"

#include <algorithm>
#include <cmath>

namespace ntmap::app {

double hectares_difference(const Coverage& coverage, std::size_t area) {
  const double declared = coverage.areas().declared[area];
  const double drawn = coverage.area_hectares()[area];
  return declared > 0 && drawn > 0 ? 100 * (drawn - declared) / declared : model::k_no_data;
}

bool is_outside(const Coverage& coverage, std::size_t area) {
  constexpr double k_share = 0.001;
  constexpr double k_hectares = 0.01;
  return coverage.outside_hectares()[area] >= std::max(k_hectares, k_share * coverage.area_hectares()[area]);
}

std::vector<double> pair_weights(const Coverage& coverage, const UnitWeights* weights, const base::Job& job) {
  if (weights != nullptr) return weights->weights.within(coverage.pieces(job), job);
  std::vector<double> hectares;
  for (const geom::UnitArea& pair : coverage.overlay().pairs) hectares.push_back(pair.shared);
  return hectares;
}

std::vector<double> sum_by_area(const Coverage& coverage, const std::vector<double>& of_pairs) {
  std::vector<double> out(coverage.areas().size());
  const auto& pairs = coverage.overlay().pairs;
  for (std::size_t i = 0; i < pairs.size(); ++i) out[pairs[i].area] += of_pairs[i];
  return out;
}

std::vector<double> served_in_units(const Coverage& coverage, const std::vector<double>& of_pairs,
                                    const std::vector<std::uint8_t>& chosen) {
  const std::vector<double> of_area = sum_by_area(coverage, of_pairs);
  std::vector<double> out(coverage.units().size());
  const auto& pairs = coverage.overlay().pairs;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const std::uint32_t area = pairs[i].area;
    const double households = coverage.areas().households[area];
    if (chosen[area] == 0 || std::isnan(households) || !(of_area[area] > 0)) continue;
    out[pairs[i].unit] += households * of_pairs[i] / of_area[area];
  }
  return out;
}

bool serves_too_many(double served, double there, double limit) {
  return served > there * (1 + limit / 100);
}

bool table_differs(double table, double measured, bool percentages, double limit) {
  const double allowed = percentages ? limit : std::max(table, measured) * limit / 100;
  return std::abs(table - measured) > allowed;
}

}  // namespace ntmap::app
