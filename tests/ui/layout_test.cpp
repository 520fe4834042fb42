#include "ui/layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace ntmap::ui {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

TEST(Columns, CoverTheWindowInWholePixelsAndLeaveTheMapAThird) {
  for (const float width : {800.0F, 1280.0F, 1366.0F, 1440.0F, 1920.0F, 3840.0F}) {
    for (const double scale : {0.75, 1.0, 1.15, 1.5, 2.0, 3.0}) {
      for (const bool panel : {false, true}) {
        const Columns columns = lay_out_columns(width, scale, true, panel);
        EXPECT_EQ(columns.left + columns.map + columns.right, width);
        EXPECT_EQ(columns.left, std::floor(columns.left));
        EXPECT_EQ(columns.right, std::floor(columns.right));
        EXPECT_GE(columns.map, width / 3) << width << " at " << scale;
        EXPECT_GT(columns.left, 0);
        EXPECT_TRUE(panel || columns.right == 0);
      }
    }
  }
}

TEST(Rows, OnALowWindowThePanelsBelowTakeHalfOfItWhenTheyAreUnfolded) {
  EXPECT_TRUE(is_low(741, 1.5)) << "1366 x 768 at 150 %";
  EXPECT_FALSE(is_low(741, 1.25));
  EXPECT_FALSE(is_low(773, 1));
  EXPECT_GT(unfolded_share(741, 1.5, 0.3, true), 0.5);
  EXPECT_EQ(unfolded_share(741, 1, 0.3, true), 0.3);
  EXPECT_EQ(unfolded_share(741, 1.5, 0.58, true), 0.58);
}

TEST(Rows, TheTableHasRoomForRowsUnlessTheUserWantsItLower) {
  EXPECT_GT(unfolded_share(860, 1.5, 0.32, false) * 860, 1.5 * 245) << "1440 x 900 at 150 %";
  EXPECT_EQ(unfolded_share(860, 1.5, 0.32, true), 0.32);
  EXPECT_EQ(unfolded_share(1050, 1, 0.32, false), 0.32) << "there it has";
}

TEST(Columns, ShowBothPanelsOnASmallLaptop) {
  const Columns columns = lay_out_columns(1366, 1, true, true);
  EXPECT_EQ(columns.left, columns.right);
  EXPECT_GE(columns.map, 1366 / 2);
}

TEST(Columns, TakeTurnsBeforeTheWordsOfTheUnitPanelBreak) {
  EXPECT_EQ(lay_out_columns(1366, 3, true, true).right, 0);
  EXPECT_TRUE(lay_out_columns(1366, 3, true, true).turns);
  EXPECT_GT(lay_out_columns(1920, 1.5, true, true).right, 0);
  EXPECT_FALSE(lay_out_columns(1920, 1.5, true, true).turns);
}

TEST(Columns, AUnitPanelThatIsAskedForIsThereOnASmallWindowToo) {
  const Columns turns = lay_out_columns(1024, 2, true, true);
  EXPECT_TRUE(turns.turns);
  EXPECT_GE(turns.left, 400) << "in the left column";
  const Columns alone = lay_out_columns(1024, 2, false, true);
  EXPECT_FALSE(alone.turns);
  EXPECT_GE(alone.right, 400);
  EXPECT_EQ(alone.left + alone.map + alone.right, 1024);
}

TEST(Columns, WithoutTheLeftPanelItsRoomIsTheMaps) {
  const Columns columns = lay_out_columns(1440, 1, false, false);
  EXPECT_EQ(columns.left, 0);
  EXPECT_EQ(columns.map, 1440);
}

TEST(Rows, CoverTheWindowInWholePixelsAndLeaveTheMapTwoFifths) {
  for (const float height : {500.0F, 700.0F, 768.0F, 900.0F, 1080.0F, 2160.0F}) {
    for (const double scale : {0.75, 1.0, 1.5, 3.0}) {
      for (const double share : {0.0, 0.32, 1.0}) {
        const Rows rows = lay_out_rows(height, scale, share, true);
        EXPECT_EQ(rows.map + rows.bottom, height);
        EXPECT_EQ(rows.bottom, std::floor(rows.bottom));
        EXPECT_GE(rows.map, std::floor(height * 0.4F)) << height << " at " << scale;
        EXPECT_TRUE(rows.bottom == 0 || static_cast<double>(rows.bottom) >= 150 * scale);
      }
    }
  }
}

TEST(Rows, GiveTheMapEverythingWithoutPanelsBelow) {
  EXPECT_EQ(lay_out_rows(900, 1, 0.32, false).bottom, 0);
  EXPECT_EQ(lay_out_rows(500, 3, 0.32, true).bottom, 0) << "too low for both";
}

/// Looks at 0..100 each way with 10 pixels a unit.
scene::Camera camera() {
  scene::Camera camera(1000, 1000);
  camera.fit({0, 0, 100, 100});
  return camera;
}

auto unit(std::uint32_t number) {
  return Field(&PlacedName::unit, number);
}

