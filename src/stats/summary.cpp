#include "stats/summary.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace ntmap::stats {
namespace {

double quantile_of_sorted(std::span<const double> sorted, double p) {
  const double at = p * static_cast<double>(sorted.size() - 1);
  const std::size_t below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return std::lerp(sorted[below], sorted[above], at - static_cast<double>(below));
}

double compensated_sum(std::span<const double> values) {
  double sum = 0;
  double lost = 0;
  for (const double value : values) {
    const double next = sum + value;
    lost += std::abs(sum) >= std::abs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }
  return sum + lost;
}

}  // namespace

Summary summarise(std::span<const double> values) {
  std::vector<double> sorted;
  sorted.reserve(values.size());
  for (const double value : values) {
    if (std::isfinite(value)) sorted.push_back(value);
  }
  Summary summary;
  summary.count = sorted.size();
  summary.missing = values.size() - sorted.size();
  if (sorted.empty()) return summary;
  std::sort(sorted.begin(), sorted.end());
  summary.sum = compensated_sum(sorted);
  summary.min = sorted.front();
  summary.max = sorted.back();
  // Rounding must not move the mean of equal values off them.
  summary.mean = std::clamp(summary.sum / static_cast<double>(sorted.size()), summary.min, summary.max);
  double squares = 0;
  for (const double value : sorted) squares += (value - summary.mean) * (value - summary.mean);
  summary.standard_deviation = std::sqrt(squares / static_cast<double>(sorted.size()));
  summary.quartile_1 = quantile_of_sorted(sorted, 0.25);
  summary.median = quantile_of_sorted(sorted, 0.5);
  summary.quartile_3 = quantile_of_sorted(sorted, 0.75);
  return summary;
}

}  // namespace ntmap::stats
