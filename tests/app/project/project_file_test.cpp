#include "app/project/project_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/error.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;

const std::string k_project = R"(
[project]
title_vi = "Thử"
title_en = "Trial"
crs = "EPSG:9209"
[[boundaries]]
id = "2025-01"
file = "communes.shp"
code = "MA_XA"
name = "TEN_XA"
valid_from = 2025-01-01
valid_to = 2025-06-30
[[periods]]
id = "2025"
date = 2025-03-31
[[tables]]
id = "nuoc"
file = ["a.csv", "b.xlsx:Huyện"]
key = "ma_xa"
[[indicators]]
id = "nuoc_sach"
table = "nuoc"
field = "ty_le"
percent = true
[[themes]]
id = "nuoc-sach"
indicator = "nuoc_sach"
method = "quantile"
)";

std::string error_of(const std::string& toml) {
  try {
    parse_project(toml, "p.toml");
  } catch (const base::Error& error) {
    return error.message().en + " | " + error.remedy().en;
  }
  return "no error";
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(ProjectFile, ReadsWhatItSays) {
  const model::Project project = parse_project(k_project, "folder/p.toml");
  EXPECT_EQ(project.title.en, "Trial");
  EXPECT_EQ(project.folder, "folder");
  ASSERT_EQ(project.tables.size(), 1U);
  EXPECT_THAT(project.tables[0].files, testing::ElementsAre("a.csv", "b.xlsx:Huyện"));
  EXPECT_EQ(project.indicators[0].maximum, 100);
  EXPECT_EQ(project.themes[0].classification.method, model::BreakMethod::quantile);
  ASSERT_NE(project.boundaries_on("2025-03-31"), nullptr);
  EXPECT_EQ(project.boundaries_on("2025-07-01"), nullptr);
}

TEST(ProjectFile, PathsStartAtTheProject) {
  const model::Project project = parse_project(k_project, "folder/p.toml");
  EXPECT_EQ(resolve(project, "communes.shp"), "folder/communes.shp");
  EXPECT_EQ(resolve(project, "/data/communes.shp"), "/data/communes.shp");
}

TEST(ProjectFile, NearestWordsForKeysAndMethods) {
  EXPECT_THAT(error_of(replaced(k_project, "percent", "precent")), HasSubstr("percent"));
  EXPECT_THAT(error_of(replaced(k_project, "\"quantile\"", "\"quantiles\"")), HasSubstr("quantile"));
  EXPECT_THAT(error_of(replaced(k_project, "[[periods]]", "[[period]]")), HasSubstr("periods"));
}

TEST(ProjectFile, WhatAThemeCannotDrawIsRefusedOnLoading) {
  const auto with = [](const std::string& line) {
    return error_of(replaced(k_project, "method = \"quantile\"", line));
  };
  EXPECT_THAT(with("palette = \"Bluess\""),
              testing::AllOf(HasSubstr("line"), HasSubstr("Did you mean “Blues”")));
  EXPECT_THAT(with("breaks = [0, 25, 15]"), HasSubstr("must increase"));
  EXPECT_THAT(with("message = \"{unmett} of {n}\""),
              testing::AllOf(HasSubstr("{unmett}"), HasSubstr("{unmet}")));
  EXPECT_EQ(with("message = \"{unmet} of {n}, {mean}\""), "no error");
}

TEST(ProjectFile, MisspeltKeysThatAreNeededAreNamed) {
  EXPECT_THAT(error_of(replaced(k_project, "date = ", "dat = ")), HasSubstr("“dat”"));
  EXPECT_THAT(error_of(replaced(k_project, "file = [", "fil = [")), HasSubstr("“fil”"));
  EXPECT_THAT(error_of(replaced(k_project, "key = \"ma_xa\"", "kee = \"ma_xa\"")), HasSubstr("“kee”"));
}

TEST(ProjectFile, ReferencesMustExist) {
  EXPECT_THAT(error_of(replaced(k_project, "table = \"nuoc\"", "table = \"nuocc\"")),
              testing::AllOf(HasSubstr("“nuocc”"), HasSubstr("Did you mean “nuoc”")));
  EXPECT_THAT(error_of(replaced(k_project, "indicator = \"nuoc_sach\"", "indicator = \"x\"")),
              HasSubstr("indicator “x”"));
  EXPECT_THAT(error_of(replaced(k_project, "date = 2025-03-31", "date = 2026-03-31")),
              HasSubstr("2026-03-31"));
}

TEST(ProjectFile, IdsAreUsedOnce) {
  EXPECT_THAT(error_of(k_project + "[[periods]]\nid = \"2025\"\ndate = 2025-02-01\n"),
              HasSubstr("is used twice"));
}

TEST(ProjectFile, NeedsBoundaries) {
  EXPECT_THAT(error_of("[project]\ntitle = \"x\"\n"), HasSubstr("no boundaries"));
}

TEST(ProjectFile, MissingFileAndFolderAreNamed) {
  const test::TemporaryFolder folder;
  EXPECT_THROW(read_project(folder / "no.toml"), base::Error);
  EXPECT_THROW(read_project(folder.path()), base::Error);
}

}  // namespace
}  // namespace ntmap::app
