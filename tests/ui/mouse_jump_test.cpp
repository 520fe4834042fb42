#include "ui/mouse_jump.hpp"

#include <gtest/gtest.h>

namespace ntmap::ui {
namespace {

TEST(MouseJump, APressWhereTheMouseRestsIsToldAtOnce) {
  MouseJump mouse;
  EXPECT_FALSE(mouse.take(500, false));
  EXPECT_TRUE(mouse.take(3, true));
  EXPECT_TRUE(mouse.take(500, true)) << "a drag, however fast";
  EXPECT_FALSE(mouse.take(0, false));
}

TEST(MouseJump, APressAtTheEndOfAJumpIsToldOneFrameLater) {
  MouseJump mouse;
  EXPECT_FALSE(mouse.take(500, true));
  EXPECT_TRUE(mouse.take(0, true));
  EXPECT_TRUE(mouse.take(0, true));
  EXPECT_FALSE(mouse.take(0, false));
}

TEST(MouseJump, AShortOneIsNotLost) {
  MouseJump mouse;
  EXPECT_FALSE(mouse.take(500, true));
  EXPECT_TRUE(mouse.take(0, false));
  EXPECT_FALSE(mouse.take(0, false));
  EXPECT_FALSE(mouse.take(500, true)) << "the next one";
  EXPECT_TRUE(mouse.take(0, false));
}

}  // namespace
}  // namespace ntmap::ui
