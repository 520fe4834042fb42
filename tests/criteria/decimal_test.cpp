#include "criteria/decimal.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include "base/error.hpp"

namespace ntmap::criteria {
namespace {

Decimal d(const char* text) {
  return Decimal::parse(text).value();
}

TEST(DecimalTest, ReadsWhatAPersonTypes) {
  EXPECT_EQ(d("80").text(), "80");
  EXPECT_EQ(d("1.10").text(), "1.1");
  EXPECT_EQ(d("-0.5").text(), "-0.5");
  EXPECT_EQ(d("+3").text(), "3");
  EXPECT_EQ(d(".25").text(), "0.25");
  EXPECT_EQ(d("1e3").text(), "1000");
  EXPECT_EQ(d("12.5e-1").text(), "1.25");
  EXPECT_EQ(d("0.000").text(), "0");
}

TEST(DecimalTest, RefusesEverythingElse) {
  for (const char* text : {"", "-", ".", "1,5", "1.2.3", "12a", "e5", "1e", "1e999999999999", "0x10", " 1",
                           "99999999999999999999"}) {
    EXPECT_FALSE(Decimal::parse(text).has_value()) << text;
  }
}

TEST(DecimalTest, TakesADoubleAsTheDecimalItWasTypedAs) {
  EXPECT_EQ(Decimal::from_double(79.95)->text(), "79.95");
  EXPECT_EQ(Decimal::from_double(0.1)->text(), "0.1");
  EXPECT_EQ(Decimal::from_double(1e-7)->text(), "0.0000001");
  EXPECT_EQ(Decimal::from_double(0.1 + 0.2)->text(), "0.30000000000000004");
}

TEST(DecimalTest, HasNoPlaceForWhatIsNotANumber) {
  EXPECT_FALSE(Decimal::from_double(std::numeric_limits<double>::quiet_NaN()).has_value());
  EXPECT_FALSE(Decimal::from_double(std::numeric_limits<double>::infinity()).has_value());
  EXPECT_FALSE(Decimal::from_double(1e19).has_value());
}

TEST(DecimalTest, ComputesExactly) {
  EXPECT_EQ(d("0.1") + d("0.2"), d("0.3"));
  EXPECT_EQ(d("1.10") * d("58"), d("63.8"));
  EXPECT_EQ(d("3.79") - d("3.01"), d("0.78"));
  EXPECT_EQ(-d("2.5"), d("-2.5"));
}

TEST(DecimalTest, OrdersByValueWhateverTheScale) {
  EXPECT_LT(d("79.9999999999999999"), d("80"));
  EXPECT_EQ(d("80.000"), d("80"));
  EXPECT_GT(d("-1"), d("-1.0000001"));
  EXPECT_LT(d("0.000000000000000001"), d("999999999999999999"));
}

TEST(DecimalTest, RoundsHalfAwayFromZeroBeyondEighteenDigits) {
  EXPECT_EQ(d("0.1234567890123456785").text(), "0.123456789012345679");
  EXPECT_EQ(d("0.1234567890123456784").text(), "0.123456789012345678");
  EXPECT_EQ(d("-0.1234567890123456785").text(), "-0.123456789012345679");
  EXPECT_EQ(d("1e-21").text(), "0");
}

TEST(DecimalTest, RefusesAProductThatDoesNotFit) {
  EXPECT_THROW(d("999999999999999999") * d("10"), base::Error);
}

TEST(DecimalTest, WritesNumbersAsTheLanguageDoes) {
  EXPECT_EQ(d("1234.5").localised().vi, "1.234,5");
  EXPECT_EQ(d("1234.5").localised().en, "1,234.5");
  EXPECT_EQ(d("79.9999999").localised().vi, "79,9999999");
}

/// The hot loop compares doubles: that must never differ from comparing the decimals.
TEST(DecimalTest, DoublesOfShortDecimalsKeepTheOrderOfTheDecimals) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 20000; ++i) {
    const auto a = *Decimal::parse(std::to_string(random() % 1000000) + "e-" + std::to_string(random() % 7));
    const auto b = *Decimal::parse(std::to_string(random() % 1000000) + "e-" + std::to_string(random() % 7));
    ASSERT_EQ(a <=> b, *Decimal::from_double(a.to_double()) <=> *Decimal::from_double(b.to_double()));
    ASSERT_EQ(a >= b, a.to_double() >= b.to_double()) << a.text() << " " << b.text();
    if (b.to_double() < 0.001) continue;
    const double next = std::nextafter(b.to_double(), 0.0);
    ASSERT_EQ(*Decimal::from_double(next) >= b, next >= b.to_double()) << b.text();
  }
}

