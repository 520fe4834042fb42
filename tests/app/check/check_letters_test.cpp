#include "app/check/check_letters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

Units units_of(std::vector<std::string> codes, std::vector<std::string> names) {
  Units units;
  units.layer.file = "xa.shp";
  units.codes = std::move(codes);
  units.names = std::move(names);
  units.types.resize(units.codes.size());
  units.districts.resize(units.codes.size());
  return units;
}

TEST(CheckLetters, NamesOfTheCountryHaveNothingToTell) {
  const base::Findings findings = unit_letter_findings(units_of(
      {"00001", "00002", "00003", "00004", "00005", "xa-6"},
      {"Hương Khê", "Đắk R'Tíh", "Phường 1", "Bình Trị Đông A", "Phan Rang - Tháp Chàm", "Ðông Hưng"}));
  EXPECT_THAT(findings, IsEmpty());
}

TEST(CheckLetters, LettersAndSignsThatNoUnitHasAreNamed) {
  const base::Findings findings =
      unit_letter_findings(units_of({"00001", "00002", "00003"}, {"Hộ Độ $", "Thạch Hƴng", "Kỳ\x01 Anh"}));
  ASSERT_EQ(test::count_rule(findings, "units.name-letter"), 3U);
  EXPECT_EQ(findings[0].file, "xa.shp");
  EXPECT_EQ(findings[0].place.en, "code 00001");
  EXPECT_THAT(findings[0].what.en, AllOf(HasSubstr("“Hộ Độ $”"), HasSubstr("the sign “$” (U+0024)")));
  EXPECT_THAT(findings[1].what.en, AllOf(HasSubstr("“Thạch Hƴng”"), HasSubstr("the letter “ƴ” (U+01B4)")));
  EXPECT_THAT(findings[2].what.en, AllOf(HasSubstr("“Kỳ· Anh”"), HasSubstr("control character U+0001")));
}

TEST(CheckLetters, WhatShowsAWrongEncodingIsToldElsewhere) {
  EXPECT_THAT(unit_letter_findings(units_of({"00001", "00002"}, {"Quang Th\uFFFD", "Tr\u009Dng"})),
              IsEmpty());
}

TEST(CheckLetters, CodesThatAreNoCodesAreNamed) {
  std::vector<std::string> codes{"18598;",
                                 "185\x02"
                                 "9",
                                 "A-1"};
  const base::Findings few = unit_letter_findings(units_of(codes, {"Một", "Hai", "Ba"}));
  ASSERT_EQ(test::count_rule(few, "units.code-letter"), 2U);
  EXPECT_THAT(few[0].what.en, AllOf(HasSubstr("“Một”"), HasSubstr("the sign “;”")));
  EXPECT_EQ(few[1].place.en, "code 185·9");
  codes = {"1859B"};
  std::vector<std::string> names{"Không"};
  for (int i = 0; i < 12; ++i) {
    codes.push_back(std::to_string(18600 + i));
    names.push_back("Một");
  }
  const base::Findings digits = unit_letter_findings(units_of(codes, names));
  ASSERT_EQ(test::count_rule(digits, "units.code-letter"), 1U);
  EXPECT_THAT(digits[0].what.en, HasSubstr("digits only"));
}

}  // namespace
}  // namespace ntmap::app
