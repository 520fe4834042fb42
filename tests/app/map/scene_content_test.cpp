#include "app/map/scene_content.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <variant>

#include "app/map/map_sheet.hpp"
#include "app/sample_data.hpp"
#include "app/sample_project.hpp"
#include "sheet/meeting.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

model::Scene scene_of(const std::string& id) {
  model::Scene scene;
  scene.id = id;
  return scene;
}

/// What check says of one scene in a project that has only it.
base::Findings findings_with(const std::string& scene, const std::string& today = "2025-01-15") {
  const test::SampleProject sample;
  test::append(sample.file(), "\n[[scenes]]\nid = \"a\"\n" + scene + "\n");
  ProjectData data = sample.data();
  return scene_findings(data, today);
}

TEST(SceneContent, PlainSceneShowsTheFirstThemeInTheLatestPeriod) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const SceneContent content = scene_content(data, scene_of("a"));
  EXPECT_EQ(content.map.theme.id, "nuoc-sach");
  EXPECT_EQ(content.map.period, "2024");
  EXPECT_FALSE(content.focus.world);
  EXPECT_THAT(content.map.message.en, HasSubstr("2 of 4 met")) << "the theme's own message";
}

TEST(SceneContent, CaptionAndNotesAreFilledFromTheFigures) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  model::Scene scene = scene_of("a");
  scene.caption = {"Còn {unmet}/{n} xã", "{unmet} of {n}"};
  scene.notes = {"Trung bình {mean}", "Mean {mean}"};
  const SceneContent content = scene_content(data, scene);
  EXPECT_EQ(content.map.message.vi, "Còn 1/4 xã");
  EXPECT_EQ(content.notes.vi, "Trung bình 58,5");
}

TEST(SceneContent, CaptionFollowsTheData) {
  const test::SampleProject sample;
  sample.replace_in("values.csv", "00097,2024,15.5", "00097,2024,95.5");
  ProjectData data = sample.data();
  model::Scene scene = scene_of("a");
  scene.caption = {"Còn {unmet}/{n} xã", "x"};
  EXPECT_EQ(scene_content(data, scene).map.message.vi, "Còn 0/4 xã");
}

TEST(SceneContent, ADistrictShowsAndCountsItsUnitsAlone) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  model::Scene scene = scene_of("a");
  scene.district = "hà tĩnh";
  scene.caption = {"x", "{met} of {n} met, {unknown} unknown"};
  const SceneContent content = scene_content(data, scene);
  EXPECT_THAT(content.map.units().codes, ElementsAre("00098", "00100"));
  EXPECT_EQ(content.map.message.en, "1 of 2 met, 1 unknown");
  EXPECT_EQ(content.map.classes.classes.size(), 2U) << "classes are those of the whole";
  EXPECT_THAT(content.map.subtitle.en, HasSubstr("2 communes, wards"));
}

TEST(SceneContent, AUnitIsShownWithItsSurroundingsAndNamed) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  model::Scene scene = scene_of("a");
  scene.unit = "00099";
  scene.caption = {"{name}: {value}", "{name}: {value}"};
  const SceneContent content = scene_content(data, scene);
  EXPECT_EQ(content.map.message.vi, "Xã Cẩm Bình: 100,0 %");
  ASSERT_TRUE(content.focus.world);
  const base::Box box = content.map.units().layer.polygons.feature_box(2);
  EXPECT_TRUE(content.focus.world->contains(box.centre()));
  EXPECT_GT(content.focus.world->width(), 2 * box.width());
  EXPECT_THAT(content.focus.selection, ElementsAre(2U));
}

TEST(SceneContent, WithoutACaptionADistrictHasTheThemesMessageSaidOfIt) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  model::Scene scene = scene_of("a");
  scene.district = "hà tĩnh";
  const SceneContent content = scene_content(data, scene);
  const std::string district = content.map.units().districts.front();
  EXPECT_THAT(content.map.message.en, HasSubstr(district + ": "));
  EXPECT_THAT(content.map.message.en, HasSubstr("1 of 2 met"));
  EXPECT_THAT(content.map.subtitle.vi, HasSubstr(district));
}

TEST(SceneContent, WithoutACaptionAUnitSaysItsValueAndNotThatOfTheProvince) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  model::Scene scene = scene_of("a");
  scene.unit = "00099";
  const SceneContent content = scene_content(data, scene);
  EXPECT_EQ(content.map.message.vi, "Xã Cẩm Bình: **100,0 %**.");
  EXPECT_THAT(content.map.subtitle.vi, HasSubstr("Xã Cẩm Bình và xung quanh"));
  EXPECT_THAT(content.map.subtitle.vi, Not(HasSubstr("4 xã")));
}

TEST(SceneContent, WordsOfTheProvinceAreSaidOfItsPart) {
  const base::Text whole{"Toàn tỉnh: **{sum} ha**.", "Whole province: **{sum} ha**."};
  EXPECT_EQ(words_of_part(whole, "Huyện Kỳ Anh"),
            base::Text("Huyện Kỳ Anh: **{sum} ha**.", "Huyện Kỳ Anh: **{sum} ha**."));
  EXPECT_EQ(words_of_part({"**{met}/{n}** xã", "**{met} of {n}**"}, "Huyện Kỳ Anh").vi,
            "Huyện Kỳ Anh: **{met}/{n}** xã");
  EXPECT_TRUE(words_of_part({}, "Huyện Kỳ Anh").empty());
}

