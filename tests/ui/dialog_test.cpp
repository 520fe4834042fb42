#include "ui/dialog.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <imgui.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "headless_frames.hpp"
#include "ui/view_state.hpp"

namespace ntmap::ui {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A dialog with a field, a list and two buttons.
class DialogTest : public HeadlessFrames {
 protected:
  DialogTest() {
    frame();
    m_open = true;
    frame();
    frame();
  }

  void type(const char* letters) {
    ImGui::GetIO().AddInputCharactersUTF8(letters);
    frame();
  }
  bool shows_dialog() const { return m_shown; }

  std::vector<std::string> m_done;
  std::array<char, 32> m_text{};
  EnterInText m_in_text = EnterInText::accepts;
  bool m_disabled = false;
  bool m_focus_text = false;
  bool m_with_table = false;
  bool m_with_cross = false;
  int m_list_opened = 0;

 private:
  void draw() override {
    if (std::exchange(m_open, false)) ImGui::OpenPopup("dialog");
    bool keep = true;
    m_shown = m_with_cross ? begin_dialog("dialog", keep) : ImGui::BeginPopupModal("dialog");
    if (m_shown) draw_dialog();
    m_view.popups_before = open_popups();
  }
  void draw_dialog() {
    if (std::exchange(m_focus_text, false)) ImGui::SetKeyboardFocusHere();
    ImGui::InputText("##text", m_text.data(), m_text.size());
    if (ImGui::BeginCombo("##list", "one")) {
      ++m_list_opened;
      if (ImGui::Selectable("two")) m_done.emplace_back("two");
      ImGui::EndCombo();
    }
    ImGui::BeginDisabled(m_disabled);
    if (default_button("Save", 0, m_in_text)) m_done.emplace_back("save");
    ImGui::EndDisabled();
    if (m_with_table) {
      ImGui::BeginChild("table", {200, 60});
      if (ImGui::Button("row")) m_done.emplace_back("row");
      ImGui::EndChild();
    }
    if (ImGui::Button("Discard")) m_done.emplace_back("discard");
    if (escape_pressed(m_view)) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
  }

  ViewState m_view;
  bool m_open = false;
  bool m_shown = false;
};

TEST_F(DialogTest, EnterTakesTheDefaultWhereNothingHasTheFocus) {
  press(ImGuiKey_Enter);
  EXPECT_THAT(m_done, ElementsAre("save"));
  press(ImGuiKey_KeyPadEnter);
  EXPECT_THAT(m_done, ElementsAre("save", "save"));
}

TEST_F(DialogTest, EnterAndSpacePressTheFocusedButtonAndNothingElse) {
  for (int i = 0; i < 3; ++i) press(ImGuiKey_Tab);  // list, Save, Discard
  press(ImGuiKey_Enter);
  EXPECT_THAT(m_done, ElementsAre("discard"));
  press(ImGuiKey_KeyPadEnter);
  EXPECT_THAT(m_done, ElementsAre("discard", "discard"));
  press(ImGuiKey_Space);
  EXPECT_THAT(m_done, ElementsAre("discard", "discard", "discard"));
}

TEST_F(DialogTest, EnterThatEndsALineAcceptsWhereTheDialogSaysSo) {
  m_focus_text = true;
  frame();
  frame();
  type("ab");
  press(ImGuiKey_Enter);
  EXPECT_STREQ(m_text.data(), "ab");
  EXPECT_THAT(m_done, ElementsAre("save"));
}

TEST_F(DialogTest, EnterThatEndsALineIsOnlyThatElsewhere) {
  m_in_text = EnterInText::ends_the_line;
  m_focus_text = true;
  frame();
  frame();
  type("ab");
  press(ImGuiKey_Enter);
  EXPECT_STREQ(m_text.data(), "ab");
  EXPECT_THAT(m_done, IsEmpty());
}

TEST_F(DialogTest, ADisabledDefaultTakesNoEnter) {
  m_disabled = true;
  press(ImGuiKey_Enter);
  EXPECT_THAT(m_done, IsEmpty());
}

TEST_F(DialogTest, EscClosesTheListFirstAndTheDialogThen) {
  press(ImGuiKey_Tab);
  press(ImGuiKey_Enter);
  ASSERT_GT(m_list_opened, 0);
  EXPECT_THAT(m_done, IsEmpty()) << "the Enter that opens the list is not the dialog's";
  press(ImGuiKey_Escape);
  EXPECT_TRUE(shows_dialog());
  const int before = m_list_opened;
  frame();
  EXPECT_EQ(m_list_opened, before) << "the list is closed";
  press(ImGuiKey_Escape);
  EXPECT_FALSE(shows_dialog());
}

TEST_F(DialogTest, EnterInAListTakesItsLineAndNotTheDefault) {
  press(ImGuiKey_Tab);
  press(ImGuiKey_Enter);
  press(ImGuiKey_DownArrow);
  press(ImGuiKey_Enter);
  EXPECT_THAT(m_done, ElementsAre("two"));
  EXPECT_TRUE(shows_dialog());
}

TEST_F(DialogTest, TabLeavesATableBehindItsLastStop) {
  m_with_table = true;
  frame();
  for (int i = 0; i < 3; ++i) press(ImGuiKey_Tab);  // list, Save, table
  press(ImGuiKey_Enter);
  press(ImGuiKey_Tab);
  press(ImGuiKey_Enter);
  EXPECT_THAT(m_done, ElementsAre("discard"));
}

TEST_F(DialogTest, TabBackwardsLeavesATableBeforeItsFirstStop) {
  m_with_table = true;
  frame();
  for (int i = 0; i < 3; ++i) press(ImGuiKey_Tab);  // list, Save, table
  press(ImGuiKey_Enter);
  press_number(ImGuiKey_Tab + 1, true);
  press(ImGuiKey_Enter);
  EXPECT_THAT(m_done, ElementsAre("save"));
}

TEST_F(DialogTest, TabPassesOverTheCross) {
  m_with_cross = true;
  frame();
  for (int i = 0; i < 3; ++i) press(ImGuiKey_Tab);  // list, Save, Discard
  press(ImGuiKey_Enter);
  press(ImGuiKey_Tab);  // round to the field for text
  type("ab");
  EXPECT_THAT(m_done, ElementsAre("discard"));
  EXPECT_STREQ(m_text.data(), "ab");
}

TEST_F(DialogTest, EscLeavesATableFirstAndTheDialogThen) {
  m_with_table = true;
  frame();
  for (int i = 0; i < 3; ++i) press(ImGuiKey_Tab);  // list, Save, table
  press(ImGuiKey_Enter);
  press(ImGuiKey_Enter);
  ASSERT_THAT(m_done, ElementsAre("row")) << "the first Enter goes into the table";
  press(ImGuiKey_Escape);
  EXPECT_TRUE(shows_dialog());
  press(ImGuiKey_Escape);
  EXPECT_FALSE(shows_dialog());
}

}  // namespace
}  // namespace ntmap::ui
