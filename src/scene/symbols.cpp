#include "scene/symbols.hpp"

#include <algorithm>
#include <cmath>

namespace ntmap::scene {
namespace {

/// 1, 2 or 5 times a power of ten, at most `value`. Requires value > 0.
double round_down(double value) {
  const double power = std::pow(10, std::floor(std::log10(value)));
  for (const double step : {5.0, 2.0}) {
    if (step * power <= value) return step * power;
  }
  return power;
}

bool has_circle(double value) {
  return value > 0 && std::isfinite(value);
}

}  // namespace

double SymbolScale::radius_of(double of) const {
  return value > 0 && has_circle(of) ? radius * std::sqrt(of / value) : 0;
}

SymbolScale symbol_scale(std::span<const double> values, double unit) {
  SymbolScale scale;
  for (const double value : values) {
    if (has_circle(value)) scale.value = std::max(scale.value, value);
  }
  const double crowd = std::sqrt(std::max<double>(1, static_cast<double>(values.size())));
  scale.radius = std::clamp(250 / crowd, 8.0, 44.0) * unit;
  return scale;
}

std::vector<std::uint32_t> symbol_order(std::span<const double> values) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t unit = 0; unit < values.size(); ++unit) {
    if (has_circle(values[unit])) order.push_back(unit);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return values[a] > values[b]; });
  return order;
}

std::vector<double> symbol_steps(const SymbolScale& scale) {
  if (!(scale.value > 0)) return {};
  const double most = round_down(scale.value);
  return {most, round_down(most / 2.5), round_down(most / 12)};
}

}  // namespace ntmap::scene
