#include "app/project/recovery.hpp"

#include <gtest/gtest.h>

#include "app/project/direct_project.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

class RecoveryTest : public ::testing::Test {
 protected:
  model::Project changed() {
    model::Project project = *m_sample.project();
    project.themes[0].classification.palette = "Greens";
    project.value_edits.push_back(
        {.table = "bang", .field = "nuoc", .period = "2024", .code = "00097", .value = "20"});
    project.confirmed_names.push_back({"Huong Khe", "Hương Khê", "00097"});
    return project;
  }
  std::string file() const { return m_sample.file().string(); }

  test::SampleProject m_sample;
  Recovery m_recovery{m_sample.folder / "trang thai/recovery"};
};

TEST_F(RecoveryTest, FindsWhatWasKept) {
  EXPECT_FALSE(m_recovery.find(file()));
  const model::Project project = changed();
  m_recovery.keep(project, m_sample.project().get());
  const auto found = m_recovery.find(file());
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->when.empty());
  EXPECT_EQ(found->project->themes, project.themes);
  EXPECT_EQ(found->project->value_edits, project.value_edits);
  EXPECT_EQ(found->project->confirmed_names, project.confirmed_names);
  EXPECT_EQ(found->project->file, file());
  EXPECT_FALSE(m_recovery.find("/elsewhere.toml"));
}

TEST_F(RecoveryTest, ForgetsWhatItIsToldTo) {
  m_recovery.keep(changed(), m_sample.project().get());
  m_recovery.forget(file());
  EXPECT_FALSE(m_recovery.find(file()));
}

TEST_F(RecoveryTest, OffersNothingOnceTheFileWasChangedElsewhere) {
  m_recovery.keep(changed(), m_sample.project().get());
  m_sample.replace_in("du_an.toml", "Trial source", "Another source");
  EXPECT_FALSE(m_recovery.find(file()));
}

TEST_F(RecoveryTest, KeepsAProjectThatHasNoFileYet) {
  DirectInput input;
  input.boundaries = (m_sample.folder / "units.geojson").string();
  input.code = "code";
  input.name = "name";
  input.value = "pct";
  m_recovery.keep(direct_project(input), nullptr);
  const auto found = m_recovery.find("");
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->project->file.empty());
  ProjectData data(found->project);
  EXPECT_EQ(data.figures("value", "").values[1], 40)
      << "its paths lead to the data from the folder it is kept in";
}

TEST_F(RecoveryTest, AFileThatDoesNotReadIsNoOffer) {
  m_recovery.keep(changed(), m_sample.project().get());
  for (const auto& entry : std::filesystem::directory_iterator(m_sample.folder / "trang thai/recovery"))
    std::filesystem::resize_file(entry.path(), 40);
  EXPECT_FALSE(m_recovery.find(file()));
}

}  // namespace
}  // namespace ntmap::app
