#include "app/project/project_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/project/direct_project.hpp"
#include "app/project/project_file.hpp"
#include "app/project/project_patch.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ProjectPatch, ReplacesAValueAndKeepsItsCommentAndSpacing) {
  ProjectPatch patch("[project]\ntitle  =  \"Đắk Lắk\"   # tên tỉnh\ncrs = \"EPSG:9209\"\n");
  patch.change_section("project", {{"title", "\"Hà Tĩnh\""}});
  EXPECT_EQ(patch.text(), "[project]\ntitle  =  \"Hà Tĩnh\"   # tên tỉnh\ncrs = \"EPSG:9209\"\n");
}

TEST(ProjectPatch, ReplacesAListOverSeveralLines) {
  ProjectPatch patch("[[themes]]\nid = \"a\"\nbreaks = [\n  0, # từ\n  5,\n]  # đến\nclosed = \"left\"\n");
  patch.change_entry("themes", "a", {{"breaks", "[1, 2]"}});
  EXPECT_EQ(patch.text(), "[[themes]]\nid = \"a\"\nbreaks = [1, 2]  # đến\nclosed = \"left\"\n");
}

TEST(ProjectPatch, PutsNewKeysBehindTheOthersOfTheirSection) {
  ProjectPatch patch(
      "[[themes]]\nid = \"a\"\n[[themes.categories]]\nvalue = \"x\"\n\n[[themes]]\nid = \"b\"\n# cuối\n");
  patch.change_entry("themes", "a", {{"palette", "\"Blues\""}});
  patch.change_entry("themes", "b", {{"palette", "\"Reds\""}});
  EXPECT_EQ(patch.text(),
            "[[themes]]\nid = \"a\"\npalette = \"Blues\"\n[[themes.categories]]\nvalue = \"x\"\n\n"
            "[[themes]]\nid = \"b\"\npalette = \"Reds\"\n# cuối\n");
}

TEST(ProjectPatch, TakesKeysAndEntriesOut) {
  ProjectPatch patch(
      "# đầu\n[[themes]]\nid = \"a\"\nclasses = 5\n[[themes.categories]]\nvalue = \"x\"\n\n# của "
      "b\n[[themes]]\nid = "
      "\"b\"\nclasses = 5\n");
  patch.change_entry("themes", "b", {{"classes", ""}});
  patch.remove_entry("themes", "a");
  EXPECT_EQ(patch.text(), "# đầu\n# của b\n[[themes]]\nid = \"b\"\n");
}

TEST(ProjectPatch, MakesAMissingSection) {
  ProjectPatch patch("[[themes]]\nid = \"a\"\n");
  patch.change_section("project", {{"edits", "\"sua.csv\""}});
  EXPECT_THAT(patch.text(), HasSubstr("[project]\nedits = \"sua.csv\"\n"));
}

TEST(ProjectPatch, OrdersEntriesWithTheirCommentsAndSections) {
  ProjectPatch patch(
      "[project]\n\n# của a\n[[themes]]\nid = \"a\"\n[[themes.categories]]\nvalue = \"x\"\n\n[[areas]]\nid = "
      "\"v\"\n\n[[themes]]\nid = \"b\"\n");
  patch.order_entries("themes", {"b", "a"});
  EXPECT_EQ(patch.text(),
            "[project]\n\n[[themes]]\nid = \"b\"\n\n[[areas]]\nid = \"v\"\n\n# của a\n[[themes]]\nid = "
            "\"a\"\n[[themes.categories]]\nvalue = \"x\"\n");
}

TEST(ProjectPatch, ChangesAnEntryByItsNumber) {
  ProjectPatch patch("[[crosswalks]]\nfile = \"a.csv\"\n[[crosswalks]]\nfile = \"b.csv\"\n");
  patch.change_nth("crosswalks", 1, {{"file", "\"c.csv\""}});
  patch.change_nth("crosswalks", 2, {{"file", "\"d.csv\""}});
  EXPECT_EQ(patch.text(), "[[crosswalks]]\nfile = \"a.csv\"\n[[crosswalks]]\nfile = \"c.csv\"\n");
}

class ProjectWriter : public ::testing::Test {
 protected:
  model::Project changed() {
    model::Project project = *m_sample.project();
    model::Classification& how = project.themes[0].classification;
    how.method = model::BreakMethod::quantile;
    how.breaks.clear();
    how.classes = 4;
    how.palette = "Greens";
    return project;
  }
  test::SampleProject m_sample;
};

