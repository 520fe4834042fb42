#include "ui/playback.hpp"

#include <gtest/gtest.h>

namespace ntmap::ui {
namespace {

TEST(Playback, APeriodStaysItsTimeFromWhenItsMapIsShown) {
  Playback play;
  EXPECT_FALSE(play.due(10, false, true)) << "its map is being made";
  EXPECT_FALSE(play.due(13, false, true)) << "however long that takes";
  EXPECT_FALSE(play.due(14, true, false));
  EXPECT_FALSE(play.due(14 + Playback::k_stay - 0.01, true, false));
  EXPECT_TRUE(play.due(14 + Playback::k_stay, true, false));
  EXPECT_FALSE(play.due(14 + Playback::k_stay, true, false)) << "once a period";
}

TEST(Playback, WaitsForTheWorkOnWhatIsShown) {
  Playback play;
  EXPECT_FALSE(play.due(10, true, true));
  EXPECT_FALSE(play.due(20, true, true)) << "tables are still those of the period before";
  EXPECT_TRUE(play.due(20.1, true, false)) << "its map has been seen long enough";
}

TEST(Playback, BeginsANewStayAfterItWasStopped) {
  Playback play;
  EXPECT_FALSE(play.due(10, true, false));
  play.stop();
  EXPECT_FALSE(play.due(20, true, false));
}

}  // namespace
}  // namespace ntmap::ui
