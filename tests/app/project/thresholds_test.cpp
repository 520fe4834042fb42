#include "app/project/thresholds.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "app/programme/assessment.hpp"
#include "app/project/missing_files.hpp"
#include "app/project/project_copy.hpp"
#include "app/project/project_file.hpp"
#include "app/project/project_writer.hpp"
#include "app/project/recovery.hpp"
#include "app/project/text_file.hpp"
#include "app/sample_project.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* k_set = "XA_NTM_2021_2025";
constexpr const char* k_illustrative = "criteria/overlay_hatinh_illustrative.toml";
constexpr const char* k_own = "hatinh_nguong.toml";

/// A copy of the sample's rules and project file, to be changed; its data stay where they are missing.
class Thresholds : public ::testing::Test {
 protected:
  Thresholds() {
    std::filesystem::copy(test::checkout("gis_data/criteria"), m_folder / "criteria");
    std::filesystem::copy(test::checkout("gis_data/hatinh.toml"), m_folder / "hatinh.toml");
    m_project = read_project(file());
  }
  std::filesystem::path file() const { return m_folder / "hatinh.toml"; }

  /// A threshold of 17.6 for the whole province, in a file of its own.
  static ThresholdChange new_one() {
    ThresholdChange change;
    change.set = k_set;
    change.indicator = "17.6";
    change.values = {{"all", "77.5"}};
    change.document = "Quyết định thử";
    return change;
  }
  /// As it stands in the sample's illustrative overlay.
  static ThresholdChange::Place illustrative(const std::string& indicator, std::uint32_t line) {
    return {k_illustrative, {k_set, line, indicator, "", 0}};
  }
  std::uint32_t line_of(const std::string& words) const {
    const std::string text = test::read_bytes(m_folder / k_illustrative);
    return 1 + static_cast<std::uint32_t>(std::count(
                   text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find(words)), '\n'));
  }
  ThresholdChange moved() const {
    ThresholdChange change = new_one();
    change.replaces = illustrative("17.6", line_of("{ indicator = \"17.6\""));
    return change;
  }
  /// The last row of an indicator by the rules of a project.
  static criteria::ThresholdRow last_row(const model::Project& project, const char* code) {
    const Rulebook rules = load_rulebook(project);
    return rules.catalogue.find(k_set)->find(code, {2024, 12, 31})->thresholds.back();
  }

  test::TemporaryFolder m_folder;
  model::Project m_project;
};

TEST_F(Thresholds, ARowOfAnOverlayIsChangedInItsPlace) {
  ThresholdChange change = new_one();
  change.overlay = k_illustrative;
  change.replaces = illustrative("17.6", line_of("{ indicator = \"17.6\""));
  const model::Project changed = with_threshold(m_project, change);
  EXPECT_THAT(overlay_content(changed, k_illustrative), HasSubstr("{ indicator = \"17.6\", all = 77.5 },"));
  const criteria::ThresholdRow row = last_row(changed, "17.6");
  EXPECT_TRUE(row.everywhere);
  EXPECT_EQ(row.at[0], criteria::Decimal::parse("77.5"));
  EXPECT_TRUE(row.illustrative);
  EXPECT_EQ(overlay_content(m_project, k_illustrative), test::read_bytes(m_folder / k_illustrative))
      << "nothing is written";
}

TEST_F(Thresholds, AnotherDocumentTakesItIntoAFileOfItsOwn) {
  const model::Project changed = with_threshold(m_project, moved());
  EXPECT_EQ(changed.criteria->overlays.back(), k_own);
  EXPECT_THAT(overlay_content(changed, k_illustrative), Not(HasSubstr("\"17.6\", tdmnpb = 70, btb = 85")));
  EXPECT_THAT(overlay_content(changed, k_own), HasSubstr("{ indicator = \"17.6\", all = 77.5 },"));
  const criteria::ThresholdRow row = last_row(changed, "17.6");
  EXPECT_FALSE(row.illustrative);
  EXPECT_EQ(row.document, base::Text("Quyết định thử"));
  EXPECT_TRUE(same_thresholds(m_project, m_project));
  EXPECT_FALSE(same_thresholds(m_project, changed));
}

