#include "ui/area_layers.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <thread>

#include "base/error.hpp"
#include "gl/headless_context.hpp"
#include "gl/image.hpp"
#include "gl/mesh_cache.hpp"
#include "support/wkt.hpp"

namespace ntmap::ui {
namespace {

/// Two boxes side by side, the first without hatching.
app::AreaOverlay overlay(const char* id) {
  app::AreaOverlay out;
  out.id = id;
  out.polygons = std::make_shared<const model::PolygonSet>(test::from_wkt(
      {"POLYGON ((0 0, 50 0, 50 100, 0 100, 0 0))", "POLYGON ((50 0, 100 0, 100 100, 50 100, 50 0))"}));
  model::MapClass one;
  one.fill = {200, 0, 0};
  out.classes.classes = {one, one};
  out.classes.class_of = {0, 1};
  out.opacity = 1;
  return out;
}

class AreaLayersTest : public testing::Test {
 protected:
  void SetUp() override {
    try {
      m_context.emplace();
    } catch (const base::Error& error) {
      GTEST_SKIP() << error.what();
    }
  }

  /// Draws until everything is there; the red of the middle of the left box.
  int red(AreaLayers& areas, const AreaView& view) {
    gl::MeshCache cache;
    gl::MapRenderer renderer(cache);
    scene::Camera camera(100, 100);
    camera.fit({0, 0, 100, 100});
    std::vector<gl::MapLayer> layers;
    do {
      layers.clear();
      areas.append(camera, view, layers);
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    } while (!areas.complete(camera));
    layers.clear();
    areas.append(camera, view, layers);
    drawn = layers.size();
    if (layers.empty()) return 255;
    gl::MapStyle style;
    style.paper = {255, 255, 255};
    renderer.draw(camera, layers, style);
    gl::Image image(100, 100);
    renderer.picture().read_into(image, 0, 0, 100, 100);
    return image.rgba[4 * (50 * 100 + 25) + 1];  // green tells red from white
  }

  std::size_t drawn = 0;

 private:
  std::optional<gl::HeadlessContext> m_context;
};

TEST_F(AreaLayersTest, DrawsWhatIsShown) {
  AreaLayers areas;
  areas.show({overlay("nuoc")});
  EXPECT_EQ(red(areas, {}), 0);
  EXPECT_EQ(red(areas, {.strength = 0}), 255);
  areas.show({});
  EXPECT_EQ(red(areas, {}), 255);
}

TEST_F(AreaLayersTest, StrengthLetsTheMapShineThrough) {
  AreaLayers areas;
  areas.show({overlay("nuoc")});
  EXPECT_NEAR(red(areas, {.strength = 0.5F}), 128, 2);
}

TEST_F(AreaLayersTest, TheSamePolygonsMayTakeAnotherLook) {
  AreaLayers areas;
  app::AreaOverlay one = overlay("nuoc");
  areas.show({one});
  EXPECT_EQ(red(areas, {}), 0);
  one.classes.classes[0].fill = {255, 255, 255};
  areas.show({one});
  EXPECT_EQ(red(areas, {}), 255);
}

TEST_F(AreaLayersTest, TheSamePolygonsAreKept) {
  AreaLayers areas;
  const app::AreaOverlay one = overlay("nuoc");
  areas.show({one});
  red(areas, {});
  areas.show({one, overlay("dat")});
  red(areas, {});
  EXPECT_EQ(drawn, 2U);
}

}  // namespace
}  // namespace ntmap::ui
