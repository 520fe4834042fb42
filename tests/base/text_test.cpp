#include "base/text.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace ntmap::base {
namespace {

TEST(Text, NumbersFollowTheLanguage) {
  EXPECT_EQ(number(1234.5, 1).vi, "1.234,5");
  EXPECT_EQ(number(1234.5, 1).en, "1,234.5");
  EXPECT_EQ(number(-1234567.0, 0).vi, "-1.234.567");
  EXPECT_EQ(number(-0.04, 1).vi, "0,0");
  EXPECT_EQ(number(999, 0).en, "999");
  EXPECT_EQ(Text(12500).vi, "12.500");
}

TEST(Text, ShortNumbersDropZeros) {
  EXPECT_EQ(short_number(50.0).vi, "50");
  EXPECT_EQ(short_number(24.5).vi, "24,5");
  EXPECT_EQ(short_number(1200.25, 2).en, "1,200.25");
  EXPECT_EQ(short_number(-0.0).en, "0");
}

TEST(Text, ArgumentsKeepTheirLanguageAndOrder) {
  const Text t = text("{1}: còn {0} xã", "{0} communes left: {1}", {1205, text("môi trường", "environment")});
  EXPECT_EQ(t.vi, "môi trường: còn 1.205 xã");
  EXPECT_EQ(t.en, "1,205 communes left: environment");
}

TEST(Text, MissingArgumentIsABug) {
  EXPECT_THROW(text("{}", "{} {}", {"a"}), std::logic_error);
}

TEST(Text, ArgumentsAreNotReadAsPatterns) {
  EXPECT_EQ(text("{}", "{}", {"{x}"}).vi, "{x}");
}

TEST(Text, JoinLeavesOutEmptyParts) {
  EXPECT_EQ(join({"a", Text(), "b"}, " · ").vi, "a · b");
}

}  // namespace
}  // namespace ntmap::base
