#include "app/areas/coverage_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/area_sample.hpp"
#include "app/areas/coverage_text.hpp"

namespace ntmap::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;

CoverageReport report(const std::string& date = "2024-12-31", double target = 50) {
  return coverage_report(test::AreaSample().coverage(), nullptr,
                         {.choice = at_work(date), .date = date, .target = target});
}

TEST(CoverageReport, SumsByStatus) {
  const CoverageReport out = report();
  ASSERT_EQ(out.by_status.size(), 3U);
  EXPECT_EQ(out.by_status[0].areas, 2U);
  EXPECT_EQ(out.by_status[0].declared, 17700);
  EXPECT_EQ(out.by_status[0].households, 400);
  const double unit = out.unit_hectares / 4;
  EXPECT_NEAR(out.by_status[0].drawn, 1.5 * unit, 0.002 * unit);
  EXPECT_NEAR(out.by_status[0].added, 1.25 * unit, 0.002 * unit);
  EXPECT_NEAR(out.by_status[1].added, unit, 0.002 * unit);
  EXPECT_NEAR(out.by_status[2].added, 0.5 * unit, 0.002 * unit);
  EXPECT_NEAR(out.overlapping, 0.25 * unit, 0.002 * unit);
}

TEST(CoverageReport, GrowthFromYearToYear) {
  const CoverageReport out = report();
  ASSERT_EQ(out.by_year.size(), 2U);
  EXPECT_EQ(out.by_year[0].year, 2022);
  EXPECT_EQ(out.by_year[1].year, 2024);
  EXPECT_NEAR(out.by_year[0].covered + out.by_year[1].growth, out.by_year[1].covered, 1e-6);
  EXPECT_NEAR(out.by_year[1].covered, out.cover->total, 1e-6);
}

TEST(CoverageReport, WhatIfCountsUnitsThatReachTheTarget) {
  const CoverageReport out = report("2023-12-31", 50);
  ASSERT_EQ(out.what_if.size(), 3U);
  EXPECT_EQ(out.what_if[0].reaching, units_reaching(out.cover->shares, 50));
  EXPECT_EQ(out.what_if[1].reaching, out.what_if[0].reaching + 1);
  EXPECT_THAT(what_if_text(out, out.what_if[1]).en, HasSubstr("with all that is being built"));
}

TEST(CoverageReport, UnitsReachingComparesAsComputed) {
  EXPECT_EQ(units_reaching({49.999, 50, 50.001, model::k_no_data}, 50), 2U);
}

TEST(CoverageReport, LinesInBothLanguages) {
  std::string vi;
  std::string en;
  for (const base::Text& line : coverage_lines(report())) {
    vi += line.vi + "\n";
    en += line.en + "\n";
  }
  EXPECT_THAT(en,
              AllOf(HasSubstr("Water supply (by 2024-12-31)"), HasSubstr("geodesic"),
                    HasSubstr("being built: 1 areas"), HasSubstr("end of 2024"), HasSubstr("overlapping")));
  EXPECT_THAT(vi, AllOf(HasSubstr("Cấp nước"), HasSubstr("đang xây dựng: 1 vùng"), HasSubstr("31,")));
}

TEST(CoverageReport, JsonHoldsTheLists) {
  const std::string json = coverage_json(report());
  EXPECT_THAT(json, AllOf(testing::StartsWith(R"({"areas":"nuoc","kind":"water-supply","date":"2024-12-31")"),
                          HasSubstr(R"("hectares":"geodesic")"), HasSubstr(R"("first":"A","second":"B")"),
                          HasSubstr(R"("target":{"pct":50,"reaching":)"), HasSubstr(R"("weight_pct":null)")));
  EXPECT_THAT(coverage_json(report("", model::k_no_data)),
              AllOf(HasSubstr(R"("date":null)"), HasSubstr(R"("target":null)")));
}

}  // namespace
}  // namespace ntmap::app
