#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "make/csv.hpp"
#include "make/units.hpp"
#include "make/vector_files.hpp"
#include "support.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap {
namespace {

using test::checkout;

std::filesystem::path communes(std::string_view vintage) {
  return checkout("gis_data/hatinh/boundaries") / vintage / "communes.shp";
}

std::set<std::string> official_codes(std::string_view vintage) {
  std::set<std::string> result;
  for (const sample::Unit& unit : sample::official_units(checkout("gis_data/sources"), vintage))
    result.insert(unit.code);
  return result;
}

std::unique_ptr<OGRGeometry> united(const std::vector<std::unique_ptr<OGRGeometry>>& parts) {
  OGRMultiPolygon all;
  for (const auto& part : parts) {
    if (wkbFlatten(part->getGeometryType()) == wkbPolygon) {
      all.addGeometry(part.get());
    } else {
      for (const OGRPolygon* polygon : *part->toMultiPolygon()) all.addGeometry(polygon);
    }
  }
  return std::unique_ptr<OGRGeometry>(all.UnionCascaded());
}

double area(const OGRGeometry& geometry) {
  const auto* surface = dynamic_cast<const OGRSurface*>(&geometry);
  return surface != nullptr ? surface->get_Area() : geometry.toMultiSurface()->get_Area();
}

class Vintage : public testing::TestWithParam<std::string_view> {};

TEST_P(Vintage, HasExactlyTheOfficialUnits) {
  const std::vector<std::string> codes = test::texts(communes(GetParam()), "MA_XA");
  const std::set<std::string> once(codes.begin(), codes.end());
  EXPECT_EQ(once.size(), codes.size());
  EXPECT_EQ(once, official_codes(GetParam()));
}

TEST_P(Vintage, IsACoverageWithoutGapsAndOverlaps) {
  const auto land = test::geometries(communes(GetParam()));
  double sum = 0;
  for (const auto& unit : land) {
    EXPECT_TRUE(unit->IsValid());
    sum += area(*unit);
  }
  const auto whole = united(land);
  EXPECT_EQ(wkbFlatten(whole->getGeometryType()), wkbPolygon) << "the province is one piece";
  EXPECT_EQ(whole->toPolygon()->getNumInteriorRings(), 0) << "and has no hole";
  EXPECT_NEAR(area(*whole), sum, 1.0);  // square metres
}

TEST_P(Vintage, ProvinceIsTheSameAtEveryDate) {
  const auto province =
      test::geometries(checkout("gis_data/hatinh/boundaries") / GetParam() / "province.shp");
  const auto first = test::geometries(checkout("gis_data/hatinh/boundaries/2008/province.shp"));
  ASSERT_EQ(province.size(), 1u);
  EXPECT_TRUE(province.front()->Equals(first.front().get()));
}

TEST_P(Vintage, EveryFeatureSaysThatItIsSchematic) {
  if (GetParam() == "2020") return;  // TCVN3: read in the test below
  EXPECT_THAT(test::texts(communes(GetParam()), "GHI_CHU"),
              testing::Each(testing::StrEq("Ranh giới sơ đồ, không phải ranh giới thật")));
}

TEST_P(Vintage, LiesInVn2000ZoneOfTheProvince) {
  const test::Dataset dataset = test::open_vector(communes(GetParam()));
  OGRSpatialReference zone;
  zone.importFromEPSG(9209);
  const char* const options[] = {"IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", "CRITERION=EQUIVALENT", nullptr};
  EXPECT_TRUE(dataset->GetLayer(0)->GetSpatialRef()->IsSame(&zone, options));
}

INSTANTIATE_TEST_SUITE_P(All, Vintage, testing::ValuesIn(sample::k_vintages),
                         [](const auto& one) { return "of_" + std::string(one.param); });

TEST(Boundaries, DistrictsAreTheUnionOfTheirCommunes) {
  for (const char* vintage : {"2008", "2020", "2025_01"}) {
    const auto land = test::geometries(communes(vintage));
    const std::vector<std::string> of = test::texts(communes(vintage), "MA_HUYEN");
    std::map<std::string, double> areas;
    for (std::size_t i = 0; i < of.size(); ++i) areas[of[i]] += area(*land[i]);
    const auto file = checkout("gis_data/hatinh/boundaries") / vintage / "districts.shp";
    const auto districts = test::geometries(file);
    const std::vector<std::string> codes = test::texts(file, "MA_HUYEN");
    ASSERT_EQ(codes.size(), areas.size()) << vintage;
    for (std::size_t i = 0; i < codes.size(); ++i)
      EXPECT_NEAR(area(*districts[i]), areas.at(codes[i]), 1.0) << vintage << " " << codes[i];
  }
}

TEST(Boundaries, NoDistrictLevelAfterJuly2025) {
  EXPECT_FALSE(std::filesystem::exists(checkout("gis_data/hatinh/boundaries/2025_07/districts.shp")));
  EXPECT_THAT(test::texts(communes("2025_07"), "MA_HUYEN"), testing::Each(testing::StrEq("")));
}

TEST(Boundaries, MergedUnitsKeepTheirLand) {
  // By 819/NQ-UBTVQH14 three communes became An Hòa Thịnh (18163).
  const auto code_area = [](std::string_view vintage, const std::set<std::string>& codes) {
    const auto land = test::geometries(communes(vintage));
    const std::vector<std::string> of = test::texts(communes(vintage), "MA_XA");
    double sum = 0;
    for (std::size_t i = 0; i < of.size(); ++i)
      if (codes.contains(of[i])) sum += area(*land[i]);
    return sum;
  };
  EXPECT_NEAR(code_area("2020", {"18163"}), code_area("2008", {"18163", "18154", "18151"}), 1.0);
}

TEST(Boundaries, SeatsLieInTheirUnits) {
  const sample::CsvTable seats(checkout("gis_data/sources/hatinh_seats.csv"));
  const auto land = test::geometries(communes("2008"));
  const std::vector<std::string> codes = test::texts(communes("2008"), "MA_XA");
  // Units that later reforms split are drawn from two or three points beside the seat.
  const std::set<std::string> split = {"18070", "18082", "18796"};
  for (std::size_t row = 0; row < seats.size(); ++row) {
    if (split.contains(seats.cell(row, "code"))) continue;
    std::vector<sample::Point> place = {
        {std::stod(seats.cell(row, "lon")), std::stod(seats.cell(row, "lat"))}};
    sample::project(place, 9209);
    const OGRPoint point(place[0].x, place[0].y);
    const auto at = std::find(codes.begin(), codes.end(), seats.cell(row, "code"));
    EXPECT_TRUE(land[static_cast<std::size_t>(at - codes.begin())]->Contains(&point)) << *at;
  }
}

TEST(Boundaries, BordersAreRough) {
  std::size_t vertices = 0;
  for (const auto& unit : test::geometries(communes("2008"))) {
    const auto* polygon = dynamic_cast<const OGRPolygon*>(unit.get());
    if (polygon != nullptr) vertices += static_cast<std::size_t>(polygon->getExteriorRing()->getNumPoints());
  }
  EXPECT_GT(vertices, 262u * 40);
}

TEST(Boundaries, TheLayerOf2020IsTcvn3WithoutCpg) {
  EXPECT_FALSE(std::filesystem::exists(checkout("gis_data/hatinh/boundaries/2020/communes.cpg")));
  const std::string bytes = test::read_bytes(checkout("gis_data/hatinh/boundaries/2020/communes.dbf"));
  EXPECT_THAT(bytes, testing::HasSubstr("Th\xB9"
                                        "ch Trung"));  // Thạch Trung
  EXPECT_THAT(bytes, testing::Not(testing::HasSubstr("Thạch")));
}

TEST(Boundaries, SonDuongHasItsUnits) {
  const auto file = checkout("gis_data/sonduong/boundaries/communes.shp");
  const std::vector<std::string> types = test::texts(file, "LOAI");
  EXPECT_EQ(std::count(types.begin(), types.end(), "Xã"), 30);
  EXPECT_EQ(std::count(types.begin(), types.end(), "Thị trấn"), 1);
  const auto land = test::geometries(file);
  double sum = 0;
  for (const auto& unit : land) sum += area(*unit);
  EXPECT_NEAR(area(*united(land)), sum, 1.0);
}

}  // namespace
}  // namespace ntmap
