#include "app/areas/load_areas.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "app/area_sample.hpp"

namespace ntmap::app {
namespace {

using model::AreaStatus;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

AreaLayer load(const test::AreaSample& sample) {
  const auto project = sample.project();
  ProjectData data = sample.data();
  return load_areas(*project, *project->find_areas("nuoc"), *data.units("2023"));
}

/// The first finding of a rule, "" when there is none: "place: what → remedy".
std::string told(const base::Findings& findings, const std::string& rule) {
  for (const base::Finding& one : findings)
    if (one.rule == rule) return one.place.en + ": " + one.what.en + " → " + one.remedy.en;
  return {};
}

TEST(LoadAreas, ReadsShapesAndWhatIsSaidOfThem) {
  const AreaLayer areas = load(test::AreaSample());
  EXPECT_THAT(areas.codes, ElementsAre("A", "B", "C", "D"));
  EXPECT_THAT(areas.dates, ElementsAre("2022-12-31", "2024-12-31", "2026-12-31", "2028-12-31"));
  EXPECT_THAT(areas.statuses, ElementsAre(AreaStatus::working, AreaStatus::working, AreaStatus::building,
                                          AreaStatus::planned));
  EXPECT_EQ(areas.households[1], 300);
  EXPECT_EQ(areas.declared[0], 6000);
  EXPECT_TRUE(std::isnan(areas.declared[2]));
  EXPECT_EQ(areas.label(0), "A");
  EXPECT_NEAR(areas.polygons.feature_box(0).min_x, 531'700, 1000) << "in the map's system";
  EXPECT_THAT(areas.findings, IsEmpty());
}

TEST(LoadAreas, CrossedBordersAreMendedAndItIsSaidByHowMuch) {
  auto given = test::usual_areas();
  given[0].geometry =
      R"({"type":"Polygon","coordinates":[[[105.8,18.3],[105.85,18.4],[105.85,18.3],[105.8,18.4],[105.8,18.3]]]})";
  const AreaLayer areas = load(test::AreaSample(given));
  EXPECT_THAT(told(areas.findings, "geometry.repaired"),
              testing::ContainsRegex("area changed from 0 to 2,9[0-9][0-9].*ha, 0 m² fell away"));
  EXPECT_GT(model::feature_area(areas.polygons, 0), 0);
}

TEST(LoadAreas, EveryFlawIsNamed) {
  auto given = test::usual_areas();
  given[0].properties = R"("ma":"A","nam":null,"tt":"đang hoạt động","ha":-5,"ho":-1)";
  given[1].properties = R"("ma":"A","nam":"mai sau","tt":"bỏ hoang","ha":1,"ho":1)";
  given[2].geometry = R"({"type":"LineString","coordinates":[[105.8,18.4],[105.9,18.5]]})";
  const AreaLayer areas = load(test::AreaSample(given));
  EXPECT_THAT(told(areas.findings, "areas.no-year"), HasSubstr("feature 1 (A): there is no year"));
  EXPECT_EQ(test::count_rule(areas.findings, "areas.no-year"), 2U);
  EXPECT_THAT(told(areas.findings, "areas.hectares-negative"), HasSubstr("-5"));
  EXPECT_TRUE(std::isnan(areas.declared[0]));
  EXPECT_THAT(told(areas.findings, "areas.households-negative"), HasSubstr("feature 1 (A)"));
  EXPECT_THAT(told(areas.findings, "areas.status-unknown"), HasSubstr("bỏ hoang"));
  EXPECT_FALSE(areas.statuses[1]);
  EXPECT_THAT(told(areas.findings, "areas.code-twice"), HasSubstr("feature 2 (A)"));
  EXPECT_THAT(told(areas.findings, "areas.no-shape"), HasSubstr("feature 3 (C)"));
  EXPECT_EQ(areas.size(), 4U) << "none vanishes";
}

TEST(LoadAreas, AStatusThatIsNotFilledInIsNoUnknownWord) {
  auto given = test::usual_areas();
  given[1].properties = R"("ma":"B","nam":2024,"tt":null)";
  const AreaLayer areas = load(test::AreaSample(given));
  EXPECT_EQ(test::count_rule(areas.findings, "areas.status-unknown"), 0U);
  EXPECT_THAT(told(areas.findings, "areas.no-status"), HasSubstr("feature 2 (B): there is no status"));
}

TEST(LoadAreas, SwappedAxesAreSuggested) {
  auto given = test::usual_areas();
  given[1] = {given[1].properties, 18.3, 105.8, 18.35, 106};
  const AreaLayer areas = load(test::AreaSample(given));
  EXPECT_THAT(told(areas.findings, "areas.axes-swapped"), HasSubstr("feature 2 (B)"));
  EXPECT_THAT(told(areas.findings, "areas.axes-swapped"), HasSubstr("Swap the axes"));
  EXPECT_EQ(model::feature_area(areas.polygons, 1), 0);
  EXPECT_GT(model::feature_area(areas.polygons, 0), 0) << "the others stay";
}

TEST(LoadAreas, AreasFarAwayAreToldWithTheSystemThatTheyFit) {
  auto given = test::usual_areas();
  for (auto& area : given) {
    area.west += 530'000, area.east += 560'000;  // as if VN-2000 were WGS 84
    area.south += 2'030'000, area.north += 2'060'000;
  }
  const AreaLayer areas = load(test::AreaSample(given));
  EXPECT_EQ(test::count_rule(areas.findings, "areas.elsewhere"), 4U);
  EXPECT_THAT(told(areas.findings, "areas.elsewhere"), HasSubstr("crs = \"EPSG:9209\""));
  EXPECT_EQ(areas.polygons.part_count(), 0U);
}

TEST(LoadAreas, AnotherSystemIsMovedToTheMaps) {
  test::AreaSample sample;
  const AreaLayer degrees = load(sample);
  // The same areas as VN-2000 metres, which GeoJSON must be told.
  std::vector<test::TestArea> moved = test::usual_areas();
  for (std::size_t a = 0; a < moved.size(); ++a) {
    const base::Box box = degrees.polygons.feature_box(a);
    moved[a].west = box.min_x, moved[a].south = box.min_y, moved[a].east = box.max_x,
    moved[a].north = box.max_y;
  }
  const AreaLayer metres = load(test::AreaSample(moved, "crs = \"EPSG:9209\"\n"));
  EXPECT_NEAR(model::feature_area(metres.polygons, 3), model::feature_area(degrees.polygons, 3),
              0.01 * model::feature_area(degrees.polygons, 3));
}

TEST(LoadAreas, ProjectsMayNameTheirOwnWords) {
  auto given = test::usual_areas();
  given[0].properties = R"("ma":"A","nam":2022,"tt":"vận hành tốt")";
  const AreaLayer areas = load(test::AreaSample(given, "[areas.words]\n\"vận hành tốt\" = \"working\"\n"));
  EXPECT_EQ(areas.statuses[0], AreaStatus::working);
}

TEST(LoadAreas, FieldsThatAreNotThereAreErrorsWithTheNearest) {
  const test::AreaSample sample;
  sample.replace_in("du_an.toml", "year = \"nam\"", "year = \"nm\"");
  EXPECT_THAT(test::error_of([&] { load(sample); }), HasSubstr("nam"));
}

TEST(AreaDate, ReadsYearsMonthsAndDays) {
  EXPECT_EQ(area_date("2023"), "2023-12-31");
  EXPECT_EQ(area_date(" 2023 "), "2023-12-31");
  EXPECT_EQ(area_date("2023-05-01"), "2023-05-01");
  EXPECT_EQ(area_date("2023/05/01 00:00:00"), "2023-05-01");
  EXPECT_EQ(area_date("1/5/2023"), "2023-05-01");
  EXPECT_EQ(area_date("02/2024"), "2024-02-29");
  EXPECT_EQ(area_date("2023.12"), "2023-12-31");
  for (const char* wrong : {"", "23", "2023-13-01", "2023-02-30", "31/12/23", "mai", "1899", "1/2/3/2023"})
    EXPECT_FALSE(area_date(wrong)) << wrong;
}

}  // namespace
}  // namespace ntmap::app
