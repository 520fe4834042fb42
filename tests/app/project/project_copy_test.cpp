#include "app/project/project_copy.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "app/project/aliases_file.hpp"
#include "app/project/project_file.hpp"
#include "app/project/project_writer.hpp"
#include "app/project/text_file.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// A project whose file names edited values and confirmed names, all of them saved.
class ProjectCopy : public ::testing::Test {
 protected:
  ProjectCopy() {
    m_sample.folder.write("ten.csv", "name,district,province,code\nThôn Lạ,,Hà Tĩnh,00097\n");
    m_sample.replace_in("du_an.toml", "[project]\n", "[project]\naliases = \"ten.csv\"\n");
    model::Project project = read_project(m_sample.file());
    project.value_edits.push_back(
        {.table = "bang", .field = "nuoc", .period = "2024", .code = "00097", .value = "20", .was = "15.5"});
    save_project(project, m_sample.project().get(), m_sample.file());
    m_project = read_project(m_sample.file());
  }
  model::Project save_as(const fs::path& file) const { return save_project(m_project, &m_project, file); }
  fs::path copy() const { return m_sample.folder / "ban_sao.toml"; }

  test::SampleProject m_sample;
  model::Project m_project;
};

TEST_F(ProjectCopy, InTheSameFolderItHasFilesOfItsOwn) {
  save_as(copy());
  const model::Project again = read_project(copy());
  EXPECT_EQ(again.edits, "ban_sao_so_lieu_sua.csv");
  EXPECT_EQ(again.value_edits, m_project.value_edits);
  EXPECT_EQ(again.aliases, "ban_sao_ten_da_xac_nhan.csv");
  EXPECT_EQ(all_aliases(again), all_aliases(m_project)) << "with their province";
  EXPECT_EQ(again.boundaries[0].file, "units.geojson") << "sources are shared";
  const model::Project original = read_project(m_sample.file());
  EXPECT_EQ(original.edits, "du_an_so_lieu_sua.csv");
  EXPECT_EQ(original.aliases, "ten.csv");
}

TEST_F(ProjectCopy, InAnotherFolderToo) {
  const fs::path file = m_sample.folder / "khac" / "ban_sao.toml";
  fs::create_directories(file.parent_path());
  save_as(file);
  const model::Project again = read_project(file);
  EXPECT_EQ(again.edits, "ban_sao_so_lieu_sua.csv");
  EXPECT_EQ(again.aliases, "ban_sao_ten_da_xac_nhan.csv");
  EXPECT_EQ(all_aliases(again), all_aliases(m_project));
  EXPECT_TRUE(fs::exists(again.boundaries[0].file));
}

TEST_F(ProjectCopy, WithNothingEditedItNamesNoFiles) {
  m_project.value_edits.clear();
  write_text(m_sample.folder / "ten.csv", "name,district,province,code\n");
  save_as(copy());
  const model::Project again = read_project(copy());
  EXPECT_THAT(again.edits, IsEmpty());
  EXPECT_THAT(again.aliases, IsEmpty());
}

TEST_F(ProjectCopy, AFileThatHappensToHaveTheNameStays) {
  m_sample.folder.write("ban_sao_so_lieu_sua.csv", "của người khác");
  save_as(copy());
  EXPECT_EQ(read_project(copy()).edits, "ban_sao_so_lieu_sua_2.csv");
  EXPECT_EQ(test::read_bytes(m_sample.folder / "ban_sao_so_lieu_sua.csv"), "của người khác");
}

TEST_F(ProjectCopy, SavedOverAnEarlierCopyItsFilesAreReplaced) {
  save_as(copy());
  m_project.value_edits.front().value = "21";
  save_as(copy());
  const model::Project again = read_project(copy());
  EXPECT_EQ(again.edits, "ban_sao_so_lieu_sua.csv");
  EXPECT_EQ(again.value_edits.front().value, "21");
}

TEST_F(ProjectCopy, SavedOverAProjectThatSharesItsFileBothHaveTheirOwn) {
  fs::copy_file(m_sample.file(), copy());  // as by hand: it names the same files
  const model::Project shared = read_project(copy());
  save_project(shared, &shared, m_sample.file());
  EXPECT_EQ(read_project(copy()).edits, "du_an_so_lieu_sua.csv");
  EXPECT_EQ(read_project(m_sample.file()).edits, "du_an_so_lieu_sua_2.csv");
  EXPECT_THAT(read_project(m_sample.file()).value_edits, SizeIs(1));
}

TEST_F(ProjectCopy, TheSameFileWrittenOtherwiseIsNoCopy) {
  save_as(m_sample.folder / "." / "du_an.toml");
  EXPECT_EQ(read_project(m_sample.file()).edits, "du_an_so_lieu_sua.csv");
  EXPECT_FALSE(fs::exists(m_sample.folder / "du_an_so_lieu_sua_2.csv"));
  fs::create_symlink(m_sample.file(), m_sample.folder / "loi_tat.toml");
  EXPECT_TRUE(is_same_file(m_sample.folder / "loi_tat.toml", m_sample.file()));
  EXPECT_FALSE(is_same_file(copy(), m_sample.file()));
}

}  // namespace
}  // namespace ntmap::app
