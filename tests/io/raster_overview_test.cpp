#include "io/raster_overview.hpp"

#include <gmock/gmock.h>

namespace ntmap::io {
namespace {

using testing::ElementsAre;

std::vector<std::uint8_t> half(const std::vector<std::uint8_t>& pixels, int width, int height) {
  return half_by_mode<std::uint8_t>(pixels, width, height, 0).pixels;
}

TEST(RasterOverview, TakesTheMostFrequentPixel) {
  EXPECT_THAT(half({1, 1, 2, 3,  //
                    2, 3, 3, 3},
                   4, 2),
              ElementsAre(1, 3));
  EXPECT_THAT(half({1, 2, 2, 2}, 2, 2), ElementsAre(2));
}

TEST(RasterOverview, OfEquallyFrequentPixelsTakesTheFirstThatIsNotOutside) {
  EXPECT_THAT(half({4, 3, 2, 1}, 2, 2), ElementsAre(4));
  EXPECT_THAT(half({0, 3, 2, 1}, 2, 2), ElementsAre(3));
  EXPECT_THAT(half({0, 0, 5, 5}, 2, 2), ElementsAre(5));
  EXPECT_THAT(half({5, 0, 5, 0}, 2, 2), ElementsAre(5));
}

TEST(RasterOverview, KeepsOutsideWhereItIsMostFrequent) {
  EXPECT_THAT(half({0, 0, 1, 2}, 2, 2), ElementsAre(0));
  EXPECT_THAT(half({1, 0, 0, 2}, 2, 2), ElementsAre(0));
  EXPECT_THAT(half({1, 2, 0, 0}, 2, 2), ElementsAre(0));
  EXPECT_THAT(half({1, 0, 0, 0}, 2, 2), ElementsAre(0));
}

TEST(RasterOverview, RoundsOddSizesUp) {
  const auto level =
      half_by_mode<std::uint32_t>(std::vector<std::uint32_t>{1, 1, 7, 1, 1, 8, 9, 9, 10}, 3, 3, 0);
  EXPECT_EQ(level.width, 2);
  EXPECT_EQ(level.height, 2);
  EXPECT_THAT(level.pixels, ElementsAre(1, 7, 9, 10));
}

}  // namespace
}  // namespace ntmap::io
