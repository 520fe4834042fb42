#include "app/deck/presentation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using enum PresentAction;

std::vector<PresentedScene> scenes(int count, int broken = -1) {
  std::vector<PresentedScene> out;
  for (int i = 0; i < count; ++i) {
    PresentedScene one;
    one.scene.id = "s" + std::to_string(i + 1);
    one.scene.seconds = 60;
    if (i == broken) one.problem = "no such theme";
    out.push_back(one);
  }
  return out;
}

std::string shown(const Presentation& talk) {
  return talk.shown() ? talk.shown()->id : "nothing";
}

TEST(Presentation, GoesForwardsAndBackAndStopsAtTheEnds) {
  Presentation talk(scenes(3));
  EXPECT_EQ(shown(talk), "s1");
  EXPECT_FALSE(talk.act(back, 1));
  EXPECT_TRUE(talk.act(next, 1));
  EXPECT_TRUE(talk.act(next, 2));
  EXPECT_EQ(shown(talk), "s3");
  EXPECT_FALSE(talk.act(next, 3));
  EXPECT_TRUE(talk.act(first, 4));
  EXPECT_TRUE(talk.act(last, 5));
  EXPECT_EQ(talk.number(), 3U);
  EXPECT_FALSE(talk.coming());
}

TEST(Presentation, SkipsScenesThatCannotBeShown) {
  Presentation talk(scenes(3, 1));
  EXPECT_EQ(talk.count(), 2U);
  EXPECT_EQ(talk.coming()->id, "s3");
  talk.act(next, 1);
  EXPECT_EQ(shown(talk), "s3");
  EXPECT_EQ(talk.scenes().size(), 3U) << "and keeps them";
}

TEST(Presentation, NothingToShowIsBorne) {
  Presentation talk(scenes(1, 0));
  EXPECT_FALSE(talk.any());
  EXPECT_EQ(talk.number(), 0U);
  for (const auto action : {next, back, first, last, out, black, laser, enter}) talk.act(action, 1);
  EXPECT_FALSE(talk.type_digit(1, 2));
  EXPECT_FALSE(talk.drill("Huyện Kỳ Anh", "00098"));
  EXPECT_EQ(shown(talk), "nothing");
  EXPECT_THAT(talk.times(3), ElementsAre(0));
}

TEST(Presentation, OneDigitIsEnoughForFewScenes) {
  Presentation talk(scenes(9));
  EXPECT_TRUE(talk.type_digit(4, 1));
  EXPECT_EQ(shown(talk), "s4");
  EXPECT_FALSE(talk.type_digit(0, 2));
}

TEST(Presentation, ManyScenesWaitForTheSecondDigitOrEnter) {
  Presentation talk(scenes(25));
  EXPECT_FALSE(talk.type_digit(1, 1)) << "10 to 19 are still possible";
  EXPECT_TRUE(talk.type_digit(7, 2));
  EXPECT_EQ(shown(talk), "s17");
  EXPECT_FALSE(talk.type_digit(2, 3));
  EXPECT_TRUE(talk.act(enter, 4));
  EXPECT_EQ(shown(talk), "s2");
  EXPECT_TRUE(talk.type_digit(5, 5)) << "50 is beyond the last";
  talk.type_digit(1, 6);
  talk.act(next, 7);
  EXPECT_FALSE(talk.act(enter, 8)) << "another key forgets the digit";
}

TEST(Presentation, DrillsIntoADistrictAndBack) {
  auto all = scenes(2);
  all[0].scene.unit = "00097";
  all[0].scene.selection = {"00097"};
  Presentation talk(all);
  EXPECT_TRUE(talk.drill("Huyện Kỳ Anh", "00098"));
  EXPECT_EQ(talk.shown()->district, "Huyện Kỳ Anh");
  EXPECT_TRUE(talk.shown()->unit.empty());
  EXPECT_TRUE(talk.shown()->selection.empty());
  EXPECT_FALSE(talk.drill("Huyện Can Lộc", "")) << "a district has no districts";
  EXPECT_TRUE(talk.act(out, 1));
  EXPECT_EQ(talk.shown()->unit, "00097");
  EXPECT_FALSE(talk.act(out, 2));
  talk.drill("Huyện Kỳ Anh", "00098");
  talk.act(next, 3);
  EXPECT_FALSE(talk.drilled()) << "the next scene begins whole";
}

