#include "stats/natural_breaks.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <random>

namespace ntmap::stats {
namespace {

using testing::ElementsAre;

double whole(std::mt19937& random, unsigned below) {
  return static_cast<double>(random() % below);
}

double cost_of_run(std::span<const WeightedValue> values, std::size_t first, std::size_t end) {
  long double weight = 0;
  long double mean = 0;
  for (std::size_t i = first; i < end; ++i) {
    weight += static_cast<long double>(values[i].count);
    mean += static_cast<long double>(values[i].value) * static_cast<long double>(values[i].count);
  }
  mean /= weight;
  long double sum = 0;
  for (std::size_t i = first; i < end; ++i) {
    const long double d = static_cast<long double>(values[i].value) - mean;
    sum += d * d * static_cast<long double>(values[i].count);
  }
  return static_cast<double>(sum);
}

double cost_of(std::span<const WeightedValue> values, std::span<const std::size_t> starts) {
  double sum = 0;
  for (std::size_t k = 0; k < starts.size(); ++k) {
    sum += cost_of_run(values, starts[k], k + 1 < starts.size() ? starts[k + 1] : values.size());
  }
  return sum;
}

/// The least cost over every way to cut, by trying them all.
double least_cost(std::span<const WeightedValue> values, std::size_t first, std::size_t classes) {
  if (classes == 1) return cost_of_run(values, first, values.size());
  double best = std::numeric_limits<double>::infinity();
  for (std::size_t cut = first + 1; cut + classes - 1 <= values.size(); ++cut) {
    best = std::min(best, cost_of_run(values, first, cut) + least_cost(values, cut, classes - 1));
  }
  return best;
}

TEST(DistinctValues, SortsCountsAndLeavesOutWhatIsNoNumber) {
  const double inf = std::numeric_limits<double>::infinity();
  const auto distinct = distinct_values(std::vector<double>{3, 1, std::nan(""), 3, inf, -inf, 0.0, -0.0});
  ASSERT_EQ(distinct.size(), 3u);
  EXPECT_EQ(distinct[0].value, 0);
  EXPECT_EQ(distinct[0].count, 2u);
  EXPECT_EQ(distinct[1].count, 1u);
  EXPECT_EQ(distinct[2].value, 3);
  EXPECT_EQ(distinct[2].count, 2u);
}

TEST(NaturalRunStarts, FindsObviousGroups) {
  const auto values = distinct_values(std::vector<double>{1, 2, 3, 50, 51, 52, 98, 99});
  EXPECT_THAT(natural_run_starts(values, 3), ElementsAre(0, 3, 6));
  EXPECT_THAT(natural_run_starts(values, 1), ElementsAre(0));
}

TEST(NaturalRunStarts, EachValueItsOwnRunWhenClassesSuffice) {
  const auto values = distinct_values(std::vector<double>{1, 2, 4});
  EXPECT_THAT(natural_run_starts(values, 3), ElementsAre(0, 1, 2));
}

TEST(NaturalRunStarts, EqualsTheOptimumOfAllCuts) {
  std::mt19937 random(20260101);
  for (int round = 0; round < 300; ++round) {
    std::vector<double> values(2 + random() % 14);
    for (double& v : values) v = round % 3 == 0 ? whole(random, 20) : std::exp(whole(random, 1000) / 100.0);
    const auto distinct = distinct_values(values);
    for (std::size_t k = 1; k <= std::min<std::size_t>(6, distinct.size()); ++k) {
      const double optimum = least_cost(distinct, 0, k);
      EXPECT_NEAR(cost_of(distinct, natural_run_starts(distinct, k)), optimum, 1e-9 * (1 + optimum));
    }
  }
}

TEST(NaturalRunStarts, KeepsItsDigitsFarFromZero) {
  std::vector<double> values{1e9 + 0.1, 1e9 + 0.2, 1e9 + 0.5, 1e9 + 0.6, 1e9 + 0.65};
  EXPECT_THAT(natural_run_starts(distinct_values(values), 2), ElementsAre(0, 2));
}

}  // namespace
}  // namespace ntmap::stats
