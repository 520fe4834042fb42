// What changes, saves and recovers a project, through Session.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <thread>

#include "app/desk/session.hpp"
#include "app/project/project_file.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class SessionEdits : public ::testing::Test {
 protected:
  SessionEdits() { start(); }
  /// Another run of the program; the one before ends as a crash would end it.
  void start() {
    m_session.reset();
    m_session = std::make_unique<Session>([] {}, m_sample.folder / "recovery");
    apply(OpenProject{m_sample.file().string()});
  }
  void apply(const Command& command) {
    m_session->apply(command);
    settle();
  }
  void settle() {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while ((m_session->busy() || (m_wait_for_keeping && m_session->unkept())) &&
           std::chrono::steady_clock::now() < end) {
      m_session->poll();
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }
  void edit(const std::string& value) {
    apply(EditValue{{.table = "bang",
                     .field = "nuoc",
                     .period = "2024",
                     .code = "00097",
                     .value = value,
                     .was = "15.5"}});
  }
  double shown() const { return m_session->map()->figures.values[0]; }

  test::SampleProject m_sample;
  std::unique_ptr<Session> m_session;
  bool m_wait_for_keeping = false;
};

TEST_F(SessionEdits, AnEditShowsOnTheMapAndIsUndone) {
  edit("70");
  EXPECT_EQ(shown(), 70);
  EXPECT_TRUE(m_session->dirty());
  apply(Undo{});
  EXPECT_EQ(shown(), 15.5);
  EXPECT_FALSE(m_session->dirty());
  apply(Redo{});
  EXPECT_EQ(shown(), 70);
}

TEST_F(SessionEdits, ScenesAreMadeUndoneAndSaved) {
  model::Scene scene;
  scene.id = "canh-1";
  scene.caption = "Còn **{unmet}/{n}** xã";
  scene.notes = {"Dòng một\nDòng hai", "One\nTwo"};
  scene.extent = base::Box{1.5, 2, 3, 4};
  apply(SetScenes{{scene}});
  EXPECT_THAT(m_session->project()->scenes, SizeIs(1));
  apply(SetScenes{{scene}});
  EXPECT_TRUE(m_session->dirty());
  apply(Undo{});
  EXPECT_THAT(m_session->project()->scenes, IsEmpty());
  EXPECT_FALSE(m_session->can_undo()) << "the same scenes again were no change";
  apply(Redo{});
  apply(SaveProject{});
  EXPECT_FALSE(m_session->dirty());
  EXPECT_THAT(m_session->problems(), IsEmpty());
  EXPECT_THAT(read_project(m_sample.file().string()).scenes, testing::ElementsAre(scene));
  apply(SetScenes{});
  apply(SaveProject{});
  EXPECT_THAT(read_project(m_sample.file().string()).scenes, IsEmpty());
}

TEST_F(SessionEdits, ThemesAreAddedChangedAndRemoved) {
  model::Theme theme = m_session->project()->themes.front();
  theme.id = "moi";
  apply(PutTheme{theme});
  EXPECT_THAT(m_session->project()->themes, SizeIs(3));
  apply(PutTheme{theme});
  EXPECT_FALSE(m_session->can_redo());
  apply(Undo{});
  EXPECT_FALSE(m_session->can_undo()) << "the same theme again was no change";
  apply(RemoveTheme{"ket-qua"});
  EXPECT_THAT(m_session->project()->themes, SizeIs(1));
  apply(RemoveTheme{"nuoc-sach"});
  EXPECT_THAT(m_session->project()->themes, SizeIs(1)) << "a project keeps one theme";
}

TEST_F(SessionEdits, ThemesAreMovedAndPutBehindAnother) {
  const auto ids = [&] {
    std::vector<std::string> out;
    for (const model::Theme& theme : m_session->project()->themes) out.push_back(theme.id);
    return out;
  };
  model::Theme copy = m_session->project()->themes.front();
  copy.id = "ban-sao";
  apply(PutTheme{copy, "nuoc-sach"});
  EXPECT_THAT(ids(), ElementsAre("nuoc-sach", "ban-sao", "ket-qua"));
  apply(MoveTheme{"nuoc-sach", 1});
  EXPECT_THAT(ids(), ElementsAre("ban-sao", "nuoc-sach", "ket-qua"));
  apply(MoveTheme{"ket-qua", -9});
  EXPECT_THAT(ids(), ElementsAre("ket-qua", "ban-sao", "nuoc-sach"));
  apply(SaveProject{});
  start();
  EXPECT_THAT(ids(), ElementsAre("ket-qua", "ban-sao", "nuoc-sach")) << "the file keeps the order";
  apply(MoveTheme{"ket-qua", -1});
  EXPECT_FALSE(m_session->can_undo()) << "it was first already";
}

