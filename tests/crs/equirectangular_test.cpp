#include "crs/equirectangular.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "crs/crs.hpp"

namespace ntmap::crs {
namespace {

TEST(Equirectangular, IsWhatProjComputes) {
  std::vector<double> quick = {105.5, 18.3, 102.1, 8.5, 109.4, 23.3};
  std::vector<double> exact = quick;
  to_equirectangular(quick, 18.34);
  transform(exact, "EPSG:4326", equirectangular(18.34));
  for (std::size_t i = 0; i < quick.size(); ++i) EXPECT_NEAR(quick[i], exact[i], 1e-3) << i;
}

TEST(Equirectangular, KeepsShapesAtItsLatitude) {
  std::vector<double> step = {0.001, 0, 0, 0.001};
  to_equirectangular(step, 60);
  EXPECT_NEAR(step[0] / step[3], 0.5, 1e-12);
}

TEST(Equirectangular, AreasAreThoseOfTheEllipsoid) {
  EXPECT_NE(equirectangular(18).find("+datum=WGS84"), std::string::npos)
      << "on its sphere an area in Vietnam is half a percent too large";
}

}  // namespace
}  // namespace ntmap::crs
