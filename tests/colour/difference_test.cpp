#include "colour/difference.hpp"

#include <gtest/gtest.h>

#include <ostream>

namespace ntmap::colour {
namespace {

struct Published {
  Lab a;
  Lab b;
  double difference;
};

// From table 1 of Sharma, Wu and Dalal (2005): pairs chosen to catch errors in the hue arithmetic.
constexpr Published k_published[] = {
    {{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
    {{50, -1.3802, -84.2814}, {50, 0, -82.7485}, 1.0000},
    {{50, 0, 0}, {50, -1, 2}, 2.3669},
    {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0009}, 7.1792},
    {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0011}, 7.2195},
    {{50, -0.0010, 2.4900}, {50, 0.0009, -2.4900}, 4.8045},
    {{50, 2.5, 0}, {50, 0, -2.5}, 4.3065},
    {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
    {{50, 2.5, 0}, {58, 24, 15}, 19.4535},
    {{50, 2.5, 0}, {50, 3.1736, 0.5854}, 1.0000},
    {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
    {{22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}, 2.0373},
    {{6.7747, -0.2908, -2.4247}, {5.8714, -0.0985, -2.2286}, 0.6377},
    {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
};

TEST(Difference, EqualsThePublishedPairs) {
  for (const Published& p : k_published) {
    EXPECT_NEAR(difference(p.a, p.b), p.difference, 1e-4);
    EXPECT_NEAR(difference(p.b, p.a), p.difference, 1e-4);
  }
}

TEST(Difference, BlackAndWhiteAreHundredApart) {
  EXPECT_NEAR(difference(model::Rgb{0, 0, 0}, model::Rgb{255, 255, 255}), 100, 1e-3);
  EXPECT_EQ(difference(model::Rgb{12, 34, 56}, model::Rgb{12, 34, 56}), 0);
}

TEST(Lab, GoesThereAndBack) {
  for (int i = 0; i < 4096; ++i) {
    const model::Rgb colour{static_cast<std::uint8_t>(i % 16 * 17),
                            static_cast<std::uint8_t>(i / 16 % 16 * 17),
                            static_cast<std::uint8_t>(i / 256 * 17)};
    EXPECT_EQ(from_lab(to_lab(colour)), colour);
  }
}

TEST(Lab, KnownColours) {
  const Lab white = to_lab({255, 255, 255});
  EXPECT_NEAR(white.l, 100, 1e-3);
  EXPECT_NEAR(white.a, 0, 0.01);
  const Lab red = to_lab({255, 0, 0});
  EXPECT_NEAR(red.l, 53.24, 0.01);
  EXPECT_NEAR(red.a, 80.09, 0.01);
  EXPECT_NEAR(red.b, 67.20, 0.01);
}

TEST(Mix, KeepsItsEndsAndMeetsInTheMiddle) {
  const model::Rgb a{1, 102, 94};
  const model::Rgb b{140, 81, 10};
  EXPECT_EQ(mix(a, b, 0), a);
  EXPECT_EQ(mix(a, b, 1), b);
  EXPECT_NEAR(to_lab(mix(a, b, 0.5)).l, (to_lab(a).l + to_lab(b).l) / 2, 0.5);
}

}  // namespace
}  // namespace ntmap::colour