TEST_F(ProjectWriter, ChangesOnlyWhatWasChanged) {
  const auto before = m_sample.project();
  const std::string original = test::read_bytes(m_sample.file());
  EXPECT_EQ(patched_project(original, *before, *before), original);
  const std::string text = patched_project(original, *before, changed());
  EXPECT_THAT(text, HasSubstr("palette = \"Greens\""));
  EXPECT_THAT(text, HasSubstr("method = \"quantile\""));
  EXPECT_THAT(text, Not(HasSubstr("breaks")));
  EXPECT_THAT(text, HasSubstr("message_vi = \"{met} trên {n} đạt"));
}

TEST_F(ProjectWriter, AddsAndRemovesThemes) {
  const auto before = m_sample.project();
  model::Project after = changed();
  after.themes.erase(after.themes.begin() + 1);
  model::Theme extra;
  extra.id = "moi";
  extra.title = base::text("Mới \"hơn\"", "Newer");
  extra.indicator = "nuoc";
  after.themes.push_back(extra);
  const std::string text = patched_project(test::read_bytes(m_sample.file()), *before, after);
  const model::Project again = parse_project(text, after.file);
  EXPECT_EQ(again.themes.size(), 2U);
  EXPECT_EQ(*again.find_theme("moi"), extra);
  EXPECT_EQ(again.find_theme("ket-qua"), nullptr);
}

TEST_F(ProjectWriter, KeepsTheOrderOfThemes) {
  const auto before = m_sample.project();
  model::Project after = *before;
  std::swap(after.themes[0], after.themes[1]);
  model::Theme extra = after.themes[0];
  extra.id = "giua";
  after.themes.insert(after.themes.begin() + 1, extra);
  const std::string text = patched_project(test::read_bytes(m_sample.file()), *before, after);
  EXPECT_EQ(parse_project(text, after.file).themes, after.themes);
}

TEST_F(ProjectWriter, SavesEditsApartAndNamesTheirFile) {
  model::Project project = changed();
  project.value_edits.push_back(
      {.table = "bang", .field = "nuoc", .period = "2024", .code = "00097", .value = "20", .was = "15.5"});
  project.confirmed_names.push_back({"Huong Khe", "", "00097"});
  const std::string source = test::read_bytes(m_sample.folder / "values.csv");
  const model::Project saved = save_project(project, m_sample.project().get(), m_sample.file());
  EXPECT_TRUE(saved.confirmed_names.empty());
  const model::Project again = read_project(m_sample.file());
  EXPECT_EQ(again.value_edits, project.value_edits);
  EXPECT_EQ(again.themes, project.themes);
  EXPECT_THAT(test::read_bytes(m_sample.folder / again.aliases), HasSubstr("Huong Khe"));
  EXPECT_EQ(test::read_bytes(m_sample.folder / "values.csv"), source) << "the source stays as it is";
}

TEST_F(ProjectWriter, TellsAFileThatWasChangedElsewhere) {
  m_sample.replace_in("du_an.toml", "id = \"nuoc-sach\"", "id = \"nuoc-sach-2\"");
  model::Project before = *m_sample.project();
  before.themes[0].id = "nuoc-sach";
  model::Project after = changed();
  after.themes[0].id = "nuoc-sach";
  EXPECT_THAT(test::error_of([&] { patched_project(test::read_bytes(m_sample.file()), before, after); }),
              HasSubstr("changed elsewhere"));
}

TEST_F(ProjectWriter, WritesAProjectThatHasNoFileYet) {
  DirectInput input;
  input.boundaries = (m_sample.folder / "units.geojson").string();
  input.code = "code";
  input.name = "name";
  input.value = "pct";
  const auto file = m_sample.folder / "moi.toml";
  const model::Project saved = save_project(direct_project(input), nullptr, file);
  EXPECT_EQ(saved.file, file.string());
  EXPECT_EQ(saved.boundaries[0].file, "units.geojson") << "relative to the project";
  ProjectData data(std::make_shared<const model::Project>(saved));
  EXPECT_EQ(data.figures("value", "").values[1], 40);
}

}  // namespace
}  // namespace ntmap::app
