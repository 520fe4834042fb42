#include "ui/present_keys.hpp"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

namespace ntmap::ui {
namespace {

using app::PresentAction;

std::variant<PresentAction, StageAction> action_of(int key) {
  for (const PresentKey& one : present_keys()) {
    if (one.key == key) return one.action;
  }
  throw std::invalid_argument("no such key");
}

TEST(PresentKeys, EachKeyDoesOneThing) {
  std::set<int> keys;
  for (const PresentKey& one : present_keys()) EXPECT_TRUE(keys.insert(one.key).second) << one.key;
}

TEST(PresentKeys, RemotesAreUnderstood) {
  // Presenter remotes send the page keys, a full stop or B for their blank button, and Esc to end.
  EXPECT_EQ(std::get<PresentAction>(action_of(267)), PresentAction::next);
  EXPECT_EQ(std::get<PresentAction>(action_of(266)), PresentAction::back);
  EXPECT_EQ(std::get<PresentAction>(action_of('.')), PresentAction::black);
  EXPECT_EQ(std::get<StageAction>(action_of(256)), StageAction::end);
}

TEST(PresentKeys, DigitsAreLeftToTheScenes) {
  for (const PresentKey& one : present_keys()) {
    EXPECT_FALSE(one.key >= k_key_0 && one.key <= k_key_0 + 9) << one.key;
    EXPECT_FALSE(one.key >= k_key_pad_0 && one.key <= k_key_pad_0 + 9) << one.key;
  }
}

TEST(PresentKeys, TheListOfKeysIsInBothLanguages) {
  for (const KeyHelp& line : present_key_help()) {
    EXPECT_FALSE(line.what.vi.empty());
    EXPECT_FALSE(line.what.en.empty());
  }
}

}  // namespace
}  // namespace ntmap::ui
