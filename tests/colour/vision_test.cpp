#include "colour/vision.hpp"

#include <gtest/gtest.h>

#include "colour/difference.hpp"

namespace ntmap::colour {
namespace {

TEST(Simulated, NormalVisionChangesNothingAndGreysStayGrey) {
  const model::Rgb grey{130, 130, 130};
  for (const Vision vision : k_all_visions) EXPECT_LT(difference(simulated(grey, vision), grey), 1);
  EXPECT_EQ(simulated({10, 200, 60}, Vision::normal), (model::Rgb{10, 200, 60}));
}

TEST(Simulated, RedAndGreenComeTogetherForTheRedGreenBlind) {
  const model::Rgb red{215, 48, 39};
  const model::Rgb green{102, 130, 40};
  const double normal = difference(red, green);
  for (const Vision vision : {Vision::protanopia, Vision::deuteranopia}) {
    EXPECT_LT(difference(simulated(red, vision), simulated(green, vision)), normal / 2);
  }
}

TEST(Simulated, BlueAndGreenComeTogetherForTheBlueBlind) {
  const model::Rgb blue{0, 110, 180};
  const model::Rgb green{0, 130, 110};
  EXPECT_LT(difference(simulated(blue, Vision::tritanopia), simulated(green, Vision::tritanopia)),
            difference(blue, green) / 2);
}

TEST(Simulated, GreyscaleHasNoHue) {
  const model::Rgb seen = simulated({200, 30, 90}, Vision::greyscale);
  EXPECT_EQ(seen.r, seen.g);
  EXPECT_EQ(seen.g, seen.b);
}

}  // namespace
}  // namespace ntmap::colour