TEST_F(Thresholds, WhatTheFileCouldNotSayIsRefused) {
  const auto refused = [&](const ThresholdChange& change) {
    const auto error = threshold_refusal(m_project, change);
    return error ? error->message().en : std::string("taken");
  };
  EXPECT_THAT(refused(new_one()), HasSubstr("has this threshold already")) << "the illustrative row is there";
  EXPECT_EQ(refused(moved()), "taken");
  ThresholdChange decided = new_one();
  decided.indicator = "3.1";  // that the decision itself lays down
  EXPECT_THAT(refused(decided), HasSubstr("has this threshold already"));
  ThresholdChange unread = moved();
  unread.values = {{"all", "nhiều"}};
  EXPECT_THAT(refused(unread), HasSubstr("is no threshold"));
  ThresholdChange nameless = moved();
  nameless.document.clear();
  EXPECT_THAT(refused(nameless), HasSubstr("No document"));
  ThresholdChange both = moved();
  both.values = {{"all", "1"}, {"btb", "2"}};
  EXPECT_THAT(refused(both), HasSubstr("does not go with regions"));
}

TEST_F(Thresholds, ARowIsTakenOut) {
  ThresholdChange change = moved();
  change.values.clear();
  const model::Project changed = with_threshold(m_project, change);
  EXPECT_EQ(changed.criteria->overlays, m_project.criteria->overlays) << "no new file is made for nothing";
  EXPECT_TRUE(last_row(changed, "17.6").unknown);
}

TEST_F(Thresholds, SavedIntoTheFilesAndNamedInTheProject) {
  const std::string illustrative_before = test::read_bytes(m_folder / k_illustrative);
  const model::Project changed = with_threshold(m_project, moved());
  EXPECT_THAT(missing_files(changed), Not(testing::Contains(k_own))) << "it is not written yet";
  const model::Project saved = save_project(changed, &m_project, file());
  EXPECT_EQ(test::read_bytes(m_folder / k_own), overlay_content(changed, k_own));
  EXPECT_NE(test::read_bytes(m_folder / k_illustrative), illustrative_before);
  const model::Project again = read_project(file());
  EXPECT_EQ(again.criteria->overlays, changed.criteria->overlays);
  EXPECT_EQ(last_row(again, "17.6").at[0], criteria::Decimal::parse("77.5"));
  EXPECT_TRUE(same_thresholds(saved, changed));

  model::Project earlier = m_project;  // where undo leads
  follow_saved_overlays(earlier, changed, saved);
  const model::Project undone = save_project(earlier, &saved, file());
  EXPECT_EQ(test::read_bytes(m_folder / k_illustrative), illustrative_before);
  EXPECT_EQ(read_project(file()).criteria->overlays, m_project.criteria->overlays);

  model::Project later = saved;  // where redo leads
  follow_saved_overlays(later, earlier, undone);
  save_project(later, &undone, file());
  EXPECT_NE(test::read_bytes(m_folder / k_illustrative), illustrative_before);
  EXPECT_EQ(read_project(file()).criteria->overlays, changed.criteria->overlays);
}

TEST_F(Thresholds, AFileThatWasChangedElsewhereIsNotReplaced) {
  const model::Project changed = with_threshold(m_project, moved());
  test::append(m_folder / k_illustrative, "# của người khác\n");
  EXPECT_THAT(test::error_of([&] { save_project(changed, &m_project, file()); }),
              HasSubstr("was changed elsewhere"));
  EXPECT_THAT(test::read_bytes(m_folder / k_illustrative), HasSubstr("# của người khác"));
  EXPECT_FALSE(std::filesystem::exists(m_folder / k_own)) << "nothing is written";
}

TEST_F(Thresholds, SavedElsewhereTheFileTheyWereReadFromStaysAsItIs) {
  const std::string before = test::read_bytes(m_folder / k_illustrative);
  std::filesystem::create_directory(m_folder / "khac");
  save_project(with_threshold(m_project, moved()), &m_project, m_folder / "khac/ban_sao.toml");
  EXPECT_EQ(test::read_bytes(m_folder / k_illustrative), before);
  const model::Project again = read_project(m_folder / "khac/ban_sao.toml");
  EXPECT_EQ(last_row(again, "17.6").document, base::Text("Quyết định thử"));
}

TEST_F(Thresholds, ACopyInTheSameFolderWritesToFilesOfItsOwn) {
  const std::string before = test::read_bytes(m_folder / k_illustrative);
  const auto copy = m_folder / "ban_sao.toml";
  const model::Project saved = save_project(with_threshold(m_project, moved()), &m_project, copy);
  EXPECT_EQ(test::read_bytes(m_folder / k_illustrative), before);
  EXPECT_EQ(last_row(read_project(copy), "17.6").document, base::Text("Quyết định thử"));
  EXPECT_EQ(read_project(copy).criteria->overlays, saved.criteria->overlays);
  EXPECT_EQ(read_project(file()).criteria->overlays, m_project.criteria->overlays);
}

