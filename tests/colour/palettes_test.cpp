#include "colour/palettes.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <string>

#include "base/error.hpp"
#include "colour/check.hpp"
#include "colour/difference.hpp"

namespace ntmap::colour {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> hex(const model::Palette& palette) {
  std::vector<std::string> out;
  for (const model::Rgb colour : palette.colours) out.push_back(model::to_hex(colour));
  return out;
}

TEST(Palette, OurOwnHasFiveColours) {
  EXPECT_THAT(hex(palette("ntmap", 5)), ElementsAre("#01665e", "#7cc7bc", "#f4ead0", "#dfae62", "#8c510a"));
  EXPECT_THAT(hex(palette("ntmap", 3)), ElementsAre("#01665e", "#f4ead0", "#8c510a"));
  EXPECT_THAT(hex(palette("ntmap", 2)), ElementsAre("#01665e", "#8c510a"));
}

TEST(Palette, OurSequentialOnesKeepSevenClassesApartToEveryKindOfEyes) {
  for (const char* name : {"ntmap-blue", "ntmap-green", "ntmap-orange", "ntmap-purple"}) {
    for (int classes = 2; classes <= 7; ++classes) {
      for (const PairDifference& pair : all_differences(palette(name, classes).colours)) {
        if (pair.vision == Vision::greyscale) continue;
        EXPECT_GE(pair.difference, k_least_difference) << name << ' ' << classes;
      }
    }
  }
}

TEST(Palette, BrewerColoursAreTheDesigned) {
  EXPECT_THAT(hex(palette("Blues", 5)), ElementsAre("#eff3ff", "#bdd7e7", "#6baed6", "#3182bd", "#08519c"));
  EXPECT_THAT(hex(palette("RdYlBu", 3)), ElementsAre("#fc8d59", "#ffffbf", "#91bfdb"));
  EXPECT_THAT(hex(palette("Dark2", 2)), ElementsAre("#1b9e77", "#d95f02"));
  EXPECT_EQ(palette("Set3", 12).colours.size(), 12u);
}

TEST(Palette, CapitalsDoNotMatterAndTheNameComesBackRight) {
  EXPECT_EQ(palette("ylgnbu", 4).name, "YlGnBu");
  EXPECT_EQ(hex(palette("BLUES", 4)), hex(palette("Blues", 4)));
}

TEST(Palette, ReversedRunsHighToLow) {
  auto forward = hex(palette("YlOrRd", 7));
  std::reverse(forward.begin(), forward.end());
  EXPECT_EQ(hex(palette("YlOrRd", 7, true)), forward);
}

TEST(Palette, EveryOneGivesAsManyDifferentColoursAsAsked) {
  for (const PaletteInfo& info : all_palettes()) {
    const int most = info.kind == model::PaletteKind::qualitative ? info.designed_for : 20;
    for (int classes = 1; classes <= most; ++classes) {
      const auto colours = hex(palette(info.name, classes));
      EXPECT_EQ(std::set<std::string>(colours.begin(), colours.end()).size(),
                static_cast<std::size_t>(classes))
          << info.name << ' ' << classes;
    }
  }
}

TEST(Palette, SequentialOnesGoOneWayInLightness) {
  for (const PaletteInfo& info : all_palettes()) {
    if (info.kind != model::PaletteKind::sequential) continue;
    for (int classes = 2; classes <= 9; ++classes) {
      std::vector<double> lightness;
      for (const model::Rgb colour : palette(info.name, classes).colours)
        lightness.push_back(to_lab(colour).l);
      if (lightness.front() < lightness.back()) std::reverse(lightness.begin(), lightness.end());
      EXPECT_TRUE(std::is_sorted(lightness.rbegin(), lightness.rend())) << info.name << ' ' << classes;
    }
  }
}

TEST(Palette, UnknownNameNamesTheNearest) {
  try {
    palette("Blue", 5);
    FAIL() << "an unknown palette was accepted";
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::ErrorKind::usage);
    EXPECT_THAT(error.remedy().en, HasSubstr("Blues"));
  }
  EXPECT_THROW(palette("", 5), base::Error);
}

TEST(Palette, RefusesImpossibleCounts) {
  EXPECT_THROW(palette("Set1", 10), base::Error);
  EXPECT_THROW(palette("Blues", 0), base::Error);
  EXPECT_THROW(palette("Blues", 65), base::Error);
}

}  // namespace
}  // namespace ntmap::colour
