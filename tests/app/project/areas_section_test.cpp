#include "app/project/areas_section.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "app/area_sample.hpp"
#include "app/project/project_file.hpp"

namespace ntmap::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;

model::Project parse(const std::string& more) {
  return parse_project(test::project_toml() + more, "du_an.toml");
}

std::string error(const std::string& more) {
  return test::error_of([&] { parse(more); });
}

TEST(AreasSection, AllKeys) {
  const model::Project project =
      parse(std::string(test::k_areas_toml) +
            "limit = 10\nweights = \"ho\"\nunit_households = \"nuoc\"\n"
            "table_value = \"nuoc\"\noperator = \"dv\"\ncapacity = \"cs\"\n"
            "[areas.words]\n\"xong\" = \"working\"\n"
            "[[weights]]\nid = \"ho\"\nfile = \"ho.tif\"\nband = 2\nunit = \"hộ\"\n");
  ASSERT_EQ(project.areas.size(), 1U);
  const model::AreaSource& areas = project.areas[0];
  EXPECT_EQ(areas.kind, model::AreaKind::water_supply);
  EXPECT_EQ(areas.limit, 10);
  EXPECT_EQ(areas.target, 50);
  EXPECT_EQ(areas.words.at("xong"), model::AreaStatus::working);
  EXPECT_EQ(areas.operated_by, "dv");
  EXPECT_EQ(project.weights[0].band, 2);
  EXPECT_EQ(project.weights[0].unit.en, "hộ");
  EXPECT_EQ(project.hectares, model::HectareKind::geodesic);
}

TEST(AreasSection, CoverageIndicatorsNeedNoSet) {
  const model::Project project =
      parse(std::string(test::k_areas_toml) +
            "[[indicators]]\nid = \"x\"\ncompute = \"coverage:share\"\nareas = \"nuoc\"\n"
            "status = [\"building\", \"planned\"]\nby = 2030-12-31\n");
  const model::Indicator& indicator = project.indicators.back();
  ASSERT_TRUE(indicator.coverage);
  EXPECT_EQ(indicator.coverage->by, "2030-12-31");
  EXPECT_EQ(indicator.coverage->statuses.size(), 2U);
}

TEST(AreasSection, WhatIsWrongIsSaidWithTheNearestWord) {
  const std::string areas = test::k_areas_toml;
  EXPECT_THAT(error("[[areas]]\nid = \"a\"\nkind = \"water\"\nfile = \"a.shp\"\n"),
              AllOf(HasSubstr("no such kind"), HasSubstr("water-supply")));
  EXPECT_THAT(error(areas + "opperator = \"x\"\n"), AllOf(HasSubstr("opperator"), HasSubstr("operator")));
  EXPECT_THAT(error(areas + "limit = 120\n"), HasSubstr("0 to 100"));
  EXPECT_THAT(error(areas + "weights = \"dan\"\n"), AllOf(HasSubstr("weights"), HasSubstr("dan")));
  EXPECT_THAT(error(areas + "unit_households = \"so_ho\"\n"), HasSubstr("so_ho"));
  EXPECT_THAT(error(areas + "[areas.words]\n\"xong\" = \"done\"\n"), HasSubstr("no such value: “done”"));
  EXPECT_THAT(error(areas + areas), HasSubstr("used twice"));
  const std::string indicator = areas + "[[indicators]]\nid = \"x\"\n";
  EXPECT_THAT(error(indicator + "compute = \"coverage:shares\"\nareas = \"nuoc\"\n"),
              AllOf(HasSubstr("shares"), HasSubstr("share")));
  EXPECT_THAT(error(indicator + "compute = \"coverage:share\"\n"), HasSubstr("“areas”: this key is missing"));
  EXPECT_THAT(error(indicator + "compute = \"coverage:share\"\nareas = \"dat\"\n"), HasSubstr("dat"));
  EXPECT_THAT(error(areas + "[[themes]]\nid = \"t\"\nindicator = \"nuoc\"\nareas = [\"dat\"]\n"),
              AllOf(HasSubstr("theme “t”"), HasSubstr("dat")));
}

TEST(AreasSection, HectareKinds) {
  EXPECT_EQ(hectare_kind_from(""), model::HectareKind::geodesic);
  EXPECT_EQ(hectare_kind_from("crs"), model::HectareKind::planar);
  EXPECT_FALSE(hectare_kind_from("flat"));
}

}  // namespace
}  // namespace ntmap::app
