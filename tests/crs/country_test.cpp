#include "crs/country.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "crs/systems.hpp"

namespace ntmap::crs {
namespace {

using base::Vec2;

TEST(NearLandOfVietnam, CornersOfTheCountryAndItsIslands) {
  constexpr std::array k_places{
      Vec2{105.32, 23.38},  // Lũng Cú
      Vec2{102.15, 22.40},  // A Pa Chải
      Vec2{108.06, 21.48},  // Trà Cổ
      Vec2{104.72, 8.60},   // Mũi Cà Mau
      Vec2{104.48, 10.38},  // Hà Tiên
      Vec2{109.46, 12.89},  // Mũi Điện
      Vec2{105.89, 18.34},  // Hà Tĩnh
      Vec2{106.37, 17.93},  // Kỳ Nam
      Vec2{109.12, 15.38},  // Lý Sơn
      Vec2{107.34, 17.16},  // Cồn Cỏ
      Vec2{107.72, 20.13},  // Bạch Long Vĩ
      Vec2{107.77, 20.98},  // Cô Tô
      Vec2{108.94, 10.53},  // Phú Quý
      Vec2{106.61, 8.69},   // Côn Đảo
      Vec2{103.47, 9.31},   // Thổ Chu
      Vec2{103.97, 10.22},  // Phú Quốc
      Vec2{112.34, 16.53},  // Hoàng Sa
      Vec2{111.92, 8.64},   // Trường Sa
  };
  for (const Vec2 place : k_places) {
    EXPECT_TRUE(near_land_of_vietnam(place)) << place.x << " " << place.y;
    EXPECT_TRUE(k_country_with_sea.contains(place)) << place.x << " " << place.y;
  }
}

TEST(NearLandOfVietnam, NotTheSeaNorItsNeighbours) {
  constexpr std::array k_places{
      Vec2{107.3, 18.3},   // sea, a zone east of Hà Tĩnh
      Vec2{106.6, 18.4},   // half of that
      Vec2{104.2, 18.3},   // Laos
      Vec2{102.6, 17.97},  // Vientiane
      Vec2{104.9, 11.55},  // Phnom Penh
      Vec2{108.3, 22.8},   // Nanning
      Vec2{110.5, 12.0},  Vec2{0, 0},
  };
  for (const Vec2 place : k_places) EXPECT_FALSE(near_land_of_vietnam(place)) << place.x << " " << place.y;
}

TEST(AmongFarIslands, OnlyThere) {
  EXPECT_TRUE(among_far_islands({107.34, 17.16}));
  EXPECT_FALSE(among_far_islands({105.89, 18.34}));
  EXPECT_FALSE(among_far_islands({106.8, 18.3}));
}

TEST(PlaceOfProvince, EveryProvinceHasOneInTheCountry) {
  for (const Province& province : provinces()) {
    const auto place = place_of_province(province.name);
    ASSERT_TRUE(place) << province.name;
    EXPECT_TRUE(near_land_of_vietnam(place->centre())) << province.name;
    EXPECT_EQ(place, place_of_province(province.plain));
    // Its zone is one whose meridian is near: else one of both tables is wrong.
    const System* const zone = zone_of_province(province.name);
    EXPECT_LT(std::abs(zone->central_meridian - place->centre().x), 1.3) << province.name;
  }
  EXPECT_TRUE(place_of_province("Ha Tinh")->contains({105.89, 18.34}));
  EXPECT_FALSE(place_of_province("Atlantis"));
}

}  // namespace
}  // namespace ntmap::crs
