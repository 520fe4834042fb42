#include "app/check/check_mosaic.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using base::Severity;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

base::Findings findings_of(const test::SampleProject& sample) {
  ProjectData data = sample.data();
  return mosaic_findings(*data.units("2023"));
}

TEST(CheckMosaic, UnitsThatFitHaveNothingToTell) {
  EXPECT_THAT(findings_of({}), IsEmpty());
}

TEST(CheckMosaic, OverlapsAreToldInHectaresWithTheUnits) {
  const test::SampleProject sample;
  // The north-east corner of Hương Khê, a hundredth of a degree into Thạch Lạc.
  sample.replace_in("units.geojson", "[105.900000,18.400000]", "[105.910000,18.410000]");
  const base::Findings findings = findings_of(sample);
  ASSERT_EQ(test::count_rule(findings, "mosaic.overlap"), 1U);
  EXPECT_EQ(findings.front().severity, Severity::warning);
  EXPECT_THAT(findings.front().what.en,
              AllOf(HasSubstr("Xã Hương Khê, Xã Thạch Lạc ("), HasSubstr(" ha)"), HasSubstr("in all")));
}

TEST(CheckMosaic, AUnitCutOutOfTheMiddleIsAGap) {
  const test::SampleProject sample;
  // A hole in Hương Khê that no unit fills.
  sample.replace_in("units.geojson", "[105.800000,18.300000]]]",
                    "[105.800000,18.300000]],[[105.84,18.34],[105.84,18.35],[105.85,18.35],[105.84,18.34]]]");
  const base::Findings findings = findings_of(sample);
  ASSERT_EQ(test::count_rule(findings, "mosaic.gap"), 1U);
  EXPECT_THAT(findings.front().what.en, HasSubstr("1 gap between units, 58."));
}

TEST(CheckMosaic, BordersThatNearlyMeetAreANote) {
  const test::SampleProject sample;
  sample.replace_in("units.geojson", "[105.900000,18.400000]", "[105.9000001,18.4000001]");
  const base::Findings findings = findings_of(sample);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().rule, "mosaic.not-exact");
  EXPECT_EQ(findings.front().severity, Severity::note);
}

}  // namespace
}  // namespace ntmap::app
