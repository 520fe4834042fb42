#include "app/map/class_bounds.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "io/number_reader.hpp"

namespace ntmap::app {

using base::text;

std::vector<double> class_bounds(const model::ClassList& classes, const model::Classification& how) {
  std::vector<double> bounds;
  for (const model::MapClass& one : classes.classes) {
    const bool alone = one.low == one.high;
    const auto& isolated = how.isolated;
    if (alone && std::find(isolated.begin(), isolated.end(), one.low) != isolated.end()) continue;
    if (std::isnan(one.low)) continue;
    bounds.push_back(one.low);
    bounds.push_back(one.high);
  }
  std::sort(bounds.begin(), bounds.end());
  bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
  return bounds;
}

int class_count(const model::Classification& how) {
  if (how.method != model::BreakMethod::manual) return how.classes;
  return std::max(1, static_cast<int>(how.breaks.size()) - 1);
}

model::Classification with_method(const model::Classification& how, const model::ClassList& classes,
                                  model::BreakMethod method) {
  if (method == how.method) return how;
  model::Classification out = how;
  out.method = method;
  if (method == model::BreakMethod::manual) {
    out.breaks = class_bounds(classes, how);
    return out.breaks.size() > 1 ? out : how;
  }
  out.classes = class_count(how);
  out.breaks.clear();
  return out;
}

model::Classification with_bound(const model::Classification& how, std::vector<double> bounds,
                                 std::size_t moved, double value) {
  model::Classification out = how;
  out.method = model::BreakMethod::manual;
  const double step = std::pow(10, -how.decimals);
  double to = std::round(value / step) * step;
  if (moved > 0) to = std::max(to, bounds[moved - 1] + step);
  if (moved + 1 < bounds.size()) to = std::min(to, bounds[moved + 1] - step);
  const bool room =
      (moved == 0 || to > bounds[moved - 1]) && (moved + 1 == bounds.size() || to < bounds[moved + 1]);
  if (room) bounds[moved] = to;
  out.breaks = std::move(bounds);
  return out;
}

TypedBound with_typed_bound(const model::Classification& how, std::vector<double> bounds, std::size_t changed,
                            const std::string& typed, base::Lang lang) {
  constexpr int k_most_decimals = 6;
  const io::NumberText number = io::parse_number_text(typed);
  const bool comma = number.shape == io::NumberShape::decimal_comma ||
                     (number.shape != io::NumberShape::decimal_point && lang == base::Lang::vi);
  const bool none = number.shape == io::NumberShape::word || number.shape == io::NumberShape::no_data;
  const double value = none ? std::nan("") : io::number_value(number, comma ? ',' : '.');
  if (!std::isfinite(value)) return {how, text("“{}” không phải là số", "“{}” is not a number", {typed})};
  const bool low = changed > 0 && value <= bounds[changed - 1];
  const bool high = changed + 1 < bounds.size() && value >= bounds[changed + 1];
  if (low)
    return {how, text("Cận này phải lớn hơn cận trước nó, {}", "It must be more than the bound before it, {}",
                      {base::short_number(bounds[changed - 1])})};
  if (high)
    return {how, text("Cận này phải nhỏ hơn cận sau nó, {}", "It must be less than the bound after it, {}",
                      {base::short_number(bounds[changed + 1])})};
  TypedBound out{how, {}};
  bounds[changed] = value;
  out.how.method = model::BreakMethod::manual;
  out.how.breaks = std::move(bounds);
  const auto says = [&](int decimals) {
    const double k = std::pow(10, decimals);
    return std::abs(std::round(value * k) / k - value) <= 1e-9 * std::max(1.0, std::abs(value));
  };
  while (out.how.decimals < k_most_decimals && !says(out.how.decimals)) ++out.how.decimals;
  return out;
}

}  // namespace ntmap::app
