#include "base/counted.hpp"

#include <gtest/gtest.h>

namespace ntmap::base {
namespace {

std::string in_english(const char* number, const char* unit) {
  return with_unit({number, number}, {"đơn vị", unit}).en;
}

TEST(Counted, OneIsOfTheSingular) {
  EXPECT_EQ(in_english("1", "criteria"), "1 criterion");
  EXPECT_EQ(in_english("2", "criteria"), "2 criteria");
  EXPECT_EQ(in_english("1", "households"), "1 household");
  EXPECT_EQ(in_english("1", "percentage points"), "1 percentage point");
  EXPECT_EQ(in_english("1", "people"), "1 person");
  EXPECT_EQ(in_english("1.0", "criteria"), "1.0 criteria");
  EXPECT_EQ(in_english("21", "criteria"), "21 criteria");
}

TEST(Counted, WhatIsNoPluralStays) {
  for (const char* unit : {"%", "ha", "million đồng/year", "ha/year", "success"})
    EXPECT_EQ(in_english("1", unit), std::string("1 ") + unit);
}

TEST(Counted, VietnameseHasNoPlural) {
  EXPECT_EQ(with_unit({"1", "1"}, {"tiêu chí", "criteria"}).vi, "1 tiêu chí");
}

TEST(Counted, ANumberWithoutAUnitStandsAlone) {
  EXPECT_EQ(with_unit({"1", "1"}, {}).en, "1");
}

}  // namespace
}  // namespace ntmap::base
