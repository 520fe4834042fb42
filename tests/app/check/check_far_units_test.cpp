#include "app/check/check_far_units.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using base::Severity;
using testing::HasSubstr;
using testing::IsEmpty;

base::Findings findings_of(const test::SampleProject& sample) {
  ProjectData data = sample.data();
  return far_unit_findings(*data.units("2023"));
}

/// Moves Thạch Lạc four degrees north.
void move_north(const test::SampleProject& sample) {
  sample.replace_in(
      "units.geojson",
      "[[[105.900000,18.400000],[106.000000,18.400000],[106.000000,18.500000],[105.900000,18.500000],"
      "[105.900000,18.400000]]]",
      "[[[105.9,22.4],[106.0,22.4],[106.0,22.5],[105.9,22.5],[105.9,22.4]]]");
}

TEST(CheckFarUnits, NeighboursAreNoNews) {
  EXPECT_THAT(findings_of({}), IsEmpty());
}

TEST(CheckFarUnits, AUnitFarFromAllOthersIsTold) {
  const test::SampleProject sample;
  move_north(sample);
  const base::Findings findings = findings_of(sample);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().rule, "units.far-away");
  EXPECT_EQ(findings.front().severity, Severity::warning);
  EXPECT_THAT(findings.front().place.en, HasSubstr("Xã Thạch Lạc (00100)"));
  EXPECT_THAT(findings.front().what.en, HasSubstr("43"));
}

TEST(CheckFarUnits, ASpecialZoneMayBeAnIsland) {
  const test::SampleProject sample;
  move_north(sample);
  sample.replace_in("units.geojson", "\"Thạch Lạc\",\"type\":\"Xã\"", "\"Thạch Lạc\",\"type\":\"Đặc khu\"");
  const base::Findings findings = findings_of(sample);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().severity, Severity::note);
}

}  // namespace
}  // namespace ntmap::app
