#include "stats/summary.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace ntmap::stats {
namespace {

TEST(Summary, CountsAndFigures) {
  const Summary s = summarise(std::vector<double>{4, 1, std::nan(""), 3, 2});
  EXPECT_EQ(s.count, 4u);
  EXPECT_EQ(s.missing, 1u);
  EXPECT_EQ(s.min, 1);
  EXPECT_EQ(s.max, 4);
  EXPECT_EQ(s.sum, 10);
  EXPECT_EQ(s.mean, 2.5);
  EXPECT_EQ(s.median, 2.5);
  EXPECT_EQ(s.quartile_1, 1.75);
  EXPECT_EQ(s.quartile_3, 3.25);
  EXPECT_DOUBLE_EQ(s.standard_deviation, std::sqrt(1.25));
}

TEST(Summary, NothingThereGivesNoFigures) {
  const Summary s = summarise(std::vector<double>{std::nan(""), std::numeric_limits<double>::infinity()});
  EXPECT_EQ(s.count, 0u);
  EXPECT_EQ(s.missing, 2u);
  EXPECT_EQ(s.sum, 0);
  EXPECT_TRUE(std::isnan(s.mean) && std::isnan(s.median) && std::isnan(s.min));
}

TEST(Summary, OneValueIsAllItsFigures) {
  const Summary s = summarise(std::vector<double>{0.1});
  for (const double figure : {s.min, s.quartile_1, s.median, s.quartile_3, s.max, s.mean})
    EXPECT_EQ(figure, 0.1);
  EXPECT_EQ(s.standard_deviation, 0);
}

TEST(Summary, EqualValuesHaveExactlyThatMean) {
  const Summary s = summarise(std::vector<double>(10, 0.1));
  EXPECT_EQ(s.mean, 0.1);
  EXPECT_EQ(s.standard_deviation, 0);
}

TEST(Summary, SumDoesNotDependOnTheOrderOfUnits) {
  EXPECT_EQ(summarise(std::vector<double>{1, 1e100, 1, -1e100}).sum, 2);
  EXPECT_EQ(summarise(std::vector<double>{-1e100, 1, 1e100, 1}).sum, 2);
}

}  // namespace
}  // namespace ntmap::stats
