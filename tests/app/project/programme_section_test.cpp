#include "app/project/programme_section.hpp"

#include <gmock/gmock.h>

#include "app/project/project_file.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

model::Project with_programme(const std::string& keys) {
  return parse_project("[[boundaries]]\nid=\"a\"\nfile=\"f\"\ncode=\"c\"\nname=\"n\"\n[programme]\n" + keys,
                       "du_an.toml");
}

TEST(ProgrammeSection, NamesTheRegisters) {
  const model::Project project = with_programme(
      "recognitions=\"r.csv\"\nexclusions=\"e.csv\"\ntargets=\"t.csv\"\ncounted=\"decision\"\n"
      "base=\"implementing\"");
  ASSERT_TRUE(project.programme);
  EXPECT_EQ(project.programme->recognitions, "r.csv");
  EXPECT_EQ(project.programme->targets, "t.csv");
  EXPECT_EQ(project.programme->counted, "decision");
  EXPECT_EQ(project.programme->base, "implementing");
}

TEST(ProgrammeSection, IsReadStrictly) {
  EXPECT_THAT(test::error_of([] { with_programme("recognition=\"r.csv\""); }),
              testing::HasSubstr("recognitions"));
  EXPECT_THAT(test::error_of([] { with_programme("counted=\"decisions\""); }),
              testing::HasSubstr("decision"));
}

TEST(ProgrammeSection, AMissingRegisterIsNamed) {
  const test::SampleProject sample;
  auto project = std::make_shared<model::Project>(*sample.project());
  project->programme.emplace();
  project->programme->recognitions = "khong_co.csv";
  ProjectData data(project);
  EXPECT_THAT(test::error_of([&] { data.registers(); }), testing::HasSubstr("khong_co.csv"));
}

}  // namespace
}  // namespace ntmap::app
