#include "app/areas/area_crs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/area_sample.hpp"
#include "crs/crs.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;

/// The usual areas in metres of a system, as a file without any would hold them.
model::PolygonSet in_metres(const std::string& crs) {
  model::PolygonSet polygons;
  for (const test::TestArea& area : test::usual_areas()) {
    std::vector<double> xy{area.west, area.south, area.east, area.south,
                           area.east, area.north, area.west, area.north};
    crs::transform(xy, "EPSG:4326", crs);
    for (std::size_t i = 0; i < xy.size(); i += 2) polygons.add_vertex(xy[i], xy[i + 1]);
    polygons.end_ring();
    polygons.end_part();
    polygons.end_feature();
  }
  return polygons;
}

model::Layer layer_of(model::PolygonSet polygons) {
  model::Layer layer;
  layer.file = "vung.shp";
  layer.polygons = std::move(polygons);
  return layer;
}

std::shared_ptr<const Units> units_of(const test::AreaSample& sample) {
  ProjectData data = sample.data();
  return data.units("2023");
}

const LayerRequest k_direct{.path = "vung.shp", .crs_words = "--area-crs EPSG:{}"};

TEST(AreaCrs, TheZoneByWhichAreasFallOnTheUnitsIsTaken) {
  const auto units = units_of(test::AreaSample());
  for (const char* crs : {"EPSG:9209", "EPSG:9210", "EPSG:9208"}) {
    base::Findings findings;
    const crs::Description found = missing_area_crs(k_direct, layer_of(in_metres(crs)), *units, findings);
    EXPECT_EQ(found.definition, crs);
    EXPECT_GE(found.confidence, 50) << crs;
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].rule, "crs.guessed");
    EXPECT_THAT(findings[0].what.en, HasSubstr("100 % of the areas fall on the units"));
    EXPECT_THAT(findings[0].remedy.en, HasSubstr("--area-crs EPSG:n"));
  }
}

TEST(AreaCrs, SystemsThatFitAlikeAreTheUnitsOwnOrAnError) {
  // One unit as large as the country: every zone puts the areas on it.
  Units everywhere;
  everywhere.crs = "EPSG:9209";
  std::vector<double> xy{102, 9, 109.5, 9, 109.5, 23, 102, 23};
  crs::transform(xy, "EPSG:4326", everywhere.crs);
  everywhere.layer.polygons.xy = xy;
  everywhere.layer.polygons.end_ring();
  everywhere.layer.polygons.end_part();
  everywhere.layer.polygons.end_feature();
  base::Findings findings;
  const auto own = missing_area_crs(k_direct, layer_of(in_metres("EPSG:9211")), everywhere, findings);
  EXPECT_EQ(own.definition, "EPSG:9209") << "of areas drawn in the same office";
  EXPECT_EQ(findings.back().rule, "crs.guessed");

  crs::transform(everywhere.layer.polygons.xy, everywhere.crs, "EPSG:4326");
  everywhere.crs = "EPSG:4326";
  missing_area_crs(k_direct, layer_of(in_metres("EPSG:9211")), everywhere, findings);
  EXPECT_EQ(findings.back().rule, k_rule_ambiguous_crs);
  EXPECT_EQ(findings.back().severity, base::Severity::error);
}

TEST(AreaCrs, NowhereAndSwappedAxesAreErrorsWithTheRightOption) {
  const auto units = units_of(test::AreaSample());
  base::Findings findings;
  model::PolygonSet far = in_metres("EPSG:9209");
  for (double& value : far.xy) value += 9e6;
  EXPECT_THAT(test::error_of([&] { missing_area_crs(k_direct, layer_of(std::move(far)), *units, findings); }),
              HasSubstr("--area-crs EPSG:9209"));
  model::PolygonSet swapped = in_metres("EPSG:9209");
  for (std::size_t i = 0; i < swapped.xy.size(); i += 2) std::swap(swapped.xy[i], swapped.xy[i + 1]);
  EXPECT_THAT(
      test::error_of([&] { missing_area_crs(k_direct, layer_of(std::move(swapped)), *units, findings); }),
      HasSubstr("swapped"));
}

}  // namespace
}  // namespace ntmap::app
