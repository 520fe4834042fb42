#include "ui/actions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "app/desk/search.hpp"
#include "ui/action_words.hpp"
#include "ui/toolbar.hpp"

namespace ntmap::ui {
namespace {

TEST(Shortcut, IsWrittenAsOnTheKeyboard) {
  EXPECT_EQ((Shortcut{'S', true, true}).text(), "Ctrl+Shift+S");
  EXPECT_EQ((Shortcut{Shortcut::k_f1}).text(), "F1");
  EXPECT_EQ((Shortcut{'=', true}).text(), "Ctrl++");
  EXPECT_EQ((Shortcut{Shortcut::k_space}).text(), "Space");
  EXPECT_EQ(Shortcut{}.text(), "");
}

TEST(Shortcut, WhatTextIsEditedWithIsTheTextsWhileOneTypes) {
  const auto keys_of = [](std::string_view id) {
    for (const Action& action : all_actions(make_panels())) {
      if (action.id == id) return action.keys;
    }
    return Shortcut{};
  };
  for (const char* id :
       {"edit.undo", "edit.redo", "edit.select_all", "file.copy_picture", "map.all", "map.names"})
    EXPECT_TRUE(is_for_text(keys_of(id))) << id;
  for (const char key : {'C', 'V', 'X'}) EXPECT_TRUE(is_for_text({key, true})) << key;
  for (const char* id :
       {"file.save", "file.open", "view.commands", "help.shortcuts", "view.larger", "map.selection"})
    EXPECT_FALSE(is_for_text(keys_of(id))) << id;
}

TEST(Shortcut, SpaceAndHomeAreForWhatHasTheFocus) {
  EXPECT_TRUE(is_for_focus({Shortcut::k_space}));
  EXPECT_TRUE(is_for_focus({Shortcut::k_home}));
  EXPECT_FALSE(is_for_focus({Shortcut::k_f1}));
  EXPECT_FALSE(is_for_focus({'N'}));
}

TEST(Actions, HaveAnIdOfTheirOwnAndWordsInBothLanguages) {
  std::set<std::string> ids;
  for (const Action& action : all_actions(make_panels())) {
    EXPECT_TRUE(ids.insert(action.id).second) << action.id;
    EXPECT_FALSE(action.name.vi.empty()) << action.id;
    EXPECT_FALSE(action.name.en.empty()) << action.id;
    EXPECT_NE(action.run == nullptr, action.submenu == nullptr) << action.id;
  }
  EXPECT_THAT(ids, testing::IsSupersetOf({"file.open", "file.save", "edit.undo", "view.commands", "map.play",
                                          "help.shortcuts", "view.panel.matrix"}));
}

TEST(Actions, NoTwoShareTheirKeys) {
  std::map<std::string, std::string> taken;
  for (const Action& action : all_actions(make_panels())) {
    if (action.keys.key == 0) continue;
    const auto [other, fresh] = taken.emplace(action.keys.text(), action.id);
    EXPECT_TRUE(fresh) << action.id << " and " << other->second << ": " << action.keys.text();
  }
}

TEST(Actions, ThatStandInAMenuStandUnderOneThatHasAName) {
  for (const Action& action : all_actions(make_panels()))
    EXPECT_EQ(action.menu == Menu::none, menu_name(action.menu).empty()) << action.id;
}

TEST(Actions, QuitStandsLastInItsMenu) {
  std::string last;
  for (const Action& action : all_actions(make_panels())) {
    if (action.menu == Menu::file) last = action.id;
  }
  EXPECT_EQ(last, "file.quit");
}

TEST(OtherWords, AreOfActionsThatThereAre) {
  std::set<std::string_view> ids;
  const std::vector<Action> actions = all_actions(make_panels());
  for (const Action& action : actions) ids.insert(action.id);
  for (const std::string_view action : actions_with_other_words()) {
    const auto found = ids.lower_bound(action);
    const bool there =
        found != ids.end() && (action.ends_with('.') ? found->starts_with(action) : *found == action);
    EXPECT_TRUE(there) << action;
  }
}

TEST(OtherWords, AreThereInBothLanguagesForAllThatThePaletteLists) {
  for (const Action& action : all_actions(make_panels())) {
    if (action.submenu || action.id == "view.commands") continue;  // which the palette is itself
    const std::string_view words = other_words(action.id);
    EXPECT_NE(words.find("; "), std::string_view::npos) << action.id;
  }
}

TEST(OtherWords, FindWhatIsCalledOtherwise) {
  const auto finds = [](std::string_view typed, std::string_view action) {
    return app::match_score(typed, other_words(action)).has_value();
  };
  EXPECT_TRUE(finds("tieng anh", "view.en"));
  EXPECT_TRUE(finds("ngon ngu", "view.vi"));
  EXPECT_TRUE(finds("giao dien sang", "view.dark"));
  EXPECT_TRUE(finds("cài đặt", "edit.settings"));
  EXPECT_TRUE(finds("rename", "theme.title"));
  EXPECT_TRUE(finds("sua ten", "theme.title"));
  EXPECT_TRUE(finds("delete", "theme.remove"));
  EXPECT_TRUE(finds("copy", "theme.duplicate"));
  EXPECT_TRUE(finds("ruler", "map.measure"));
  EXPECT_TRUE(finds("color", "style.palette.Greens"));
  EXPECT_TRUE(finds("phan nhom", "style.method.quantiles"));
  EXPECT_TRUE(finds("trang chieu", "present.add_scene"));
  EXPECT_TRUE(finds("histogram", "view.panel.value_plot"));
  EXPECT_FALSE(finds("tieng anh", "view.vi"));
  EXPECT_EQ(other_words("no.such"), "");
}

TEST(Toolbar, HasButtonsForActionsThatThereAre) {
  std::set<std::string> ids;
  for (const Action& action : all_actions(make_panels())) ids.insert(action.id);
  for (const std::string& id : toolbar_ids()) EXPECT_TRUE(id.empty() || ids.contains(id)) << id;
}

TEST(Panels, HaveAnIdOfTheirOwnAndATitleInBothLanguages) {
  std::set<std::string> ids;
  for (const auto& panel : make_panels()) {
    EXPECT_TRUE(ids.insert(panel->id()).second) << panel->id();
    EXPECT_FALSE(panel->title().vi.empty()) << panel->id();
    EXPECT_FALSE(panel->title().en.empty()) << panel->id();
  }
}

}  // namespace
}  // namespace ntmap::ui
