#include "app/programme/other_threshold.hpp"

#include <gmock/gmock.h>

#include "app/sample_data.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;

const Assessment& end_of_2024() {
  return test::assessed(test::ha_tinh(), "2024");
}

std::string text_of(const OtherThreshold& what) {
  std::string out;
  for (const base::Text& line : other_threshold_text(end_of_2024(), what)) out += line.en + "\n";
  return out;
}

TEST(OtherThreshold, CountsTheUnitsBetweenTheTwoThresholds) {
  const OtherThreshold what = other_threshold(end_of_2024(), "XA_NTM_2021_2025:3.1=90");
  const auto& water = *end_of_2024().values().find("ntm.3.1");
  std::int64_t between = 0;
  for (std::uint32_t unit = 0; unit < end_of_2024().tree().map_count; ++unit) {
    const bool counts = end_of_2024().tree().units[unit].type == "xã" && !end_of_2024().excluded(unit);
    between += counts && water.value[unit] >= 80 && water.value[unit] < 90 ? 1 : 0;
  }
  EXPECT_EQ(static_cast<std::int64_t>(what.change.flipped.size()), between);
  EXPECT_EQ(what.units, 181);
  EXPECT_THAT(text_of(what), HasSubstr("≥ 90 %"));
  EXPECT_THAT(other_threshold_json(end_of_2024(), what, base::Lang::vi), HasSubstr("\"code\":\"3.1\""));
}

TEST(OtherThreshold, TheBasicSetAndADecimalCommaNeedNoWords) {
  EXPECT_EQ(other_threshold(end_of_2024(), "3.1=90,5").set, "XA_NTM_2021_2025");
  EXPECT_THAT(text_of(other_threshold(end_of_2024(), "3.1=80")), HasSubstr("no unit changes"));
}

TEST(OtherThreshold, OfAnIndicatorWithTwoThresholdsTheFigureIsNamed) {
  EXPECT_THAT(test::error_of([] { other_threshold(end_of_2024(), "17.1=12"); }),
              HasSubstr("have thresholds of their own"));
  const OtherThreshold water = other_threshold(end_of_2024(), "ntm.17.1.tap_trung=100");
  EXPECT_GT(water.change.flipped.size(), 100U) << "hardly anybody has all households on piped water";
}

TEST(OtherThreshold, WrongWordsAreAnswered) {
  EXPECT_THAT(test::error_of([] { other_threshold(end_of_2024(), "3.1"); }), HasSubstr("says no threshold"));
  EXPECT_THAT(test::error_of([] { other_threshold(end_of_2024(), "3.1=nhiều"); }),
              HasSubstr("says no threshold"));
  EXPECT_THAT(test::error_of([] { other_threshold(end_of_2024(), "3.11=80"); }), HasSubstr("3.1"));
  EXPECT_THAT(test::error_of([] { other_threshold(end_of_2024(), "XA_NTM_2021:3.1=80"); }),
              HasSubstr("XA_NTM_2021_2025"));
  EXPECT_THAT(test::error_of([] { other_threshold(end_of_2024(), "4.1=1"); }),
              HasSubstr("not compared with a number"));
}

TEST(OtherThreshold, OutOfTheIndicatorsRangeIsRefused) {
  for (const char* words : {"3.1=500", "3.1=-1", "ntm.17.1.tap_trung=101"}) {
    EXPECT_THAT(test::error_of([&] { other_threshold(end_of_2024(), words); }),
                HasSubstr("write a number from 0 to 100 (%)"))
        << words;
  }
  EXPECT_THAT(test::error_of([] { other_threshold(end_of_2024(), "ntm.3.2.bat_buoc=1"); }),
              HasSubstr("not compared with a number"));
}

TEST(OtherThreshold, ANumberThatMayBeReadInTwoWaysIsRefused) {
  for (const char* words : {"3.1=1.000", "3.1=1,000"}) {
    const std::string error = test::error_of([&] { other_threshold(end_of_2024(), words); });
    EXPECT_THAT(error, HasSubstr("may be 1 or 1000")) << words;
    EXPECT_THAT(error, HasSubstr("without grouping marks")) << words;
  }
  EXPECT_EQ(other_threshold(end_of_2024(), "3.1=90,25 %").change.flipped,
            other_threshold(end_of_2024(), "3.1=90.25").change.flipped);
}

TEST(OtherThreshold, OfASetThatJudgesNobodyIsRefused) {
  EXPECT_THAT(test::error_of([] { other_threshold(end_of_2024(), "XA_NTM_2026_2030:1=1"); }),
              HasSubstr("does not hold in this period | Choose a period of the years 2026"));
  EXPECT_THAT(test::error_of([] {
                other_threshold(test::assessed(test::ha_tinh(), "2025-12"), "HUYEN_NTM_2021_2025:G2=90");
              }),
              HasSubstr("No unit of this period is judged by"));
}

TEST(OtherThreshold, WhatMayBeTriedIsWhatCanBeComputed) {
  const auto options = thresholds_to_try(end_of_2024(), "XA_NTM_2021_2025");
  const auto of = [&](const char* code) {
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const auto& one) { return one.code == code; });
    return found == options.end() ? ThresholdOption{} : *found;
  };
  EXPECT_EQ(of("3.1").now.vi, "≥ 80 %");
  EXPECT_EQ(of("ntm.3.2").now.vi, "≥ 50 điểm");
  EXPECT_EQ(of("4.1").code, "") << "judged in words";
  EXPECT_EQ(of("ntm.3.2.bat_buoc").code, "");
  EXPECT_EQ(of("17.1").code, "") << "its figures have thresholds of their own";
  EXPECT_THAT(of("ntm.17.1.tap_trung").name.vi, HasSubstr("17.1 "));
  for (const ThresholdOption& option : options)
    EXPECT_NO_THROW(other_threshold(end_of_2024(), "XA_NTM_2021_2025:" + option.code + "=50")) << option.code;
}

TEST(OtherThreshold, UnknownUnitsStayVisible) {
  // Of the wards of July 2025 nothing is known yet.
  const Assessment& now = test::assessed(test::ha_tinh(), "2025-12");
  const OtherThreshold what = other_threshold(now, "DTVM_PHUONG_TT:G2=95");
  std::string all;
  for (const base::Text& line : other_threshold_text(now, what)) all += line.en + "\n";
  EXPECT_THAT(all, HasSubstr("indicator G2: 9 units unknown"));
  EXPECT_THAT(all, HasSubstr("the whole set: 9 units unknown"));
  EXPECT_THAT(other_threshold_json(now, what, base::Lang::vi), HasSubstr("\"whole_unknown\":9"));
}

}  // namespace
}  // namespace ntmap::app
