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

CoverageReport report_of(const std::vector<test::TestArea>& areas, const std::string& date) {
  return coverage_report(test::AreaSample(areas).coverage(), nullptr,
                         {.choice = at_work(date), .date = date});
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

TEST(CoverageReport, EveryRowKeepsToTheDate) {
  auto areas = test::usual_areas();
  areas.push_back({R"("ma":"E","nam":null,"tt":"working")", 105.9, 18.35, 106, 18.4});
  const CoverageReport out = coverage_report(test::AreaSample(areas).coverage(), nullptr,
                                             {.choice = at_work("2023-12-31"), .date = "2023-12-31"});
  EXPECT_EQ(out.by_status[0].areas, 1U);
  EXPECT_EQ(out.by_status[0].declared, 6000);
  EXPECT_NEAR(out.by_status[0].added, out.cover->total, 1e-6);
  EXPECT_EQ(out.later.areas, 1U) << "B of 2024";
  EXPECT_EQ(out.undated.areas, 1U);
  ASSERT_EQ(out.by_year.size(), 1U);
  EXPECT_EQ(out.by_year[0].by, "2022-12-31");
  std::string lines;
  for (const base::Text& line : coverage_lines(out)) lines += line.en + "\n";
  EXPECT_THAT(lines, AllOf(HasSubstr("after the end of 2023: 1 area"), HasSubstr("year not known: 1 area"),
                           testing::Not(HasSubstr("the end of 2024"))));
}

TEST(CoverageReport, EveryRowKeepsToTheStatuses) {
  const CoverageRequest planned{.choice = choice_of(std::vector{model::AreaStatus::planned}, "2030-12-31"),
                                .date = "2030-12-31",
                                .target = 40};
  const CoverageReport out = coverage_report(test::AreaSample().coverage(), nullptr, planned);
  EXPECT_EQ(out.by_status[0].areas, 0U);
  EXPECT_EQ(out.by_status[1].areas, 0U);
  EXPECT_EQ(out.by_status[2].areas, 1U);
  EXPECT_TRUE(out.by_status[2].counted);
  ASSERT_EQ(out.by_year.size(), 1U);
  EXPECT_EQ(out.by_year[0].year, 2028);
  EXPECT_NEAR(out.by_year[0].growth, out.cover->total, 1e-6);
  EXPECT_TRUE(out.what_if.empty());
  EXPECT_THAT(coverage_summary(out).back().en, HasSubstr("1 unit reaches 40 %"));
}

TEST(CoverageReport, YearsAddUpToAllThatIsCoveredWithThoseOfNoKnownYear) {
  auto areas = test::usual_areas();
  areas.push_back({R"("ma":"E","nam":null,"tt":"working")", 105.9, 18.35, 106, 18.4});
  const CoverageReport out = report_of(areas, "");
  ASSERT_EQ(out.by_year.size(), 3U);
  EXPECT_EQ(out.by_year.back().year, 0);
  EXPECT_EQ(out.by_year.back().areas, 1U);
  double growth = 0;
  for (const YearSum& year : out.by_year) growth += year.growth;
  EXPECT_NEAR(growth, out.cover->total, 1e-6);
  EXPECT_GT(out.by_year.back().growth, 0);
  std::string lines;
  for (const base::Text& line : coverage_lines(out)) lines += line.vi + "\n";
  EXPECT_THAT(lines, HasSubstr("cả vùng không rõ năm (1 vùng)"));
  EXPECT_THAT(coverage_json(out), HasSubstr(R"({"year":null,"areas":1,)"));
}

TEST(CoverageReport, TheLastYearEndsWithTheDateAskedAbout) {
  auto areas = test::usual_areas();
  areas.push_back({R"("ma":"E","nam":"2024-03-01","tt":"working")", 105.9, 18.35, 106, 18.4});
  const CoverageReport out = report_of(areas, "2024-07-15");
  EXPECT_EQ(out.by_year.back().by, "2024-07-15");
  EXPECT_NEAR(out.by_year.back().covered, out.cover->total, 1e-6);
}

TEST(CoverageReport, AsksOnlyAboutAreasThatAreThere) {
  auto areas = test::usual_areas();
  areas.pop_back();  // the planned one
  const CoverageReport out = report_of(areas, "2024-12-31");
  ASSERT_EQ(out.what_if.size(), 2U);
  EXPECT_EQ(out.what_if.back().last, model::AreaStatus::building);
}

TEST(CoverageReport, WhatIfCountsUnitsThatReachTheTarget) {
  const CoverageReport out = report("2023-12-31", 50);
  ASSERT_EQ(out.what_if.size(), 3U);
  EXPECT_EQ(out.what_if[0].reaching, units_reaching(out.cover->shares, 50));
  EXPECT_EQ(out.what_if[1].reaching, out.what_if[0].reaching + 1);
  EXPECT_THAT(what_if_text(out, out.what_if[1]).en, HasSubstr("with all schemes being built: "));
}

TEST(CoverageReport, WhatWasDrawnIsCoveredOrDrawnAgainOrOutside) {
  // E lies over A and B, so that a part of 00097 is drawn three times; half of F lies outside.
  auto areas = test::usual_areas();
  areas.push_back({R"("ma":"E","nam":2022,"tt":"working")", 105.8, 18.3, 105.9, 18.4});
  areas.push_back({R"("ma":"F","nam":2022,"tt":"working")", 105.75, 18.45, 105.85, 18.5});
  const CoverageReport out =
      coverage_report(test::AreaSample(areas).coverage(), nullptr, {.choice = at_work("2024-12-31")});
  EXPECT_GT(out.outside, 0);
  EXPECT_GT(out.overlapping, 0);
  EXPECT_NEAR(out.cover->total + out.overlapping + out.outside, out.by_status[0].drawn,
              1e-4 * out.by_status[0].drawn);
}

TEST(CoverageReport, AreasLeftOutAddToNoSum) {
  auto areas = test::usual_areas();
  areas.push_back({R"("ma":"E","nam":2022,"tt":"working","ha":9,"ho":9)", 18.3, 105.8, 18.4, 105.9});
  areas.push_back({R"("ma":"F","nam":2022,"tt":"bỏ hoang","ha":9,"ho":9)", 105.8, 18.3, 105.9, 18.4});
  areas.push_back(areas.front());
  const CoverageReport out = coverage_report(test::AreaSample(areas).coverage(), nullptr,
                                             {.choice = at_work("2024-12-31"), .date = "2024-12-31"});
  EXPECT_EQ(out.left_out, 3U) << "swapped axes, unknown status, a copy";
  EXPECT_EQ(out.by_status[0].areas, 2U);
  EXPECT_EQ(out.by_status[0].declared, 17700);
  EXPECT_EQ(out.by_status[0].households, 400);
  EXPECT_EQ(out.by_year[0].areas, 1U);
  std::string lines;
  for (const base::Text& line : coverage_lines(out)) lines += line.en + "\n";
  EXPECT_THAT(lines, HasSubstr("left out of all figures: 3 areas\n"));
  EXPECT_THAT(coverage_lines(out, base::text("xem trên", "see above")).back().en,
              HasSubstr("left out of all figures: 3 areas (see above)"));
  EXPECT_THAT(coverage_json(out, base::Lang::en),
              AllOf(HasSubstr(R"("left_out":3)"), HasSubstr(R"("rule":"areas.status-unknown")"),
                    HasSubstr("Swap the axes")));
}

TEST(CoverageReport, SaysWhichStatusesCountAndHowManyReachTheTarget) {
  const CoverageReport out =
      coverage_report(test::AreaSample().coverage(), nullptr,
                      {.choice = with_all_up_to(model::AreaStatus::building, "2024-12-31"),
                       .date = "2024-12-31",
                       .target = 50});
  const auto lines = coverage_lines(out);
  EXPECT_EQ(lines[0].en, "Water supply (at work, being built; by the end of 2024)");
  EXPECT_EQ(lines[2].en, "  3 units reach 50 %");
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
              AllOf(HasSubstr("Water supply (by the end of 2024)"), HasSubstr("geodesic"),
                    HasSubstr("being built: 1 area"), HasSubstr("end of 2024"), HasSubstr("overlapping")));
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
