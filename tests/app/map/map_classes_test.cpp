#include "app/map/map_classes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// The sample with a theme of two figures, one of circles and one that marks units.
struct ThemedProject : test::SampleProject {
  ThemedProject() {
    folder.write("du_an.toml", test::project_toml() + R"(
[[themes]]
id = "hai-bien"
indicator = "nuoc"
kind = "bivariate"
breaks = [0, 50, 100]
[themes.second]
indicator = "nuoc"
title = "Lần hai"
breaks = [0, 70, 100]
[[themes]]
id = "vong-tron"
indicator = "nuoc"
kind = "symbols"
[themes.mark]
indicator = "ket_qua"
words = ["chưa"]
label = "Chưa đạt"
)");
  }
};

TEST(MapClasses, TwoFiguresAreCrossed) {
  const ThemedProject sample;
  ProjectData data = sample.data();
  const MapContent map = map_content(data, {.theme = "hai-bien", .period = "2024"});
  ASSERT_TRUE(map.key);
  EXPECT_EQ(map.key->column_title.vi, "Nước sạch (%)");
  EXPECT_EQ(map.key->row_title.vi, "Lần hai (%)");
  // 15.5: both low; 60: high, low; 100: both high; none.
  EXPECT_THAT(map.classes.class_of, ElementsAre(0, 1, 3, model::k_class_no_data));
}

TEST(MapClasses, AColourSquareGoesToMeetingsWithItsRangesInWords) {
  const ThemedProject sample;
  ProjectData data = sample.data();
  const MapContent map = map_content(data, {.theme = "hai-bien", .period = "2024", .meeting = true});
  ASSERT_TRUE(map.key);
  EXPECT_EQ(map.key->columns, 2);
  for (const base::Text& label : map.key->column_labels) EXPECT_THAT(label.vi, Not(HasSubstr(" – ")));
}

TEST(MapClasses, CirclesStandOnCalmGround) {
  const ThemedProject sample;
  ProjectData data = sample.data();
  const MapContent map = map_content(data, {.theme = "vong-tron", .period = "2024"});
  EXPECT_THAT(map.classes.class_of, ElementsAre(0, 0, 0, model::k_class_no_data));
  ASSERT_EQ(map.classes.classes.size(), 1U);
  EXPECT_EQ(map.classes.classes[0].count, 3U);
}

TEST(MapClasses, MarksUnitsByWords) {
  const ThemedProject sample;
  ProjectData data = sample.data();
  const MapContent map = map_content(data, {.theme = "vong-tron", .period = "2024"});
  ASSERT_TRUE(map.marks);
  EXPECT_THAT(map.marks->classes.class_of,
              ElementsAre(0, model::k_class_no_data, model::k_class_no_data, model::k_class_no_data));
  EXPECT_EQ(map.marks->classes.classes[0].count, 1U);
}

TEST(MapClasses, NegativeValuesHaveNoCircleAndAreNamed) {
  const ThemedProject sample;
  sample.replace_in("du_an.toml", "percent = true", "min = -100");
  sample.replace_in("values.csv", "00098,2024,60", "00098,2024,-6");
  ProjectData data = sample.data();
  const MapContent map = map_content(data, {.theme = "vong-tron", .period = "2024"});
  EXPECT_EQ(test::count_rule(map.findings, "symbols.negative"), 1U);
}

TEST(MapClasses, ColoursThatSomeEyesCannotTellApartAreAWarning) {
  const test::SampleProject sample;
  sample.replace_in("du_an.toml", "#2b8a3e", "#be5f3c");
  sample.replace_in("du_an.toml", "#c92a2a", "#6e8232");
  ProjectData data = sample.data();
  const MapContent map = map_content(data, {.theme = "ket-qua", .period = "2023"});
  ASSERT_EQ(test::count_rule(map.findings, "colour.too-near"), 1U);
}

TEST(MapClasses, ATwoFigureThemeNeedsItsSecond) {
  const ThemedProject sample;
  sample.replace_in("du_an.toml", "title = \"Lần hai\"", "titel = \"Lần hai\"");
  EXPECT_THAT(test::error_of([&] { sample.project(); }), HasSubstr("titel"));
}

}  // namespace
}  // namespace ntmap::app