TEST_F(Thresholds, ACopyHasItsOwnOfTheFileThatWasMadeInTheProgram) {
  const model::Project first = save_project(with_threshold(m_project, moved()), &m_project, file());
  ASSERT_TRUE(std::filesystem::exists(m_folder / k_own));
  const model::Project opened = read_project(file());
  const model::Project copy = save_project(opened, &opened, m_folder / "ban_sao.toml");
  EXPECT_EQ(copy.criteria->overlays.back(), "ban_sao_nguong.toml");
  EXPECT_EQ(test::read_bytes(m_folder / "ban_sao_nguong.toml"), test::read_bytes(m_folder / k_own));
  EXPECT_EQ(read_project(file()).criteria->overlays.back(), k_own);
  EXPECT_EQ(first.criteria->overlays.back(), k_own);
}

TEST_F(Thresholds, ACopyHasItsOwnOfTheFileThatLiesWithTheProject) {
  std::filesystem::create_directory(m_folder / "khac");
  const std::string before = test::read_bytes(m_folder / k_illustrative);
  for (const char* name : {"khac/ban_sao.toml", "ban_sao.toml"}) {
    const auto copy = m_folder / name;
    const model::Project saved = save_project(m_project, &m_project, copy);
    EXPECT_EQ(saved.criteria->overlays.front(), "ban_sao_overlay_hatinh_illustrative.toml");
    EXPECT_EQ(test::read_bytes(copy.parent_path() / saved.criteria->overlays.front()), before);
    const model::Project opened = read_project(copy);
    ThresholdChange change = moved();
    change.replaces->overlay = opened.criteria->overlays.front();
    save_project(with_threshold(opened, change), &opened, copy);
    EXPECT_EQ(test::read_bytes(m_folder / k_illustrative), before) << "laid down in " << name << " only";
  }
}

TEST_F(Thresholds, AFileOfManyProjectsStaysOneFile) {
  const auto inside = m_folder / "du_an";
  std::filesystem::create_directory(inside);
  std::string toml = test::read_bytes(file());
  for (auto at = toml.find("\"criteria/"); at != std::string::npos; at = toml.find("\"criteria/", at + 4))
    toml.insert(at + 1, "../");
  write_text(inside / "hatinh.toml", toml);
  const model::Project project = read_project(inside / "hatinh.toml");
  const std::string shared = "../" + std::string(k_illustrative);
  ASSERT_EQ(project.criteria->overlays.front(), shared);
  const model::Project saved = save_project(project, &project, inside / "ban_sao.toml");
  EXPECT_EQ(saved.criteria->overlays.front(), shared);
}

TEST_F(Thresholds, UndoInACopyDoesNotLeadBackToTheFirstFile) {
  const model::Project changed = with_threshold(m_project, moved());
  const auto copy = m_folder / "ban_sao.toml";
  const model::Project saved = save_project(changed, &m_project, copy);
  const model::Project undone = state_of_copy(m_project, changed, saved);
  EXPECT_EQ(undone.file, copy.string());
  EXPECT_EQ(undone.criteria->overlays.front(), saved.criteria->overlays.front());
  const model::Project again = save_project(undone, &saved, copy);
  EXPECT_EQ(test::read_bytes(m_folder / again.criteria->overlays.front()),
            test::read_bytes(m_folder / k_illustrative));
  const model::Project redone = state_of_copy(changed, m_project, save_project(m_project, &m_project, copy));
  EXPECT_NE(redone.criteria->overlays.front(), k_illustrative) << "a change of its own needs its own file";
}

TEST_F(Thresholds, RecoveredAfterACrash) {
  const model::Project changed = with_threshold(m_project, moved());
  {
    Recovery recovery(m_folder / "recovery");
    recovery.work_on(file().string());
    recovery.keep(changed, &m_project);
  }
  const auto all = Recovery(m_folder / "recovery").find(file().string());
  ASSERT_EQ(all.size(), 1U);
  const Recovered& found = all.front();
  EXPECT_EQ(found.project->criteria->changed_overlays, changed.criteria->changed_overlays);
  EXPECT_TRUE(same_thresholds(*found.project, changed));
}

}  // namespace
}  // namespace ntmap::app
