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

}  // namespace
}  // namespace ntmap::app
