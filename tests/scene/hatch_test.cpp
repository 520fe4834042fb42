#include "scene/hatch.hpp"

#include <gtest/gtest.h>

#include "colour/contrast.hpp"
#include "colour/difference.hpp"

namespace ntmap::scene {
namespace {

TEST(HatchInk, StandsOutFromEveryGreyButIsNotLoud) {
  for (int grey = 0; grey < 256; ++grey) {
    const auto level = static_cast<std::uint8_t>(grey);
    EXPECT_GT(colour::difference(hatch_ink({level, level, level}), {level, level, level}), 4) << grey;
  }
}

TEST(HatchInk, DarkerOnLightAndLighterOnDark) {
  const auto luminance = [](model::Rgb c) { return colour::relative_luminance(c); };
  EXPECT_LT(luminance(hatch_ink({253, 246, 230})), luminance({253, 246, 230}));
  EXPECT_GT(luminance(hatch_ink({1, 102, 94})), luminance({1, 102, 94}));
}

}  // namespace
}  // namespace ntmap::scene