TEST(PlaceNames, CentresANameOnItsPlaceInWholePixels) {
  const std::vector<geom::LabelPoint> places{{{50, 50}, 10}};
  const std::vector<base::Vec2> sizes{{61, 17}};
  const auto names = place_names(camera(), places, sizes, 4);
  ASSERT_THAT(names, ElementsAre(unit(0)));
  EXPECT_NEAR(names[0].corner.x, 500 - 30.5, 0.51);
  EXPECT_NEAR(names[0].corner.y, 500 - 8.5, 0.51);
  EXPECT_EQ(names[0].corner.x, std::round(names[0].corner.x));
}

TEST(PlaceNames, TheRoomierUnitWinsWhereTwoWantTheSamePlace) {
  const std::vector<geom::LabelPoint> places{{{50, 50}, 5}, {{53, 50}, 9}, {{50, 80}, 5}};
  const std::vector<base::Vec2> sizes(3, {60, 17});
  EXPECT_THAT(place_names(camera(), places, sizes, 4), ElementsAre(unit(1), unit(2)));
}

TEST(PlaceNames, LeavesTheGapBetweenNeighbours) {
  const std::vector<base::Vec2> sizes(2, {60, 17});
  const std::vector<geom::LabelPoint> close{{{50, 50}, 5}, {{56.2, 50}, 5}};
  const std::vector<geom::LabelPoint> apart{{{50, 50}, 5}, {{56.8, 50}, 5}};
  EXPECT_THAT(place_names(camera(), close, sizes, 4), ElementsAre(unit(0)));
  EXPECT_THAT(place_names(camera(), apart, sizes, 4), UnorderedElementsAre(unit(0), unit(1)));
}

TEST(PlaceNames, SkipsUnitsThatAreTooSmallUnnamedWithoutAPlaceOrOutOfView) {
  const std::vector<geom::LabelPoint> places{
      {{10, 10}, 0.5}, {{30, 30}, 10}, {{50, 50}, 0}, {{150, 50}, 10}, {{70, 70}, 1}};
  const std::vector<base::Vec2> sizes{{60, 17}, {0, 17}, {60, 17}, {60, 17}, {200, 17}};
  EXPECT_THAT(place_names(camera(), places, sizes, 4), IsEmpty());
}

TEST(PlaceNames, NamesStandBelowTheirCirclesAndKeepOffOthers) {
  const std::vector<geom::LabelPoint> places{{{50, 50}, 10}, {{50, 46.5}, 4}};
  const std::vector<base::Vec2> sizes{{61, 17}, {0, 0}};
  const std::vector<double> alone{20, 0};
  const auto names = place_names(camera(), places, sizes, 4, alone);
  ASSERT_THAT(names, ElementsAre(unit(0)));
  EXPECT_GE(names[0].corner.y, 520);
  const std::vector<double> both{20, 12};
  EXPECT_THAT(place_names(camera(), places, sizes, 4, both), IsEmpty());
}

TEST(PlaceNames, KeepOffWhatLiesOverTheMap) {
  const std::vector<geom::LabelPoint> places{{{50, 50}, 10}, {{20, 50}, 10}};
  const std::vector<base::Vec2> sizes(2, {60, 17});
  const base::Box buttons{480, 480, 500, 600};
  EXPECT_THAT(place_names(camera(), places, sizes, 4, {}, {&buttons, 1}), ElementsAre(unit(1)));
}

TEST(LayOutTabs, TitlesAreWholeThenShortThenInAList) {
  const std::vector<float> whole{100, 100, 100, 100};
  const std::vector<float> brief{60, 40, 60, 60};
  const auto tabs = [&](float room, std::size_t chosen) {
    return lay_out_tabs(whole, brief, room, 30, chosen);
  };
  EXPECT_FALSE(tabs(400, 0).brief);
  EXPECT_TRUE(tabs(399, 0).brief);
  EXPECT_THAT(tabs(400, 0).shown, ElementsAre(0, 1, 2, 3));
  EXPECT_THAT(tabs(220, 0).shown, ElementsAre(0, 1, 2, 3));
  EXPECT_THAT(tabs(219, 0).shown, ElementsAre(0, 1, 2));
  EXPECT_THAT(tabs(219, 3).shown, ElementsAre(0, 1, 3)) << "the chosen one always shows";
  EXPECT_THAT(tabs(10, 2).shown, ElementsAre(2)) << "even where there is no room";
}

TEST(PlaceNames, NoTwoNamesOverlapOnACrowdedMap) {
  std::vector<geom::LabelPoint> places;
  for (int i = 0; i < 400; ++i) {
    places.push_back({{(i % 20) * 5.0 + 2.5, std::floor(i / 20.0) * 5.0 + 2.5}, 2 + (i * 7 % 11) * 0.1});
  }
  const std::vector<base::Vec2> sizes(400, {72, 17});
  const auto names = place_names(camera(), places, sizes, 4);
  EXPECT_GT(names.size(), 100U);
  for (std::size_t a = 0; a < names.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      const base::Vec2 apart = names[a].corner - names[b].corner;
      EXPECT_TRUE(std::abs(apart.x) >= 72 || std::abs(apart.y) >= 17);
    }
  }
}

}  // namespace
}  // namespace ntmap::ui
