#include "stats/natural_breaks.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

namespace ntmap::stats {
namespace {

/// Sum of squared deviations of any run in constant time, from prefix sums about the overall mean (so
/// that large values that lie close together keep their digits).
class RunCost {
 public:
  explicit RunCost(std::span<const WeightedValue> values) : m_sums(values.size() + 1) {
    double total = 0;
    double mean = 0;
    for (const auto& [value, count] : values) {
      total += static_cast<double>(count);
      mean += (value - mean) * (static_cast<double>(count) / total);
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
      const double weight = static_cast<double>(values[i].count);
      const double x = values[i].value - mean;
      m_sums[i + 1] = {m_sums[i].weight + weight, m_sums[i].x + weight * x, m_sums[i].xx + weight * x * x};
    }
  }

  /// Of values[first..last], both included.
  double operator()(std::size_t first, std::size_t last) const {
    const Sums& from = m_sums[first];
    const Sums& to = m_sums[last + 1];
    const double x = to.x - from.x;
    return std::max(0.0, to.xx - from.xx - x * x / (to.weight - from.weight));
  }

 private:
  struct Sums {
    double weight = 0;
    double x = 0;
    double xx = 0;
  };
  std::vector<Sums> m_sums;
};

/// One row of the dynamic programme: best[j] for the values up to j in one class more than `before`.
struct Row {
  std::vector<double> best;
  std::vector<std::uint32_t> start;  ///< where the last run starts
};

class RowFiller {
 public:
  RowFiller(const RunCost& cost, std::span<const double> before, std::size_t classes)
      : m_cost(cost), m_before(before), m_first(classes - 1) {}

  Row filled() {
    const std::size_t n = m_before.size();
    m_row.best.assign(n, std::numeric_limits<double>::infinity());
    m_row.start.assign(n, 0);
    fill(m_first, n, m_first, n - 1);
    return std::move(m_row);
  }

 private:
  /// Fills first <= j < end, knowing that the last run starts between `low` and `high`: the best start
  /// never moves left when j moves right, so half of the candidates fall away at each level.
  void fill(std::size_t first, std::size_t end, std::size_t low, std::size_t high) {
    if (first >= end) return;
    const std::size_t j = first + (end - first) / 2;
    for (std::size_t i = std::max(low, m_first); i <= std::min(high, j); ++i) {
      const double candidate = m_before[i - 1] + m_cost(i, j);
      if (candidate < m_row.best[j]) {
        m_row.best[j] = candidate;
        m_row.start[j] = static_cast<std::uint32_t>(i);
      }
    }
    fill(first, j, low, m_row.start[j]);
    fill(j + 1, end, m_row.start[j], high);
  }

  const RunCost& m_cost;
  std::span<const double> m_before;
  std::size_t m_first;  ///< the last run starts here at the earliest: each run has a value
  Row m_row;
};

}  // namespace

std::vector<WeightedValue> distinct_values(std::span<const double> values) {
  std::vector<double> sorted;
  sorted.reserve(values.size());
  for (const double value : values) {
    if (std::isfinite(value)) sorted.push_back(value);
  }
  std::sort(sorted.begin(), sorted.end());
  std::vector<WeightedValue> distinct;
  for (const double value : sorted) {
    if (distinct.empty() || distinct.back().value != value) distinct.push_back({value, 0});
    ++distinct.back().count;
  }
  return distinct;
}

std::vector<std::size_t> natural_run_starts(std::span<const WeightedValue> values, std::size_t classes) {
  const RunCost cost(values);
  std::vector<double> best(values.size());
  for (std::size_t j = 0; j < values.size(); ++j) best[j] = cost(0, j);
  std::vector<std::vector<std::uint32_t>> start_of_last_run;
  for (std::size_t k = 2; k <= classes; ++k) {
    Row row = RowFiller(cost, best, k).filled();
    best = std::move(row.best);
    start_of_last_run.push_back(std::move(row.start));
  }
  std::vector<std::size_t> starts(classes, 0);
  std::size_t last = values.size() - 1;
  for (std::size_t k = classes; k-- > 1;) {
    starts[k] = start_of_last_run[k - 1][last];
    last = starts[k] - 1;
  }
  return starts;
}

}  // namespace ntmap::stats
