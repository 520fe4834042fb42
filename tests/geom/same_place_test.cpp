#include "geom/same_place.hpp"

#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <limits>
#include <map>
#include <random>

namespace ntmap::geom {
namespace {

using Numbers = std::vector<std::uint32_t>;

Numbers by_map(const std::vector<double>& xy) {
  std::map<std::array<std::uint64_t, 2>, std::uint32_t> met;
  Numbers first;
  for (std::uint32_t v = 0; v < xy.size() / 2; ++v) {
    const std::array place{std::bit_cast<std::uint64_t>(xy[2 * v]),
                           std::bit_cast<std::uint64_t>(xy[2 * v + 1])};
    first.push_back(met.emplace(place, v).first->second);
  }
  return first;
}

TEST(FirstAtPlace, ComparesBitByBit) {
  EXPECT_EQ(first_at_place(std::vector<double>{}), Numbers{});
  EXPECT_EQ(first_at_place(std::vector<double>{1, 2, 2, 1, 1, 2, 2, 1}), (Numbers{0, 1, 0, 1}));
  EXPECT_EQ(first_at_place(std::vector<double>{0.0, 1, -0.0, 1}), (Numbers{0, 1}));
}

TEST(FirstAtPlace, IsTheSameTileByTile) {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> place(0, 160);
  std::vector<double> xy;
  for (int i = 0; i < 60'000; ++i)
    xy.insert(xy.end(), {105 + place(random) / 16.0, 18 + place(random) / 64.0});
  // Far away, so that nearly all lie in a few tiles.
  xy.insert(xy.end(), {-900, 18, 105, 18, -900, 18});
  EXPECT_EQ(first_at_place(xy), by_map(xy));
}

TEST(FirstAtPlace, TakesALineAndAPointAndWhatIsNoNumber) {
  std::vector<double> line;
  for (int i = 0; i < 20'000; ++i) line.insert(line.end(), {i % 9'000 * 1.0, 5});
  EXPECT_EQ(first_at_place(line), by_map(line));
  const std::vector<double> point(40'000, 3);
  EXPECT_EQ(first_at_place(point), Numbers(20'000, 0));
  line[100] = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(first_at_place(line), by_map(line));
}

}  // namespace
}  // namespace ntmap::geom
