#include "app/project/scene_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/project/project_file.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<model::Scene> read(const std::string& toml) {
  ConfigSection root = ConfigSection::from_text(toml, "du_an.toml");
  return read_scenes(root);
}

constexpr const char* k_full = R"(
[[scenes]]
id = "mot"
title_vi = "Cảnh một"
title_en = "Scene one"
theme = "nuoc-sach"
period = "2024"
unit = "00097"
selection = ["00098", "00099"]
caption_vi = "Còn {unmet}/{n}"
caption_en = "{unmet} of {n}"
notes = "Nói chậm"
due = 2025-12-31
seconds = 90
text_size = 30
[[scenes.annotations]]
unit = "00097"
text = "Ở đây"
)";

TEST(SceneFile, ReadsEverything) {
  const auto scenes = read(k_full);
  ASSERT_EQ(scenes.size(), 1U);
  const model::Scene& scene = scenes.front();
  EXPECT_EQ(scene.title.en, "Scene one");
  EXPECT_EQ(scene.unit, "00097");
  EXPECT_THAT(scene.selection, ElementsAre("00098", "00099"));
  EXPECT_EQ(scene.caption.vi, "Còn {unmet}/{n}");
  EXPECT_EQ(scene.due, "2025-12-31");
  EXPECT_EQ(scene.seconds, 90);
  EXPECT_EQ(scene.text_size, 30);
  ASSERT_EQ(scene.annotations.size(), 1U);
  EXPECT_EQ(scene.annotations.front().text.vi, "Ở đây");
}

TEST(SceneFile, RefusesWhatMakesNoSense) {
  const auto error = [](const std::string& more) {
    return test::error_of([&] { read("[[scenes]]\nid = \"a\"\n" + more); });
  };
  EXPECT_THAT(error("extnt = [1, 2, 3, 4]"), HasSubstr("extent"));
  EXPECT_THAT(error("extent = [1, 2, 3]"), HasSubstr("x min"));
  EXPECT_THAT(error("extent = [3, 2, 1, 4]"), HasSubstr("x min"));
  EXPECT_THAT(error("unit = \"1\"\ndistrict = \"K\""), HasSubstr("only one of"));
  EXPECT_THAT(error("seconds = -1"), HasSubstr("seconds"));
  EXPECT_THAT(error("text_size = 12"), HasSubstr("24"));
  EXPECT_THAT(error("[[scenes.annotations]]\nunit = \"1\""), HasSubstr("remark"));
  EXPECT_THAT(error("[[scenes]]\nid = \"a\""), HasSubstr("twice"));
  EXPECT_THAT(test::error_of([] { read("[[scenes]]\ntheme = \"x\""); }), HasSubstr("id"));
}

TEST(SceneFile, ScenesOfThingsThatAreGoneAreKept) {
  const test::SampleProject sample;
  test::append(sample.file(), "\n[[scenes]]\nid = \"cu\"\ntheme = \"khong-con\"\nperiod = \"1999\"\n");
  EXPECT_EQ(sample.project()->scenes.size(), 1U);
}

TEST(SceneFile, WritesWhatItReads) {
  auto scenes = read(k_full);
  scenes.push_back({});
  scenes.back().id = "hai";
  scenes.back().extent = base::Box{1.5, -2, 3e6, 4.25};
  scenes.back().notes = {"Dòng một\nDòng \"hai\" \\", "x"};
  const auto again = read(scenes_toml(scenes));
  ASSERT_EQ(again.size(), 2U);
  EXPECT_EQ(scenes_toml(again), scenes_toml(scenes));
  EXPECT_EQ(again[1].extent, scenes[1].extent);
  EXPECT_EQ(again[1].notes, scenes[1].notes);
  EXPECT_EQ(again[0].annotations.front().text, scenes[0].annotations.front().text);
}

}  // namespace
}  // namespace ntmap::app
