#include "base/english_count.hpp"

#include <gtest/gtest.h>

#include "base/text.hpp"

namespace ntmap::base {
namespace {

TEST(EnglishCount, OneHasASingularNounAndVerb) {
  EXPECT_EQ(behind_one(" units on the map have no row: {}"), " unit on the map has no row: {}");
  EXPECT_EQ(behind_one(" total rows: {}"), " total row: {}");
  EXPECT_EQ(behind_one(" classes are too many"), " class is too many");
  EXPECT_EQ(behind_one(" rings run the wrong way; shells are {}"), " ring runs the wrong way; shells are {}");
  EXPECT_EQ(behind_one(" figures have no rule and are left out"), " figure has no rule and is left out");
  EXPECT_EQ(behind_one(" cells say neither “{}” nor “{}”"), " cell says neither “{}” nor “{}”");
  EXPECT_EQ(behind_one(" units, {} classes"), " unit, {} classes");
}

TEST(EnglishCount, WhatCountsNothingStays) {
  for (const char* rest : {"", " %", " to {} classes", " is a folder", " ha, units", ": units"})
    EXPECT_EQ(behind_one(rest), rest);
}

TEST(EnglishCount, TextsFollowTheirNumbers) {
  EXPECT_EQ(text("{} huyện, {} xã", "{} districts, {} communes", {1, 21}).en, "1 district, 21 communes");
  EXPECT_EQ(text("{} huyện", "{} districts", {11}).en, "11 districts");
  EXPECT_EQ(text("{}/{} xã", "{}/{} communes", {0, 1}).en, "0/1 communes");
  EXPECT_EQ(text("{} trong {} xã có", "{} of {} communes have it", {1, 1}).en, "1 of 1 commune has it");
  EXPECT_EQ(text("{} units", "{} units", {1}).vi, "1 units") << "Vietnamese has no plural";
}

}  // namespace
}  // namespace ntmap::base
