// Sources of several files: one file or sheet a district, put together.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "app/check/check_project.hpp"
#include "app/data/project_data.hpp"
#include "app/data/units.hpp"
#include "app/sample_project.hpp"
#include "base/error.hpp"
#include "crs/crs.hpp"
#include "file_bytes.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const base::Finding* find_rule(const base::Findings& findings, std::string_view rule) {
  for (const base::Finding& finding : findings) {
    if (finding.rule == rule) return &finding;
  }
  return nullptr;
}

/// The sample with one more unit, 00101 to the east, in a shapefile of its own in VN-2000.
struct TwoFiles : test::SampleProject {
  TwoFiles() {
    std::vector<double> ring{106.0, 18.3, 106.0, 18.4, 106.1, 18.4, 106.1, 18.3, 106.0, 18.3};
    crs::transform(ring, "EPSG:4326", "EPSG:9209");
    const test::ShpBytes bytes = test::shp_bytes(std::vector<test::FileRings>{{ring}});
    folder.write("dong.shp", bytes.shp);
    folder.write("dong.shx", bytes.shx);
    folder.write(
        "dong.dbf",
        test::dbf_bytes({{"code", 'C', 5}, {"name", 'C', 20}, {"type", 'C', 12}, {"district", 'C', 20}},
                        {{"00101", "Lộc Hà", "Xã", "Lộc Hà"}}));
    folder.write("dong.cpg", "UTF-8");
    folder.write("dong.prj", crs::describe("EPSG:9209").definition);
    replace_in("du_an.toml", "file = \"units.geojson\"", "file = [\"units.geojson\", \"dong.shp\"]");
  }
};

TEST(SeveralFiles, BoundariesOfDistrictsAreOneMap) {
  const TwoFiles sample;
  ProjectData data = sample.data();
  const auto units = data.units("2023");
  EXPECT_THAT(units->codes, ElementsAre("00097", "00098", "00099", "00100", "00101"));
  EXPECT_EQ(units->layer.polygons.feature_count(), 5U);
  // The unit in VN-2000 lies right beside its neighbour in degrees.
  EXPECT_NEAR(units->layer.polygons.feature_box(4).min_x, units->layer.polygons.feature_box(1).max_x, 5);
}

TEST(SeveralFiles, FlawsNameTheFileTheyAreIn) {
  const TwoFiles sample;
  sample.folder.write(
      "dong.dbf",
      test::dbf_bytes({{"code", 'C', 5}, {"name", 'C', 20}, {"type", 'C', 12}, {"district", 'C', 20}},
                      {{"", "Lộc Hà", "Xã", "Lộc Hà"}}));
  ProjectData data = sample.data();
  const auto units = data.units("2023");
  const base::Finding* missing = find_rule(units->findings, "units.code-missing");
  ASSERT_NE(missing, nullptr);
  EXPECT_THAT(missing->file, HasSubstr("dong.shp"));
  EXPECT_EQ(missing->place.en, "row 1");
}

TEST(SeveralFiles, AFieldThatOneFileLacksIsAnError) {
  const TwoFiles sample;
  sample.folder.write("dong.dbf", test::dbf_bytes({{"ma", 'C', 5}}, {{"00101"}}));
  ProjectData data = sample.data();
  EXPECT_THAT(test::error_of([&] { data.units("2023"); }),
              testing::AllOf(HasSubstr("dong.shp"), HasSubstr("code")));
}

TEST(SeveralFiles, EachPeriodMayHaveAFileADistrict) {
  const test::SampleProject sample;
  sample.folder.write("bac.csv", "ma,nuoc,ket_qua\n00099,30,đạt\n00100,140,đạt\n");
  sample.folder.write("nam.csv", "ma,nuoc,ket_qua\n00097,10,chưa\n00098,20,chưa\n");
  sample.replace_in("du_an.toml", "file = \"values.csv\"\n", "");
  sample.replace_in("du_an.toml", "period_field = \"nam\"\n",
                    "[tables.by_period]\n\"2024\" = [\"nam.csv\", \"bac.csv\"]\n");
  ProjectData data = sample.data();
  const Figures figures = data.figures("nuoc", "2024");
  EXPECT_THAT(figures.values, ElementsAre(10, 20, 30, testing::IsNan()));
  const base::Finding* outside = find_rule(figures.findings, "figures.out-of-range");
  ASSERT_NE(outside, nullptr);
  EXPECT_THAT(outside->file, HasSubstr("bac.csv"));
  EXPECT_EQ(outside->place.en, "row 3, column nuoc");
}

