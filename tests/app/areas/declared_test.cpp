#include "app/areas/declared.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "app/area_sample.hpp"

namespace ntmap::app {
namespace {

TEST(Declared, DrawnHectaresAgainstThoseDeclared) {
  auto areas = test::usual_areas();
  areas[1].properties = R"("ma":"B","nam":2024,"tt":"working","ha":0)";
  const auto coverage = test::AreaSample(areas).coverage();
  EXPECT_NEAR(hectares_difference(*coverage, 0), 100 * (coverage->area_hectares()[0] / 6000 - 1), 1e-9);
  EXPECT_TRUE(std::isnan(hectares_difference(*coverage, 1))) << "0 is no declaration to divide by";
  EXPECT_TRUE(std::isnan(hectares_difference(*coverage, 2)));
}

TEST(Declared, HouseholdsAreSharedOutByGroundWithoutWeights) {
  const auto coverage = test::AreaSample().coverage();
  const std::vector<double> of_pairs = pair_weights(*coverage, nullptr);
  const std::vector<double> served = served_in_units(*coverage, of_pairs, {1, 1, 0, 0});
  EXPECT_NEAR(served[0], 100 + 150, 1) << "all of A and half of B";
  EXPECT_NEAR(served[1], 150, 1);
  EXPECT_EQ(served[2], 0) << "C is not chosen";
  EXPECT_NEAR(sum_by_area(*coverage, of_pairs)[0], coverage->area_hectares()[0], 1);
}

TEST(Declared, LimitsArePointsOrPercent) {
  EXPECT_TRUE(table_differs(60, 50, true, 5));
  EXPECT_FALSE(table_differs(54, 50, true, 5));
  EXPECT_TRUE(table_differs(100, 94, false, 5));
  EXPECT_FALSE(table_differs(100, 96, false, 5));
  EXPECT_FALSE(table_differs(model::k_no_data, 96, false, 5));
  EXPECT_TRUE(serves_too_many(106, 100, 5));
  EXPECT_FALSE(serves_too_many(104, 100, 5));
  EXPECT_FALSE(serves_too_many(104, model::k_no_data, 5));
}

}  // namespace
}  // namespace ntmap::app