TEST(SceneContent, TheTextSizeOfAScenePrevailsOverASmallerOne) {
  SceneContent content;
  content.scene.text_size = 30;
  EXPECT_EQ(scene_options(content, {}).least_text, 30);
  EXPECT_EQ(scene_options(content, {.least_text = 42}).least_text, 42);
  EXPECT_EQ(scene_options(content, {}).style, sheet::Style::meeting);
}

TEST(SceneContent, AUnitWithoutAValueIsNamedByItsState) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  model::Scene scene = scene_of("a");
  scene.unit = "00100";
  scene.caption = {"{name}: {value}", "x"};
  EXPECT_THAT(scene_content(data, scene).map.message.vi, HasSubstr("Xã Thạch Lạc: chưa rõ"));
}

TEST(SceneContent, MarksOnUnitsThatAreGoneAreToldAndLeftOut) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  model::Scene scene = scene_of("a");
  scene.selection = {"00098", "99999"};
  scene.annotations = {{"88888", "x"}};
  const SceneContent content = scene_content(data, scene);
  EXPECT_THAT(content.focus.selection, ElementsAre(1U));
  EXPECT_THAT(content.focus.annotations, IsEmpty());
  EXPECT_EQ(test::count_rule(content.map.findings, "scene.mark-gone"), 2U);
}

TEST(SceneContent, WhatIsNotThereIsNamedWithTheNearest) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const auto error = [&](auto change) {
    model::Scene scene = scene_of("a");
    change(scene);
    return test::error_of([&] { scene_content(data, scene); });
  };
  EXPECT_THAT(error([](auto& scene) { scene.theme = "nuoc_sach"; }), HasSubstr("nuoc-sach"));
  EXPECT_THAT(error([](auto& scene) { scene.period = "2042"; }), HasSubstr("2024"));
  EXPECT_THAT(error([](auto& scene) { scene.unit = "00079"; }), HasSubstr("00097"));
  EXPECT_THAT(error([](auto& scene) { scene.district = "Cẩm Xuên"; }), HasSubstr("Cẩm Xuyên"));
}

TEST(SceneFindings, GoodScenesSayNothing) {
  EXPECT_THAT(findings_with("theme = \"nuoc-sach\""), IsEmpty());
}

TEST(SceneFindings, BrokenScenesAreErrorsWithTheirPlace) {
  const auto found = findings_with("theme = \"khong-co\"");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().rule, "scene.broken");
  EXPECT_EQ(found.front().severity, base::Severity::error);
  EXPECT_THAT(found.front().place.en, HasSubstr("scene 1"));
  EXPECT_THAT(found.front().remedy.en, HasSubstr("nuoc-sach"));
}

/// The longest line from a number to its unit; all units must have a number.
double longest_leader(const model::Scene& scene) {
  const SceneContent content = scene_content(test::ha_tinh(), scene);
  const MapSheet sheet(content.map, scene_options(content, {}), content.focus);
  EXPECT_THAT(sheet.layout().unplaced, IsEmpty());
  double longest = 0;
  for (const sheet::Item& item : sheet.layout().items) {
    const auto* rule = std::get_if<sheet::Rule>(&item);
    if (rule != nullptr && rule->width == sheet::k_meeting_line)
      longest = std::max(longest, std::hypot(rule->to.x - rule->from.x, rule->to.y - rule->from.y));
  }
  return longest;
}

TEST(SceneContent, NumbersOfTheSampleStandNearTheirUnits) {
  model::Scene scene = scene_of("a");
  scene.theme = "tieu-chi-chua-dat";
  scene.period = "2025-12";
  EXPECT_LT(longest_leader(scene), 130);
  scene.theme = "cong-nhan-so-lieu";  // eight categories, most of them empty
  EXPECT_LT(longest_leader(scene), 130);
}

TEST(SceneFindings, OldPeriodsAreStale) {
  const auto found = findings_with("period = \"2023\"");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().rule, "scene.stale");
  EXPECT_THAT(found.front().what.vi, HasSubstr("năm 2023"));
}

TEST(SceneFindings, TargetsPastTheirDateAreTold) {
  EXPECT_THAT(findings_with("due = 2025-01-15"), IsEmpty()) << "the last day still counts";
  const auto found = findings_with("due = 2025-01-14");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().rule, "scene.target-past");
}

TEST(SceneFindings, ScenesWithoutDataAreErrors) {
  const test::SampleProject sample;
  sample.replace_in("values.csv", "00097,2024,15.5,chưa\n00098,2024,60,đạt\n00099,2024,100,đạt\n", "");
  test::append(sample.file(), "\n[[scenes]]\nid = \"a\"\nperiod = \"2024\"\n");
  ProjectData data = sample.data();
  EXPECT_EQ(test::count_rule(scene_findings(data, "2025-01-15"), "scene.no-data"), 1U);
}

TEST(SceneFindings, TodayIsADate) {
  EXPECT_THAT(today(), testing::MatchesRegex("2[0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]"));
}

}  // namespace
}  // namespace ntmap::app
