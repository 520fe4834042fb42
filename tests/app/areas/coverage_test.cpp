#include "app/areas/coverage.hpp"

#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <numeric>

#include "app/area_sample.hpp"
#include "app/data/project_data.hpp"
#include "app/project/project_file.hpp"
#include "crs/crs.hpp"

namespace ntmap::app {
namespace {

using model::AreaStatus;
using testing::ElementsAre;

std::vector<double> shares(const Coverage& coverage, const CoverageChoice& choice) {
  std::vector<double> out;
  for (const double share : coverage.cover(choice)->shares) out.push_back(std::round(share * 10) / 10);
  return out;
}

TEST(Coverage, ByYearAndStatusOverlapsOnce) {
  const auto coverage = test::AreaSample().coverage();
  EXPECT_THAT(shares(*coverage, at_work("2021-12-31")), ElementsAre(0, 0, 0, 0));
  EXPECT_THAT(shares(*coverage, at_work("2023-12-31")), ElementsAre(50, 0, 0, 0));
  EXPECT_THAT(shares(*coverage, at_work("2024-12-31")), ElementsAre(75, 50, 0, 0));
  EXPECT_THAT(shares(*coverage, with_all_up_to(AreaStatus::building, "2024-12-31")),
              ElementsAre(75, 50, 100, 0));
  EXPECT_THAT(shares(*coverage, with_all_up_to(AreaStatus::planned, "2024-12-31")),
              ElementsAre(75, 50, 100, 50));
  const std::vector<AreaStatus> building{AreaStatus::building};
  EXPECT_THAT(shares(*coverage, choice_of(building, "2025-12-31")), ElementsAre(0, 0, 0, 0));
  EXPECT_THAT(shares(*coverage, choice_of(building, "2026-12-31")), ElementsAre(0, 0, 100, 0));
}

TEST(Coverage, OverlapsAreListed) {
  const auto coverage = test::AreaSample().coverage();
  ASSERT_EQ(coverage->overlay().overlaps.size(), 1U);
  EXPECT_NEAR(coverage->overlay().overlaps[0].shared, coverage->unit_hectares()[0] / 4, 5);
  ASSERT_EQ(test::count_rule(coverage->findings(), "areas.overlap"), 1U);
}

TEST(Coverage, HectaresAreGeodesicOrPlanar) {
  const test::AreaSample sample;
  const double geodesic = sample.coverage()->unit_hectares()[0];
  sample.replace_in("du_an.toml", "crs = \"EPSG:9209\"", "crs = \"EPSG:9209\"\nhectares = \"crs\"");
  const auto planar = sample.coverage();
  EXPECT_EQ(planar->hectare_kind(), model::HectareKind::planar);
  EXPECT_NEAR(planar->unit_hectares()[0], geodesic, 0.001 * geodesic);
  EXPECT_NE(planar->unit_hectares()[0], geodesic);
  EXPECT_NEAR(planar->unit_hectares()[0], model::feature_area(planar->units().layer.polygons, 0) / 10'000,
              1e-9 * geodesic);
}

TEST(Coverage, PlanarHectaresNeedASystemInMetres) {
  const test::AreaSample sample;
  sample.replace_in("du_an.toml", "crs = \"EPSG:9209\"", "crs = \"EPSG:4326\"\nhectares = \"crs\"");
  EXPECT_THAT(test::error_of([&] { sample.coverage(); }), testing::HasSubstr("usage"));
}

TEST(Coverage, AnAreaGivenTwiceCountsOnce) {
  auto given = test::usual_areas();
  given.push_back(given[0]);
  const auto coverage = test::AreaSample(given).coverage();
  EXPECT_TRUE(coverage->duplicate(4));
  EXPECT_FALSE(coverage->duplicate(0));
  EXPECT_EQ(test::count_rule(coverage->findings(), "areas.duplicated"), 1U);
  EXPECT_THAT(shares(*coverage, at_work("2024-12-31")), ElementsAre(75, 50, 0, 0));
}

TEST(Coverage, OfTwoAreasDrawnAlikeTheOneThatHasComeFurtherCounts) {
  auto areas = test::usual_areas();
  areas.push_back(areas[3]);  // D, planned, once more
  areas.back().properties = R"("ma":"E","nam":2023,"tt":"đang hoạt động")";
  const auto coverage = test::AreaSample(areas).coverage();
  EXPECT_TRUE(coverage->duplicate(3));
  EXPECT_FALSE(coverage->duplicate(4));
  EXPECT_NEAR(coverage->cover(at_work("2023-12-31"))->shares[3], 50, 0.1);
}

TEST(Coverage, WhatLiesOutsideEveryUnitIsTold) {
  auto given = test::usual_areas();
  given[0] = {given[0].properties, 105.7, 18.3, 105.85, 18.4};
  const auto coverage = test::AreaSample(given).coverage();
  EXPECT_NEAR(coverage->outside_hectares()[0], coverage->unit_hectares()[0],
              0.002 * coverage->unit_hectares()[0]);
  EXPECT_EQ(test::count_rule(coverage->findings(), "areas.outside"), 1U);
  EXPECT_THAT(shares(*coverage, at_work("2024-12-31")), ElementsAre(75, 50, 0, 0));
}

TEST(Coverage, AreasWithoutAYearCountInNoPeriodButAreThere) {
  auto given = test::usual_areas();
  given[1].properties = R"("ma":"B","nam":null,"tt":"đang hoạt động")";
  const auto coverage = test::AreaSample(given).coverage();
  EXPECT_THAT(shares(*coverage, at_work("2024-12-31")), ElementsAre(50, 0, 0, 0));
  EXPECT_THAT(shares(*coverage, at_work("")), ElementsAre(75, 50, 0, 0));
}

TEST(Coverage, LayersWithoutAFieldOfYearsCountAlways) {
  const test::AreaSample sample;
  sample.replace_in("du_an.toml", "year = \"nam\"\n", "");
  EXPECT_THAT(shares(*sample.coverage(), at_work("2001-01-01")), ElementsAre(75, 50, 0, 0));
}

TEST(Coverage, UnitsThatOverlapOneAnotherAreTold) {
  const test::AreaSample sample;
  sample.replace_in("units.geojson", "[106.000000,18.400000],[105.900000,18.400000]",
                    "[106.000000,18.400000],[105.810000,18.400000]");
  EXPECT_GE(test::count_rule(sample.coverage()->findings(), "areas.counted-twice"), 1U);
}

/// The project of the sample and what its areas cover in January 2025.
struct Hatinh {
  std::shared_ptr<const model::Project> project =
      std::make_shared<const model::Project>(read_project(test::checkout("gis_data/hatinh.toml")));
  ProjectData data{project};
  std::shared_ptr<const Coverage> coverage = data.coverage("cap_nuoc", data.units("2025-01"));
};

TEST(Coverage, PiecesOfTheSampleAddUpToTheirAreas) {
  const Hatinh hatinh;
  std::vector<double> sums = hatinh.coverage->outside_hectares();
  for (const geom::UnitArea& pair : hatinh.coverage->overlay().pairs) sums[pair.area] += pair.shared;
  for (std::size_t a = 0; a < sums.size(); ++a) {
    const double area = hatinh.coverage->area_hectares()[a];
    EXPECT_NEAR(sums[a], area, 1e-4 * area);
    // Drawn inside the province, whose units leave no gap, an area has nothing outside: an independent check.
    EXPECT_LT(hatinh.coverage->outside_hectares()[a], 1e-4 * area);
  }
}

/// Square metres of each unit covered by all areas, by SpatiaLite; empty when GDAL has it not.
std::vector<double> by_spatialite(const std::filesystem::path& folder) {
  GDALAllRegister();
  const auto open = [](const std::filesystem::path& file) {
    return GDALDatasetUniquePtr(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR));
  };
  const auto units = open(test::checkout("gis_data/hatinh/boundaries/2025_01/communes.shp"));
  const auto areas = open(test::checkout("gis_data/hatinh/areas/water_supply.gpkg"));
  GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
  const GDALDatasetUniquePtr both(
      driver->Create((folder / "both.gpkg").c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  both->CopyLayer(units->GetLayer(0), "units");
  both->CopyLayer(areas->GetLayer(0), "areas");
  OGRLayer* rows = both->ExecuteSQL(
      "SELECT ST_Area(ST_Intersection(u.geom, (SELECT ST_Union(geom) FROM areas))) AS covered "
      "FROM units u ORDER BY u.rowid",
      nullptr, "SQLITE");
  std::vector<double> out;
  if (rows == nullptr) return out;
  for (const auto& row : *rows) out.push_back(row->IsFieldNull(0) ? 0 : row->GetFieldAsDouble(0));
  both->ReleaseResultSet(rows);
  return out;
}

TEST(Coverage, AgreesWithSpatiaLite) {
  const test::TemporaryFolder folder;
  const std::vector<double> expected = by_spatialite(folder.path());
  if (expected.empty()) GTEST_SKIP() << "GDAL has no SpatiaLite here";
  const Hatinh hatinh;
  const auto covered = hatinh.coverage->covered(with_all_up_to(AreaStatus::planned, ""));
  ASSERT_EQ(expected.size(), covered->feature_count());
  double all = 0;
  for (std::size_t u = 0; u < expected.size(); ++u) {
    const double found = model::feature_area(*covered, u);
    EXPECT_NEAR(found, expected[u], std::max(1.0, 1e-3 * expected[u])) << hatinh.coverage->units().codes[u];
    all += found;
  }
  EXPECT_GT(all, 1e8) << "a tenth of a thousand square kilometres at least";
}

TEST(Weigh, SharesByPeopleStandBesideSharesByArea) {
  test::AreaSample sample(test::usual_areas(),
                          "[[weights]]\nid = \"nha\"\nfile = \"nha.geojson\"\nfield = \"ho\"\n");
  // 00097 has all its households in the covered west; 00098 in the north, which nobody serves.
  sample.folder.write(
      "nha.geojson",
      R"({"type":"FeatureCollection","features":[)"
      R"({"type":"Feature","properties":{"ho":30},"geometry":{"type":"Point","coordinates":[105.82,18.38]}},)"
      R"({"type":"Feature","properties":{"ho":10},"geometry":{"type":"Point","coordinates":[105.88,18.38]}},)"
      R"({"type":"Feature","properties":{"ho":60},"geometry":{"type":"Point","coordinates":[105.95,18.38]}}]})");
  ProjectData data = sample.data();
  const auto units = data.units("2023");
  const auto weights = data.weights("nha", units);
  EXPECT_THAT(weights->of_unit, ElementsAre(40, 60, 0, 0));
  const auto coverage = data.coverage("nuoc", units);
  const WeightedCover weighted = weigh(*coverage, at_work("2024-12-31"), weights->weights, weights->of_unit);
  EXPECT_DOUBLE_EQ(weighted.shares[0], 75);
  EXPECT_DOUBLE_EQ(weighted.shares[1], 0);
  EXPECT_TRUE(std::isnan(weighted.shares[2])) << "nobody lives there";
  EXPECT_DOUBLE_EQ(weighted.share, 30);
}

}  // namespace
}  // namespace ntmap::app
