#include "app/areas/export_coverage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "app/area_sample.hpp"
#include "io/vector_reader.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;

struct Exported : test::AreaSample {
  std::vector<CoverageReport> reports{coverage_report(
      coverage(), nullptr, {.choice = at_work("2024-12-31"), .date = "2024-12-31", .target = 60})};

  std::filesystem::path write(const char* name, const CoverageExport& options = {}) const {
    const std::filesystem::path target = folder / name;
    check_coverage_export(target, options.overwrite);
    export_coverage(*project(), reports, target, options);
    return target;
  }
};

std::vector<double> numbers(const model::Table& table, const char* column) {
  const model::Column* found = table.find(column);
  return found == nullptr ? std::vector<double>() : found->numbers;
}

TEST(ExportCoverage, OneRowAUnitInEveryFormat) {
  const Exported exported;
  EXPECT_THAT(
      test::read_bytes(exported.write("phu.csv")),
      HasSubstr(
          "code,name,type,district,unit_ha,covered_ha,covered_pct,areas,gap_pct\r\n\"00097\",Hương Khê"));
  for (const char* name : {"phu.gpkg", "phu.geojson"}) {
    const io::VectorFile file = io::read_vector(exported.write(name), {});
    EXPECT_EQ(file.layer.polygons.feature_count(), 4U) << name;
    const std::vector<double> percent = numbers(file.layer.attributes, "covered_pct");
    ASSERT_EQ(percent.size(), 4U) << name;
    EXPECT_NEAR(percent[0], 75, 0.05);
    EXPECT_NEAR(numbers(file.layer.attributes, "gap_pct")[1], 10, 0.05);
    EXPECT_EQ(numbers(file.layer.attributes, "areas")[0], 2);
  }
  EXPECT_GT(std::filesystem::file_size(exported.write("phu.xlsx")), 1000U);
}

TEST(ExportCoverage, AColumnAYear) {
  const Exported exported;
  const model::Table table = coverage_table(exported.reports, true);
  EXPECT_NEAR(numbers(table, "ha_2022")[0], numbers(table, "unit_ha")[0] / 2, 10);
  EXPECT_NEAR(numbers(table, "ha_2024")[1], numbers(table, "unit_ha")[1] / 2, 10);
}

TEST(ExportCoverage, SeveralLayersHaveColumnsOfTheirOwn) {
  Exported exported;
  exported.reports.push_back(exported.reports.front());
  const model::Table table = coverage_table(exported.reports, false);
  EXPECT_NE(table.find("nuoc_covered_ha"), nullptr);
  EXPECT_EQ(table.find("covered_ha"), nullptr);
}

TEST(ExportCoverage, PiecesOfTheChosenAreas) {
  const Exported exported;
  const std::filesystem::path target = exported.folder / "phan.gpkg";
  export_pieces(*exported.project(), exported.reports.front(), target, {});
  const io::VectorFile file = io::read_vector(target, {});
  ASSERT_EQ(file.layer.attributes.row_count(), 3U) << "A in one unit, B in two";
  EXPECT_EQ(file.layer.attributes.find("area")->text(0), "A");
  EXPECT_EQ(file.layer.attributes.find("status")->text(0), "working");
  EXPECT_EQ(file.layer.attributes.find("date")->text(0), "2022-12-31");
  EXPECT_NEAR(file.layer.attributes.find("hectares")->numbers[0], 5850, 30);
}

TEST(ExportCoverage, RefusesBeforeAnythingIsOpened) {
  const Exported exported;
  EXPECT_THAT(test::error_of([&] { check_coverage_export("a.shp", base::Overwrite::no); }),
              HasSubstr(".gpkg"));
  EXPECT_THAT(test::error_of([&] { check_pieces_export("a.csv", base::Overwrite::no); }),
              HasSubstr(".geojson"));
  EXPECT_THAT(test::error_of([&] { check_coverage_export(exported.write("a.csv"), base::Overwrite::no); }),
              HasSubstr("a.csv"));
}

}  // namespace
}  // namespace ntmap::app
