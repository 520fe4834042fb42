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

}  // namespace
}  // namespace ntmap::app
