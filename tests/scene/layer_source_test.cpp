#include "scene/layer_source.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "geom/coverage.hpp"
#include "support/mosaic.hpp"
#include "support/wkt.hpp"

namespace ntmap::scene {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::Eq;

std::shared_ptr<const model::PolygonSet> shared(model::PolygonSet set) {
  return std::make_shared<const model::PolygonSet>(std::move(set));
}

TEST(LayerSource, EveryUnitIsInExactlyOneChunk) {
  const LayerSource source(shared(test::Mosaic(30, 20, 60).polygons()));
  ASSERT_GT(source.chunks().size(), 3u);
  std::vector<int> seen(source.unit_count(), 0);
  for (std::uint32_t c = 0; c < source.chunks().size(); ++c) {
    for (std::uint32_t unit : source.units_of(source.chunks()[c])) {
      ++seen[unit];
      EXPECT_EQ(source.chunk_of(unit), c);
      EXPECT_TRUE(source.chunks()[c].box.contains(source.unit_boxes()[unit].centre()));
    }
  }
  EXPECT_THAT(seen, Each(Eq(1)));
}

TEST(LayerSource, ChunksLieCloseTogether) {
  const LayerSource source(shared(test::Mosaic(64, 64, 4).polygons()));
  double area = 0;
  for (const auto& chunk : source.chunks()) area += chunk.box.width() * chunk.box.height();
  EXPECT_LT(area, 1.5 * source.box().width() * source.box().height());
}

TEST(LayerSource, NeighboursAreAllUnitsThatTouchTheChunk) {
  const LayerSource source(shared(test::Mosaic(20, 20, 4, 0).polygons()));
  for (const auto& chunk : source.chunks()) {
    const auto near = source.with_neighbours(chunk);
    EXPECT_TRUE(std::is_sorted(near.begin(), near.end()));
    for (std::uint32_t unit : source.units_of(chunk)) {
      const int column = static_cast<int>(unit % 20);
      const int row = static_cast<int>(unit / 20);
      for (int r = std::max(0, row - 1); r <= std::min(19, row + 1); ++r) {
        for (int c = std::max(0, column - 1); c <= std::min(19, column + 1); ++c) {
          EXPECT_THAT(near, Contains(static_cast<std::uint32_t>(r * 20 + c)));
        }
      }
    }
  }
}

TEST(LayerSource, BorderRanks) {
  const auto set = shared(test::Mosaic(4, 1, 2).polygons());
  const LayerSource source(set, {{0, 0, 1, 2}, {0, 0, 0, 1}});
  EXPECT_EQ(source.rank(0, 1), BorderRank::unit);
  EXPECT_EQ(source.rank(1, 2), BorderRank::district);
  EXPECT_EQ(source.rank(2, 3), BorderRank::province);
  EXPECT_EQ(source.rank(0, geom::k_outside), BorderRank::province);
  EXPECT_EQ(LayerSource(set).rank(2, 3), BorderRank::unit);
}

TEST(LayerSource, RefusesGroupsThatDoNotFit) {
  const auto set = shared(test::Mosaic(4, 1, 2).polygons());
  EXPECT_THROW(LayerSource(set, {{0, 1}, {}}), std::invalid_argument);
  EXPECT_THROW(LayerSource(set, {{}, {0, 0, 0, 0, 0}}), std::invalid_argument);
}

TEST(LayerSource, EmptyUnitsAndEmptyLayers) {
  const LayerSource some(shared(test::from_wkt({"POLYGON EMPTY", "POLYGON ((0 0, 1 0, 1 1, 0 0))"})));
  EXPECT_TRUE(some.unit_boxes()[0].empty());
  EXPECT_EQ(some.box(), (base::Box{0, 0, 1, 1}));
  const LayerSource none(shared({}));
  EXPECT_TRUE(none.box().empty());
  EXPECT_TRUE(none.chunks().empty());
}

}  // namespace
}  // namespace ntmap::scene