TEST(SeveralFiles, EveryRowThatDiffersIsHeldAgainstTheFirst) {
  const test::SampleProject sample;
  sample.replace_in("values.csv", "00098,2024,60,", "00098,2024,55,đạt\n00098,2024,50,đạt\n00098,2024,60,");
  ProjectData data = sample.data();
  const Figures figures = data.figures("nuoc", "2024");
  std::string all;
  for (const base::Finding& finding : figures.findings) all += finding.what.en + "\n";
  EXPECT_THAT(all, HasSubstr("55 (row"));
  EXPECT_THAT(all, HasSubstr(") and 50\n"));
  EXPECT_THAT(all, HasSubstr(") and 60\n"));
  EXPECT_TRUE(std::isnan(figures.values[1]));
}

TEST(SeveralFiles, TwoThatDifferAreBothNamed) {
  const test::SampleProject sample;
  sample.folder.write("bac.csv", "ma,nuoc,ket_qua\n00099,30,đạt\n00098,25,đạt\n");
  sample.folder.write("nam.csv", "ma,nuoc,ket_qua\n00097,10,chưa\n00098,20,chưa\n");
  sample.replace_in("du_an.toml", "file = \"values.csv\"\n", "");
  sample.replace_in("du_an.toml", "period_field = \"nam\"\n",
                    "[tables.by_period]\n\"2024\" = [\"nam.csv\", \"bac.csv\"]\n");
  ProjectData data = sample.data();
  for (const char* indicator : {"nuoc", "ket_qua"}) {
    const Figures figures = data.figures(indicator, "2024");
    const base::Finding* differ = find_rule(figures.findings, "figures.disagree");
    ASSERT_NE(differ, nullptr) << indicator;
    EXPECT_THAT(differ->file, HasSubstr("bac.csv"));
    EXPECT_THAT(differ->place.en, HasSubstr("row 3"));
    EXPECT_THAT(differ->what.en, HasSubstr("nam.csv, row 3)"));
  }
}

std::string sheet_xml(const char* code, const char* value) {
  return std::string("<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>ma</t></is></c>") +
         "<c r=\"B1\" t=\"inlineStr\"><is><t>nuoc</t></is></c><c r=\"C1\" "
         "t=\"inlineStr\"><is><t>ket_qua</t></is></c>"
         "</row><row r=\"2\"><c r=\"A2\"><v>" +
         code + "</v></c><c r=\"B2\"><v>" + value +
         "</v></c><c r=\"C2\" t=\"inlineStr\"><is><t>đạt</t></is></c></row></sheetData>";
}

TEST(SeveralFiles, AllVisibleSheetsOfAWorkbook) {
  const test::SampleProject sample;
  sample.folder.write("so_lieu.xlsx", test::xlsx_bytes({{"Hương Khê", sheet_xml("97", "11"), ""},
                                                        {"Nháp", sheet_xml("98", "99"), "hidden"},
                                                        {"Cẩm Xuyên", sheet_xml("99", "133"), ""}}));
  sample.replace_in("du_an.toml", "file = \"values.csv\"", "file = \"so_lieu.xlsx:*\"\nperiod = \"2024\"");
  sample.replace_in("du_an.toml", "period_field = \"nam\"\n", "");
  ProjectData data = sample.data();
  const Figures figures = data.figures("nuoc", "2024");
  EXPECT_EQ(figures.values[0], 11);  // 97 is 00097
  EXPECT_TRUE(std::isnan(figures.values[1]));
  const base::Finding* outside = find_rule(figures.findings, "figures.out-of-range");
  ASSERT_NE(outside, nullptr);
  EXPECT_EQ(outside->place.en, "sheet “Cẩm Xuyên”, row 2, column nuoc");
}

TEST(SeveralFiles, NotApplicableIsNoMissingFigure) {
  const test::SampleProject sample;
  sample.replace_in("values.csv", "00098,2024,60,", "00098,2024,không áp dụng,");
  ProjectData data = sample.data();
  const Figures figures = data.figures("nuoc", "2024");
  EXPECT_EQ(figures.not_applicable[1], 1);
  EXPECT_EQ(find_rule(figures.findings, "number.text"), nullptr);
}

}  // namespace
}  // namespace ntmap::app
