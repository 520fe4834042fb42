#include "scene/hatch.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace ntmap::scene {
namespace {

int luminance(model::Rgb c) {
  return (299 * c.r + 587 * c.g + 114 * c.b) / 1000;
}

TEST(HatchInk, StandsOutFromEveryGrey) {
  for (int grey = 0; grey < 256; ++grey) {
    const auto level = static_cast<std::uint8_t>(grey);
    EXPECT_GE(std::abs(luminance(hatch_ink({level, level, level})) - grey), 45) << grey;
  }
}

TEST(HatchInk, DarkerOnLightAndLighterOnDark) {
  EXPECT_LT(luminance(hatch_ink({246, 232, 195})), luminance({246, 232, 195}));
  EXPECT_GT(luminance(hatch_ink({1, 102, 94})), luminance({1, 102, 94}));
}

}  // namespace
}  // namespace ntmap::scene
