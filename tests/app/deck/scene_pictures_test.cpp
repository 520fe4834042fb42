#include "app/deck/scene_pictures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

model::Scene scene_of(const std::string& id, const std::string& theme) {
  model::Scene scene;
  scene.id = id;
  scene.theme = theme;
  return scene;
}

/// Waits until the picture is there, at most a minute.
std::shared_ptr<const ScenePicture> await(const ScenePictures& pictures, const model::Scene& scene) {
  for (int i = 0; i < 6000; ++i) {
    if (auto picture = pictures.find(scene)) return picture;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return nullptr;
}

struct Painting : testing::Test {
  test::SampleProject sample;
  std::shared_ptr<ProjectData> data = std::make_shared<ProjectData>(sample.project());
  std::atomic<int> woken{0};
  ScenePictures pictures{[this] { ++woken; }};
  const SceneLook look{.page = {640, 360}};
};

TEST_F(Painting, PaintsWhatIsWantedAndWakes) {
  const auto one = scene_of("a", "nuoc-sach");
  const auto two = scene_of("b", "ket-qua");
  EXPECT_EQ(pictures.find(one), nullptr);
  pictures.want(data, {one, two}, look);
  const auto picture = await(pictures, two);
  ASSERT_NE(picture, nullptr);
  EXPECT_EQ(picture->picture.width, 640);
  EXPECT_EQ(picture->picture.height, 360);
  EXPECT_NE(pictures.find(one), nullptr) << "in the order of urgency";
  EXPECT_GE(woken, 1);
}

TEST_F(Painting, KnowsTheUnitUnderAPixel) {
  const auto scene = scene_of("a", "nuoc-sach");
  pictures.want(data, {scene}, look);
  const auto picture = await(pictures, scene);
  ASSERT_NE(picture, nullptr);
  const auto& units = picture->content->map.units();
  const base::Vec2 middle = units.layer.polygons.feature_box(2).centre();
  EXPECT_EQ(picture->unit_at(picture->frames.front().to_page(middle)), 2U);
  EXPECT_FALSE(picture->unit_at({1, 1}));
}

TEST_F(Painting, WhatCannotBeShownSaysWhy) {
  const auto scene = scene_of("a", "khong-co");
  pictures.want(data, {scene}, look);
  const auto picture = await(pictures, scene);
  ASSERT_NE(picture, nullptr);
  ASSERT_TRUE(picture->failure);
  EXPECT_EQ(picture->picture.width, 0);
  EXPECT_FALSE(picture->unit_at({100, 100}));
}

TEST_F(Painting, AnotherSizeOrLanguageIsPaintedAnew) {
  const auto scene = scene_of("a", "nuoc-sach");
  pictures.want(data, {scene}, look);
  ASSERT_NE(await(pictures, scene), nullptr);
  pictures.want(data, {scene}, {.page = {800, 450}});
  ASSERT_NE(await(pictures, scene), nullptr);
  EXPECT_EQ(pictures.find(scene)->picture.width, 800);
  pictures.want(data, {}, look);
  EXPECT_EQ(pictures.find(scene), nullptr);
}

TEST_F(Painting, ShowsWhatTheOtherSitesSee) {
  const auto scene = scene_of("a", "nuoc-sach");
  pictures.want(data, {scene}, {.page = {1280, 720}, .preview_lines = 360});
  const auto small = await(pictures, scene);
  ASSERT_NE(small, nullptr);
  EXPECT_EQ(small->picture.width, 1280);
  pictures.want(data, {scene}, {.page = {1280, 720}});
  const auto plain = await(pictures, scene);
  ASSERT_NE(plain, nullptr);
  EXPECT_FALSE(plain->preview);
  ASSERT_TRUE(small->preview);
  EXPECT_FALSE(small->preview->texts.empty());
  EXPECT_NE(plain->picture.words, small->picture.words);
}

TEST_F(Painting, EnlargesTextsUntilTheOtherSitesCanReadThem) {
  const auto scene = scene_of("a", "nuoc-sach");
  pictures.want(data, {scene}, {.fix_lines = 360});
  const auto fixed = await(pictures, scene);
  ASSERT_NE(fixed, nullptr);
  EXPECT_GT(fixed->least_text, 24);
}

TEST_F(Painting, EarlierPicturesStayUntilTheNewOnesAreThere) {
  const auto scene = scene_of("a", "nuoc-sach");
  pictures.want(data, {scene}, look);
  const auto before = await(pictures, scene);
  const auto changed = std::make_shared<ProjectData>(sample.project(), *data);
  pictures.want(changed, {scene}, look);
  EXPECT_NE(pictures.find(scene), nullptr);
  for (int i = 0; i < 6000 && pictures.find(scene) == before; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_NE(pictures.find(scene), before);
}

TEST_F(Painting, TellsWhatIsWrongWithTheScene) {
  auto scene = scene_of("a", "nuoc-sach");
  scene.due = "2001-01-01";
  pictures.want(data, {scene}, look);
  const auto picture = await(pictures, scene);
  ASSERT_NE(picture, nullptr);
  EXPECT_EQ(test::count_rule(picture->findings, "scene.target-past"), 1U);
}

TEST_F(Painting, HasASmallPictureToo) {
  const auto scene = scene_of("a", "nuoc-sach");
  pictures.want(data, {scene}, {.page = {1280, 720}});
  const auto picture = await(pictures, scene);
  ASSERT_NE(picture, nullptr);
  EXPECT_EQ(picture->small.width, 1280 / 3);
  EXPECT_EQ(picture->small.height, 240);
}

TEST_F(Painting, EndsWhileItPaints) {
  pictures.want(data, {scene_of("a", "nuoc-sach"), scene_of("b", "ket-qua")}, {.page = {1920, 1080}});
}

}  // namespace
}  // namespace ntmap::app
