#include "gl/map_renderer.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <thread>

#include "gl/headless.hpp"
#include "scene/live_layer.hpp"
#include "support/mosaic.hpp"

namespace ntmap::gl {
namespace {

using scene::Camera;

class MapRendererTest : public test::HeadlessTest {
 protected:
  void SetUp() override {
    HeadlessTest::SetUp();
    if (IsSkipped()) return;
    m_source = test::source_of(test::Mosaic(20, 12, 20).polygons());
    m_camera = test::camera_on(*m_source, 320, 240);
    m_mesh = test::mesh_for(*m_source, m_camera);
    m_cache.emplace();
    m_look.emplace(m_source->unit_count());
    m_look->set_classes(test::classes_for(m_source->unit_count()));
  }

  MapLayer layer() const {
    MapLayer layer;
    layer.look = &*m_look;
    for (std::uint32_t range = 0; range < m_mesh->ranges.size(); ++range)
      layer.pieces.push_back({m_mesh, range});
    return layer;
  }
  Image fresh(const Camera& camera, const MapLayer& layer, const MapStyle& style = {}) {
    MapRenderer renderer(*m_cache);
    renderer.draw(camera, {&layer, 1}, style);
    return renderer.picture().read();
  }
  void TearDown() override {
    m_look.reset();
    m_cache.reset();
  }

