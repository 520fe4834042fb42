#include "app/project/missing_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/data/group_means.hpp"
#include "app/project/project_writer.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class MissingFiles : public ::testing::Test {
 protected:
  void move_data() {
    std::filesystem::create_directories(m_sample.folder / "noi khac");
    for (const char* name : {"units.geojson", "values.csv"})
      std::filesystem::rename(m_sample.folder / name, m_sample.folder / "noi khac" / name);
  }
  test::SampleProject m_sample;
};

TEST_F(MissingFiles, AreNamedAsTheProjectWritesThem) {
  EXPECT_THAT(missing_files(*m_sample.project()), IsEmpty());
  move_data();
  EXPECT_THAT(missing_files(*m_sample.project()), ElementsAre("units.geojson", "values.csv"));
}

TEST_F(MissingFiles, OneAnswerMendsAFolderThatWasMoved) {
  move_data();
  const model::Project mended = with_file_found(*m_sample.project(), "values.csv",
                                                (m_sample.folder / "noi khac" / "values.csv").string());
  EXPECT_THAT(missing_files(mended), IsEmpty());
  EXPECT_EQ(mended.tables[0].files[0], "noi khac/values.csv")
      << "relative, so that the project can be moved on";
  EXPECT_EQ(mended.boundaries[0].file, "noi khac/units.geojson");
}

/// Two folders of the project put into one.
class GatheredFiles : public MissingFiles {
 protected:
  void in_folders(const std::string& units, const std::string& values) {
    m_sample.replace_in("du_an.toml", "\"units.geojson\"", "\"" + units + "\"");
    m_sample.replace_in("du_an.toml", "\"values.csv\"", "\"" + values + "\"");
    move_data();
  }
  model::Project with_units_found() {
    return with_file_found(*m_sample.project(), missing_files(*m_sample.project()).front(),
                           (m_sample.folder / "noi khac" / "units.geojson").string());
  }
};

TEST_F(GatheredFiles, AreFoundByTheirNames) {
  in_folders("ranh_gioi/units.geojson", "bang/values.csv");
  EXPECT_THAT(missing_files(with_units_found()), IsEmpty());
}

TEST_F(GatheredFiles, OfOneNameAreNotTakenForOneAnother) {
  in_folders("ranh_gioi/units.geojson", "2024/values.csv");
  test::append(m_sample.file(), "[[tables]]\nid = \"cu\"\nfile = \"2023/values.csv\"\nkey = \"ma\"\n");
  EXPECT_THAT(missing_files(with_units_found()), ElementsAre("2024/values.csv", "2023/values.csv"));
}

TEST_F(GatheredFiles, ThatTheProjectHasAlreadyAreNoOthers) {
  in_folders("ranh_gioi/units.geojson", "2024/values.csv");
  test::append(m_sample.file(), "[[tables]]\nid = \"cu\"\nfile = \"noi khac/values.csv\"\nkey = \"ma\"\n");
  EXPECT_THAT(missing_files(with_units_found()), ElementsAre("2024/values.csv"));
}

TEST_F(MissingFiles, LeaveAloneWhatIsThere) {
  const model::Project mended = with_file_found(*m_sample.project(), "gone.csv", "/elsewhere/gone.csv");
  EXPECT_EQ(mended.tables[0].files, m_sample.project()->tables[0].files);
}

TEST_F(MissingFiles, TheAnswerIsSaved) {
  move_data();
  const auto before = m_sample.project();
  const model::Project mended =
      with_file_found(*before, "units.geojson", (m_sample.folder / "noi khac" / "units.geojson").string());
  save_project(mended, before.get(), m_sample.file());
  EXPECT_THAT(missing_files(*m_sample.project()), IsEmpty());
}

TEST(GroupMeans, AreOfUnitsWithTheFigureLargestFirst) {
  Units units;
  units.codes = {"1", "2", "3", "4", "5"};
  units.districts = {"A", "B", "A", "B", "C"};
  units.district_of = {0, 1, 0, 1, 2};
  units.district_count = 3;
  const double none = model::k_no_data;
  const auto groups = group_means(units, std::vector<double>{1, 10, 3, none, none});
  ASSERT_EQ(groups.size(), 2U) << "a district without any figure has no mean";
  EXPECT_EQ(groups[0].name, "B");
  EXPECT_EQ(groups[0].missing, 1U);
  EXPECT_DOUBLE_EQ(groups[1].mean, 2);
  EXPECT_THAT(groups[1].units, ElementsAre(0, 2));
}

}  // namespace
}  // namespace ntmap::app
