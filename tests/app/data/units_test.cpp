#include "app/data/units.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/sample_project.hpp"
#include "crs/crs.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

Units load(const test::SampleProject& sample) {
  const auto project = sample.project();
  return load_units(*project, project->boundaries.front());
}

TEST(Units, IdentityAsPlainColumns) {
  const Units units = load({});
  EXPECT_EQ(units.vintage, "2023");
  EXPECT_THAT(units.codes, ElementsAre("00097", "00098", "00099", "00100"));
  EXPECT_EQ(units.full_name(0), "Xã Hương Khê");
  EXPECT_EQ(units.full_name(1), "Phường Trần Phú");
  EXPECT_EQ(units.by_code.at("00099"), 2U);
}

TEST(Units, DistrictsAreGroups) {
  const Units units = load({});
  EXPECT_EQ(units.district_count, 3U);
  EXPECT_EQ(units.district_of[1], units.district_of[3]);
  EXPECT_NE(units.district_of[0], units.district_of[2]);
}

TEST(Units, WithoutDistrictsThereIsOneGroup) {
  const test::SampleProject sample;
  sample.replace_in("du_an.toml", "district = \"district\"\n", "");
  sample.replace_in("du_an.toml", "type = \"type\"\n", "");
  const Units units = load(sample);
  EXPECT_EQ(units.district_count, 1U);
  EXPECT_THAT(units.district_of, ElementsAre(0, 0, 0, 0));
  EXPECT_EQ(units.full_name(0), "Hương Khê");
}

TEST(Units, DegreesAreDrawnInMetres) {
  const Units units = load({});
  EXPECT_FALSE(crs::describe(units.crs).geographic);
  const base::Box box = units.layer.polygons.box();
  EXPECT_NEAR(box.height(), 22'200, 200);                 // 0.2 degrees of a meridian
  EXPECT_NEAR(box.width() / box.height(), 0.949, 0.005);  // cos 18.4 degrees
}

TEST(Units, TheProjectsSystemIsKept) {
  const test::SampleProject sample;
  sample.replace_in("du_an.toml", "province =", "crs = \"EPSG:9209\"\nprovince =");
  const Units units = load(sample);
  EXPECT_EQ(units.crs, "EPSG:9209");
  EXPECT_EQ(units.layer.crs, "EPSG:9209");
  EXPECT_NEAR(units.layer.polygons.box().centre().x, 542'000, 2'000);  // 0.4 degrees east of 105°30'
}

TEST(Units, SourceSystemLeavesCoordinatesAlone) {
  const test::SampleProject sample;
  sample.replace_in("du_an.toml", "province =", "crs = \"source\"\nprovince =");
  const Units units = load(sample);
  EXPECT_EQ(units.crs, "EPSG:4326");
  EXPECT_DOUBLE_EQ(units.layer.polygons.box().min_x, 105.8);
}

TEST(Units, CodeTwiceKeepsTheFirstAndTells) {
  const test::SampleProject sample;
  sample.replace_in("units.geojson", "00098", "00097");
  const Units units = load(sample);
  EXPECT_EQ(units.by_code.at("00097"), 0U);
  ASSERT_EQ(test::count_rule(units.findings, "units.code-twice"), 1U);
  EXPECT_EQ(units.findings.back().severity, base::Severity::error);
  EXPECT_THAT(units.findings.back().what.en, HasSubstr("Hương Khê"));
}

TEST(Units, MissingCodeNamesTheRow) {
  const test::SampleProject sample;
  sample.replace_in("units.geojson", "\"00099\"", "null");
  const Units units = load(sample);
  ASSERT_EQ(test::count_rule(units.findings, "units.code-missing"), 1U);
  EXPECT_EQ(units.findings.back().place.en, "row 3");
  EXPECT_FALSE(units.by_code.contains(""));
}

TEST(Units, WrongFieldNamesTheNearest) {
  const test::SampleProject sample;
  sample.replace_in("du_an.toml", "code = \"code\"", "code = \"cod\"");
  const std::string error = test::error_of([&] { load(sample); });
  EXPECT_THAT(error, StartsWith("not_found"));
  EXPECT_THAT(error, HasSubstr("Did you mean “code”"));
}

TEST(Units, BoundariesThatCannotBeTrustedAreRefused) {
  Units units;
  units.findings.push_back({base::Severity::error, "geometry.not-finite", "a.shp", {}, "one shape", {}});
  EXPECT_NO_THROW(require_trustworthy(units));
  units.findings.push_back({base::Severity::warning, "crs.elsewhere", "a.shp", {}, "in France", {}});
  EXPECT_NO_THROW(require_trustworthy(units));
  Units at_sea = units;
  at_sea.findings.push_back({base::Severity::error, "crs.elsewhere", "a.shp", {}, "at sea", "say EPSG:9209"});
  EXPECT_THAT(test::error_of([&] { require_trustworthy(at_sea); }),
              AllOf(HasSubstr("a.shp: at sea"), HasSubstr("say EPSG:9209")));
  units.findings.push_back({base::Severity::error, "shp.truncated", "a.shp", {}, "cut off", "ask again"});
  const std::string said = test::error_of([&] { require_trustworthy(units); });
  EXPECT_THAT(said, AllOf(HasSubstr("a.shp: cut off"), HasSubstr("ask again")));
}

}  // namespace
}  // namespace ntmap::app
