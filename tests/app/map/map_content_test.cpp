#include "app/map/map_content.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/sample_project.hpp"
#include "colour/palettes.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(MapContent, FirstThemeAndLatestPeriodUnasked) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const MapContent map = map_content(data, {});
  EXPECT_EQ(map.theme.id, "nuoc-sach");
  EXPECT_EQ(map.period, "2024");
  EXPECT_EQ(map.title.vi, "Nước sạch");
  EXPECT_EQ(map.units().size(), 4U);
}

TEST(MapContent, ClassesCoverEveryUnit) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const model::ClassList classes = map_content(data, {}).classes;
  EXPECT_THAT(classes.class_of, ElementsAre(0, 1, 1, model::k_class_no_data));
  ASSERT_EQ(classes.classes.size(), 2U);
  EXPECT_EQ(classes.classes[0].count, 1U);
  EXPECT_EQ(classes.classes[1].count, 2U);
  EXPECT_EQ(classes.no_data.count, 1U);
  EXPECT_EQ(classes.classes[1].fill, colour::palette("Blues", 2).colours[1]);
}

TEST(MapContent, CategoriesKeepTheirColours) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const model::ClassList classes = map_content(data, {.theme = "ket-qua", .period = "2023"}).classes;
  EXPECT_THAT(classes.class_of, ElementsAre(1, 1, 0, 0));
  EXPECT_EQ(model::to_hex(classes.classes[0].fill), "#2b8a3e");
}

TEST(MapContent, MessageIsFilledFromTheFigures) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const MapContent map = map_content(data, {});
  EXPECT_EQ(map.message.en, "2 of 4 met, 1 not, 1 unknown, mean 58.5, sum 175.5");
  EXPECT_EQ(map.message.vi, "2 trên 4 đạt, 1 chưa rõ, trung bình 58,5");
}

TEST(MapContent, LowBestTurnsTheCountRound) {
  const test::SampleProject sample;
  sample.replace_in("du_an.toml", "palette = \"Blues\"", "palette = \"Blues\"\nbest_is_low = true");
  ProjectData data = sample.data();
  EXPECT_THAT(map_content(data, {}).message.en, HasSubstr("1 of 4 met, 2 not, 1 unknown"));
}

TEST(MapContent, SubtitleSaysPlaceUnitsAndPeriod) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const MapContent map = map_content(data, {.theme = {}, .period = "2023"});
  EXPECT_EQ(map.subtitle.vi, "Tỉnh Hà Tĩnh · 4 xã, phường · năm 2023");
  EXPECT_EQ(map.subtitle.en, "Hà Tĩnh province · 4 communes, wards · 2023");
  EXPECT_THAT(map.source.en, HasSubstr("Trial source"));
}

TEST(MapContent, UnknownThemesAndPeriodsNameTheNearest) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  EXPECT_THAT(test::error_of([&] { map_content(data, {.theme = "nuoc_sach", .period = {}}); }),
              HasSubstr("Did you mean “nuoc-sach”"));
  EXPECT_THAT(test::error_of([&] { map_content(data, {.theme = {}, .period = "2203"}); }),
              HasSubstr("Did you mean “2023”"));
}

TEST(MapContent, FindingsOfUnitsAndFiguresComeAlong) {
  const test::SampleProject sample;
  sample.replace_in("units.geojson", "00100", "00099");
  sample.replace_in("values.csv", "00098,2024,60", "00098,2024,-1");
  ProjectData data = sample.data();
  const base::Findings findings = map_content(data, {}).findings;
  EXPECT_EQ(test::count_rule(findings, "units.code-twice"), 1U);
  EXPECT_EQ(test::count_rule(findings, "figures.out-of-range"), 1U);
}

TEST(MapContent, LabelPointsOnlyWhereAsked) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  EXPECT_NE(map_content(data, {}).label_points, nullptr);
  EXPECT_EQ(map_content(data, {.theme = {}, .period = {}, .label_points = false}).label_points, nullptr);
}

}  // namespace
}  // namespace ntmap::app
