#include "app/check/check_dates_apart.hpp"

#include <gtest/gtest.h>

namespace ntmap::app {
namespace {

/// Four squares of 0.1 degrees in a row.
Units units_at(double west, std::size_t count = 4, const char* crs = "EPSG:4326", double size = 0.1,
               double south = 18.3) {
  Units units;
  units.vintage = "d";
  units.crs = crs;
  model::PolygonSet& polygons = units.layer.polygons;
  for (std::size_t i = 0; i < count; ++i) {
    const double x = west + static_cast<double>(i) * size;
    for (const auto& [dx, dy] : {std::pair{0, 0}, {1, 0}, {1, 1}, {0, 1}})
      polygons.add_vertex(x + dx * size, south + dy * size);
    polygons.end_ring();
    polygons.end_part();
    polygons.end_feature();
    units.codes.push_back(std::to_string(i));
  }
  return units;
}

TEST(DatesApart, TheSamePlaceOrAPartOfItIsNoNews) {
  EXPECT_TRUE(dates_apart_findings(units_at(105.5), units_at(105.5)).empty());
  EXPECT_TRUE(dates_apart_findings(units_at(105.5, 1), units_at(105.5)).empty());
  EXPECT_TRUE(dates_apart_findings(units_at(105.5), units_at(105.7, 1)).empty());
  EXPECT_TRUE(
      dates_apart_findings(units_at(105.5), units_at(500'000, 4, "EPSG:9209", 10'000, 2'024'000)).empty());
}

TEST(DatesApart, BoundariesThatDoNotLieOnOneAnotherAreTold) {
  const base::Findings findings = dates_apart_findings(units_at(105.5), units_at(107.0));
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().rule, "boundaries.apart");
  EXPECT_NE(findings.front().what.en.find("158 km"), std::string::npos) << findings.front().what.en;
  EXPECT_EQ(
      dates_apart_findings(units_at(105.5), units_at(500'000, 4, "EPSG:9206", 10'000, 2'024'000)).size(), 1U);
}

}  // namespace
}  // namespace ntmap::app
