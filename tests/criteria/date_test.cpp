#include "criteria/date.hpp"

#include <gmock/gmock.h>

namespace ntmap::criteria {
namespace {

TEST(DateTest, ReadsOneFormOnly) {
  EXPECT_EQ(Date::parse("2022-03-08"), (Date{2022, 3, 8}));
  for (const char* text :
       {"", "8/3/2022", "2022-3-8", "2022-02-30", "2022-13-01", "2022-00-10", "2022-03-08 ", "abcd-ef-gh"}) {
    EXPECT_FALSE(Date::parse(text).has_value()) << text;
  }
}

TEST(DateTest, ACertificateOfThirtySixMonthsEndsThreeYearsLater) {
  EXPECT_EQ((Date{2021, 12, 20}.plus_months(36)), (Date{2024, 12, 20}));
  EXPECT_EQ((Date{2024, 2, 29}.plus_months(12)), (Date{2025, 2, 28}));
  EXPECT_EQ((Date{2024, 1, 31}.plus_months(1)), (Date{2024, 2, 29}));
}

TEST(DateTest, AnEmptyEndOfARangeIsOpen) {
  const Date day{2024, 3, 1};
  EXPECT_TRUE(in_force(day, {}, {}));
  EXPECT_TRUE(in_force(day, {2024, 3, 1}, {2024, 3, 1}));
  EXPECT_FALSE(in_force(day, {2024, 3, 2}, {}));
  EXPECT_FALSE(in_force(day, {}, {2024, 2, 29}));
}

TEST(DateTest, CountsYearsByDays) {
  EXPECT_NEAR((Date{2021, 1, 1}.years_to({2025, 1, 1})), 4.0, 0.01);
  EXPECT_LT((Date{2025, 1, 1}.years_to({2024, 1, 1})), 0);
}

TEST(DateTest, IsWrittenAsTheLanguageDoes) {
  EXPECT_EQ((Date{2022, 3, 8}.text().vi), "8/3/2022");
  EXPECT_EQ((Date{2022, 3, 8}.text().en), "2022-03-08");
  EXPECT_TRUE(Date{}.text().empty());
}

}  // namespace
}  // namespace ntmap::criteria
