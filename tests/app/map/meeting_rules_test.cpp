#include "app/map/meeting_rules.hpp"

#include <gtest/gtest.h>

#include "app/map/map_content.hpp"
#include "app/sample_project.hpp"
#include "colour/red_green.hpp"
#include "sheet/meeting.hpp"

namespace ntmap::app {
namespace {

model::Theme theme_of(model::BreakMethod method, int classes) {
  model::Theme theme;
  theme.classification.method = method;
  theme.classification.classes = classes;
  return theme;
}

TEST(MeetingRules, AskForNoMoreClassesThanCanBeToldApart) {
  model::Theme theme = theme_of(model::BreakMethod::jenks, 9);
  limit_classes(theme);
  EXPECT_EQ(theme.classification.classes, 7);
  theme.classification.isolated = {0, 100};
  limit_classes(theme);
  EXPECT_EQ(theme.classification.classes, 5) << "isolated values have classes of their own";
  theme = theme_of(model::BreakMethod::jenks, 4);
  limit_classes(theme);
  EXPECT_EQ(theme.classification.classes, 4);
}

TEST(MeetingRules, OfTwoFiguresEachHasTwoClasses) {
  model::Theme theme = theme_of(model::BreakMethod::quantile, 3);
  theme.kind = model::ThemeKind::bivariate;
  theme.second.emplace();
  theme.second->classification = theme.classification;
  limit_classes(theme);
  EXPECT_EQ(theme.classification.classes, 2);
  EXPECT_EQ(theme.second->classification.classes, 2);
  theme.classification.method = model::BreakMethod::manual;
  theme.classification.classes = 3;
  limit_classes(theme);
  EXPECT_EQ(theme.classification.classes, 3) << "bounds that are given stay";
}

TEST(MeetingRules, GivenBoundsAndLabelsStay) {
  model::Theme theme = theme_of(model::BreakMethod::manual, 9);
  limit_classes(theme);
  EXPECT_EQ(theme.classification.classes, 9);
  theme = theme_of(model::BreakMethod::quantile, 9);
  theme.labels.resize(9);
  limit_classes(theme);
  EXPECT_EQ(theme.classification.classes, 9);
}

TEST(MeetingRules, RedAgainstGreenIsReplacedAndTold) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const MapContent map = map_content(data, {.theme = "ket-qua", .period = "2024", .meeting = true});
  EXPECT_EQ(test::count_rule(map.findings, "meeting.red-green"), 1U);
  const std::vector<model::Rgb> fills{map.classes.classes[0].fill, map.classes.classes[1].fill};
  EXPECT_FALSE(colour::red_against_green(fills));
  const MapContent desk = map_content(data, {.theme = "ket-qua", .period = "2024"});
  EXPECT_EQ(model::to_hex(desk.classes.classes[0].fill), "#2b8a3e") << "elsewhere colours are the project's";
}

TEST(MeetingRules, RangesAreSaidInWords) {
  model::ClassList classes;
  classes.classes.resize(4);
  classes.classes[0].label = {"46 – 71", "46 – 71"};
  classes.classes[1].label = {"15 – dưới 25 %", "15 – under 25 %"};
  classes.classes[2].label = {"Còn 3–4 tiêu chí – xem dưới", "3–4 left – see below"};
  classes.classes[3].label = {"–", "–"};
  keep_meeting_rules(classes);
  EXPECT_EQ(classes.classes[0].label, base::Text("46 đến 71", "46 to 71"));
  EXPECT_EQ(classes.classes[1].label, base::Text("15 đến dưới 25 %", "15 to under 25 %"));
  EXPECT_EQ(classes.classes[2].label, base::Text("Còn 3–4 tiêu chí – xem dưới", "3–4 left – see below"));
  EXPECT_EQ(classes.classes[3].label, base::Text("–"));
}

TEST(MeetingRules, TooManyClassesAreAWarning) {
  model::ClassList classes;
  classes.classes.resize(sheet::k_meeting_classes);
  EXPECT_TRUE(keep_meeting_rules(classes).empty());
  classes.classes.emplace_back();
  for (model::MapClass& one : classes.classes) one.count = 2;
  EXPECT_EQ(test::count_rule(keep_meeting_rules(classes), "meeting.too-many-classes"), 1U);
  classes.classes[3].count = 0;
  EXPECT_TRUE(keep_meeting_rules(classes).empty()) << "an empty category is on no map";
  classes.classes[3].low = 3;
  EXPECT_EQ(keep_meeting_rules(classes).size(), 1U) << "intervals have no gaps";
}

}  // namespace
}  // namespace ntmap::app
