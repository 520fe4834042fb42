#include "model/number_text.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "model/table.hpp"

namespace ntmap::model {
namespace {

TEST(NumberText, HasNoExponentInWhatPlannersCount) {
  EXPECT_EQ(number_text(2000000), "2000000");
  EXPECT_EQ(number_text(100000), "100000");
  EXPECT_EQ(number_text(-98.5), "-98.5");
  EXPECT_EQ(number_text(0.00001), "0.00001");
  EXPECT_EQ(number_text(0), "0");
  EXPECT_EQ(number_text(1e300), "1e+300");
  EXPECT_EQ(number_text(k_no_data), "");
  EXPECT_EQ(number_text(std::numeric_limits<double>::infinity()), "");
}

TEST(NumberText, ANumericCodeKeepsItsDigits) {
  EXPECT_EQ((Column{"code", ColumnType::number, {}, {100000}}).text(0), "100000");
}

}  // namespace
}  // namespace ntmap::model