TEST_F(SessionEdits, UndoingTheThemeThatIsShownShowsAnother) {
  model::Theme copy = m_session->project()->themes.front();
  copy.id = "ban-sao";
  apply(PutTheme{copy, "nuoc-sach"});
  apply(ChooseTheme{"ban-sao"});
  apply(SaveProject{});
  apply(Undo{});
  EXPECT_THAT(m_session->problems(), IsEmpty());
  EXPECT_EQ(m_session->map()->theme.id, "nuoc-sach");
  apply(SaveProject{});
  EXPECT_THAT(m_session->problems(), IsEmpty());
  EXPECT_EQ(read_project(m_sample.file()).find_theme("ban-sao"), nullptr);
}

TEST_F(SessionEdits, WhatAnotherWindowSavedIsNotWrittenOverUnasked) {
  edit("70");
  Session other([] {});
  other.apply(OpenProject{m_sample.file().string()});
  model::Theme theme = other.project()->themes.front();
  theme.id = "noi-khac";
  other.apply(PutTheme{theme});
  other.apply(SaveProject{});
  ASSERT_THAT(other.problems(), IsEmpty());

  apply(SaveProject{});
  EXPECT_TRUE(m_session->save_conflict());
  EXPECT_TRUE(m_session->dirty());
  EXPECT_THAT(m_session->problems(), IsEmpty());
  EXPECT_NE(read_project(m_sample.file()).find_theme("noi-khac"), nullptr);
  EXPECT_THAT(read_project(m_sample.file()).value_edits, IsEmpty()) << "nothing is written by halves";

  m_session->drop_save_conflict();
  apply(SaveProject{.overwrite = true});
  EXPECT_FALSE(m_session->save_conflict());
  EXPECT_FALSE(m_session->dirty());
  EXPECT_EQ(read_project(m_sample.file()).find_theme("noi-khac"), nullptr);
  EXPECT_THAT(read_project(m_sample.file()).value_edits, SizeIs(1));

  edit("71");
  apply(SaveProject{});
  EXPECT_FALSE(m_session->save_conflict()) << "the file is as this window saved it";
}

TEST_F(SessionEdits, AFileThatChangedCanBeSavedElsewhereOrOpenedAgain) {
  edit("70");
  apply(SaveProject{});
  Session other([] {});
  other.apply(OpenProject{m_sample.file().string()});
  other.apply(
      EditValue{{.table = "bang", .field = "nuoc", .period = "2024", .code = "00097", .value = "33"}});
  other.apply(SaveProject{});
  ASSERT_THAT(other.problems(), IsEmpty());
  edit("71");
  apply(SaveProject{});
  EXPECT_TRUE(m_session->save_conflict());
  const std::string file = (m_sample.folder / "ban_khac.toml").string();
  apply(SaveProject{file});
  EXPECT_THAT(m_session->problems(), IsEmpty());
  EXPECT_EQ(read_project(file).value_edits.front().value, "71");
  EXPECT_EQ(read_project(m_sample.file()).value_edits.front().value, "33") << "both are kept";
  apply(OpenProject{m_sample.file().string()});
  EXPECT_FALSE(m_session->save_conflict());
}

TEST_F(SessionEdits, SavedInAnotherFolderEverythingGoesOnThere) {
  edit("70");
  const auto folder = m_sample.folder / "khac";
  std::filesystem::create_directories(folder);
  const std::string file = (folder / "khac.toml").string();
  apply(SaveProject{file});
  ASSERT_THAT(m_session->problems(), IsEmpty());
  EXPECT_FALSE(m_session->dirty());
  EXPECT_EQ(m_session->project()->file, file);
  apply(Undo{});
  EXPECT_EQ(shown(), 15.5);
  EXPECT_EQ(m_session->project()->file, file) << "undo does not lead back to the first file";
  EXPECT_TRUE(m_session->dirty());
  apply(SaveProject{});
  ASSERT_THAT(m_session->problems(), IsEmpty());
  EXPECT_THAT(read_project(file).value_edits, IsEmpty());
  EXPECT_THAT(read_project(m_sample.file()).value_edits, IsEmpty());
}

TEST_F(SessionEdits, SavingMakesThisTheSavedState) {
  edit("70");
  apply(SaveProject{});
  ASSERT_THAT(m_session->problems(), IsEmpty());
  EXPECT_FALSE(m_session->dirty());
  EXPECT_THAT(m_session->written(), HasSubstr("du_an.toml"));
  EXPECT_EQ(read_project(m_sample.file()).value_edits.size(), 1U);
  apply(Undo{});
  EXPECT_TRUE(m_session->dirty());
  apply(SaveProject{});
  EXPECT_THAT(read_project(m_sample.file()).value_edits, IsEmpty());
}

