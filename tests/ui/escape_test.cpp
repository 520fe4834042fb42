#include "ui/escape.hpp"

#include <gtest/gtest.h>

namespace ntmap::ui {
namespace {

TEST(Escape, EndsHintPlaybackToolMeetingAndSelectionOneAfterAnother) {
  ViewState view;
  view.playing = true;
  view.tool = Tool::measure;
  view.meeting.on = true;
  view.selection.only(1);
  view.tour_step = 2;
  end_by_escape(view, true);
  EXPECT_TRUE(view.settings.tour_seen) << "the hints do not come back";
  EXPECT_EQ(view.tour_step, 0U);
  EXPECT_TRUE(view.playing);
  end_by_escape(view, false);
  EXPECT_FALSE(view.playing);
  EXPECT_EQ(view.tool, Tool::measure);
  end_by_escape(view, false);
  EXPECT_EQ(view.tool, Tool::pick);
  EXPECT_TRUE(view.meeting.on);
  end_by_escape(view, false);
  EXPECT_FALSE(view.meeting.on);
  EXPECT_FALSE(view.selection.empty());
  end_by_escape(view, false);
  EXPECT_TRUE(view.selection.empty());
}

}  // namespace
}  // namespace ntmap::ui
