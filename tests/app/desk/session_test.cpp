#include "app/desk/session.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class SessionTest : public ::testing::Test {
 protected:
  /// Applies a command and waits for what it asks for.
  void apply(const Command& command) {
    m_session.apply(command);
    settle();
  }
  void settle() {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (m_session.busy() && std::chrono::steady_clock::now() < end) {
      m_session.poll();
      std::this_thread::yield();
    }
    EXPECT_FALSE(m_session.busy());
  }
  void open() { apply(OpenProject{m_sample.file().string()}); }
  void classify(int classes) {
    model::Classification classification;
    classification.method = model::BreakMethod::equal;
    classification.classes = classes;
    apply(SetClassification{"nuoc-sach", classification});
  }
  int classes() const { return m_session.project()->find_theme("nuoc-sach")->classification.classes; }

  test::SampleProject m_sample;
  Session m_session{[] {}};
};

TEST_F(SessionTest, NothingIsOpenAtFirst) {
  EXPECT_EQ(m_session.project(), nullptr);
  EXPECT_EQ(m_session.map(), nullptr);
  EXPECT_FALSE(m_session.can_undo());
  EXPECT_FALSE(m_session.can_redo());
  EXPECT_FALSE(m_session.dirty());
}

TEST_F(SessionTest, CommandsWithoutAProjectDoNothing) {
  for (const Command& command : {Command(Undo{}), Command(Redo{}), Command(ChooseTheme{"x"}),
                                 Command(ChoosePeriod{"x"}), Command(SetClassification{"x", {}})}) {
    apply(command);
  }
  EXPECT_EQ(m_session.project(), nullptr);
  EXPECT_THAT(m_session.problems(), IsEmpty());
}

TEST_F(SessionTest, OpensAProjectAndShowsItsLatestPeriod) {
  open();
  ASSERT_NE(m_session.map(), nullptr);
  EXPECT_EQ(m_session.map()->period, "2024");
  EXPECT_EQ(m_session.choice().theme, "nuoc-sach");
  EXPECT_THAT(m_session.periods(), ElementsAre("2023", "2024"));
  EXPECT_FALSE(m_session.dirty());
}

TEST_F(SessionTest, PollSaysWhetherSomethingChanged) {
  open();
  m_session.poll();
  EXPECT_FALSE(m_session.poll());
  m_session.apply(ChoosePeriod{"2023"});
  EXPECT_TRUE(m_session.poll());
}

TEST_F(SessionTest, ChoicesAreNotChangesOfTheProject) {
  open();
  apply(ChoosePeriod{"2023"});
  EXPECT_EQ(m_session.map()->period, "2023");
  apply(ChooseTheme{"ket-qua"});
  EXPECT_EQ(m_session.map()->theme.id, "ket-qua");
  EXPECT_EQ(m_session.map()->period, "2023");
  EXPECT_FALSE(m_session.can_undo());
  EXPECT_FALSE(m_session.dirty());
}

TEST_F(SessionTest, UndoAndRedoAsOftenAsWanted) {
  open();
  std::vector<std::shared_ptr<const model::Project>> states{m_session.project()};
  for (int n = 2; n <= 6; ++n) {
    classify(n);
    states.push_back(m_session.project());
  }
  const std::size_t last = states.size() - 1;
  for (std::size_t n = last; n-- > 0;) {
    apply(Undo{});
    EXPECT_EQ(m_session.project(), states[n]);
  }
  EXPECT_FALSE(m_session.can_undo());
  EXPECT_FALSE(m_session.dirty()) << "undoing all changes leads back to what was saved";
  apply(Undo{});
  EXPECT_EQ(m_session.project(), states[0]);
  for (std::size_t n = 1; n <= last; ++n) {
    apply(Redo{});
    EXPECT_EQ(m_session.project(), states[n]);
    EXPECT_EQ(m_session.map()->theme.classification.classes, classes());
  }
  EXPECT_FALSE(m_session.can_redo());
  EXPECT_TRUE(m_session.dirty());
}

TEST_F(SessionTest, ANewChangeEndsRedo) {
  open();
  classify(2);
  classify(3);
  apply(Undo{});
  classify(4);
  EXPECT_FALSE(m_session.can_redo());
  EXPECT_EQ(classes(), 4);
  apply(Undo{});
  EXPECT_EQ(classes(), 2);
}

TEST_F(SessionTest, ReclassifyingReadsNothingAgain) {
  open();
  const auto units = m_session.map()->figures.units;
  classify(3);
  EXPECT_EQ(m_session.map()->figures.units, units);
}

TEST_F(SessionTest, OnlyTheLastRequestIsShown) {
  open();
  m_session.apply(ChoosePeriod{"2023"});
  m_session.apply(ChoosePeriod{"nowhere"});
  m_session.apply(ChoosePeriod{"2024"});
  m_session.apply(ChoosePeriod{"2023"});
  settle();
  EXPECT_EQ(m_session.map()->period, "2023");
  EXPECT_THAT(m_session.problems(), IsEmpty())
      << "the failure of a request that was replaced is nobody's problem";
}

TEST_F(SessionTest, ProblemsAreCollectedAndTheOldMapStays) {
  open();
  const auto map = m_session.map();
  apply(ChooseTheme{"nuoc_sach"});
  apply(OpenProject{(m_sample.folder / "none.toml").string()});
  ASSERT_THAT(m_session.problems(), SizeIs(2));
  EXPECT_THAT(m_session.problems()[0].remedy().en, HasSubstr("nuoc-sach"));
  EXPECT_EQ(m_session.map(), map);
  m_session.dismiss_problem(0);
  ASSERT_THAT(m_session.problems(), SizeIs(1));
  EXPECT_THAT(m_session.problems()[0].message().en, HasSubstr("none.toml"));
}

