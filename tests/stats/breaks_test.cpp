#include "stats/breaks.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <random>

#include "base/error.hpp"

namespace ntmap::stats {
namespace {

using enum model::BreakMethod;
using testing::DoubleNear;
using testing::ElementsAre;
using testing::IsEmpty;

double whole(std::mt19937& random, unsigned below) {
  return static_cast<double>(random() % below);
}

const double k_nan = std::nan("");

std::vector<double> bounds_of(std::vector<double> values, model::BreakMethod method, int classes,
                              bool closed_right = false) {
  return breaks(values, method, classes, closed_right).bounds;
}

std::vector<model::BreakMethod> automatic_methods() {
  std::vector<model::BreakMethod> methods;
  for (const auto method : model::all_break_methods()) {
    if (method != manual) methods.push_back(method);
  }
  return methods;
}

std::vector<double> whole_numbers(int n) {
  std::vector<double> values(static_cast<std::size_t>(n));
  std::iota(values.begin(), values.end(), 0.0);
  return values;
}

TEST(Breaks, EqualIntervals) {
  EXPECT_THAT(bounds_of(whole_numbers(101), equal, 4), ElementsAre(0, 25, 50, 75, 100));
}

TEST(Breaks, QuantilesShareTheUnitsOut) {
  EXPECT_THAT(bounds_of(whole_numbers(100), quantile, 4), ElementsAre(0, 25, 50, 75, 99));
  EXPECT_THAT(bounds_of(whole_numbers(100), quantile, 4, true), ElementsAre(0, 24, 49, 74, 99));
}

TEST(Breaks, QuantilesNeverPartEqualValues) {
  // 60 % zeros: the cuts inside the zeros move to their end and fall together.
  std::vector<double> values(60, 0.0);
  for (int i = 1; i <= 40; ++i) values.push_back(i);
  EXPECT_THAT(bounds_of(values, quantile, 5), ElementsAre(0, 1, 21, 40));
}

TEST(Breaks, NaturalBreaksUnderBothClosures) {
  const std::vector<double> values{1, 2, 3, 50, 51, 52, 98, 99};
  EXPECT_THAT(bounds_of(values, jenks, 3), ElementsAre(1, 50, 98, 99));
  EXPECT_THAT(bounds_of(values, jenks, 3, true), ElementsAre(1, 3, 52, 99));
}

TEST(Breaks, PrettyBoundsCoverTheData) {
  EXPECT_THAT(bounds_of({3.2, 12, 47, 60, 88, 97.1}, pretty, 5), ElementsAre(0, 20, 40, 60, 80, 100));
  EXPECT_THAT(bounds_of({0.11, 0.13, 0.2, 0.31, 0.42, 0.58}, pretty, 5),
              ElementsAre(0.1, 0.2, 0.3, 0.4, 0.5, 0.6));
  EXPECT_THAT(bounds_of({-7, -1, 0, 2, 6, 9, 11}, pretty, 5), ElementsAre(-10, -5, 0, 5, 10, 15));
}

TEST(Breaks, StandardDeviationsAboutTheMean) {
  const std::vector<double> values{0, 2, 4, 4, 5, 5, 7, 9};  // mean 4.5, deviation 2.6
  const double deviation = std::sqrt(54.0 / 8);
  EXPECT_THAT(bounds_of(values, stddev, 4),
              ElementsAre(0, DoubleNear(4.5 - deviation, 1e-12), 4.5, DoubleNear(4.5 + deviation, 1e-12), 9));
  EXPECT_THAT(bounds_of(values, stddev, 3), ElementsAre(0, DoubleNear(4.5 - deviation / 2, 1e-12),
                                                        DoubleNear(4.5 + deviation / 2, 1e-12), 9));
}

TEST(Breaks, GeometricBoundsGrowByOneFactor) {
  EXPECT_THAT(bounds_of({1, 3, 20, 300, 10000}, geometric, 4),
              ElementsAre(1, DoubleNear(10, 1e-9), DoubleNear(100, 1e-9), DoubleNear(1000, 1e-9), 10000));
  // With zeros the distances from the smallest value grow: 2, 4, 8 and 16.
  EXPECT_THAT(bounds_of({0, 1, 3, 9, 15, 16}, geometric, 4),
              ElementsAre(0, DoubleNear(2, 1e-9), DoubleNear(4, 1e-9), DoubleNear(8, 1e-9), 16));
}

TEST(Breaks, HeadTailCutsAtTheMeansOfTheHeads) {
  std::vector<double> values(80, 1.0);
  values.insert(values.end(), 15, 10.0);
  values.insert(values.end(), 4, 100.0);
  values.push_back(1000);
  // The means of all, of those above, and of those above again.
  EXPECT_THAT(bounds_of(values, head_tail, 9), ElementsAre(1, 10, 100, 1000, 1000));
  EXPECT_THAT(bounds_of({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, head_tail, 4), ElementsAre(1, 10))
      << "an even spread has no small head";
}

TEST(Breaks, FewDistinctValuesGetAClassEach) {
  for (const auto method : automatic_methods()) {
    EXPECT_THAT(bounds_of({7, 3, 3, 7, 9, k_nan}, method, 5), ElementsAre(3, 7, 9, 9))
        << model::name_of(method);
    EXPECT_THAT(bounds_of({7, 3, 3, 7, 9}, method, 5, true), ElementsAre(3, 3, 7, 9))
        << model::name_of(method);
    EXPECT_DOUBLE_EQ(breaks(std::vector<double>{7, 3, 9}, method, 3).goodness, 1);
  }
}

TEST(Breaks, AllEqualAndAllMissing) {
  for (const auto method : automatic_methods()) {
    EXPECT_THAT(bounds_of({5, 5, 5}, method, 5), ElementsAre(5, 5)) << model::name_of(method);
    EXPECT_THAT(bounds_of({k_nan, k_nan}, method, 5), IsEmpty()) << model::name_of(method);
    EXPECT_THAT(bounds_of({}, method, 5), IsEmpty()) << model::name_of(method);
  }
}

TEST(Breaks, EveryMethodCoversEveryValueOnceAndBoundsIncrease) {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    std::vector<double> values(8 + random() % 120);
    for (double& v : values)
      v = round % 2 == 0 ? whole(random, 40) : std::exp(whole(random, 1000) / 80.0) - 30;
    for (const auto method : automatic_methods()) {
      for (const bool right : {false, true}) {
        const Breaks found = breaks(values, method, 5, right);
        ASSERT_GE(found.bounds.size(), 2u);
        EXPECT_LE(found.class_count(), 5u);
        EXPECT_TRUE(std::is_sorted(found.bounds.begin(), found.bounds.end()));
        const auto inner_end = found.bounds.end() - (right ? 0 : 1);
        const auto inner_begin = found.bounds.begin() + (right ? 1 : 0);
        EXPECT_EQ(std::adjacent_find(inner_begin, inner_end), inner_end) << model::name_of(method);
        for (const double v : values)
          EXPECT_TRUE(find_class(found.bounds, v, right)) << model::name_of(method);
        EXPECT_GE(found.goodness, 0);
        EXPECT_LE(found.goodness, 1);
      }
    }
  }
}

TEST(Breaks, NaturalBreaksFitAtLeastAsWellAsAnyOtherMethod) {
  std::mt19937 random(11);
  std::vector<double> values(200);
  for (double& v : values) v = std::pow(whole(random, 1000) / 10.0, 1.5);
  const double best = breaks(values, jenks, 5).goodness;
  for (const auto method : automatic_methods()) EXPECT_LE(breaks(values, method, 5).goodness, best + 1e-12);
}

TEST(Breaks, ExtremeNumbersDoNotBreakAnyMethod) {
  const double huge = std::numeric_limits<double>::max();
  const double tiny = std::numeric_limits<double>::denorm_min();
  for (const auto method : automatic_methods()) {
    for (const auto& values : {std::vector<double>{-huge, -1, 0, 1, huge / 2, huge},
                               std::vector<double>{0, tiny, 2 * tiny, 3 * tiny, 4 * tiny},
                               std::vector<double>{1e300, std::nextafter(1e300, huge), huge}}) {
      const Breaks found = breaks(values, method, 2);
      EXPECT_TRUE(std::is_sorted(found.bounds.begin(), found.bounds.end())) << model::name_of(method);
      EXPECT_GE(found.bounds.size(), 2u) << model::name_of(method);
    }
  }
}

TEST(Breaks, RefusesImpossibleRequests) {
  const std::vector<double> values{1, 2, 3};
  EXPECT_THROW(breaks(values, equal, 0), base::Error);
  EXPECT_THROW(breaks(values, equal, 65), base::Error);
  EXPECT_THROW(breaks(values, manual, 3), base::Error);
}

TEST(ManualBreaks, KeepsWhatIsGivenAndRefusesWhatIsNotIncreasing) {
  const std::vector<double> values{10, 20, 60, 200};
  EXPECT_THAT(manual_breaks(values, {0, 15, 50, 100}).bounds, ElementsAre(0, 15, 50, 100));
  for (const auto& bad : {std::vector<double>{},
                          {5},
                          {0, 0, 1},
                          {0, 2, 1},
                          {0, k_nan, 1},
                          {0, std::numeric_limits<double>::infinity()}}) {
    EXPECT_THROW(manual_breaks(values, bad), base::Error);
  }
}

TEST(FindClass, ClosesIntervalsAsAsked) {
  const std::vector<double> bounds{0, 10, 20};
  EXPECT_EQ(find_class(bounds, 10, false), 1u);
  EXPECT_EQ(find_class(bounds, 10, true), 0u);
  for (const bool right : {false, true}) {
    EXPECT_EQ(find_class(bounds, 0, right), 0u);
    EXPECT_EQ(find_class(bounds, 20, right), 1u);
    EXPECT_EQ(find_class(bounds, std::nextafter(20.0, 30), right), std::nullopt);
    EXPECT_EQ(find_class(bounds, -1e-300, right), std::nullopt);
    EXPECT_EQ(find_class(bounds, k_nan, right), std::nullopt);
  }
  EXPECT_EQ(find_class({}, 1, false), std::nullopt);
}

}  // namespace
}  // namespace ntmap::stats
