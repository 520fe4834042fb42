#include "ui/speaker_view.hpp"

#include <gtest/gtest.h>

namespace ntmap::ui {
namespace {

struct Talking : testing::Test {
  model::Project project;
  app::ScenePictures pictures{[] {}};

  static std::vector<app::PresentedScene> scenes() {
    std::vector<app::PresentedScene> out(3);
    for (std::size_t i = 0; i < out.size(); ++i) {
      out[i].scene.id = "s" + std::to_string(i + 1);
      out[i].scene.seconds = 60;
    }
    out[1].problem = "theme is gone";
    return out;
  }
  SpeakerView at(const app::Presentation& talk, double now) const {
    return speaker_view(talk, project, pictures, base::Lang::en, now);
  }
};

TEST_F(Talking, ScenesThatAreSkippedHaveNoNumberButTheReason) {
  const app::Presentation talk(scenes(), 0);
  const SpeakerView view = at(talk, 10);
  ASSERT_EQ(view.rows.size(), 3U);
  EXPECT_TRUE(view.rows[0].current);
  EXPECT_EQ(view.rows[1].number, 0U);
  EXPECT_EQ(view.rows[1].problem, "theme is gone");
  EXPECT_EQ(view.rows[2].number, 2U);
  EXPECT_EQ(view.next_title, "s3");
  EXPECT_EQ(view.count, 2U);
}

TEST_F(Talking, TimeIsHeldAgainstThePlan) {
  app::Presentation talk(scenes(), 0);
  EXPECT_EQ(at(talk, 30).ahead, 0) << "within its time a scene is on time";
  EXPECT_EQ(at(talk, 70).ahead, -10);
  talk.act(app::PresentAction::next, 40);
  const SpeakerView later = at(talk, 50);
  EXPECT_EQ(later.ahead, 20) << "the first took 40 of 60";
  EXPECT_EQ(later.on_scene, 10);
  EXPECT_EQ(later.planned, 60);
  EXPECT_EQ(at(talk, 130).ahead, -10) << "and the last 90 of 60";
  EXPECT_TRUE(later.next_title.empty());
}

TEST_F(Talking, ABlankScreenIsTold) {
  app::Presentation talk(scenes(), 0);
  talk.act(app::PresentAction::black, 1);
  EXPECT_TRUE(at(talk, 2).blank);
}

}  // namespace
}  // namespace ntmap::ui