  std::shared_ptr<const scene::LayerSource> m_source;
  Camera m_camera;
  std::shared_ptr<const scene::Mesh> m_mesh;
  std::optional<MeshCache> m_cache;
  std::optional<UnitLook> m_look;
};

TEST_F(MapRendererTest, DrawsAgainOnlyWhenSomethingChanged) {
  MapRenderer renderer(*m_cache);
  const MapLayer map = layer();
  MapStyle style;
  EXPECT_TRUE(renderer.draw(m_camera, {&map, 1}, style));
  EXPECT_FALSE(renderer.draw(m_camera, {&map, 1}, style));
  style.lift = 0.5f;
  EXPECT_TRUE(renderer.draw(m_camera, {&map, 1}, style));
  m_look->set_flags(std::vector<std::uint8_t>(m_source->unit_count(), k_flag_dimmed));
  EXPECT_TRUE(renderer.draw(m_camera, {&map, 1}, style));
  EXPECT_TRUE(renderer.draw(m_camera, {}, style)) << "a layer was taken away";
  m_camera.zoom({5, 5}, 1.1);
  EXPECT_TRUE(renderer.draw(m_camera, {&map, 1}, style));
  m_camera.resize(100, 240);
  EXPECT_TRUE(renderer.draw(m_camera, {&map, 1}, style));
  EXPECT_EQ(renderer.picture().width(), 100);
}

TEST_F(MapRendererTest, PanningByWholePixelsGivesThePictureDrawnAfresh) {
  m_camera.zoom({160, 120}, 3);
  auto classes = test::classes_for(m_source->unit_count());
  classes.classes[1].hatch = model::Hatch::cross;
  m_look->set_classes(classes);
  const MapLayer map = layer();
  MapRenderer renderer(*m_cache);
  renderer.draw(m_camera, {&map, 1}, {});
  for (const base::Vec2 by : {base::Vec2{13, 0}, {0, -9}, {-40, 22}, {7, 7}, {319, 1}}) {
    m_camera.pan(by);
    EXPECT_TRUE(renderer.draw(m_camera, {&map, 1}, {}));
  }
  const Image moved = renderer.picture().read();
  // Hatching of a fresh picture begins elsewhere: compare where there is none.
  Image expected = fresh(m_camera, map);
  int compared = 0;
  int different = 0;
  for (int y = 0; y < moved.height; ++y) {
    for (int x = 0; x < moved.width; ++x) {
      const model::Rgb want = expected.at(x, y);
      if (want == classes.classes[1].fill || want == scene::hatch_ink(classes.classes[1].fill)) continue;
      const bool plain = want == classes.classes[0].fill || want == classes.classes[2].fill ||
                         want == classes.classes[3].fill || want == classes.classes[4].fill;
      if (!plain) continue;
      ++compared;
      if (!(moved.at(x, y) == want)) ++different;
    }
  }
  EXPECT_GT(compared, 20'000);
  EXPECT_LE(different, compared / 2000);
}

TEST_F(MapRendererTest, PanningByPartsOfAPixelIsDrawnAfresh) {
  const MapLayer map = layer();
  MapRenderer renderer(*m_cache);
  renderer.draw(m_camera, {&map, 1}, {});
  m_camera.pan({0.37, 12.5});
  renderer.draw(m_camera, {&map, 1}, {});
  EXPECT_EQ(test::count_different(renderer.picture().read(), fresh(m_camera, map)), 0);
}

TEST_F(MapRendererTest, PanningFarAwayAndBack) {
  const MapLayer map = layer();
  MapRenderer renderer(*m_cache);
  renderer.draw(m_camera, {&map, 1}, {});
  const Image before = renderer.picture().read();
  m_camera.pan({5000, 0});
  renderer.draw(m_camera, {&map, 1}, {});
  EXPECT_EQ(test::count_colour(renderer.picture().read(), {255, 255, 255}), 320 * 240);
  m_camera.pan({-5000, 0});
  renderer.draw(m_camera, {&map, 1}, {});
  EXPECT_LE(test::count_different(before, renderer.picture().read(), 3), 40);
}

TEST_F(MapRendererTest, WhenDetailComesItsPartIsDrawnAfresh) {
  m_camera.zoom({160, 120}, 2);
  MapRenderer renderer(*m_cache);
  MapLayer map = layer();
  renderer.draw(m_camera, {&map, 1}, {});
  m_camera.pan({5, -3});
  const double cell = scene::level_cell(m_camera.units_per_pixel());
  for (std::size_t i : {0u, 2u}) {
    const auto chunk = static_cast<std::uint32_t>(i);
    map.pieces[i] = {std::make_shared<const scene::Mesh>(scene::prepare_chunk(*m_source, chunk, cell)), 0};
  }
  EXPECT_TRUE(renderer.draw(m_camera, {&map, 1}, {}));
  EXPECT_FALSE(renderer.draw(m_camera, {&map, 1}, {}));
  EXPECT_LE(test::count_different(renderer.picture().read(), fresh(m_camera, map), 3), 20);
  map.pieces.erase(map.pieces.begin());
  EXPECT_TRUE(renderer.draw(m_camera, {&map, 1}, {}));
  EXPECT_LE(test::count_different(renderer.picture().read(), fresh(m_camera, map), 3), 20);
}

TEST_F(MapRendererTest, HatchingMovesWithTheMap) {
  auto classes = test::classes_for(m_source->unit_count());
  for (auto& one : classes.classes) one.hatch = model::Hatch::forward;
  m_look->set_classes(classes);
  const MapLayer map = layer();
  MapRenderer renderer(*m_cache);
  renderer.draw(m_camera, {&map, 1}, {});
  const Image before = renderer.picture().read();
  m_camera.pan({3, -2});
  renderer.draw(m_camera, {&map, 1}, {});
  const Image after = renderer.picture().read();
  int different = 0;
  for (int y = 10; y < 230; ++y) {
    for (int x = 10; x < 310; ++x) different += before.at(x, y) == after.at(x + 3, y - 2) ? 0 : 1;
  }
  EXPECT_EQ(different, 0);
}

TEST_F(MapRendererTest, HatchingIsTheSameWhateverWasLookedAtBefore) {
  auto classes = test::classes_for(m_source->unit_count());
  for (auto& one : classes.classes) one.hatch = model::Hatch::forward;
  m_look->set_classes(classes);
  const MapLayer map = layer();
  MapRenderer renderer(*m_cache);
  const scene::Camera whole = m_camera;
  renderer.draw(m_camera, {&map, 1}, {});
  m_camera.pan({3, -2});
  renderer.draw(m_camera, {&map, 1}, {});
  m_camera.zoom({100, 80}, 1.5);
  renderer.draw(m_camera, {&map, 1}, {});
  m_camera.pan({5, 1});
  renderer.draw(m_camera, {&map, 1}, {});
  renderer.draw(whole, {&map, 1}, {});
  EXPECT_EQ(renderer.picture().read().rgba, fresh(whole, map).rgba);
}

TEST_F(MapRendererTest, ARestyleUploadsNoGeometry) {
  const MapLayer map = layer();
  MapRenderer renderer(*m_cache);
  renderer.draw(m_camera, {&map, 1}, {});
  const std::size_t meshes = m_cache->size();
  auto classes = test::classes_for(m_source->unit_count());
  classes.classes[0].fill = {9, 8, 7};
  m_look->set_classes(classes);
  EXPECT_TRUE(renderer.draw(m_camera, {&map, 1}, {}));
  EXPECT_EQ(m_cache->size(), meshes);
  EXPECT_GT(test::count_colour(renderer.picture().read(), {9, 8, 7}), 5000);
}

TEST_F(MapRendererTest, FlagsShowOnTheirUnitOnly) {
  const MapLayer map = layer();
  const Image plain = fresh(m_camera, map);
  const std::uint32_t unit = 6 * 20 + 10;
  const base::Vec2 inside = m_camera.to_pixel(m_source->unit_boxes()[unit].centre());
  const int x = static_cast<int>(inside.x);
  const int y = static_cast<int>(inside.y);
  for (std::uint8_t flag : {k_flag_selected, k_flag_hovered, k_flag_dimmed}) {
    std::vector<std::uint8_t> flags(m_source->unit_count(), 0);
    flags[unit] = flag;
    m_look->set_flags(flags);
    EXPECT_EQ(m_look->flags_in_use(), flag);
    const Image shown = fresh(m_camera, map);
    const int changed = test::count_different(plain, shown, 2);
    EXPECT_GT(changed, 30) << int{flag};
    EXPECT_LT(changed, 1200) << int{flag};
    EXPECT_EQ(plain.at(3, 3), shown.at(3, 3));
    EXPECT_EQ(plain.at(x, y) == shown.at(x, y), flag == k_flag_selected) << int{flag};
  }
}

TEST_F(MapRendererTest, CacheFreesMeshesNobodyOwns) {
  MapLayer map = layer();
  {
    MapRenderer renderer(*m_cache);
    renderer.draw(m_camera, {&map, 1}, {});
    EXPECT_EQ(m_cache->size(), 1u);
  }
  map = {};
  m_mesh.reset();
  m_cache->collect();
  EXPECT_EQ(m_cache->size(), 0u);
}

TEST_F(MapRendererTest, SplitViewSharesMeshes) {
  const MapLayer map = layer();
  UnitLook other(m_source->unit_count());
  MapLayer second = map;
  second.look = &other;
  MapRenderer left(*m_cache);
  MapRenderer right(*m_cache);
  left.draw(m_camera, {&map, 1}, {});
  right.draw(m_camera, {&second, 1}, {});
  EXPECT_EQ(m_cache->size(), 1u);
  EXPECT_GT(test::count_different(left.picture().read(), right.picture().read()), 10'000);
}

TEST_F(MapRendererTest, LiveLayerCloseUpIsThePictureOfTheWholeLevel) {
  scene::LiveLayer live(m_source);
  m_camera.zoom({100, 100}, 8);
  for (int i = 0; i < 4000 && !(live.complete(m_camera) && live.idle()); ++i) {
    live.update(m_camera);
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  ASSERT_TRUE(live.complete(m_camera));
  MapLayer from_chunks;
  from_chunks.look = &*m_look;
  from_chunks.pieces = live.pieces(m_camera);
  MapLayer from_whole = from_chunks;
  const auto mesh = std::make_shared<const scene::Mesh>(
      scene::prepare_all(*m_source, scene::level_cell(m_camera.units_per_pixel())));
  from_whole.pieces.clear();
  for (std::uint32_t range = 0; range < mesh->ranges.size(); ++range)
    from_whole.pieces.push_back({mesh, range});
  EXPECT_LE(test::count_different(fresh(m_camera, from_chunks), fresh(m_camera, from_whole), 4), 40);
}

}  // namespace
}  // namespace ntmap::gl
