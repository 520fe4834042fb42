#include "colour/bivariate.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <span>

#include "colour/check.hpp"
#include "colour/difference.hpp"

namespace ntmap::colour {
namespace {

TEST(BivariatePalette, EveryTwoColoursDifferToTheColourBlind) {
  const auto coloured = std::span(k_all_visions).first(4);
  for (const auto& [columns, rows, least] : {std::tuple{2, 2, 15.0}, {3, 3, 15.0}, {3, 2, 15.0}}) {
    const auto colours = bivariate_palette(columns, rows);
    ASSERT_EQ(colours.size(), static_cast<std::size_t>(columns * rows));
    for (std::size_t i = 1; i < colours.size(); ++i) {
      EXPECT_GE(least_difference(colours[i], std::span(colours).first(i), coloured), least)
          << columns << 'x' << rows << ' ' << i;
    }
  }
}

TEST(BivariatePalette, GrowsDarkerWithBothFigures) {
  const auto colours = bivariate_palette(3, 3);
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 1; column < 3; ++column) {
      EXPECT_LT(to_lab(colours[3 * row + column]).l, to_lab(colours[3 * row + column - 1]).l);
      EXPECT_LT(to_lab(colours[3 * column + row]).l, to_lab(colours[3 * (column - 1) + row]).l);
    }
  }
}

}  // namespace
}  // namespace ntmap::colour
