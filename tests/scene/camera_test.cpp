#include "scene/camera.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace ntmap::scene {
namespace {

using base::Box;
using base::Vec2;

constexpr Box k_province{500000, 1980000, 660000, 2080000};

TEST(Camera, WorldToPixelAndBack) {
  Camera camera(1920, 1080);
  camera.fit(k_province, 20);
  std::mt19937 random(1);
  std::uniform_real_distribution<double> x(0, 1920);
  std::uniform_real_distribution<double> y(0, 1080);
  for (int i = 0; i < 200; ++i) {
    const Vec2 pixel{x(random), y(random)};
    const Vec2 back = camera.to_pixel(camera.to_world(pixel));
    EXPECT_NEAR(back.x, pixel.x, 1e-6);
    EXPECT_NEAR(back.y, pixel.y, 1e-6);
  }
}

TEST(Camera, NorthIsUpAndPixelsCountFromTheTopLeft) {
  Camera camera(100, 50);
  EXPECT_EQ(camera.to_world({0, 0}), (Vec2{-50, 25}));
  EXPECT_EQ(camera.to_pixel({50, -25}), (Vec2{100, 50}));
  EXPECT_EQ(camera.view(), (Box{-50, -25, 50, 25}));
}

TEST(Camera, FitShowsTheWholeBoxWithItsMargin) {
  for (const auto& [w, h] : {std::pair{1920, 1080}, {300, 900}, {64, 64}}) {
    Camera camera(w, h);
    camera.fit(k_province, 10);
    const Vec2 low = camera.to_pixel({k_province.min_x, k_province.max_y});
    const Vec2 high = camera.to_pixel({k_province.max_x, k_province.min_y});
    EXPECT_GE(low.x, 10 - 1e-6);
    EXPECT_GE(low.y, 10 - 1e-6);
    EXPECT_LE(high.x, w - 10 + 1e-6);
    EXPECT_LE(high.y, h - 10 + 1e-6);
    EXPECT_TRUE(std::abs(low.x - 10) < 1e-6 || std::abs(low.y - 10) < 1e-6) << "fits tightly one way";
  }
}

TEST(Camera, FitOfAPointOrOfNothing) {
  Camera camera(100, 100);
  camera.limit(k_province, 0.5);
  camera.fit({520000, 2000000, 520000, 2000000});
  EXPECT_EQ(camera.units_per_pixel(), 0.5);
  EXPECT_EQ(camera.centre(), (Vec2{520000, 2000000}));
  const Camera before = camera;
  camera.fit({});
  EXPECT_EQ(camera, before);
}

TEST(Camera, FitWithAMarginLargerThanThePicture) {
  Camera camera(10, 10);
  camera.fit(k_province, 100);
  EXPECT_TRUE(std::isfinite(camera.units_per_pixel()));
  EXPECT_GT(camera.units_per_pixel(), 0);
}

TEST(Camera, ZoomKeepsTheWorldUnderTheCursor) {
  Camera camera(800, 600);
  camera.fit(k_province);
  for (double factor : {2.0, 0.7, 1.1, 30.0}) {
    const Vec2 cursor{123, 456};
    const Vec2 before = camera.to_world(cursor);
    const double scale = camera.units_per_pixel();
    camera.zoom(cursor, factor);
    EXPECT_NEAR(camera.units_per_pixel(), scale / factor, 1e-9);
    EXPECT_NEAR(camera.to_world(cursor).x, before.x, 1e-6);
    EXPECT_NEAR(camera.to_world(cursor).y, before.y, 1e-6);
  }
}

TEST(Camera, BadZoomFactorsChangeNothing) {
  Camera camera(800, 600);
  const Camera before = camera;
  for (double factor :
       {0.0, -2.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    camera.zoom({1, 1}, factor);
    EXPECT_EQ(camera, before);
  }
}

TEST(Camera, PanFollowsTheHand) {
  Camera camera(800, 600);
  camera.fit(k_province);
  const Vec2 held = camera.to_world({100, 100});
  camera.pan({37, -12});
  EXPECT_NEAR(camera.to_pixel(held).x, 137, 1e-6);
  EXPECT_NEAR(camera.to_pixel(held).y, 88, 1e-6);
}

TEST(Camera, StaysWithinItsLimits) {
  Camera camera(800, 600);
  camera.limit(k_province, 0.1);
  camera.fit(k_province);
  camera.pan({1e7, -1e7});
  EXPECT_TRUE(k_province.contains(camera.centre()));
  for (int i = 0; i < 100; ++i) camera.zoom({400, 300}, 3);
  EXPECT_EQ(camera.units_per_pixel(), 0.1);
  for (int i = 0; i < 100; ++i) camera.zoom({400, 300}, 1 / 3.0);
  EXPECT_LE(camera.view().width(), 4 * k_province.width() * 1.6);
  EXPECT_TRUE(k_province.contains(camera.centre()));
}

TEST(Camera, ResizeKeepsCentreAndScale) {
  Camera camera(800, 600);
  camera.fit(k_province);
  const Vec2 centre = camera.centre();
  const double scale = camera.units_per_pixel();
  camera.resize(0, -5);
  EXPECT_EQ(camera.width(), 1);
  EXPECT_EQ(camera.height(), 1);
  camera.resize(1000, 10);
  EXPECT_EQ(camera.centre(), centre);
  EXPECT_EQ(camera.units_per_pixel(), scale);
}

}  // namespace
}  // namespace ntmap::scene
