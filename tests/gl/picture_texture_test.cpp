#include "gl/picture_texture.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <vector>

#include "headless.hpp"

namespace ntmap::gl {
namespace {

using PictureTextureTest = test::HeadlessTest;

TEST_F(PictureTextureTest, KeepsItsTextureFromPictureToPicture) {
  PictureTexture texture;
  EXPECT_EQ(texture.name(), 0U);
  const std::vector<std::uint8_t> picture(4 * 6 * 3, 200);
  texture.load(6, 3, picture);
  const std::uint32_t name = texture.name();
  EXPECT_NE(name, 0U);
  texture.load(6, 3, picture);
  texture.load(3, 6, picture);
  EXPECT_EQ(texture.name(), name);
  EXPECT_EQ(texture.width(), 3);
  EXPECT_EQ(texture.height(), 6);
}

TEST_F(PictureTextureTest, AsksForEachRowOnce) {
  PictureTexture texture;
  std::size_t asked = 0;
  texture.load_rows(3, 150, [&](std::span<std::uint8_t> rows) { asked += rows.size(); });
  EXPECT_EQ(asked, 4U * 3 * 150);
  EXPECT_EQ(texture.height(), 150);
  EXPECT_THROW(texture.load_rows(0, 1, [](std::span<std::uint8_t>) {}), std::invalid_argument);
}

TEST_F(PictureTextureTest, RefusesBytesThatAreNoPictureOfThatSize) {
  PictureTexture texture;
  EXPECT_THROW(texture.load(6, 4, std::vector<std::uint8_t>(10)), std::invalid_argument);
  EXPECT_THROW(texture.load(0, 0, {}), std::invalid_argument);
}

}  // namespace
}  // namespace ntmap::gl
