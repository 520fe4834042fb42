#include "app/data/crosswalk_names.hpp"

#include <gmock/gmock.h>

#include <string>

#include "app/check/check_project.hpp"
#include "app/data/carry_figures.hpp"
#include "app/data/crosswalk_steps.hpp"
#include "app/sample_project.hpp"
#include "app/two_vintages.hpp"

namespace ntmap::app {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;

/// The two vintages with a crosswalk that has names beside its codes.
struct NamedCrosswalk : test::TwoVintages {
  explicit NamedCrosswalk(const std::string& rows) {
    folder.write("chuyen.csv", "old_code,old_name,new_code,new_name,share\n" + rows);
  }

  base::Findings findings() const {
    ProjectData opened = data();
    return crosswalk_findings(opened);
  }

  static base::Finding only(const base::Findings& findings, const char* rule) {
    EXPECT_EQ(test::count_rule(findings, rule), 1U) << rule;
    for (const base::Finding& one : findings) {
      if (one.rule == rule) return one;
    }
    return {};
  }
};

constexpr const char* k_right =
    "00001,Một,00002,Hai Một,1\n00002,Hai,00002,Hai Một,1\n00003,Ba,00004,Bốn,\n00003,Ba,00005,Năm,\n";

std::string with(std::string_view from, std::string_view to) {
  std::string rows = k_right;
  const std::size_t at = rows.find(from);
  EXPECT_NE(at, std::string::npos);
  return rows.replace(at, from.size(), to);
}

TEST(CrosswalkNames, NamesOfTheCodesAreRightHoweverSpelt) {
  for (const std::string& rows :
       {std::string(k_right), with("00003,Ba,00004,Bốn,", "00003,xã BA,00004,Phường Bon,"),
        with("00002,Hai,00002,Hai Một,1", "00002,,00002,,1"),
        with("00001,Một,00002,Hai Một,1", "00001,Một,00002,Hai-Một (mới),1")}) {
    const base::Findings findings = NamedCrosswalk(rows).findings();
    EXPECT_EQ(test::count_rule(findings, "crosswalk.names-differ"), 0U) << rows;
    EXPECT_EQ(test::count_rule(findings, "crosswalk.name-unknown"), 0U) << rows;
  }
}

TEST(CrosswalkNames, ANewNameOfAnotherUnitIsAnErrorThatCarriesNothing) {
  const NamedCrosswalk project(with("00003,Ba,00004,Bốn,", "00003,Ba,00004,Sáu,"));
  ProjectData data = project.data();
  const base::Finding found = NamedCrosswalk::only(check_project(data), "crosswalk.names-differ");
  EXPECT_EQ(found.severity, base::Severity::error);
  EXPECT_THAT(found.file, EndsWith("chuyen.csv"));
  EXPECT_EQ(found.place.en, "row 4");
  EXPECT_THAT(found.what.en,
              AllOf(HasSubstr("units of moi"), HasSubstr("the code 00004 is Xã Bốn on the map"),
                    HasSubstr("the column “new_name” says “Sáu”")));
  EXPECT_THAT(found.remedy.en, HasSubstr("Mend the code or the name"));
  EXPECT_THAT(test::error_of([&] { carry_figures(data, {"cu", "moi", ""}); }), HasSubstr("“Sáu”"));
}

TEST(CrosswalkNames, AnOldNameOfAnotherUnitIsAnErrorToo) {
  const base::Findings findings =
      NamedCrosswalk(with("00001,Một,00002,Hai Một,1", "00001,Sáu,00002,Hai Một,1")).findings();
  const base::Finding found = NamedCrosswalk::only(findings, "crosswalk.names-differ");
  EXPECT_EQ(found.place.en, "row 2");
  EXPECT_THAT(found.what.en, AllOf(HasSubstr("units of cu"), HasSubstr("“old_name” says “Sáu”")));
}

TEST(CrosswalkNames, ANameOfNoUnitIsAWarning) {
  const base::Findings findings =
      NamedCrosswalk(with("00003,Ba,00004,Bốn,", "00003,Ba,00004,Thạch Đồng,")).findings();
  const base::Finding found = NamedCrosswalk::only(findings, "crosswalk.name-unknown");
  EXPECT_EQ(found.severity, base::Severity::warning);
  EXPECT_THAT(found.what.en, AllOf(HasSubstr("Xã Bốn"), HasSubstr("“Thạch Đồng”")));
  EXPECT_EQ(test::count_rule(findings, "crosswalk.names-differ"), 0U);
}

/// The town Kỳ Anh of 2008 was the ward Sông Trí when it was merged.
TEST(CrosswalkNames, AnOldUnitMayHaveBeenRenamedSince) {
  const base::Findings findings =
      NamedCrosswalk(with("00001,Một,00002,Hai Một,1", "00001,Sông Trí,00002,Hai Một,1")).findings();
  EXPECT_EQ(NamedCrosswalk::only(findings, "crosswalk.name-unknown").severity, base::Severity::note);
}

TEST(CrosswalkNames, RowsOfOneCodeSayOneName) {
  const NamedCrosswalk project(with("00002,Hai,00002,Hai Một,1", "00002,Hai,00002,Thạch Đồng,1"));
  const base::Finding found = NamedCrosswalk::only(project.findings(), "crosswalk.names-differ");
  EXPECT_EQ(found.place.en, "row 2, row 3");
  EXPECT_THAT(found.what.en,
              AllOf(HasSubstr("code 00002"), HasSubstr("“Hai Một” and “Thạch Đồng”"), HasSubstr("new_name")));
}

TEST(CrosswalkNames, RowsOfOneCodeAreComparedWhereTheMapHasNoNames) {
  const NamedCrosswalk project(with("00003,Ba,00005,Năm,", "00003,Sáu,00005,Năm,"));
  project.replace_in("du_an.toml", "file = \"cu.geojson\"\ncode = \"ma\"\nname = \"ten\"\n",
                     "file = \"cu.geojson\"\ncode = \"ma\"\nname = \"ma\"\n");
  const base::Finding found = NamedCrosswalk::only(project.findings(), "crosswalk.names-differ");
  EXPECT_THAT(found.what.en, HasSubstr("“Ba” and “Sáu”"));
}

TEST(CrosswalkNames, AConfirmedNameIsThatUnits) {
  const NamedCrosswalk project(with("00003,Ba,00004,Bốn,", "00003,Ba,00004,Thạch Đồng,"));
  project.replace_in("du_an.toml", "crs = \"EPSG:9209\"\n", "crs = \"EPSG:9209\"\naliases = \"ten.csv\"\n");
  project.folder.write("ten.csv", "name,code\nThạch Đồng,00004\n");
  EXPECT_EQ(test::count_rule(project.findings(), "crosswalk.name-unknown"), 0U);
  project.folder.write("ten.csv", "name,code\nThạch Đồng,00005\n");
  const base::Finding found = NamedCrosswalk::only(project.findings(), "crosswalk.names-differ");
  EXPECT_THAT(found.what.en, HasSubstr("confirmed to be the code 00005"));
}

TEST(CrosswalkNames, RowsOfSeveralFilesAreNamedByTheirFile) {
  const NamedCrosswalk project("00001,Một,00002,Hai Một,1\n00002,Hai,00002,Hai Một,1\n00003,Ba,00004,Bốn,\n");
  project.folder.write(
      "them.csv", "from_vintage,to_vintage,old_code,old_name,new_code,new_name\ncu,moi,00003,Ba,00005,Sáu\n");
  project.replace_in("du_an.toml", "[[indicators]]", "[[crosswalks]]\nfile = \"them.csv\"\n[[indicators]]");
  const base::Finding found = NamedCrosswalk::only(project.findings(), "crosswalk.names-differ");
  EXPECT_THAT(found.file, EndsWith("them.csv"));
  EXPECT_EQ(found.place.en, "row 2");
}

}  // namespace
}  // namespace ntmap::app
