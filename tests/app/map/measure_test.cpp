#include "app/map/measure.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace ntmap::app {
namespace {

TEST(Measure, GivesLengthAndArea) {
  // A square kilometre near the central meridian of the zone, where the scale is 0.9999.
  const std::vector<base::Vec2> square{
      {500000, 2000000}, {501000, 2000000}, {501000, 2001000}, {500000, 2001000}};
  const Measured measured = measure(square, "EPSG:9209");
  EXPECT_NEAR(measured.metres, 3000.3, 0.2);
  EXPECT_NEAR(measured.hectares, 100.02, 0.02);
  const std::vector<base::Vec2> other(square.rbegin(), square.rend());
  EXPECT_NEAR(measure(other, "EPSG:9209").hectares, measured.hectares, 1e-6);
}

TEST(Measure, NeedsTwoPointsForALengthAndThreeForAnArea) {
  const std::vector<base::Vec2> line{{500000, 2000000}, {501000, 2000000}};
  EXPECT_EQ(measure(line, "EPSG:9209").hectares, 0);
  EXPECT_EQ(measure(std::span(line).first(1), "EPSG:9209").metres, 0);
}

TEST(Measure, SaysItInWords) {
  EXPECT_EQ(measured_words({512.4, 0}), base::Text("512 m"));
  EXPECT_EQ(measured_words({12345, 0}), base::Text("12,35 km", "12.35 km"));
  EXPECT_EQ(measured_words({12345, 1234.56}), base::Text("12,35 km · 1.234,6 ha", "12.35 km · 1,234.6 ha"));
}

}  // namespace
}  // namespace ntmap::app
