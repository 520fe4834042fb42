#include "app/deck/scene_list.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;

std::vector<std::string> ids(const std::vector<model::Scene>& scenes) {
  std::vector<std::string> out;
  for (const model::Scene& scene : scenes) out.push_back(scene.id);
  return out;
}

std::vector<model::Scene> four() {
  std::vector<model::Scene> scenes(4);
  for (std::size_t i = 0; i < 4; ++i) scenes[i].id = std::string(1, static_cast<char>('a' + i));
  return scenes;
}

TEST(SceneList, MovesOneAndKeepsTheOrderOfTheOthers) {
  auto scenes = four();
  move_scene(scenes, 0, 2);
  EXPECT_THAT(ids(scenes), ElementsAre("b", "c", "a", "d"));
  move_scene(scenes, 3, 0);
  EXPECT_THAT(ids(scenes), ElementsAre("d", "b", "c", "a"));
  move_scene(scenes, 1, 99);
  EXPECT_THAT(ids(scenes), ElementsAre("d", "c", "a", "b"));
  move_scene(scenes, 9, 0);
  EXPECT_THAT(ids(scenes), ElementsAre("d", "c", "a", "b"));
}

TEST(SceneList, AViewBecomesAScene) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const MapContent map = map_content(data, {});
  model::Project project = data.project();
  project.scenes = four();
  project.scenes[0].id = "canh-5";
  const SceneView view{base::Box{1, 2, 3, 4}, {"00098"}};
  const model::Scene scene = scene_from_view(project, map, view, true);
  EXPECT_EQ(scene.id, "canh-6") << "ids are not used twice";
  EXPECT_EQ(scene.theme, "nuoc-sach");
  EXPECT_EQ(scene.period, "") << "keeps up with the latest";
  EXPECT_EQ(scene.extent, view.extent);
  EXPECT_THAT(scene.selection, ElementsAre("00098"));
  EXPECT_EQ(scene_from_view(project, map, view, false).period, "2024");
}

TEST(SceneList, ASceneTakenAnewKeepsWhatItSays) {
  model::Scene scene;
  scene.id = "a";
  scene.caption = "Lời";
  scene.district = "Huyện Kỳ Anh";
  scene.seconds = 60;
  model::Scene view;
  view.id = "b";
  view.theme = "ket-qua";
  view.extent = base::Box{1, 2, 3, 4};
  const model::Scene out = retaken(scene, view);
  EXPECT_EQ(out.id, "a");
  EXPECT_EQ(out.caption, "Lời");
  EXPECT_EQ(out.seconds, 60);
  EXPECT_EQ(out.theme, "ket-qua");
  EXPECT_EQ(out.extent, view.extent);
  EXPECT_EQ(out.district, "");
}

TEST(SceneList, ScenesHaveNamesEvenWhereTheirThemeIsGone) {
  const test::SampleProject sample;
  const auto project = sample.project();
  model::Scene scene;
  scene.id = "canh-1";
  const std::string indicator = project->themes.front().indicator;
  EXPECT_EQ(scene_title(*project, scene), project->find_indicator(indicator)->title)
      << "the first theme has no title of its own";
  scene.theme = "khong-con";
  EXPECT_EQ(scene_title(*project, scene), "canh-1");
  scene.title = "Mở đầu";
  EXPECT_EQ(scene_title(*project, scene), "Mở đầu");
}

TEST(SceneList, TimesAreMinutesAndSeconds) {
  EXPECT_EQ(clock_words(0), "0:00");
  EXPECT_EQ(clock_words(65.9), "1:05");
  EXPECT_EQ(clock_words(3600), "60:00");
  EXPECT_EQ(clock_words(-5), "−0:05");
  EXPECT_EQ(clock_words(-0.4), "0:00");
  auto scenes = four();
  scenes[0].seconds = 60;
  scenes[3].seconds = 30;
  EXPECT_EQ(planned_seconds(scenes), 90);
}

TEST(SceneList, OneLanguageIsWrittenAndTheOtherKept) {
  using base::Lang;
  using base::Text;
  EXPECT_EQ(rewritten({"a", "b"}, Lang::vi, "c"), Text("c", "b"));
  EXPECT_EQ(rewritten({"a", "b"}, Lang::en, "c"), Text("a", "c"));
  EXPECT_EQ(rewritten("a", Lang::vi, "c"), Text("c")) << "was the same in both";
  EXPECT_EQ(rewritten({}, Lang::vi, "c"), Text("c"));
  EXPECT_EQ(rewritten({"a", "b"}, Lang::vi, ""), Text()) << "a text has both sides or none";
}

}  // namespace
}  // namespace ntmap::app
