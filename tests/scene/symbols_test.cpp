#include "scene/symbols.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

namespace ntmap::scene {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr double k_nan = std::numeric_limits<double>::quiet_NaN();
constexpr double k_infinity = std::numeric_limits<double>::infinity();

TEST(Symbols, AreasAreInProportion) {
  const std::vector<double> values{100, 400, 25};
  const SymbolScale scale = symbol_scale(values, 1);
  EXPECT_DOUBLE_EQ(scale.radius_of(400), scale.radius);
  EXPECT_DOUBLE_EQ(scale.radius_of(100), scale.radius / 2);
  EXPECT_DOUBLE_EQ(scale.radius_of(25), scale.radius / 4);
}

TEST(Symbols, GrowWithThePictureAndShrinkWithTheCrowd) {
  const std::vector<double> few(40, 1);
  const std::vector<double> many(400, 1);
  EXPECT_DOUBLE_EQ(symbol_scale(few, 2).radius, 2 * symbol_scale(few, 1).radius);
  EXPECT_LT(symbol_scale(many, 1).radius, symbol_scale(few, 1).radius);
}

TEST(Symbols, WhatHasNoAreaHasNoCircle) {
  const std::vector<double> values{0, -3, k_nan, k_infinity, 5};
  const SymbolScale scale = symbol_scale(values, 1);
  EXPECT_EQ(scale.value, 5);
  for (const double value : {0.0, -3.0, k_nan, k_infinity}) EXPECT_EQ(scale.radius_of(value), 0) << value;
  EXPECT_THAT(symbol_order(values), ElementsAre(4));
  const std::vector<double> none{0, k_nan};
  EXPECT_THAT(symbol_order(none), IsEmpty());
  EXPECT_THAT(symbol_steps(symbol_scale(none, 1)), IsEmpty());
  EXPECT_EQ(symbol_scale(none, 1).radius_of(7), 0);
}

TEST(Symbols, TheLargestIsPaintedFirst) {
  EXPECT_THAT(symbol_order(std::vector<double>{3, 9, 3, 0, 12}), ElementsAre(4, 1, 0, 2));
}

TEST(Symbols, StepsOfTheLegendAreRound) {
  EXPECT_THAT(symbol_steps({30, 640}), ElementsAre(500, 200, 20));
  EXPECT_THAT(symbol_steps({30, 1}),
              ElementsAre(1, testing::DoubleNear(0.2, 1e-12), testing::DoubleNear(0.05, 1e-12)));
}

}  // namespace
}  // namespace ntmap::scene
