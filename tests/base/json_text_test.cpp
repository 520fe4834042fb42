#include "base/json_text.hpp"

#include <gtest/gtest.h>

namespace ntmap::base {
namespace {

TEST(JsonText, QuotesAndControlsAreEscaped) {
  EXPECT_EQ(json_text("a\"b\\c\n</x>đ"), "\"a\\\"b\\\\c\\u000a</x>đ\"");
  EXPECT_EQ(json_text("</x>", true), "\"\\u003c/x>\"");
}

TEST(JsonText, WhatIsNoUtf8BecomesTheReplacementCharacter) {
  EXPECT_EQ(json_text("Gh\xF5"), "\"Gh\uFFFD\"");
  EXPECT_EQ(json_text("X\xE1\xBB"), "\"X\uFFFD\uFFFD\"");          // cut short
  EXPECT_EQ(json_text("\xC0\xAF"), "\"\uFFFD\uFFFD\"");            // overlong
  EXPECT_EQ(json_text("\xED\xA0\x80"), "\"\uFFFD\uFFFD\uFFFD\"");  // half of a pair
  EXPECT_EQ(json_text("\xF0\x9F\x97\xBA xã"), "\"\xF0\x9F\x97\xBA xã\"");
}

}  // namespace
}  // namespace ntmap::base
