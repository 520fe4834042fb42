#include "app/desk/area_content.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "app/area_sample.hpp"
#include "app/data/project_data.hpp"

namespace ntmap::app {
namespace {

using model::AreaStatus;
using testing::ElementsAre;

/// People of 00097 live in its south, those of 00098 in its north.
struct Peopled : test::AreaSample {
  explicit Peopled(const std::vector<test::TestArea>& areas = test::usual_areas(),
                   const std::string& more = {})
      : AreaSample(areas, "weights = \"dan\"\n" + more +
                              "[[weights]]\nid = \"dan\"\ntitle_en = \"people\"\nfile = \"dan.asc\"\n"
                              "crs = \"EPSG:4326\"\n") {
    folder.write("dan.asc", "ncols 2\nnrows 2\nxllcorner 105.8\nyllcorner 18.3\ncellsize 0.05\n0 0\n8 0\n");
  }
};

AreaContent ask(const test::AreaSample& sample, AreaQuestion question = {}) {
  ProjectData data = sample.data();
  question.areas = "nuoc";
  return area_content(data, {.units = data.units("2023"), .period = "2024"}, question);
}

std::vector<std::string> columns(const AreaContent& content) {
  std::vector<std::string> out;
  for (const UnitColumn& column : content.units.columns) out.push_back(column.id);
  return out;
}

TEST(AreaContent, SharesByGroundAndByPeopleStandSideBySide) {
  const AreaContent content = ask(Peopled());
  EXPECT_THAT(columns(content),
              testing::IsSupersetOf({"name", "unit_ha", "covered_ha", "covered_pct", "weight_pct",
                                     "difference_pct", "gap_pct", "built_pct"}));
  EXPECT_NEAR(content.units.find("covered_pct")->numbers[0], 75, 0.5);
  EXPECT_NEAR(content.units.find("weight_pct")->numbers[0], 100, 0.5) << "all live in the covered south";
  EXPECT_NEAR(content.units.find("difference_pct")->numbers[0], 25, 1);
  EXPECT_TRUE(std::isnan(content.units.find("weight_pct")->numbers[2])) << "nobody lives there";
  const std::vector<std::uint32_t> first{0};
  EXPECT_NEAR(weight_share(content, first), 100, 0.5);
  EXPECT_EQ(content.period, "2024");
}

TEST(AreaContent, TheSeriesHasAllYearsWhateverTheDate) {
  const AreaContent content = ask(test::AreaSample(), {.by = "2022-12-31"});
  EXPECT_EQ(content.report->by_year.size(), 1U);
  ASSERT_EQ(content.series.size(), 2U);
  EXPECT_EQ(content.series.back().year, 2024);
}

TEST(AreaContent, WithoutPeopleTheirColumnsAreNotThere) {
  EXPECT_THAT(
      columns(ask(test::AreaSample())),
      testing::Not(testing::Contains(testing::AnyOf("weight_pct", "difference_pct", "table", "served"))));
}

TEST(AreaContent, AnswersByStatusDateAndTarget) {
  AreaContent content = ask(test::AreaSample(), {.by = "2022-12-31", .target = 60});
  EXPECT_NEAR(content.units.find("covered_pct")->numbers[0], 50, 0.5);
  EXPECT_NEAR(content.units.find("gap_pct")->numbers[0], 10, 0.5);
  EXPECT_NEAR(content.units.find("built_pct")->numbers[2], 100, 0.1);
  content =
      ask(test::AreaSample(), {.statuses = {AreaStatus::building, AreaStatus::planned}, .by = "2030-12-31"});
  EXPECT_NEAR(content.units.find("covered_pct")->numbers[2], 100, 0.1);
  EXPECT_FALSE(content.rows[0].counted);
  EXPECT_TRUE(content.rows[2].counted);
  EXPECT_THAT(content.years, ElementsAre("2022-12-31", "2024-12-31", "2026-12-31", "2028-12-31"));
}

TEST(AreaContent, EachAreaWithWhatItDeclaresAndWhatIsWrong) {
  auto areas = test::usual_areas();
  areas[1].properties = R"("ma":"B","nam":2024,"tt":"working","ha":9000,"ho":300)";
  areas.push_back({R"("ma":"E","nam":2022,"tt":"working")", 105.75, 18.45, 105.85, 18.5});  // half outside
  areas.push_back(areas[0]);
  const AreaContent content = ask(Peopled(areas));
  ASSERT_EQ(content.rows.size(), 6U);
  EXPECT_FALSE(content.rows[0].to_check());
  EXPECT_TRUE(content.rows[1].over_limit);
  EXPECT_NEAR(content.rows[1].difference, 30, 1);
  EXPECT_NEAR(content.rows[1].inside, 8, 0.01);
  EXPECT_THAT(content.rows[1].units, ElementsAre(0, 1));
  EXPECT_GT(content.rows[4].outside, 0);
  EXPECT_TRUE(content.rows[5].left_out);
  EXPECT_THAT(sorted_areas(content, AreaOrder::file, false, true), ElementsAre(1, 4, 5));
  EXPECT_EQ(sorted_areas(content, AreaOrder::drawn, true, false).front(), 1U);
  const auto by_served = sorted_areas(content, AreaOrder::served, true, false);
  EXPECT_EQ(by_served.front(), 1U);
  EXPECT_EQ(by_served.back(), 4U) << "what is not said comes last";
}

TEST(AreaContent, DifferencesToTablesAreMarkedWhereThoseAtWorkCount) {
  const std::string keys = "table_value = \"nuoc\"\nunit_households = \"nuoc\"\n";
  const AreaContent content = ask(test::AreaSample(test::usual_areas(), keys));
  EXPECT_EQ(std::count(content.table_differs.begin(), content.table_differs.end(), 1), 3) << "as check says";
  EXPECT_EQ(std::count(content.too_many_served.begin(), content.too_many_served.end(), 1), 2);
  EXPECT_TRUE(content.to_check(0));
  const AreaContent planned =
      ask(test::AreaSample(test::usual_areas(), keys), {.statuses = {AreaStatus::planned}});
  EXPECT_THAT(planned.table_differs, testing::Each(0)) << "the table speaks of areas at work";
}

}  // namespace
}  // namespace ntmap::app
