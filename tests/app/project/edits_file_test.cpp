#include "app/project/edits_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/data/project_data.hpp"
#include "app/project/project_file.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using model::ValueEdit;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

ValueEdit edit(const std::string& code, const std::string& value) {
  return {.table = "bang",
          .field = "nuoc",
          .period = "2024",
          .code = code,
          .value = value,
          .was = "15.5",
          .who = "cán bộ xã, \"Kỳ Anh\"",
          .when = "2025-01-31 14:05"};
}

TEST(EditsFile, ReadsWhatItWrites) {
  const std::vector<ValueEdit> edits{edit("00097", "20"), edit("00098", "")};
  EXPECT_EQ(parse_edits(format_edits(edits), "sua.csv"), edits);
  EXPECT_THAT(parse_edits(format_edits({}), "sua.csv"), IsEmpty());
  EXPECT_THAT(parse_edits("", "sua.csv"), IsEmpty());
}

TEST(EditsFile, TheLastRowOfACellCounts) {
  const auto edits = parse_edits(format_edits({edit("00097", "20"), edit("00097", "30")}), "sua.csv");
  ASSERT_EQ(edits.size(), 1U);
  EXPECT_EQ(edits[0].value, "30");
}

TEST(EditsFile, NamesTheRowThatIsWrong) {
  EXPECT_THAT(test::error_of([] { parse_edits("table,field,code,value\nbang,,00097,3\n", "sua.csv"); }),
              HasSubstr("sua.csv, row 2"));
  EXPECT_THAT(test::error_of([] { parse_edits("table,field,value\n", "sua.csv"); }), HasSubstr("“code”"));
}

TEST(PutEdit, KeepsWhatTheSourceSaidOverSeveralEdits) {
  std::vector<ValueEdit> edits;
  put_edit(edits, edit("00097", "20"));
  ValueEdit again = edit("00097", "25");
  again.was = "20";
  put_edit(edits, again);
  ASSERT_EQ(edits.size(), 1U);
  EXPECT_EQ(edits[0].value, "25");
  EXPECT_EQ(edits[0].was, "15.5");
  again.value = "15.5";
  again.was = "25";
  put_edit(edits, again);
  EXPECT_THAT(edits, IsEmpty()) << "the source's own value back is no edit";
}

class EditedFigures : public ::testing::Test {
 protected:
  Figures figures(const std::vector<ValueEdit>& edits, const std::string& indicator = "nuoc") {
    auto project = std::make_shared<model::Project>(*m_sample.project());
    project->value_edits = edits;
    ProjectData data(project);
    return data.figures(indicator, "2024");
  }
  test::SampleProject m_sample;
};

TEST_F(EditedFigures, ShowTheEditInPlaceOfTheSource) {
  const Figures shown = figures({edit("00097", "99")});
  EXPECT_EQ(shown.values[0], 99);
  EXPECT_THAT(shown.edited, ElementsAre(1, 0, 0, 0));
  EXPECT_EQ(shown.values[1], 60);
}

TEST_F(EditedFigures, AUnitWithoutARowGetsOne) {
  const Figures shown = figures({edit("00100", "12.5")});
  EXPECT_EQ(shown.values[3], 12.5);
  EXPECT_EQ(test::count_rule(shown.findings, "edits.no-place"), 0U);
}

TEST_F(EditedFigures, NothingMeansNoData) {
  EXPECT_TRUE(std::isnan(figures({edit("00097", "")}).values[0]));
}

TEST_F(EditedFigures, OtherPeriodsAndTablesStay) {
  ValueEdit other = edit("00097", "99");
  other.period = "2023";
  EXPECT_EQ(figures({other}).values[0], 15.5);
}

TEST_F(EditedFigures, AnEditWithoutAPlaceIsToldNotLost) {
  EXPECT_EQ(test::count_rule(figures({edit("99999", "1")}).findings, "edits.no-place"), 1U);
  ValueEdit word = edit("00097", "đạt");
  word.field = "ket_qua";
  EXPECT_EQ(figures({word}, "ket_qua").texts[0], "đạt");
}

TEST_F(EditedFigures, AreReadWithTheProject) {
  m_sample.folder.write("sua.csv", format_edits({edit("00097", "77")}));
  m_sample.replace_in("du_an.toml", "province = \"Hà Tĩnh\"", "province = \"Hà Tĩnh\"\nedits = \"sua.csv\"");
  ProjectData data = m_sample.data();
  EXPECT_EQ(data.figures("nuoc", "2024").values[0], 77);
}

}  // namespace
}  // namespace ntmap::app