TEST_F(SessionEdits, AProjectFileThatIsGoneIsSaidNotToBeSavedAndWhatToDo) {
  edit("70");
  std::filesystem::rename(m_sample.file(), m_sample.folder / "khac.toml");
  apply(SaveProject{});
  ASSERT_THAT(m_session->problems(), SizeIs(1));
  EXPECT_THAT(m_session->problems()[0].message().vi, HasSubstr("Chưa lưu được dự án"));
  EXPECT_THAT(m_session->problems()[0].remedy().vi, HasSubstr("về chỗ cũ"));
  EXPECT_TRUE(m_session->dirty());
}

TEST_F(SessionEdits, UndoShowsTheThemeThatItBringsBack) {
  const std::string theme = m_session->project()->themes[1].id;
  apply(ChooseTheme{theme});
  apply(RemoveTheme{theme});
  EXPECT_NE(m_session->map()->theme.id, theme);
  apply(Undo{});
  EXPECT_EQ(m_session->map()->theme.id, theme);
}

TEST_F(SessionEdits, WhatIsNotSavedIsOfferedAfterACrash) {
  m_wait_for_keeping = true;
  edit("70");
  start();
  ASSERT_TRUE(m_session->recovered());
  EXPECT_EQ(shown(), 15.5) << "nothing is changed unasked";
  apply(Recover{});
  EXPECT_EQ(shown(), 70);
  EXPECT_TRUE(m_session->dirty());
  apply(Undo{});
  EXPECT_EQ(shown(), 15.5);
}

TEST_F(SessionEdits, WhatIsDoneAfterAnUndoIsNotedDownToo) {
  m_wait_for_keeping = true;
  edit("70");
  apply(Undo{});
  apply(Redo{});
  start();
  ASSERT_TRUE(m_session->recovered());
  apply(Recover{});
  EXPECT_EQ(shown(), 70);
  apply(Undo{});
  edit("71");
  start();
  ASSERT_TRUE(m_session->recovered());
  apply(Recover{});
  EXPECT_EQ(shown(), 71);
}

TEST_F(SessionEdits, SavingWithoutChoosingDoesNotGiveUpWhatIsOffered) {
  m_wait_for_keeping = true;
  edit("70");
  start();
  apply(SaveProject{});
  ASSERT_TRUE(m_session->recovered());
  apply(Recover{});
  EXPECT_EQ(shown(), 70);
  apply(SaveProject{});
  EXPECT_EQ(read_project(m_sample.file()).value_edits.size(), 1U);
  EXPECT_THAT(m_session->problems(), IsEmpty());
}

TEST_F(SessionEdits, WhatIsChangedBeforeChoosingIsNotedDownToo) {
  m_wait_for_keeping = true;
  edit("70");
  start();
  edit("80");
  start();
  ASSERT_TRUE(m_session->recovered());
  EXPECT_EQ(m_session->older(), 1U);
  apply(Recover{});
  EXPECT_EQ(shown(), 80);
  ASSERT_TRUE(m_session->recovered());
  apply(Recover{});
  EXPECT_EQ(shown(), 70);
  EXPECT_FALSE(m_session->recovered());
  start();
  ASSERT_TRUE(m_session->recovered());
  EXPECT_EQ(m_session->older(), 0U) << "the one taken up last is noted down, the other was given up for it";
}

TEST_F(SessionEdits, AnotherWindowOnTheSameProjectIsToldOf) {
  EXPECT_FALSE(m_session->open_elsewhere());
  m_wait_for_keeping = true;
  edit("70");
  Session second([] {}, m_sample.folder / "recovery");
  second.apply(OpenProject{m_sample.file().string()});
  EXPECT_TRUE(second.open_elsewhere());
  EXPECT_FALSE(second.recovered()) << "the first still runs";
}

TEST_F(SessionEdits, WhatWasSavedOrGivenUpIsNotOffered) {
  m_wait_for_keeping = true;
  edit("70");
  apply(SaveProject{});
  start();
  EXPECT_FALSE(m_session->recovered());
  edit("80");
  m_session->forget_unsaved();
  start();
  EXPECT_FALSE(m_session->recovered());
  edit("90");
  start();
  apply(ForgetRecovered{});
  EXPECT_FALSE(m_session->recovered());
  start();
  EXPECT_FALSE(m_session->recovered());
}

TEST_F(SessionEdits, AConfirmedNameJoinsItsRow) {
  m_sample.replace_in("values.csv", "ma,nam", "ten,nam");
  m_sample.replace_in("values.csv", "00097,2024", "Thôn Lạ,2024");
  m_sample.replace_in("du_an.toml", "key = \"ma\"", "name = \"ten\"");
  start();
  ASSERT_NE(m_session->map(), nullptr);
  EXPECT_TRUE(std::isnan(shown())) << "no unit is called so";
  apply(ConfirmName{{"Thôn Lạ", "", "00097"}});
  EXPECT_EQ(shown(), 15.5);
  apply(Undo{});
  EXPECT_TRUE(std::isnan(shown()));
}

