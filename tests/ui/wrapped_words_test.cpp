#include "ui/wrapped_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <imgui.h>

#include <string>

#include "headless_frames.hpp"

namespace ntmap::ui {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::SizeIs;

class WrappedWordsTest : public HeadlessFrames {
 protected:
  /// On lines as wide as `line`.
  WrappedWords on_lines(const std::string& words, const std::string& line, std::size_t most) {
    m_words = words;
    m_line = line;
    m_most = most;
    frame();
    return m_wrapped;
  }

 private:
  void draw() override { m_wrapped = wrapped(m_words, ImGui::CalcTextSize(m_line.c_str()).x, m_most); }

  std::string m_words;
  std::string m_line;
  std::size_t m_most = 1;
  WrappedWords m_wrapped;
};

TEST_F(WrappedWordsTest, StandOnAsManyLinesAsTheyNeed) {
  EXPECT_THAT(on_lines("one two", "one two", 3).lines, ElementsAre("one two"));
  EXPECT_THAT(on_lines("one two three", "one two", 3).lines, ElementsAre("one two", "three"));
  EXPECT_THAT(on_lines("one two three four", "one two", 3).lines, ElementsAre("one two", "three", "four"))
      << "three and four are wider together";
}

TEST_F(WrappedWordsTest, WhatIsLeftOutIsSaid) {
  EXPECT_FALSE(on_lines("one two three", "one two", 2).cut);
  const WrappedWords cut = on_lines("one two three four", "one two", 2);
  ASSERT_THAT(cut.lines, SizeIs(2));
  EXPECT_THAT(cut.lines.back(), EndsWith("…"));
  EXPECT_TRUE(cut.cut);
  EXPECT_EQ(cut.words, "one two three four");
}

TEST_F(WrappedWordsTest, AWordThatIsTooLongIsCut) {
  const WrappedWords cut = on_lines("unbelievable", "one", 3);
  ASSERT_THAT(cut.lines, SizeIs(1));
  EXPECT_TRUE(cut.cut);
  EXPECT_THAT(on_lines("", "one", 3).lines, ElementsAre(""));
}

}  // namespace
}  // namespace ntmap::ui
