#include "app/project/source_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/project/project_file.hpp"
#include "app/sample_project.hpp"
#include "app/two_vintages.hpp"
#include "base/error.hpp"
#include "base/sha256.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(SourceFiles, NamesEveryFileTheProjectRestsOn) {
  const test::TwoVintages project;
  EXPECT_THAT(source_files(read_project(project.file())),
              ElementsAre("chuyen.csv", "cu.geojson", "du_an.toml", "moi.geojson", "so_lieu.csv"));
  const auto sample = source_files(read_project(test::checkout("gis_data/sonduong.toml")));
  EXPECT_THAT(sample, testing::IsSupersetOf({"sonduong.toml", "sonduong/boundaries/communes.dbf",
                                             "sonduong/boundaries/communes.prj",
                                             "sonduong/boundaries/communes.cpg"}));
}

TEST(SourceFiles, LayersAndSheetsAreOfOneFileAndWhatIsNotThereIsLeftOut) {
  const test::SampleProject sample;
  sample.replace_in("du_an.toml", "file = \"units.geojson\"", "file = \"units.geojson:units\"");
  EXPECT_THAT(source_files(*sample.project()), ElementsAre("du_an.toml", "units.geojson", "values.csv"));
  EXPECT_EQ(file_sha256(sample.folder / "values.csv"), base::sha256_hex(test::values_csv()));
  std::filesystem::remove(sample.folder / "values.csv");
  EXPECT_THAT(source_files(*sample.project()), ElementsAre("du_an.toml", "units.geojson"));
  EXPECT_THROW(file_sha256(sample.folder / "values.csv"), base::Error);
}

TEST(SourceFiles, AreNeverReplaced) {
  const test::TwoVintages project;
  const model::Project read = read_project(project.file());
  EXPECT_NO_THROW(refuse_source(read, project.folder / "ban_do.png"));
  for (const char* source : {"so_lieu.csv", "moi.geojson", "du_an.toml"}) {
    const std::string said = test::error_of([&] { refuse_source(read, project.folder / source); });
    EXPECT_THAT(said, HasSubstr(source));
    EXPECT_THAT(said, HasSubstr("another name"));
  }
}

TEST(SourceFiles, ValuesChangedByHandAreNotReplacedEither) {
  const test::SampleProject sample;
  sample.folder.write("sua.csv", "table,field,period,code,value,was,who,when\n");
  sample.replace_in("du_an.toml", "[project]\n", "[project]\nedits = \"sua.csv\"\n");
  const std::string said =
      test::error_of([&] { refuse_source(*sample.project(), sample.folder / "sua.csv"); });
  EXPECT_THAT(said, HasSubstr("sua.csv"));
}

TEST(SourceFiles, AProjectReplacesNothingButProjects) {
  const test::SampleProject sample;
  sample.folder.write("nguong.toml", "[overlay]\nname_vi = \"Tỉnh\"\n");
  EXPECT_THAT(test::error_of([&] { refuse_no_project(sample.folder / "nguong.toml"); }),
              HasSubstr("nguong.toml"));
  EXPECT_NO_THROW(refuse_no_project(sample.folder / "du_an.toml"));
  EXPECT_NO_THROW(refuse_no_project(sample.folder / "moi.toml"));
}

}  // namespace
}  // namespace ntmap::app
