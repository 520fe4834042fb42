#include "ui/key_queue.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <string>

namespace ntmap::ui {
namespace {

/// Frames as text: "^" before a key that goes down, "_" before one that goes up, letters as they are.
class KeyQueueTest : public ::testing::Test {
 protected:
  static std::string name_of(int key) {
    switch (key) {
      case GLFW_KEY_LEFT_CONTROL:
        return "Ctrl";
      case GLFW_KEY_LEFT_SHIFT:
        return "Shift";
      case GLFW_KEY_ENTER:
        return "Enter";
      case GLFW_KEY_BACKSPACE:
        return "Back";
      default:
        return {static_cast<char>(key)};
    }
  }
  void down(int key, int modifiers = 0) { m_queue.key(key, 0, GLFW_PRESS, modifiers); }
  void up(int key, int modifiers = 0) { m_queue.key(key, 0, GLFW_RELEASE, modifiers); }
  void tap(int key, int modifiers = 0) {
    down(key, modifiers);
    up(key, modifiers);
  }
  void type(const std::string& words) {
    for (const char letter : words) {
      const int key = letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter;
      down(key);
      m_queue.letter(static_cast<unsigned char>(letter));
      up(key);
    }
  }
  void ctrl_a() {
    down(GLFW_KEY_LEFT_CONTROL);
    tap('A', GLFW_MOD_CONTROL);
    up(GLFW_KEY_LEFT_CONTROL);
  }
  std::string frame(bool typing, bool focus_moves = false) {
    std::string told;
    for (const KeyQueue::Event& event : m_queue.take(typing, focus_moves)) {
      if (event.letter != 0)
        told += static_cast<char>(event.letter);
      else
        told += (event.action == GLFW_PRESS ? "^" : "_") + name_of(event.key);
    }
    return told;
  }
  /// What a field would be told in each frame; keys of letters are left out.
  std::string text_of_frames() {
    std::string all;
    while (m_queue.waiting()) {
      for (const KeyQueue::Event& event : m_queue.take(true, false)) {
        if (event.letter != 0) all += static_cast<char>(event.letter);
        if (event.letter == 0 && event.key > 255 && event.action == GLFW_PRESS)
          all += "<" + name_of(event.key) + ">";
      }
      all += "|";
    }
    return all;
  }

  KeyQueue m_queue;
};

TEST_F(KeyQueueTest, WhatIsTypedIntoAFieldComesAtOnce) {
  type("41.1");
  EXPECT_EQ(frame(true), "^44_4^11_1^.._.^11_1");
  EXPECT_FALSE(m_queue.waiting());
}

TEST_F(KeyQueueTest, ACommandIsSeenDownForAFrame) {
  tap('K');
  tap('K');
  EXPECT_EQ(frame(false), "^K");
  EXPECT_EQ(frame(false), "_K") << "the second of two quick taps is a tap of its own";
  EXPECT_EQ(frame(false), "^K");
  EXPECT_EQ(frame(false), "_K");
}

TEST_F(KeyQueueTest, LettersComeAfterCtrlHasGoneUp) {
  ctrl_a();
  type("41");
  tap(GLFW_KEY_ENTER);
  EXPECT_EQ(frame(true), "^Ctrl^A");
  EXPECT_EQ(frame(true), "_A_Ctrl^4") << "Dear ImGui takes no letters in a frame in which Ctrl was down";
  EXPECT_EQ(frame(true), "4_4^11_1");
  EXPECT_EQ(frame(true), "^Enter");
  EXPECT_EQ(frame(true), "_Enter");
}

// As input methods write Vietnamese: what was typed is taken back and written anew.
TEST_F(KeyQueueTest, BackspaceStaysBetweenTheLettersItStandsBetween) {
  type("xa");
  tap(GLFW_KEY_BACKSPACE);
  m_queue.letter('@');
  tap(GLFW_KEY_BACKSPACE);
  type("e");
  EXPECT_EQ(text_of_frames(), "xa|<Back>||@|<Back>||e|");
}

TEST_F(KeyQueueTest, CapitalsDoNotWait) {
  down(GLFW_KEY_LEFT_SHIFT);
  down('K', GLFW_MOD_SHIFT);
  m_queue.letter('K');
  up('K', GLFW_MOD_SHIFT);
  up(GLFW_KEY_LEFT_SHIFT);
  type("y");
  EXPECT_EQ(frame(true), "^Shift^KK_K_Shift^Yy_Y");
}

TEST_F(KeyQueueTest, LettersWaitForTheFieldThatTakesTheFocus) {
  type("10");
  EXPECT_EQ(frame(false, true), "");
  EXPECT_EQ(frame(true), "^11_1^00_0");
  type("2");
  for (int held = 0; held < 3; ++held) EXPECT_EQ(frame(false, true), "");
  EXPECT_EQ(frame(false, true), "^22") << "but not for ever";
}

TEST_F(KeyQueueTest, WhatIsTypedAfterAClickComesAfterWhatTheClickDoes) {
  type("a");
  m_queue.mouse_button();
  m_queue.mouse_button();
  type("b");
  EXPECT_EQ(frame(true), "^Aa_A");
  EXPECT_EQ(frame(true), "") << "the button goes up";
  EXPECT_EQ(frame(true), "^Bb_B");
}

}  // namespace
}  // namespace ntmap::ui
