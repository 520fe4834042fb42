#include "geom/z_order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace ntmap::geom {
namespace {

TEST(ZOrder, FourQuartersInTheOrderOfTheLetterZ) {
  const ZOrder z(base::Box{0, 0, 1, 1});
  EXPECT_LT(z(0, 0), z(0.9, 0.1));
  EXPECT_LT(z(0.9, 0.1), z(0.1, 0.9));
  EXPECT_LT(z(0.1, 0.9), z(0.9, 0.9));
  EXPECT_EQ(z(1, 1), 0x3fffffffU);
  EXPECT_EQ(ZOrder(base::Box{5, 5, 5, 5})(5, 5), 0U);
}

// What ear clipping rests on: nothing within a box lies before its low corner or behind its high one.
TEST(ZOrder, ABoxHoldsOnlyPlacesBetweenItsCorners) {
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> place(0, 1);
  const ZOrder z(base::Box{0, 0, 1, 1});
  for (int i = 0; i < 10'000; ++i) {
    const auto [x0, x1] = std::minmax({place(random), place(random)});
    const auto [y0, y1] = std::minmax({place(random), place(random)});
    const double x = x0 + (x1 - x0) * place(random);
    const double y = y0 + (y1 - y0) * place(random);
    EXPECT_GE(z(x, y), z(x0, y0));
    EXPECT_LE(z(x, y), z(x1, y1));
  }
}

TEST(SortByZ, IsAStableSort) {
  std::mt19937_64 random(2);
  std::vector<ZKey> keys;
  for (std::uint32_t i = 0; i < 5000; ++i)
    keys.push_back({static_cast<std::uint32_t>(random() % 1000) << 20, i});
  std::vector<ZKey> expected = keys;
  std::stable_sort(expected.begin(), expected.end(), [](const ZKey& a, const ZKey& b) { return a.z < b.z; });
  std::vector<ZKey> spare;
  sort_by_z(keys, spare);
  for (std::size_t i = 0; i < keys.size(); ++i) EXPECT_EQ(keys[i].id, expected[i].id);
}

}  // namespace
}  // namespace ntmap::geom
