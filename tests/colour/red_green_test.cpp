#include "colour/red_green.hpp"

#include <gtest/gtest.h>

#include "colour/check.hpp"
#include "colour/difference.hpp"
#include "colour/palettes.hpp"

namespace ntmap::colour {
namespace {

model::Rgb hex(const char* text) {
  return *model::rgb_from(text);
}

TEST(RedGreen, IsSeenInTrafficLights) {
  EXPECT_TRUE(red_against_green(std::vector{hex("#c92a2a"), hex("#2b8a3e")}));
  EXPECT_TRUE(red_against_green(palette("RdYlGn", 5).colours));
}

TEST(RedGreen, IsNotSeenElsewhere) {
  for (const char* name : {"ntmap", "Blues", "YlGn", "Oranges", "viridis", "BrBG", "PuOr"})
    EXPECT_FALSE(red_against_green(palette(name, 5).colours)) << name;
  EXPECT_FALSE(red_against_green(std::vector{hex("#c92a2a"), hex("#1c5fa8")}));
  EXPECT_FALSE(red_against_green(std::vector{hex("#01665e"), hex("#dfae62")}));
}

TEST(RedGreen, PartedColoursCanBeToldApartByEveryone) {
  std::vector<model::Rgb> colours{hex("#d7191c"), hex("#1a9641")};
  const double lightness = to_lab(colours[0]).l;
  part_red_from_green(colours);
  EXPECT_FALSE(red_against_green(colours));
  EXPECT_GE(least_difference(colours[0], std::vector{colours[1]},
                             std::vector{Vision::normal, Vision::protanopia, Vision::deuteranopia}),
            k_least_difference);
  EXPECT_NEAR(to_lab(colours[0]).l, lightness, 6);
}

TEST(RedGreen, WholePalettesBecomeSafe) {
  for (const int classes : {3, 5, 7}) {
    std::vector<model::Rgb> colours = palette("RdYlGn", classes).colours;
    part_red_from_green(colours);
    EXPECT_FALSE(red_against_green(colours)) << classes;
  }
}

TEST(RedGreen, OtherHuesStay) {
  std::vector<model::Rgb> colours{hex("#1c5fa8"), hex("#d7191c"), hex("#1a9641"), hex("#cccccc")};
  part_red_from_green(colours);
  EXPECT_EQ(colours[0], hex("#1c5fa8"));
  EXPECT_EQ(colours[3], hex("#cccccc"));
}

}  // namespace
}  // namespace ntmap::colour