TEST_F(SessionTest, AChoiceThatFailsIsTakenBack) {
  open();
  apply(ChooseTheme{"nothing"});
  EXPECT_EQ(m_session.choice().theme, "nuoc-sach");
  classify(3);
  EXPECT_THAT(m_session.problems(), SizeIs(1)) << "the failed choice must not fail again";
  EXPECT_EQ(m_session.map()->theme.classification.classes, 3);
}

TEST_F(SessionTest, ChangingAThemeThatIsNotThereChangesNothing) {
  open();
  apply(SetClassification{"nothing", {}});
  EXPECT_FALSE(m_session.can_undo());
  EXPECT_FALSE(m_session.dirty());
}

TEST_F(SessionTest, AnotherProjectStartsAfresh) {
  open();
  apply(ChoosePeriod{"2023"});
  classify(3);
  DirectInput input;
  input.boundaries = (m_sample.folder / "units.geojson").string();
  input.code = "code";
  input.value = "pct";
  apply(OpenData{input});
  ASSERT_NE(m_session.map(), nullptr);
  EXPECT_EQ(m_session.map()->theme.id, "value");
  EXPECT_THAT(m_session.periods(), IsEmpty());
  EXPECT_FALSE(m_session.can_undo());
}

TEST_F(SessionTest, DataWithoutNamedFieldsAreGuessedInAJob) {
  open();
  DirectInput input;
  input.boundaries = (m_sample.folder / "units.geojson").string();
  apply(OpenData{input});
  ASSERT_NE(m_session.map(), nullptr);
  EXPECT_EQ(m_session.map()->theme.id, "value");
  EXPECT_EQ(m_session.project()->boundaries.front().code, "code");
  input.boundaries = (m_sample.folder / "gone.geojson").string();
  apply(OpenData{input});
  EXPECT_EQ(m_session.map()->theme.id, "value") << "what cannot be read changes nothing";
  EXPECT_THAT(m_session.problems(), SizeIs(1));
}

TEST_F(SessionTest, DataThatCannotBeReadIsAProblem) {
  std::filesystem::remove(m_sample.folder / "values.csv");
  open();
  EXPECT_EQ(m_session.map(), nullptr);
  ASSERT_THAT(m_session.problems(), SizeIs(1));
  EXPECT_THAT(m_session.problems()[0].message().en, HasSubstr("values.csv"));
}

TEST_F(SessionTest, ASecondMapStandsBesideAndFollowsTheFirst) {
  open();
  apply(ShowBeside{{.theme = "nuoc-sach", .period = "2023"}});
  ASSERT_TRUE(m_session.beside());
  EXPECT_EQ(m_session.beside()->map->period, "2023");
  EXPECT_EQ(m_session.map()->period, "2024");
  EXPECT_FALSE(m_session.can_undo()) << "what is shown is no change of the project";
  const auto first = m_session.beside()->map;
  classify(2);
  EXPECT_NE(m_session.beside()->map, first) << "another style is the second map's too";
  EXPECT_EQ(m_session.beside()->map->classes.classes.front().high,
            m_session.map()->classes.classes.front().high);
  apply(ShowBeside{{.theme = "ket-qua", .period = "2023"}});
  EXPECT_EQ(m_session.beside()->map->theme.id, "ket-qua");
  apply(ShowAlone{});
  EXPECT_FALSE(m_session.beside());
}

TEST_F(SessionTest, WhenTheSecondMapsThemeGoesAnotherStandsThere) {
  open();
  apply(ShowBeside{{.theme = "ket-qua", .period = "2023"}});
  apply(RemoveTheme{"ket-qua"});
  ASSERT_TRUE(m_session.beside());
  EXPECT_EQ(m_session.beside()->map->theme.id, "nuoc-sach");
  EXPECT_THAT(m_session.problems(), IsEmpty());
}

TEST_F(SessionTest, ChecksTheWholeProjectWhenAsked) {
  open();
  EXPECT_EQ(m_session.checked(), nullptr);
  apply(CheckData{});
  ASSERT_NE(m_session.checked(), nullptr);
  EXPECT_TRUE(m_session.check_holds());
  EXPECT_TRUE(std::any_of(m_session.checked()->findings.begin(), m_session.checked()->findings.end(),
                          [](const base::Finding& one) { return one.rule == "figures.blank"; }))
      << "unit 00100 has no figure in 2024";
  classify(3);
  EXPECT_FALSE(m_session.check_holds()) << "the project is another one now";
}

TEST_F(SessionTest, CancelledWorkLeavesTheChoiceOfTheMapThatIsShown) {
  open();
  m_session.apply(ChooseTheme{"ket-qua"});
  m_session.cancel();
  settle();
  EXPECT_EQ(m_session.map()->theme.id, "nuoc-sach");
  EXPECT_EQ(m_session.choice().theme, "nuoc-sach") << "the list must not name a theme that is not shown";
}

TEST_F(SessionTest, EndsWithWorkUnderWay) {
  m_session.apply(OpenProject{m_sample.file().string()});
  m_session.cancel();
  settle();
  EXPECT_THAT(m_session.problems(), IsEmpty());
}

}  // namespace
}  // namespace ntmap::app
