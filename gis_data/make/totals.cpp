#include "make/totals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace ntmap::sample {

namespace {

double weighted_mean(const std::vector<Bounded>& values, const std::vector<double>& weights) {
  double sum = 0;
  double weight = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    sum += values[i].value * weights[i];
    weight += weights[i];
  }
  return sum / weight;
}

double on_grid(double value, double step) {
  return std::round(value / step) * step;
}

/// Moves every value by the same share of the room it has on that side.
void shift_all(std::vector<Bounded>& values, const std::vector<double>& weights, double mean, double step) {
  const double now = weighted_mean(values, weights);
  double room = 0;
  double weight = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    room += (mean > now ? values[i].most - values[i].value : values[i].value - values[i].least) * weights[i];
    weight += weights[i];
  }
  const double share = std::abs(mean - now) * weight / std::max(room, 1e-9);
  if (share > 1) throw std::runtime_error(fmt::format("the ranges do not hold a mean of {}", mean));
  for (Bounded& v : values) {
    const double moved = v.value + share * (mean > now ? v.most - v.value : v.least - v.value);
    v.value = std::clamp(on_grid(moved, step), v.least, v.most);
  }
}

}  // namespace

std::vector<long> distribute(long total, const std::vector<double>& weights) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<long> parts(weights.size());
  std::vector<std::pair<double, std::size_t>> remainders;
  long rest = total;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double exact = static_cast<double>(total) * weights[i] / sum;
    parts[i] = static_cast<long>(exact);
    rest -= parts[i];
    remainders.emplace_back(static_cast<double>(parts[i]) - exact, i);
  }
  std::sort(remainders.begin(), remainders.end());
  for (std::size_t i = 0; i < static_cast<std::size_t>(rest); ++i) ++parts[remainders[i].second];
  return parts;
}

void fit_mean(std::vector<Bounded>& values, const std::vector<double>& weights, double mean, double step) {
  shift_all(values, weights, mean, step);
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double gap = (mean - weighted_mean(values, weights)) * total / weights[i];  // in this unit's value
    const double moved = std::clamp(on_grid(values[i].value + gap, step), values[i].least, values[i].most);
    // One step at a time, so that no single unit stands out.
    if (std::abs(gap) > step / 2) values[i].value += std::clamp(moved - values[i].value, -step, step);
  }
}

}  // namespace ntmap::sample
