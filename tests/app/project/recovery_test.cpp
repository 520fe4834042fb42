#include "app/project/recovery.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/project/direct_project.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

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
  /// A run of the program that keeps this and ends.
  void keep(const model::Project& project, const std::string& palette = "Greens") {
    Recovery recovery(m_folder);
    recovery.work_on(project.file);
    model::Project kept = project;
    kept.themes[0].classification.palette = palette;
    recovery.keep(kept, project.file.empty() ? nullptr : m_sample.project().get());
  }
  std::string palette(const Recovered& one) const { return one.project->themes[0].classification.palette; }

  test::SampleProject m_sample;
  std::filesystem::path m_folder = m_sample.folder / "trang thai/recovery";
  Recovery m_recovery{m_folder};
};

TEST_F(RecoveryTest, FindsWhatWasKept) {
  EXPECT_THAT(m_recovery.find(file()), IsEmpty());
  const model::Project project = changed();
  keep(project);
  const auto all = m_recovery.find(file());
  ASSERT_THAT(all, SizeIs(1));
  const Recovered* found = all.data();
  EXPECT_FALSE(found->when.empty());
  EXPECT_EQ(found->project->themes, project.themes);
  EXPECT_EQ(found->project->value_edits, project.value_edits);
  EXPECT_EQ(found->project->confirmed_names, project.confirmed_names);
  EXPECT_EQ(found->project->file, file());
  EXPECT_THAT(m_recovery.find("/elsewhere.toml"), IsEmpty());
}

TEST_F(RecoveryTest, ForgetsWhatItIsToldTo) {
  m_recovery.work_on(file());
  m_recovery.keep(changed(), m_sample.project().get());
  m_recovery.forget();
  EXPECT_THAT(Recovery(m_folder).find(file()), IsEmpty());
  keep(changed());
  Recovery::discard(m_recovery.find(file()).front());
  EXPECT_THAT(m_recovery.find(file()), IsEmpty());
}

TEST_F(RecoveryTest, OffersNothingOnceTheFileWasChangedElsewhere) {
  keep(changed());
  m_sample.replace_in("du_an.toml", "Trial source", "Another source");
  EXPECT_THAT(m_recovery.find(file()), IsEmpty());
}

TEST_F(RecoveryTest, KeepsAProjectThatHasNoFileYet) {
  DirectInput input;
  input.boundaries = (m_sample.folder / "units.geojson").string();
  input.code = "code";
  input.name = "name";
  input.value = "pct";
  keep(direct_project(input));
  const auto all = m_recovery.find("");
  ASSERT_THAT(all, SizeIs(1));
  const Recovered* found = all.data();
  EXPECT_TRUE(found->project->file.empty());
  ProjectData data(found->project);
  EXPECT_EQ(data.figures("value", "").values[1], 40)
      << "its paths lead to the data from the folder it is kept in";
}

TEST_F(RecoveryTest, AFileThatDoesNotReadIsNoOffer) {
  keep(changed());
  for (const auto& entry : std::filesystem::directory_iterator(m_folder))
    std::filesystem::resize_file(entry.path(), 40);
  EXPECT_THAT(m_recovery.find(file()), IsEmpty());
}

TEST_F(RecoveryTest, WhatWasLeftIsNotWrittenOverByWhatComesAfter) {
  keep(changed(), "Greens");
  keep(changed(), "Purples");
  const auto found = m_recovery.find(file());
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(palette(found[0]), "Purples") << "the latest first";
  EXPECT_EQ(palette(found[1]), "Greens");
}

TEST_F(RecoveryTest, WhatIsTakenOverIsWrittenOn) {
  keep(changed(), "Greens");
  m_recovery.work_on(file());
  m_recovery.take_over(m_recovery.find(file()).front());
  m_recovery.keep(changed(), m_sample.project().get());
  EXPECT_THAT(m_recovery.find(file()), IsEmpty()) << "it is this window's now";
  m_recovery.work_on("");
  EXPECT_THAT(m_recovery.find(file()), SizeIs(1));
}

TEST_F(RecoveryTest, AnotherWindowsWorkIsNotTakenForWhatACrashLeft) {
  EXPECT_FALSE(m_recovery.work_on(file()));
  m_recovery.keep(changed(), m_sample.project().get());
  Recovery second(m_folder);
  EXPECT_TRUE(second.work_on(file()));
  EXPECT_THAT(second.find(file()), IsEmpty());
  second.keep(changed(), m_sample.project().get());
  second.forget();
  m_recovery.work_on("");  // the first window is done with it, as by a crash
  EXPECT_THAT(second.find(file()), SizeIs(1)) << "the second has not touched the first one's";
  EXPECT_FALSE(second.work_on(file()));
}

TEST_F(RecoveryTest, NoMorePlacesThanAnybodyWouldChooseAmong) {
  for (int run = 0; run < 12; ++run) keep(changed(), run == 11 ? "Purples" : "Greens");
  const auto found = m_recovery.find(file());
  ASSERT_THAT(found, SizeIs(9));
  EXPECT_EQ(palette(found[0]), "Purples");
}

}  // namespace
}  // namespace ntmap::app
