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

TEST(Text, NumbersAreRoundedAsSpreadsheetsShowThem) {
  EXPECT_EQ(number(0.25, 1).vi, "0,3");
  EXPECT_EQ(number(7.25, 1).vi, "7,3");
  EXPECT_EQ(number(12.45, 1).vi, "12,5") << "12.449999999999999289 in binary";
  EXPECT_EQ(number(3.75, 1).vi, "3,8");
  EXPECT_EQ(number(-0.25, 1).vi, "-0,3") << "away from zero";
  EXPECT_EQ(number(1.005, 2).vi, "1,01");
  EXPECT_EQ(number(0.5, 0).vi, "1");
  EXPECT_EQ(number(2.5, 0).vi, "3");
  EXPECT_EQ(number(0.05, 1).vi, "0,1");
  EXPECT_EQ(number(0.049, 1).vi, "0,0");
  EXPECT_EQ(number(0.0049, 1).vi, "0,0");
  EXPECT_EQ(number(99.95, 1).vi, "100,0");
  EXPECT_EQ(number(999.995, 2).en, "1,000.00");
  EXPECT_EQ(number(0.95, 1).en, "1.0");
  EXPECT_EQ(number(-0.0, 1).en, "0.0");
  EXPECT_EQ(number(2.44, 1).en, "2.4");
  EXPECT_EQ(short_number(0.125, 2).vi, "0,13");
  EXPECT_EQ(short_number(-0.125, 2).vi, "-0,13");
  EXPECT_EQ(short_number(19.995, 2).vi, "20");
}

TEST(Text, ArithmeticsLostBitDoesNotTurnTheRounding) {
  EXPECT_EQ(number((12.4 + 12.4 + 12.55) / 3, 1).vi, "12,5") << "12.45, with a bit more or less";
  EXPECT_EQ(number(0.24999999999999997, 1).vi, "0,3");
  EXPECT_EQ(number(1.15 * 100, 0).vi, "115") << "114.99999999999999";
  EXPECT_EQ(number(0.2499999999, 1).vi, "0,2") << "which a spreadsheet tells from 0.25";
}

TEST(Text, LargeAndSmallNumbersKeepTheirDigits) {
  EXPECT_EQ(number(9007199254740991.0, 0).en, "9,007,199,254,740,991");
  EXPECT_EQ(number(1e21, 0).en, "1,000,000,000,000,000,000,000");
  EXPECT_EQ(number(1234567890123.4, 1).en, "1,234,567,890,123.4");
  EXPECT_EQ(number(1e-9, 2).en, "0.00");
  EXPECT_EQ(number(1e-9, 9).en, "0.000000001");
  EXPECT_EQ(number(105.123456, 6).en, "105.123456");
  EXPECT_EQ(number(0.1, 15).en, "0.100000000000000");
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