TEST_F(SessionEdits, UndoingAConfirmedNameAfterSavingTakesItOutOfTheFile) {
  m_sample.replace_in("values.csv", "ma,nam", "ten,nam");
  m_sample.replace_in("values.csv", "00097,2024", "Thôn Lạ,2024");
  m_sample.replace_in("du_an.toml", "key = \"ma\"", "name = \"ten\"");
  start();
  const auto file = m_sample.folder / "du_an_ten_da_xac_nhan.csv";
  apply(ConfirmName{{"Thôn Lạ", "", "00097"}});
  apply(SaveProject{});
  EXPECT_THAT(test::read_bytes(file), HasSubstr("Thôn Lạ"));
  EXPECT_EQ(shown(), 15.5);
  apply(Undo{});
  EXPECT_TRUE(m_session->dirty());
  EXPECT_TRUE(std::isnan(shown()));
  apply(SaveProject{});
  EXPECT_THAT(test::read_bytes(file), Not(HasSubstr("Thôn Lạ")));
  apply(Redo{});
  EXPECT_EQ(shown(), 15.5);
  apply(SaveProject{});
  EXPECT_THAT(test::read_bytes(file), HasSubstr("Thôn Lạ"));
  EXPECT_THAT(m_session->problems(), IsEmpty());
}

TEST_F(SessionEdits, ExportsWhatIsShown) {
  const auto target = m_sample.folder / "ban_do.geojson";
  apply(ExportShown{{.format = ExportFormat::geojson}, target.string(), base::Lang::vi});
  ASSERT_THAT(m_session->problems(), IsEmpty());
  EXPECT_THAT(test::read_bytes(target), HasSubstr("Hương Khê"));
  apply(ExportShown{{}, (m_sample.folder / "ban_do.doc").string(), base::Lang::vi});
  EXPECT_THAT(m_session->problems(), SizeIs(1));
}

TEST_F(SessionEdits, SaysThatATableIsWritten) {
  const auto target = m_sample.folder / "bang.csv";
  apply(ExportTable{m_session->desk(), {}, {0, 2}, target.string(), base::Lang::vi});
  EXPECT_THAT(test::read_bytes(target), HasSubstr("Cẩm Bình"));
  EXPECT_EQ(m_session->written(), target.string());
  EXPECT_EQ(m_session->note().vi, "Đã ghi " + target.string());
  apply(ExportTable{m_session->desk(), {}, {0}, (m_sample.folder / "bang.doc").string(), base::Lang::vi});
  EXPECT_THAT(m_session->problems(), SizeIs(1));
}

TEST_F(SessionEdits, NothingThatTheProjectReadsIsReplaced) {
  const auto source = m_sample.folder / "values.csv";
  const std::string before = test::read_bytes(source);
  apply(ExportTable{m_session->desk(), {}, {0}, source.string(), base::Lang::vi});
  EXPECT_THAT(m_session->problems(), SizeIs(1));
  EXPECT_EQ(test::read_bytes(source), before);
  const auto thresholds = m_sample.folder / "nguong.toml";
  m_sample.folder.write("nguong.toml", "[overlay]\n");
  apply(SaveProject{thresholds.string()});
  EXPECT_EQ(test::read_bytes(thresholds), "[overlay]\n");
  EXPECT_THAT(m_session->problems(), SizeIs(2));
}

TEST_F(SessionEdits, TablesForThePanelsComeWithTheMap) {
  ASSERT_NE(m_session->desk(), nullptr);
  EXPECT_EQ(m_session->desk()->table.units, m_session->map()->figures.units);
  EXPECT_EQ(m_session->desk()->period, "2024");
}

TEST_F(SessionEdits, OtherClassesLoseLabelsWrittenForTheOldOnes) {
  model::Theme theme = m_session->project()->themes.front();
  theme.labels = {base::text("ít", "few"), base::text("nhiều", "many")};
  apply(PutTheme{theme});
  model::Classification how = theme.classification;
  how.palette = "Greens";
  apply(SetClassification{theme.id, how});
  EXPECT_THAT(m_session->project()->themes.front().labels, SizeIs(2));
  how.breaks = {0, 30, 60, 100};
  apply(SetClassification{theme.id, how});
  EXPECT_THAT(m_session->project()->themes.front().labels, IsEmpty());
  EXPECT_THAT(m_session->problems(), IsEmpty());
}

}  // namespace
}  // namespace ntmap::app
