#include "scene/unit_raster.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "support/wkt.hpp"

namespace ntmap::scene {
namespace {

TEST(ToPage, GoesThereAndBackWithNorthUp) {
  const ToPage to_page{2, 100, 500};
  EXPECT_EQ(to_page({10, 20}), (base::Vec2{120, 460}));
  EXPECT_EQ(to_page.to_world({120, 460}), (base::Vec2{10, 20}));
}

TEST(UnitRaster, CellsBelongToTheUnitAtTheirCentre) {
  const auto polygons = test::from_wkt({"POLYGON ((0 0, 5 0, 5 10, 0 10, 0 0), (1 1, 1 3, 3 3, 3 1, 1 1))",
                                        "POLYGON ((5 0, 10 0, 10 10, 5 10, 5 0))"});
  const UnitRaster raster = rasterise_units(polygons, {1, 0, 10}, {0, 0, 12, 10}, 1);
  EXPECT_EQ(raster.columns, 12);
  EXPECT_EQ(raster.rows, 10);
  EXPECT_EQ(raster.at(0, 0), 0u);
  EXPECT_EQ(raster.at(4, 9), 0u);
  EXPECT_EQ(raster.at(5, 9), 1u);
  EXPECT_EQ(raster.at(10, 4), k_no_unit) << "right of all units";
  EXPECT_EQ(raster.at(2, 8), k_no_unit) << "in the hole";
  EXPECT_EQ(std::count(raster.unit.begin(), raster.unit.end(), 0u), 46);
}

TEST(UnitRaster, PolygonsFarOutsideAndEmptyOnesDoNoHarm) {
  const auto polygons =
      test::from_wkt({"POLYGON EMPTY", "POLYGON ((-1e12 -1e12, 1e12 -1e12, 1e12 1e12, -1e12 1e12))"});
  const UnitRaster raster = rasterise_units(polygons, {1, 0, 0}, {0, 0, 20, 20}, 3);
  EXPECT_TRUE(std::all_of(raster.unit.begin(), raster.unit.end(), [](auto unit) { return unit == 1; }));
}

}  // namespace
}  // namespace ntmap::scene
