#include "scene/labels.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <random>
#include <set>

#include "support/wkt.hpp"

namespace ntmap::scene {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// Letters are half as wide as high; counts bytes, for the texts here are plain.
base::Vec2 measure(std::string_view line, double font) {
  return {0.5 * font * static_cast<double>(line.size()), 1.3 * font};
}

struct Scene {
  model::PolygonSet polygons;
  UnitRaster raster;
};

/// Polygons in page pixels with y up from the bottom of a 400 x 300 frame.
Scene scene_of(std::initializer_list<std::string_view> wkt) {
  Scene scene{test::from_wkt(wkt), {}};
  scene.raster = rasterise_units(scene.polygons, {1, 0, 300}, {0, 0, 400, 300}, 2);
  return scene;
}

TEST(PlaceLabels, InsideAtThePointWhereItFits) {
  const Scene scene = scene_of({"POLYGON ((100 100, 300 100, 300 200, 100 200))"});
  const std::vector<LabelRequest> requests{{0, "Vu Quang", {200, 150}, 1}};
  const auto result = place_labels(requests, scene.raster, {}, {}, measure);
  ASSERT_THAT(result.placed, SizeIs(1));
  EXPECT_TRUE(result.placed[0].inside);
  EXPECT_FALSE(result.placed[0].leader);
  EXPECT_THAT(result.placed[0].lines, ElementsAre("Vu Quang"));
  EXPECT_EQ(result.placed[0].font, 20);
  EXPECT_NEAR(result.placed[0].box.centre().x, 200, 2);
  EXPECT_NEAR(result.placed[0].box.centre().y, 150, 2);
}

TEST(PlaceLabels, KeepOffLabelsAndLeadersThatStoodBefore) {
  const Scene scene = scene_of({"POLYGON ((100 100, 300 100, 300 200, 100 200))"});
  const std::vector<LabelRequest> requests{{0, "12", {200, 125}, 2}, {0, "34", {240, 175}, 1}};
  PlacedLabel before{.lines = {"x"}, .font = 20, .box = {180, 140, 220, 160}};
  before.leader = true;
  before.leader_from = {200, 175};
  before.leader_to = {390, 175};
  const auto result = place_labels(requests, scene.raster, {}, {}, measure, std::span(&before, 1));
  ASSERT_THAT(result.placed, SizeIs(2));
  for (const PlacedLabel& label : result.placed) {
    EXPECT_FALSE(label.box.intersects(before.box)) << label.lines[0];
    EXPECT_TRUE(label.box.max_y < 175 || label.box.min_y > 175) << label.lines[0];
  }
}

TEST(PlaceLabels, LeadersStartAtTheEdgeOfACircle) {
  const Scene scene = scene_of({"POLYGON ((190 140, 210 140, 210 160, 190 160))"});
  std::vector<LabelRequest> requests{{0, "Nam Hong Linh", {200, 190}, 1, 30, {200, 150}}};
  const std::vector<base::Box> circle{{176, 126, 224, 174}};
  LabelRules rules;
  rules.overhang = false;
  const auto result = place_labels(requests, scene.raster, circle, rules, measure);
  ASSERT_THAT(result.placed, SizeIs(1));
  ASSERT_TRUE(result.placed[0].leader);
  const base::Vec2 from = result.placed[0].leader_from;
  EXPECT_NEAR(std::hypot(from.x - 200, from.y - 150), 30, 1e-9);
}

TEST(PlaceLabels, BreaksIntoTwoLinesInANarrowUnit) {
  const Scene scene = scene_of({"POLYGON ((100 50, 170 50, 170 250, 100 250))"});
  const std::vector<LabelRequest> requests{{0, "Nam Hong Linh", {135, 150}, 1}};
  const auto result = place_labels(requests, scene.raster, {}, {}, measure);
  ASSERT_THAT(result.placed, SizeIs(1));
  EXPECT_TRUE(result.placed[0].inside);
  EXPECT_THAT(result.placed[0].lines, SizeIs(2));
}

TEST(PlaceLabels, ShrinksButNotBelowTheSmallestFont) {
  const Scene scene = scene_of({"POLYGON ((100 100, 196 100, 196 130, 100 130))"});
  LabelRules rules;
  rules.wrap = false;
  const std::vector<LabelRequest> requests{{0, "Hong Linh A", {148, 185}, 1}};  // 110 wide at 20
  const auto result = place_labels(requests, scene.raster, {}, rules, measure);
  ASSERT_THAT(result.placed, SizeIs(1));
  EXPECT_TRUE(result.placed[0].inside);
  EXPECT_LT(result.placed[0].font, 20);
  EXPECT_GE(result.placed[0].font, rules.smallest_font);
}

TEST(PlaceLabels, MovesAwayFromThePointToWhereTheUnitIsWide) {
  // An L: narrow where the point is, wide above.
  const Scene scene = scene_of({"POLYGON ((100 20, 120 20, 120 200, 300 200, 300 280, 100 280))"});
  const std::vector<LabelRequest> requests{{0, "Huong Khe", {110, 200}, 1}};
  const auto result = place_labels(requests, scene.raster, {}, {}, measure);
  ASSERT_THAT(result.placed, SizeIs(1));
  EXPECT_TRUE(result.placed[0].inside);
}

TEST(PlaceLabels, SmallUnitsBySeaGetALeader) {
  const Scene scene =
      scene_of({"POLYGON ((0 0, 200 0, 200 300, 0 300))", "POLYGON ((200 140, 212 140, 212 152, 200 152))"});
  const std::vector<LabelRequest> requests{{0, "Inland", {100, 150}, 1}, {1, "Tiny Island", {206, 154}, 0}};
  const auto result = place_labels(requests, scene.raster, {}, {}, measure);
  ASSERT_THAT(result.placed, SizeIs(2));
  const PlacedLabel& tiny = result.placed[1];
  EXPECT_TRUE(tiny.leader);
  EXPECT_EQ(tiny.leader_from, (base::Vec2{206, 154}));
  EXPECT_GT(tiny.box.min_x, 200) << "over the sea, not over its neighbour";
}

TEST(PlaceLabels, WhatCannotBePlacedIsListedMostImportantFirst) {
  // Three tiny units enclosed by a large one: nowhere to go.
  const Scene scene =
      scene_of({"POLYGON ((0 0, 400 0, 400 300, 0 300))", "POLYGON ((10 10, 14 10, 14 14, 10 14))",
                "POLYGON ((20 10, 24 10, 24 14, 20 14))"});
  const std::vector<LabelRequest> requests{
      {0, "Great", {200, 150}, 9}, {1, "Small One", {12, 288}, 1}, {2, "Small Two", {22, 288}, 2}};
  const auto result = place_labels(requests, scene.raster, {}, {}, measure);
  EXPECT_THAT(result.placed, SizeIs(1));
  EXPECT_THAT(result.unplaced, ElementsAre(2, 1));
}

TEST(PlaceLabels, KeepsOffObstacles) {
  const Scene scene = scene_of({"POLYGON ((0 0, 400 0, 400 300, 0 300))"});
  const std::vector<LabelRequest> requests{{0, "Under", {200, 150}, 1}};
  const std::vector<base::Box> everywhere{{0, 0, 400, 300}};
  EXPECT_THAT(place_labels(requests, scene.raster, everywhere, {}, measure).placed, IsEmpty());
}

TEST(PlaceLabels, UnitsOffThePageAreListed) {
  const Scene scene = scene_of({"POLYGON ((900 900, 950 900, 950 950, 900 950))", "POLYGON EMPTY"});
  const std::vector<LabelRequest> requests{
      {0, "Far", {925, -625}, 1}, {1, "None", {0, 0}, 1}, {7, "Unknown", {-5, -5}, 0}};
  LabelRules rules;
  rules.leaders = false;
  EXPECT_THAT(place_labels(requests, scene.raster, {}, rules, measure).unplaced, SizeIs(3));
}

TEST(PlaceLabels, NothingOverlapsWhateverIsAsked) {
  std::mt19937 random(5);
  for (int round = 0; round < 20; ++round) {
    // A grid of 8 x 6 cells, every unit's label from tiny to far too long.
    model::PolygonSet polygons;
    std::vector<LabelRequest> requests;
    for (int i = 0; i < 48; ++i) {
      const double x = i % 8 * 48 + 4;
      const double y = i / 8 * 46 + 4;
      for (const auto& [dx, dy] : {std::pair{0.0, 0.0}, {48.0, 0.0}, {48.0, 46.0}, {0.0, 46.0}}) {
        polygons.add_vertex(x + dx, y + dy);
      }
      polygons.end_ring();
      polygons.end_part();
      polygons.end_feature();
      requests.push_back({static_cast<std::uint32_t>(i),
                          std::string(1 + random() % 12, 'x'),
                          {x + 24, 300 - y - 23},
                          static_cast<double>(random() % 5)});
    }
    const UnitRaster raster = rasterise_units(polygons, {1, 0, 300}, {0, 0, 400, 300}, 2);
    const auto result = place_labels(requests, raster, {}, {}, measure);
    EXPECT_EQ(result.placed.size() + result.unplaced.size(), requests.size());
    for (std::size_t a = 0; a < result.placed.size(); ++a) {
      const base::Box& box = result.placed[a].box;
      EXPECT_TRUE(box.min_x >= 0 && box.max_x <= 400 && box.min_y >= 0 && box.max_y <= 300);
      for (std::size_t b = a + 1; b < result.placed.size(); ++b) {
        EXPECT_FALSE(box.intersects(result.placed[b].box)) << a << ' ' << b;
      }
    }
  }
}

}  // namespace
}  // namespace ntmap::scene