TEST(ExactSumTest, DoesNotDependOnTheOrderOrTheGrouping) {
  std::mt19937_64 random(11);
  std::vector<Decimal> values;
  for (int i = 0; i < 1000; ++i)
    values.push_back(*Decimal::from_double(static_cast<double>(random() % 100000) / 1000));
  ExactSum forward;
  for (const Decimal v : values) forward.add(v);
  std::shuffle(values.begin(), values.end(), random);
  ExactSum first;
  ExactSum second;
  for (std::size_t i = 0; i < values.size(); ++i) (i < 300 ? first : second).add(values[i]);
  first.add(second);
  EXPECT_EQ(forward, first);
}

TEST(ExactSumTest, GivesBackTenTenthsAsOne) {
  ExactSum sum;
  for (int i = 0; i < 10; ++i) sum.add(d("0.1"));
  EXPECT_EQ(sum.to_double(), 1.0);
  EXPECT_EQ(sum.compare(Decimal(1)), std::strong_ordering::equal);
}

TEST(ExactSumTest, ComparesAMeanWithoutDividing) {
  ExactSum weighted;
  ExactSum weight;
  weighted.add_product(d("33.4"), 1);
  weighted.add_product(d("33.3"), 2);
  weight.add(3);
  // 100/3 against 33.3333333: the mean is larger by less than a double of percent would show rounded.
  EXPECT_EQ(weighted.compare_mean(weight, d("33.3333333")), std::strong_ordering::greater);
  EXPECT_EQ(weighted.compare_mean(weight, d("33.3333334")), std::strong_ordering::less);
}

TEST(ShareTest, HoldsAGateInWholeNumbers) {
  EXPECT_TRUE(reaches_percent(69, 170, Decimal(40)));
  EXPECT_FALSE(reaches_percent(69, 170, d("40.6")));  // prints as 40.6, is 40.588
  EXPECT_TRUE(reaches_percent(1, 3, d("33.3333333333")));
  EXPECT_FALSE(reaches_percent(1, 3, d("33.3333333334")));
  EXPECT_TRUE(reaches_percent(170, 170, Decimal(100)));
  EXPECT_FALSE(reaches_percent(169, 170, Decimal(100)));
}

TEST(ShareTest, NeedsTwoOfNineDistrictsForTwentyPercent) {
  EXPECT_EQ(needed_for_percent(9, Decimal(20)), 2);
  EXPECT_EQ(needed_for_percent(170, Decimal(40)), 68);
  EXPECT_EQ(needed_for_percent(170, Decimal(100)), 170);
  EXPECT_EQ(needed_for_percent(19, Decimal(30)), 6);
  EXPECT_EQ(needed_for_percent(19, Decimal(50)), 10);
  for (std::int64_t n = 1; n < 60; ++n) {
    for (std::int64_t p = 0; p <= 100; p += 7) {
      const std::int64_t k = needed_for_percent(n, Decimal(p));
      EXPECT_TRUE(reaches_percent(k, n, Decimal(p)));
      EXPECT_FALSE(k > 0 && reaches_percent(k - 1, n, Decimal(p)));
    }
  }
}

}  // namespace
}  // namespace ntmap::criteria