TEST(Presentation, WordsOfTheWholeAreNotSaidOfAPart) {
  auto all = scenes(1);
  all[0].scene.title = "Nước sạch toàn tỉnh";
  all[0].scene.caption = {"Toàn tỉnh còn {unmet}/{n} xã", "{unmet} of {n} communes"};
  all[0].scene.notes = {"Toàn tỉnh bình quân {mean}. Nói chậm.", "Slowly."};
  const Presentation talk(all);
  const model::Scene district = *talk.part("Huyện Kỳ Anh", "00098");
  EXPECT_TRUE(district.title.empty());
  EXPECT_EQ(district.caption.vi, "Huyện Kỳ Anh còn {unmet}/{n} xã");
  EXPECT_EQ(district.caption.en, "Huyện Kỳ Anh: {unmet} of {n} communes");
  EXPECT_EQ(district.notes.vi, "Huyện Kỳ Anh bình quân {mean}. Nói chậm.");
  EXPECT_EQ(district.notes.en, "Slowly.");
  EXPECT_TRUE(talk.part("", "00098")->caption.empty()) << "a unit's value is said instead";
  all[0].scene.caption = "Cả tỉnh đạt 12 xã";
  EXPECT_TRUE(Presentation(all).part("Huyện Kỳ Anh", "")->caption.empty())
      << "its figures are written by hand";
}

TEST(Presentation, WhereThereAreNoDistrictsItDrillsIntoAUnit) {
  Presentation talk(scenes(1));
  EXPECT_FALSE(talk.drill("", ""));
  EXPECT_EQ(talk.part("", "00098")->unit, "00098");
  EXPECT_FALSE(talk.drilled()) << "to ask is not to go";
  EXPECT_TRUE(talk.drill("", "00098"));
  EXPECT_EQ(talk.shown()->unit, "00098");
  EXPECT_FALSE(talk.drill("Huyện Kỳ Anh", "00100")) << "nothing lies below a unit";
  EXPECT_TRUE(talk.act(out, 1));
  EXPECT_TRUE(talk.shown()->unit.empty());
}

TEST(Presentation, FromADistrictItGoesOnIntoAUnitAndBackOutAtOnce) {
  Presentation talk(scenes(1));
  talk.drill("Huyện Kỳ Anh", "00098");
  EXPECT_TRUE(talk.drill("Huyện Kỳ Anh", "00098"));
  EXPECT_EQ(talk.shown()->unit, "00098");
  EXPECT_TRUE(talk.act(out, 1));
  EXPECT_FALSE(talk.drilled());
  EXPECT_FALSE(talk.act(out, 2));
}

TEST(Presentation, BlanksAndComesBack) {
  Presentation talk(scenes(2));
  EXPECT_TRUE(talk.act(black, 1));
  EXPECT_EQ(talk.blank(), Blank::black);
  EXPECT_TRUE(talk.act(white, 2));
  EXPECT_EQ(talk.blank(), Blank::no) << "either key brings the picture back";
  talk.act(white, 3);
  EXPECT_EQ(talk.blank(), Blank::white);
  talk.act(next, 4);
  EXPECT_EQ(talk.blank(), Blank::no);
  EXPECT_EQ(shown(talk), "s2");
}

TEST(Presentation, PointersReplaceEachOther) {
  Presentation talk(scenes(1));
  talk.act(laser, 1);
  talk.act(spotlight, 2);
  EXPECT_EQ(talk.pointer(), Pointer::spotlight);
  talk.act(spotlight, 3);
  EXPECT_EQ(talk.pointer(), Pointer::arrow);
}

TEST(Presentation, CountsTheTimeOfEachScene) {
  Presentation talk(scenes(3), 100);
  talk.act(next, 130);
  talk.act(next, 150);
  talk.act(back, 155);
  EXPECT_THAT(talk.times(165), ElementsAre(30, 30, 5));
  EXPECT_DOUBLE_EQ(talk.elapsed(165), 65);
  EXPECT_DOUBLE_EQ(talk.on_scene(165), 10);
  EXPECT_DOUBLE_EQ(*talk.left_on_scene(165), 30);
  EXPECT_DOUBLE_EQ(*talk.left_on_scene(200), -5) << "over time";
  talk.restart_clock(300);
  EXPECT_THAT(talk.times(301), ElementsAre(0, 1, 0));
}

TEST(Presentation, UnplannedScenesHaveNoTimeLeft) {
  auto all = scenes(1);
  all[0].scene.seconds = 0;
  EXPECT_FALSE(Presentation(all).left_on_scene(5));
}

TEST(Presentation, ReorderedScenesKeepTheShownOneAndTheTimes) {
  Presentation talk(scenes(3));
  talk.act(next, 10);
  auto moved = scenes(3);
  std::swap(moved[0], moved[1]);
  talk.replace(moved, 15);
  EXPECT_EQ(shown(talk), "s2");
  EXPECT_EQ(talk.number(), 1U);
  EXPECT_THAT(talk.times(20), ElementsAre(10, 10, 0));
  moved.erase(moved.begin());
  talk.replace(moved, 20);
  EXPECT_EQ(shown(talk), "s1") << "where the shown one went, the one in its place";
}

}  // namespace
}  // namespace ntmap::app
