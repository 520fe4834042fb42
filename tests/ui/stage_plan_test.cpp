#include "ui/stage_plan.hpp"

#include <gtest/gtest.h>

#include "ui/meeting_look.hpp"

namespace ntmap::ui {
namespace {

TEST(StagePlan, WithOneMonitorTheAudienceHasIt) {
  EXPECT_EQ(plan_stage(1, false), (StagePlan{0, std::nullopt}));
  EXPECT_EQ(plan_stage(1, true), (StagePlan{0, std::nullopt}));
  EXPECT_EQ(plan_stage(0, false), (StagePlan{0, std::nullopt}))
      << "none for a moment, while one is exchanged";
}

TEST(StagePlan, TheAudienceHasTheLastAndTheSpeakerTheFirst) {
  EXPECT_EQ(plan_stage(2, false), (StagePlan{1, 0}));
  EXPECT_EQ(plan_stage(3, false), (StagePlan{2, 0}));
  EXPECT_EQ(plan_stage(2, true), (StagePlan{0, 1}));
}

TEST(MeetingLook, ThePreviewGoesRound) {
  MeetingLook look;
  look.next_preview();
  EXPECT_EQ(look.preview_lines, 720);
  look.next_preview();
  EXPECT_EQ(look.preview_lines, 360);
  look.toggle_fix();
  EXPECT_EQ(look.fix_lines, 360) << "for the line that is looked at";
  look.next_preview();
  EXPECT_EQ(look.preview_lines, 0);
  EXPECT_EQ(look.fix_lines, 360) << "the texts keep their size";
  look.toggle_fix();
  EXPECT_EQ(look.fix_lines, 0);
  look.toggle_fix();
  EXPECT_EQ(look.fix_lines, 720);
}

}  // namespace
}  // namespace ntmap::ui
