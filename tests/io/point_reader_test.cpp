#include "io/point_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "findings.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::io {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* k_points =
    R"({"type":"FeatureCollection","features":[)"
    R"({"type":"Feature","properties":{"ho":12},"geometry":{"type":"Point","coordinates":[105.5,18.25]}},)"
    R"({"type":"Feature","properties":{"ho":null},"geometry":{"type":"Point","coordinates":[105.6,18.25]}},)"
    R"({"type":"Feature","properties":{"ho":-3},"geometry":{"type":"Point","coordinates":[105.7,18.25]}},)"
    R"({"type":"Feature","properties":{"ho":5},"geometry":null},)"
    R"({"type":"Feature","properties":{"ho":7},"geometry":{"type":"Polygon","coordinates":[[[105,18],[106,18],[106,19],[105,19],[105,18]]]}}]})";

TEST(PointReader, ReadsPlacesWithTheirCounts) {
  const test::TemporaryFolder folder;
  const PointFile file = read_points(folder.write("nha.geojson", k_points), "", "ho");
  EXPECT_THAT(file.weights.xy, ElementsAre(105.5, 18.25, 105.5, 18.5)) << "a roof counts at its middle";
  EXPECT_THAT(file.weights.weights, ElementsAre(12, 7));
  EXPECT_EQ(file.weights.crs, "EPSG:4326");
  EXPECT_EQ(test::count_rule(file.findings, "weights.left-out"), 3U);
}

TEST(PointReader, WithoutAFieldEachCountsOne) {
  const test::TemporaryFolder folder;
  const PointFile file = read_points(folder.write("nha.geojson", k_points), "", "");
  EXPECT_THAT(file.weights.weights, ElementsAre(1, 1, 1, 1));
}

TEST(PointReader, SaysWhichFieldsAndFormatsThereAre) {
  const test::TemporaryFolder folder;
  const std::filesystem::path file = folder.write("nha.geojson", k_points);
  const base::Error field = test::error_of([&] { read_points(file, "", "hoo"); });
  EXPECT_THAT(field.remedy().en, HasSubstr("ho"));
  EXPECT_THAT(test::error_of([&] { read_points(file, "lop", ""); }).remedy().en, HasSubstr("nha"));
  EXPECT_THAT(test::error_of([&] { read_points(folder.write("a.txt", "x"), "", ""); }).message().en,
              HasSubstr("no layer of points"));
}

}  // namespace
}  // namespace ntmap::io
