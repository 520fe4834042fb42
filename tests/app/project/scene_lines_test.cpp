#include "app/project/scene_lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "app/project/config_section.hpp"
#include "app/project/scene_file.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* k_talk = R"([project]
title = "Dự án"

# Mở đầu: nói ngắn.
[[scenes]]
id = "mot"
# giờ này còn họp
seconds = 90  # không quá hai phút
notes = "Nói chậm"
[[scenes.annotations]]
# xã ven biển
unit = "1"
text = "Ở đây"

# Phần hai
[[scenes]]
id = "hai"   # giữ mã này
selection = [
  "1",  # xã lớn nhất
]

# Các chuyên đề
[[themes]]
id = "t"
)";

std::vector<model::Scene> scenes_of(const std::string& toml) {
  std::string only;  // the reader refuses what it does not ask for
  ConfigSection root = ConfigSection::from_text(
      toml.substr(toml.find("[[scenes]]"), toml.find("# Các") - toml.find("[[scenes]]")), "du_an.toml");
  return read_scenes(root);
}

TEST(SceneLines, NothingChangesWhereNoSceneDoes) {
  EXPECT_EQ(with_scenes(k_talk, scenes_of(k_talk)), k_talk);
}

TEST(SceneLines, AChangedSceneKeepsItsRemarks) {
  auto scenes = scenes_of(k_talk);
  scenes[0].seconds = 100;
  scenes[0].annotations[0].text = "Ở kia";
  const std::string out = with_scenes(k_talk, scenes);
  EXPECT_THAT(out, HasSubstr("# Mở đầu: nói ngắn.\n[[scenes]]\nid = \"mot\"\n"));
  EXPECT_THAT(out, HasSubstr("# giờ này còn họp\nseconds = 100  # không quá hai phút\n"));
  EXPECT_THAT(out, HasSubstr("[[scenes.annotations]]\n# xã ven biển\nunit = \"1\"\ntext = \"Ở kia\"\n"));
  EXPECT_THAT(out, HasSubstr("selection = [\n  \"1\",  # xã lớn nhất\n]\n")) << "the other stays as it was";
  EXPECT_EQ(scenes_of(out), scenes);
}

TEST(SceneLines, RemarksMoveWithTheirScenes) {
  auto scenes = scenes_of(k_talk);
  std::swap(scenes[0], scenes[1]);
  const std::string out = with_scenes(k_talk, scenes);
  EXPECT_LT(out.find("# Phần hai\n[[scenes]]\nid = \"hai\""), out.find("# Mở đầu: nói ngắn.\n[[scenes]]"));
  EXPECT_LT(out.find("id = \"mot\""), out.find("# Các chuyên đề\n[[themes]]"))
      << "scenes stay where they were";
  EXPECT_EQ(scenes_of(out), scenes);
}

TEST(SceneLines, ARemovedSceneTakesItsRemarksAlongAndANewOneStandsAmongTheOthers) {
  auto scenes = scenes_of(k_talk);
  scenes[0] = {};
  scenes[0].id = "moi";
  const std::string out = with_scenes(k_talk, scenes);
  EXPECT_THAT(out, Not(HasSubstr("Mở đầu")));
  EXPECT_THAT(out, HasSubstr("\n\n[[scenes]]\nid = \"moi\"\n\n# Phần hai\n"));
  EXPECT_EQ(scenes_of(out), scenes);
}

TEST(SceneLines, StringsOfSeveralLinesAreNotTakenApart) {
  const std::string toml =
      "[[scenes]]\nid = \"a\"\nnotes = \"\"\"\n# no remark\n\n[[scenes]]\n\"\"\"\nseconds = 5\n";
  ConfigSection root = ConfigSection::from_text(toml, {});
  const auto scenes = read_scenes(root);
  ASSERT_EQ(scenes.size(), 1U);
  EXPECT_EQ(with_scenes(toml, scenes), toml);
}

TEST(SceneLines, OtherLinesStayByteForByte) {
  const std::string before =
      "# lời ghi\r\n[project]\ntitle = \"a [[scenes]] b\"\nx = [\n [1],\n]\n"
      "text = \"\"\"\n[[scenes]]\nnot one\n\"\"\"\n";
  const std::string after = "\n[[themes]]\nid = \"t\" # [[scenes]]\n";
  const std::string scenes =
      "\n[[scenes]]\nid = \"cu\"\nselection = [\n \"1\",\n]\n[[scenes.annotations]]\nunit = \"1\"\n";
  const std::string out = with_scenes(before + scenes + after, {});
  EXPECT_THAT(out, HasSubstr(before));
  EXPECT_THAT(out, HasSubstr("[[themes]]\nid = \"t\" # [[scenes]]\n"));
  EXPECT_THAT(out, Not(HasSubstr("\"cu\"")));
  EXPECT_THAT(out, Not(HasSubstr("annotations")));
}

TEST(SceneLines, RemarksOfWhatFollowsTheScenesStay) {
  const std::string out = with_scenes(
      "[project]\n\n[[scenes]]\nid = \"a\"\n# of the scene\n[[scenes]]\nid = \"b\"\n\n# of the themes\n"
      "[[themes]]\nid = \"t\"\n",
      {});
  EXPECT_EQ(out, "[project]\n\n# of the themes\n[[themes]]\nid = \"t\"\n");
}

}  // namespace
}  // namespace ntmap::app
