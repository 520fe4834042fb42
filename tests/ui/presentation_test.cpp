#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "ui/present_keys.hpp"
#include "ui/speaker_view.hpp"

namespace ntmap::ui {
namespace {

TEST(PresentKeys, EachKeyDoesOneThing) {
  std::set<int> keys;
  for (const auto& [key, action] : present_keys()) EXPECT_TRUE(keys.insert(key).second) << key;
}

TEST(PresentKeys, RemotesAreUnderstood) {
  // Presenter remotes send the page keys, and a full stop or B for their blank button.
  std::set<std::pair<int, app::PresentAction>> keys(present_keys().begin(), present_keys().end());
  EXPECT_TRUE(keys.contains({267, app::PresentAction::next}));
  EXPECT_TRUE(keys.contains({266, app::PresentAction::back}));
  EXPECT_TRUE(keys.contains({'.', app::PresentAction::black}));
}

TEST(PresentKeys, DigitsAndEscapeAreLeftForWhatTheyMean) {
  for (const auto& [key, action] : present_keys()) {
    EXPECT_FALSE(key >= '0' && key <= '9') << key;
    EXPECT_NE(key, k_key_escape);
  }
}

TEST(ClockWords, AreMinutesAndSeconds) {
  EXPECT_EQ(clock_words(0), "0:00");
  EXPECT_EQ(clock_words(65.9), "1:05");
  EXPECT_EQ(clock_words(3600), "60:00");
  EXPECT_EQ(clock_words(-5), "−0:05");
}

}  // namespace
}  // namespace ntmap::ui
