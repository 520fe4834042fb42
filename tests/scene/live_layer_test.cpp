#include "scene/live_layer.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <set>
#include <thread>

#include "scene/prepare.hpp"
#include "support/mosaic.hpp"

namespace ntmap::scene {
namespace {

std::shared_ptr<const LayerSource> make_source(int columns = 20, int rows = 20, int steps = 60) {
  return std::make_shared<const LayerSource>(
      std::make_shared<const model::PolygonSet>(test::Mosaic(columns, rows, steps).polygons()));
}

Camera whole(const LayerSource& source, int size = 400) {
  Camera camera(size, size);
  camera.fit(source.box(), 5);
  return camera;
}

// Updates as a frame loop does until everything the view lacks is there.
void settle(LiveLayer& layer, const Camera& camera) {
  for (int i = 0; i < 4000; ++i) {
    layer.update(camera);
    if (layer.complete(camera) && layer.idle()) return;
    ASSERT_FALSE(layer.failure());
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  FAIL() << "never complete";
}

std::set<std::uint32_t> chunks_of(const std::vector<MeshPiece>& pieces) {
  std::set<std::uint32_t> chunks;
  for (const MeshPiece& piece : pieces)
    EXPECT_TRUE(chunks.insert(piece.mesh->ranges[piece.range].chunk).second);
  return chunks;
}

TEST(LiveLayer, OverviewHoldsEveryChunkOnce) {
  const auto source = make_source();
  std::atomic<int> woken{0};
  LiveLayer layer(source, [&] { ++woken; });
  const Camera camera = whole(*source);
  settle(layer, camera);
  EXPECT_GE(woken, 1);
  EXPECT_EQ(chunks_of(layer.pieces(camera)).size(), source->chunks().size());
}

TEST(LiveLayer, WithItsOverviewMadeBeforeThereIsSomethingToShowAtOnce) {
  const auto source = make_source();
  LiveLayer layer(source, LiveLayer::make_overview(*source), {});
  Camera camera = whole(*source);
  EXPECT_EQ(chunks_of(layer.pieces(camera)).size(), source->chunks().size()) << "before the first update()";
  camera.zoom({200, 200}, 40);
  settle(layer, camera);
  EXPECT_FALSE(layer.pieces(camera).empty());
}

TEST(LiveLayer, ComesCloserInFullDetail) {
  const auto source = make_source();
  LiveLayer layer(source);
  Camera camera = whole(*source);
  settle(layer, camera);
  camera.zoom({200, 200}, 40);
  EXPECT_FALSE(layer.complete(camera));
  EXPECT_FALSE(layer.pieces(camera).empty()) << "the overview stands in";
  settle(layer, camera);
  for (const MeshPiece& piece : layer.pieces(camera)) {
    EXPECT_DOUBLE_EQ(piece.mesh->cell, level_cell(camera.units_per_pixel()));
  }
}

TEST(LiveLayer, DrawsOnlyWhatIsInView) {
  const auto source = make_source();
  LiveLayer layer(source);
  Camera camera = whole(*source);
  settle(layer, camera);
  camera.zoom({10, 10}, 30);
  const auto pieces = layer.pieces(camera);
  EXPECT_LT(pieces.size(), source->chunks().size() / 2);
  for (const MeshPiece& piece : pieces) {
    EXPECT_TRUE(
        piece.mesh->ranges[piece.range].box.intersects(camera.view().grown(8 * camera.units_per_pixel())));
  }
}

TEST(LiveLayer, FartherThanTheOverviewUsesTheOverview) {
  const auto source = make_source();
  LiveLayer layer(source);
  Camera camera = whole(*source, 60);
  settle(layer, camera);
  EXPECT_EQ(chunks_of(layer.pieces(camera)).size(), source->chunks().size());
}

TEST(LiveLayer, UpdateSaysWhetherSomethingCame) {
  const auto source = make_source();
  LiveLayer layer(source);
  const Camera camera = whole(*source);
  settle(layer, camera);
  EXPECT_FALSE(layer.update(camera));
}

TEST(LiveLayer, EmptyLayerIsComplete) {
  const auto source = std::make_shared<const LayerSource>(std::make_shared<const model::PolygonSet>());
  LiveLayer layer(source);
  const Camera camera(100, 100);
  settle(layer, camera);
  EXPECT_TRUE(layer.pieces(camera).empty());
}

TEST(LiveLayer, EndsAtOnceWhileWorkIsWaiting) {
  const auto source = make_source(30, 30, 100);
  const auto start = std::chrono::steady_clock::now();
  {
    LiveLayer layer(source);
    Camera camera = whole(*source, 2000);
    layer.update(camera);
    camera.zoom({1000, 1000}, 100);
    layer.update(camera);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

}  // namespace
}  // namespace ntmap::scene
