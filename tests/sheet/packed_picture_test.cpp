#include "sheet/packed_picture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

#include "sample_sheet.hpp"
#include "sheet/paint.hpp"

namespace ntmap::sheet {
namespace {

Picture picture_of(int width, int height, const std::vector<std::uint32_t>& pixels) {
  Picture picture{width, height, {}};
  for (const std::uint32_t pixel : pixels) {
    for (int shift = 0; shift < 32; shift += 8)
      picture.rgba.push_back(static_cast<std::uint8_t>(pixel >> static_cast<unsigned>(shift)));
  }
  return picture;
}

void expect_same(const Picture& picture) {
  const Picture again = packed(picture.view()).unpacked();
  EXPECT_EQ(again.width, picture.width);
  EXPECT_EQ(again.height, picture.height);
  EXPECT_EQ(again.rgba, picture.rgba);
  const PackedPicture from = packed(picture.view());
  for (const std::size_t pixels : {1U, 3U, 7U}) {
    Unpacker unpacker(from);
    std::vector<std::uint8_t> all(picture.rgba.size());
    for (std::size_t at = 0; at < all.size(); at += 4 * pixels)
      unpacker.next(std::span(all).subspan(at, std::min(4 * pixels, all.size() - at)));
    EXPECT_EQ(all, picture.rgba) << pixels << " at a time";
  }
}

TEST(PackedPicture, ComesBackAsItWas) {
  expect_same({});
  expect_same(picture_of(1, 1, {7}));
  expect_same(picture_of(4, 1, {1, 1, 1, 1}));
  expect_same(picture_of(4, 2, {1, 2, 2, 3, 3, 3, 3, 4}));
  expect_same(picture_of(3, 2, {5, 5, 5, 6, 6, 6}));
  expect_same(picture_of(3, 2, {5, 5, 5, 6, 7, 7}));
}

TEST(PackedPicture, NoiseComesBackAndHardlyGrows) {
  std::mt19937 random(2025);
  for (const unsigned colours : {2U, 3U, 0xffffffffU}) {
    std::vector<std::uint32_t> pixels(64 * 40);
    for (std::uint32_t& pixel : pixels) pixel = static_cast<std::uint32_t>(random()) % colours;
    const Picture picture = picture_of(64, 40, pixels);
    expect_same(picture);
    EXPECT_LT(packed(picture.view()).words.size(), pixels.size() * 3 / 2) << colours;
  }
  std::vector<std::uint32_t> all_differ(1000);
  for (std::uint32_t i = 0; i < 1000; ++i) all_differ[i] = i;
  EXPECT_EQ(packed(picture_of(100, 10, all_differ).view()).words.size(), 1001);
}

TEST(PackedPicture, ASheetTakesAFifthOrLess) {
  const SampleSheet sheet({960, 540}, Style::meeting);
  const Picture picture = paint_picture(sheet.request, layout(sheet.request));
  expect_same(picture);
  EXPECT_LT(4 * 5 * packed(picture.view()).words.size(), picture.rgba.size());
}

}  // namespace
}  // namespace ntmap::sheet
