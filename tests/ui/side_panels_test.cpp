#include "ui/side_panels.hpp"

#include <gtest/gtest.h>

namespace ntmap::ui {
namespace {

TEST(SidePanels, WithRoomForBothEachIsSwitchedForItself) {
  SidePanels sides;
  EXPECT_TRUE(sides.shows(Side::left) && sides.shows(Side::right));
  sides.toggle(Side::right);
  EXPECT_TRUE(sides.shows(Side::left));
  EXPECT_FALSE(sides.shows(Side::right));
  sides.toggle(Side::right);
  EXPECT_TRUE(sides.shows(Side::left) && sides.shows(Side::right));
}

TEST(SidePanels, WithRoomForOneTheLastAskedForIsSeen) {
  SidePanels sides;
  sides.take_turns(true);
  EXPECT_TRUE(sides.shows(Side::left));
  EXPECT_FALSE(sides.shows(Side::right));
  sides.toggle(Side::right);
  EXPECT_TRUE(sides.shows(Side::right)) << "it was wanted, and not seen";
  EXPECT_FALSE(sides.shows(Side::left));
  sides.toggle(Side::left);
  EXPECT_TRUE(sides.shows(Side::left));
  sides.toggle(Side::left);
  EXPECT_FALSE(sides.wants(Side::left)) << "it was seen: now it is hidden";
}

TEST(SidePanels, WithRoomForOneASelectedUnitShowsItsCard) {
  SidePanels sides;
  sides.take_turns(true);
  app::Selection selection;
  selection.only(3);
  sides.follow(selection);
  EXPECT_TRUE(sides.shows(Side::right));
  sides.toggle(Side::left);
  sides.follow(selection);
  EXPECT_TRUE(sides.shows(Side::left)) << "the theme was asked for later";
  selection.only(4);
  sides.follow(selection);
  EXPECT_TRUE(sides.shows(Side::right));
  selection.clear();
  sides.follow(selection);
  EXPECT_TRUE(sides.shows(Side::left)) << "no card any more";
}

TEST(SidePanels, ASelectionThatTheProgramChangesLeavesThem) {
  SidePanels sides;
  sides.take_turns(true);
  app::Selection selection;
  selection.only(3);
  sides.leave_at(selection);
  sides.follow(selection);
  EXPECT_TRUE(sides.shows(Side::left));
}

}  // namespace
}  // namespace ntmap::ui
