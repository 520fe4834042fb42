#include "app/project/disk_state.hpp"

#include <gtest/gtest.h>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

TEST(DiskState, IsOfTheProjectFileAndTheEditedValues) {
  test::SampleProject sample;
  model::Project project = *sample.project();
  project.edits = "sua.csv";
  const DiskState before = disk_state_of(project);
  EXPECT_TRUE(before.project);
  EXPECT_FALSE(before.edits);
  EXPECT_EQ(disk_state_of(project), before);
  sample.folder.write("sua.csv", "a,b\n");
  const DiskState after = disk_state_of(project);
  EXPECT_NE(after, before);
  EXPECT_EQ(after.edits, "a,b\n");
}

TEST(DiskState, OfAProjectWithoutAFileThereIsNothing) {
  EXPECT_EQ(disk_state_of({}), DiskState{});
}

}  // namespace
}  // namespace ntmap::app
