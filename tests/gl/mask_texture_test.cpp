#include "gl/mask_texture.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

#include "headless.hpp"

namespace ntmap::gl {
namespace {

using MaskTextureTest = test::HeadlessTest;

TEST_F(MaskTextureTest, TakesRowsOfAnyLength) {
  const MaskTexture texture(3, 2, std::vector<std::uint8_t>(6, 255));
  EXPECT_NE(texture.name(), 0U);
}

TEST_F(MaskTextureTest, RefusesBytesThatAreNoMaskOfThatSize) {
  EXPECT_THROW(MaskTexture(3, 2, std::vector<std::uint8_t>(24)), std::invalid_argument);
  EXPECT_THROW(MaskTexture(0, 0, {}), std::invalid_argument);
}

}  // namespace
}  // namespace ntmap::gl
