#include "sheet/codec.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.hpp"
#include "model/colour.hpp"

namespace ntmap::sheet {
namespace {

/// Stripes of a given width in two colours.
Picture stripes(int width, int height, int stripe, model::Rgb a, model::Rgb b) {
  Picture picture{width, height, {}};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const model::Rgb ink = x / stripe % 2 == 0 ? a : b;
      picture.rgba.insert(picture.rgba.end(), {ink.r, ink.g, ink.b, 255});
    }
  }
  return picture;
}

double mean_difference(const Picture& a, const Picture& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.rgba.size(); ++i) sum += std::abs(int{a.rgba[i]} - int{b.rgba[i]});
  return sum / static_cast<double>(a.rgba.size());
}

constexpr model::Rgb k_dark{20, 20, 20};
constexpr model::Rgb k_light{240, 240, 240};

TEST(Codec, FlatPicturesStayAsTheyAre) {
  const Picture flat = stripes(192, 108, 192, {62, 129, 184}, {});
  EXPECT_LT(mean_difference(flat, through_codec(flat.view(), {54, 30})), 3);
}

TEST(Codec, KeepsTheSize) {
  const Picture picture = stripes(191, 107, 10, k_dark, k_light);
  const Picture seen = through_codec(picture.view(), {50, 30});
  EXPECT_EQ(seen.width, 191);
  EXPECT_EQ(seen.height, 107);
  EXPECT_EQ(seen.rgba.size(), picture.rgba.size());
}

TEST(Codec, FineDetailGoesFirst) {
  const Picture coarse = stripes(960, 540, 24, k_dark, k_light);
  const Picture fine = stripes(960, 540, 2, k_dark, k_light);
  EXPECT_LT(mean_difference(coarse, through_codec(coarse.view(), {270, 30})), 16);
  EXPECT_GT(mean_difference(fine, through_codec(fine.view(), {270, 30})), 50) << "two pixels become grey";
}

TEST(Codec, CoarserStepsLoseMore) {
  const Picture picture = stripes(480, 270, 7, {200, 120, 40}, {90, 160, 180});
  const double fine = mean_difference(picture, through_codec(picture.view(), {270, 10}));
  const double coarse = mean_difference(picture, through_codec(picture.view(), {270, 46}));
  EXPECT_LT(fine, coarse);
}

TEST(Codec, ColoursAreSentAtHalfResolution) {
  // Red and green of the same brightness differ only in colour.
  const model::Rgb red{220, 60, 60};
  const model::Rgb green{40, 113, 60};
  const Picture picture = stripes(240, 136, 1, red, green);
  const Picture seen = through_codec(picture.view(), {136, 4});
  EXPECT_LT(std::abs(int{seen.rgba[4 * 100]} - int{seen.rgba[4 * 101]}), 40) << "neighbours run together";
}

TEST(Codec, ResizingAveragesAndKeepsTheMean) {
  const Picture picture = stripes(100, 40, 1, {0, 0, 0}, {200, 200, 200});
  const Picture small = resized(picture.view(), 50, 20);
  for (std::size_t i = 10; i < 40; ++i) EXPECT_NEAR(small.rgba[4 * i], 100, 3);
}

TEST(Codec, RefusesEmptyPictures) {
  EXPECT_THROW(through_codec({}, {}), base::Error);
}

}  // namespace
}  // namespace ntmap::sheet
