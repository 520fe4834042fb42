#include "colour/contrast.hpp"

#include <gtest/gtest.h>

namespace ntmap::colour {
namespace {

constexpr model::Rgb k_black{0, 0, 0};
constexpr model::Rgb k_white{255, 255, 255};

TEST(Contrast, RunsFromOneToTwentyOne) {
  EXPECT_NEAR(contrast(k_black, k_white), 21, 1e-9);
  EXPECT_NEAR(contrast(k_white, k_black), 21, 1e-9);
  EXPECT_NEAR(contrast(k_white, k_white), 1, 1e-9);
  EXPECT_NEAR(contrast({0x77, 0x77, 0x77}, k_white), 4.48, 0.01);
}

TEST(InkOn, ReadsOnAnyFill) {
  for (int i = 0; i < 512; ++i) {
    const model::Rgb fill{static_cast<std::uint8_t>(i % 8 * 36), static_cast<std::uint8_t>(i / 8 % 8 * 36),
                          static_cast<std::uint8_t>(i / 64 * 36)};
    EXPECT_GE(contrast(fill, ink_on(fill, k_black, k_white)), k_readable_contrast) << model::to_hex(fill);
  }
}

}  // namespace
}  // namespace ntmap::colour
