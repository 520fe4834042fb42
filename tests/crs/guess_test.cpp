#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "crs/crs.hpp"

namespace ntmap::crs {
namespace {

constexpr base::Box k_ha_tinh_metres{455'000, 1'985'000, 620'000, 2'080'000};
constexpr base::Box k_ha_tinh_degrees{105.1, 17.9, 106.6, 18.8};

TEST(GuessFromExtent, Degrees) {
  const auto guesses = guess_from_extent(k_ha_tinh_degrees);
  ASSERT_FALSE(guesses.empty());
  EXPECT_EQ(guesses[0].description.epsg, "4326");
  EXPECT_FALSE(guesses[0].swapped);
  EXPECT_LT(guesses[0].description.confidence, 100);
}

TEST(GuessFromExtent, SwappedDegrees) {
  const auto guesses = guess_from_extent({17.9, 105.1, 18.8, 106.6});
  ASSERT_FALSE(guesses.empty());
  EXPECT_EQ(guesses[0].description.epsg, "4326");
  EXPECT_TRUE(guesses[0].swapped);
}

TEST(GuessFromExtent, MetresWithTheProvinceNamed) {
  const auto guesses = guess_from_extent(k_ha_tinh_metres, "Hà Tĩnh");
  ASSERT_GE(guesses.size(), 2U);
  EXPECT_EQ(guesses[0].description.epsg, "9209");
  EXPECT_GT(guesses[0].description.confidence, guesses[1].description.confidence);
}

// Older data of all provinces are in UTM zone 48 or 49: its metres look like those of the province's zone.
TEST(GuessFromExtent, UtmComesBeforeTheZonesOfOtherProvinces) {
  const auto guesses = guess_from_extent({510'000, 1'985'000, 660'000, 2'080'000}, "Hà Tĩnh");
  ASSERT_GE(guesses.size(), 2U);
  EXPECT_EQ(guesses[0].description.epsg, "9209");
  EXPECT_EQ(guesses[1].description.epsg, "3405");
}

// GPS receivers and global data sets give UTM on WGS 84.
TEST(GuessFromExtent, UtmOnWgs84IsNamedBesideThatOnVn2000) {
  for (const char* province : {"Hà Tĩnh", ""}) {
    const auto guesses = guess_from_extent({510'000, 1'985'000, 660'000, 2'080'000}, province);
    for (std::size_t i = 0; i < guesses.size(); ++i) {
      if (guesses[i].description.epsg != "3405") continue;
      ASSERT_LT(i + 1, guesses.size());
      EXPECT_EQ(guesses[i + 1].description.epsg, "32648");
      EXPECT_LT(guesses[i + 1].description.confidence, 50);
    }
    EXPECT_EQ(std::count_if(guesses.begin(), guesses.end(),
                            [](const Guess& guess) { return guess.description.epsg == "32648"; }),
              1);
  }
}

TEST(GuessFromExtent, MetresWithoutTheProvinceListsTheZonesThatFit) {
  const auto guesses = guess_from_extent(k_ha_tinh_metres);
  bool found = false;
  for (const Guess& guess : guesses) {
    found = found || guess.description.epsg == "9209";
    EXPECT_LT(guess.description.confidence, 80);
  }
  EXPECT_TRUE(found);
}

// Surveyors write X for north: the most common way to have axes the wrong way round.
TEST(GuessFromExtent, SwappedMetres) {
  const auto guesses = guess_from_extent({1'985'000, 455'000, 2'080'000, 620'000}, "Ha Tinh");
  ASSERT_FALSE(guesses.empty());
  EXPECT_EQ(guesses[0].description.epsg, "9209");
  EXPECT_TRUE(guesses[0].swapped);
}

TEST(GuessFromExtent, AProvinceNamedWronglyIsNotBelieved) {
  for (const Guess& guess : guess_from_extent(k_ha_tinh_metres, "Cà Mau")) {
    EXPECT_NE(guess.description.epsg, "9207");
  }
}

TEST(GuessFromExtent, NothingElsewhere) {
  EXPECT_TRUE(guess_from_extent({}).empty());
  EXPECT_TRUE(guess_from_extent({2.2, 48.8, 2.4, 48.9}).empty());
  EXPECT_TRUE(guess_from_extent({0, 0, 1, 1}).empty());
  EXPECT_TRUE(guess_from_extent({5e6, 5e6, 6e6, 6e6}).empty());
  const double infinite = std::numeric_limits<double>::infinity();
  EXPECT_TRUE(guess_from_extent({0, 0, infinite, 1}).empty());
}

}  // namespace
}  // namespace ntmap::crs
