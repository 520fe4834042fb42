#include "stats/breaks.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>

#include "base/error.hpp"
#include "model/class_list.hpp"
#include "stats/natural_breaks.hpp"
#include "stats/summary.hpp"

namespace ntmap::stats {
namespace {

using Distinct = std::span<const WeightedValue>;
using Bounds = std::vector<double>;

/// Outer bounds are the extremes; inner ones outside or on the wrong side of them, and repeated ones, go.
Bounds within(Distinct distinct, const Bounds& inner, bool closed_right) {
  const double low = distinct.front().value;
  const double high = distinct.back().value;
  Bounds bounds{low};
  for (const double bound : inner) {
    const bool inside = closed_right ? bound >= low && bound < high : bound > low && bound <= high;
    if (inside && (bounds.size() == 1 || bound > bounds.back())) bounds.push_back(bound);
  }
  bounds.push_back(high);
  return bounds;
}

/// Bounds of runs of distinct values: the first value of the upper run, or the last of the lower one.
Bounds between_runs(Distinct distinct, std::span<const std::size_t> starts, bool closed_right) {
  Bounds inner;
  for (const std::size_t start : starts) {
    if (start > 0 && start < distinct.size())
      inner.push_back(distinct[closed_right ? start - 1 : start].value);
  }
  return within(distinct, inner, closed_right);
}

Bounds one_class_a_value(Distinct distinct, bool closed_right) {
  std::vector<std::size_t> starts(distinct.size());
  std::iota(starts.begin(), starts.end(), std::size_t{0});
  return between_runs(distinct, starts, closed_right);
}

Bounds equal(Distinct distinct, int classes, bool closed_right) {
  Bounds inner;
  for (int i = 1; i < classes; ++i) {
    inner.push_back(std::lerp(distinct.front().value, distinct.back().value, double(i) / classes));
  }
  return within(distinct, inner, closed_right);
}

/// Cuts where the running count is nearest to i/k of all: equal values never part.
Bounds quantile(Distinct distinct, int classes, bool closed_right) {
  std::vector<std::size_t> below(distinct.size() + 1, 0);
  for (std::size_t i = 0; i < distinct.size(); ++i) below[i + 1] = below[i] + distinct[i].count;
  std::vector<std::size_t> starts;
  for (int i = 1; i < classes; ++i) {
    const double wanted = static_cast<double>(below.back()) * i / classes;
    auto at = std::lower_bound(below.begin(), below.end(), wanted,
                               [](std::size_t count, double w) { return static_cast<double>(count) < w; });
    if (at != below.begin() && wanted - static_cast<double>(at[-1]) < static_cast<double>(*at) - wanted) --at;
    starts.push_back(static_cast<std::size_t>(at - below.begin()));
  }
  return between_runs(distinct, starts, closed_right);
}

Bounds natural(Distinct distinct, int classes, bool closed_right) {
  return between_runs(distinct, natural_run_starts(distinct, static_cast<std::size_t>(classes)),
                      closed_right);
}

/// Whole multiples of mantissa * 10^exponent from below `low` to above `high`; divided, not multiplied, by
/// powers of ten below one, so that 0.3 is 0.3. Empty when it takes more than `steps` steps.
Bounds multiples(double low, double high, double mantissa, int exponent, int steps) {
  const double power = std::pow(10.0, std::abs(exponent));
  const auto in_steps = [&](double x) { return exponent < 0 ? x * power / mantissa : x / power / mantissa; };
  const double first = std::floor(in_steps(low));
  const double last = std::ceil(in_steps(high));
  if (!(last - first <= steps)) return {};
  Bounds bounds;
  const auto count = static_cast<int>(last - first);
  for (int i = 0; i <= count; ++i) {
    const double step = first + i;
    bounds.push_back(exponent < 0 ? step * mantissa / power : step * mantissa * power);
  }
  return bounds;
}

Bounds standard_deviations(Distinct distinct, const Summary& summary, int classes, bool closed_right) {
  Bounds inner;
  for (int i = 1; i < classes; ++i) {
    inner.push_back(summary.mean + (i - classes / 2.0) * summary.standard_deviation);
  }
  return within(distinct, inner, closed_right);
}

Bounds geometric(Distinct distinct, int classes, bool closed_right) {
  const double low = distinct.front().value;
  const double base = low > 0 ? 0 : low;
  const double least = low > 0 ? low : distinct[1].value - low;
  const double factor = std::pow((distinct.back().value - base) / least, 1.0 / classes);
  Bounds inner;
  for (int i = 1; i < classes; ++i) inner.push_back(base + least * std::pow(factor, i));
  return within(distinct, inner, closed_right);
}

/// Cuts at the mean, then the head again at its own mean, while the head is a minority (40 %).
Bounds head_tail(Distinct distinct, int classes, bool closed_right) {
  Bounds inner;
  Distinct head = distinct;
  while (static_cast<int>(inner.size()) + 1 < classes && head.size() > 1) {
    double sum = 0;
    double count = 0;
    for (const auto& [value, times] : head) {
      sum += value * static_cast<double>(times);
      count += static_cast<double>(times);
    }
    const double mean = sum / count;
    const auto first =
        std::find_if(head.begin(), head.end(), [&](const WeightedValue& v) { return v.value > mean; });
    double above = 0;
    for (auto it = first; it != head.end(); ++it) above += static_cast<double>(it->count);
    if (above > 0.4 * count) break;
    inner.push_back(mean);
    head = head.subspan(static_cast<std::size_t>(first - head.begin()));
  }
  return within(distinct, inner, closed_right);
}

Bounds bounds_by(model::BreakMethod method, Distinct distinct, std::span<const double> values, int classes,
                 bool closed_right) {
  using enum model::BreakMethod;
  switch (method) {
    case equal:
      return stats::equal(distinct, classes, closed_right);
    case quantile:
      return stats::quantile(distinct, classes, closed_right);
    case jenks:
      return natural(distinct, classes, closed_right);
    case pretty:
      return pretty_bounds(values, classes);
    case stddev:
      return standard_deviations(distinct, summarise(values), classes, closed_right);
    case geometric:
      return stats::geometric(distinct, classes, closed_right);
    case head_tail:
      return stats::head_tail(distinct, classes, closed_right);
    case manual:
      break;
  }
  throw base::Error(base::ErrorKind::usage,
                    {"cách phân lớp thủ công cần các ngưỡng cho trước", "manual classes need their bounds"},
                    {"ghi các ngưỡng tăng dần", "give the bounds, increasing"});
}

/// 1 - (variance inside the classes) / (variance of all); values outside all classes are left out.
double goodness_of(std::span<const double> bounds, Distinct distinct, bool closed_right) {
  std::vector<double> weight(bounds.size(), 0);
  std::vector<double> mean(bounds.size(), 0);
  std::vector<double> squares(bounds.size(), 0);
  const std::size_t all = bounds.size() - 1;
  const auto add = [&](std::size_t to, double value, double times) {
    weight[to] += times;
    const double step = value - mean[to];
    mean[to] += step * times / weight[to];
    squares[to] += times * step * (value - mean[to]);
  };
  for (const auto& [value, count] : distinct) {
    const auto found = find_class(bounds, value, closed_right);
    if (!found) continue;
    add(*found, value, static_cast<double>(count));
    add(all, value, static_cast<double>(count));
  }
  if (squares[all] <= 0) return 1;
  const double inside = std::accumulate(squares.begin(), squares.end() - 1, 0.0);
  return std::clamp(1 - inside / squares[all], 0.0, 1.0);
}

}  // namespace

Breaks breaks(std::span<const double> values, model::BreakMethod method, int classes, bool closed_right) {
  if (classes < 1 || classes > static_cast<int>(model::k_max_classes)) {
    throw base::Error(base::ErrorKind::usage,
                      base::text("số lớp {} không dùng được", "{} classes cannot be made", {classes}),
                      base::text("chọn từ 1 đến {} lớp", "choose 1 to {} classes", {model::k_max_classes}));
  }
  const std::vector<WeightedValue> distinct = distinct_values(values);
  if (distinct.empty()) return {};
  const bool few = static_cast<int>(distinct.size()) <= classes && method != model::BreakMethod::manual;
  Breaks result;
  result.bounds = few ? one_class_a_value(distinct, closed_right)
                      : bounds_by(method, distinct, values, classes, closed_right);
  result.goodness = goodness_of(result.bounds, distinct, closed_right);
  return result;
}

std::vector<double> pretty_bounds(std::span<const double> values, int steps) {
  const std::vector<WeightedValue> distinct = distinct_values(values);
  if (distinct.empty()) return {};
  const double low = distinct.front().value;
  const double high = distinct.back().value;
  if (low == high) return {low, high};
  const double least = std::log10(std::max(high / steps - low / steps, 1e-300));
  for (int exponent = static_cast<int>(std::floor(least)) - 1; exponent <= 308; ++exponent) {
    for (const double mantissa : {1.0, 2.0, 5.0}) {
      Bounds bounds = multiples(low, high, mantissa, exponent, steps);
      // Neighbouring doubles far from 0 can leave no room for steps between them.
      const bool increasing =
          std::adjacent_find(bounds.begin(), bounds.end(), std::greater_equal<>()) == bounds.end();
      if (bounds.size() >= 2 && increasing) return bounds;
    }
  }
  return {low, high};
}

Breaks manual_breaks(std::span<const double> values, std::vector<double> bounds, bool closed_right) {
  const bool increasing = std::adjacent_find(bounds.begin(), bounds.end(),
                                             [](double a, double b) { return !(a < b); }) == bounds.end();
  const bool finite = std::all_of(bounds.begin(), bounds.end(), [](double b) { return std::isfinite(b); });
  if (bounds.size() < 2 || bounds.size() > model::k_max_classes + 1 || !increasing || !finite) {
    throw base::Error(base::ErrorKind::usage,
                      {"các ngưỡng phân lớp phải là ít nhất hai số tăng dần",
                       "class bounds must be at least two increasing numbers"},
                      {"sửa danh sách ngưỡng, ví dụ 0, 15, 25, 50, 100",
                       "mend the list of bounds, for example 0, 15, 25, 50, 100"});
  }
  Breaks result;
  result.bounds = std::move(bounds);
  result.goodness = goodness_of(result.bounds, distinct_values(values), closed_right);
  return result;
}

std::optional<std::size_t> find_class(std::span<const double> bounds, double value, bool closed_right) {
  if (bounds.size() < 2 || !(value >= bounds.front() && value <= bounds.back())) return std::nullopt;
  const auto inner = bounds.subspan(1, bounds.size() - 2);
  const auto at = closed_right ? std::lower_bound(inner.begin(), inner.end(), value)
                               : std::upper_bound(inner.begin(), inner.end(), value);
  return static_cast<std::size_t>(at - inner.begin());
}

}  // namespace ntmap::stats
