#include "io/shapefile_reader.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <limits>

#include "file_bytes.hpp"
#include "findings.hpp"
#include "support/wkt.hpp"

namespace ntmap::io {
namespace {

using base::ErrorKind;
using base::Severity;
using test::error_of;
using test::find_rule;
using test::from_wkt;
using test::to_wkt;

const std::vector<std::vector<std::string>> k_rows = {{"00097", "Thạch Hà"}, {"18073", "Cẩm Xuyên"}};

model::PolygonSet two_squares() {
  return from_wkt({"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))",
                   "POLYGON ((4 0, 8 0, 8 4, 4 4, 4 0))"});
}

VectorFile read(const std::filesystem::path& path, const VectorOptions& options = {}) {
  return read_vector(path, options);
}

TEST(Shapefile, ReadsShapesAndAttributes) {
  const test::TemporaryFolder folder;
  const VectorFile file = read(write_shapefile(folder, two_squares(), k_rows));
  EXPECT_EQ(file.driver, "ESRI Shapefile");
  EXPECT_EQ(file.layer.name, "communes");
  ASSERT_EQ(file.layer.polygons.feature_count(), 2U);
  EXPECT_DOUBLE_EQ(model::feature_area(file.layer.polygons, 0), 15);
  EXPECT_DOUBLE_EQ(model::feature_area(file.layer.polygons, 1), 16);
  EXPECT_EQ(file.layer.polygons.vertex_count(), 12U);
  EXPECT_EQ(file.layer.attributes.find("code")->text(0), "00097");
  EXPECT_EQ(file.layer.attributes.find("name")->text(1), "Cẩm Xuyên");
  EXPECT_TRUE(file.encoding.raw);
  EXPECT_EQ(file.encoding.language_id, 0);
  EXPECT_TRUE(file.findings.empty());
}

TEST(Shapefile, OnlyTheFieldsAskedFor) {
  const test::TemporaryFolder folder;
  const auto path = write_shapefile(folder, two_squares(), k_rows);
  const VectorFile file = read(path, {"", {"name"}, false});
  ASSERT_EQ(file.layer.attributes.columns.size(), 1U);
  EXPECT_EQ(file.layer.attributes.columns[0].name, "name");
  EXPECT_EQ(file.layer.polygons.feature_count(), 0U);
  const auto error = error_of([&] { read(path, {"", {"nmae"}, true}); });
  EXPECT_EQ(error.kind(), ErrorKind::not_found);
  EXPECT_THAT(error.remedy().en, testing::HasSubstr("“name”"));
}

TEST(Shapefile, PathWithSpacesAndVietnameseLetters) {
  const test::TemporaryFolder folder;
  const auto bytes = test::shp_bytes(two_squares());
  folder.write("Đắk Lắk/ranh giới xã.SHX", bytes.shx);
  folder.write("Đắk Lắk/ranh giới xã.DBF", test::dbf_bytes({{"code", 'C', 5}}, {{"1"}, {"2"}}));
  folder.write("Đắk Lắk/ranh giới xã.cpg", "\xEF\xBB\xBFUTF-8\r\n");
  folder.write("Đắk Lắk/ranh giới xã.prj", "GEOGCS[\"WGS 84\"]\n");
  const VectorFile file = read(folder.write("Đắk Lắk/ranh giới xã.SHP", bytes.shp));
  EXPECT_EQ(file.layer.attributes.columns.size(), 1U);
  EXPECT_EQ(file.encoding.declared, "\xEF\xBB\xBFUTF-8");
  EXPECT_EQ(file.layer.crs, "GEOGCS[\"WGS 84\"]");
}

TEST(Shapefile, MissingIndexIsRebuiltInMemoryOnly) {
  const test::TemporaryFolder folder;
  const auto path = write_shapefile(folder, two_squares(), k_rows);
  const VectorFile whole = read(path);
  std::filesystem::remove(folder / "communes.shx");
  const VectorFile file = read(path);
  EXPECT_EQ(file.layer.polygons, whole.layer.polygons);
  EXPECT_NE(find_rule(file.findings, "shx.unusable"), nullptr);
  EXPECT_FALSE(std::filesystem::exists(folder / "communes.shx"));
}

TEST(Shapefile, WrongIndexLosesAgainstASoundShp) {
  const test::TemporaryFolder folder;
  const auto path = write_shapefile(folder, two_squares(), k_rows);
  const VectorFile whole = read(path);
  std::string shx = test::read_bytes(folder / "communes.shx");
  test::put_big32(shx, 108, 60);
  folder.write("communes.shx", shx);
  const VectorFile file = read(path);
  EXPECT_EQ(file.layer.polygons, whole.layer.polygons);
  ASSERT_NE(find_rule(file.findings, "shx.differs"), nullptr);
  EXPECT_EQ(find_rule(file.findings, "shx.differs")->place.en, "feature 2");
}

TEST(Shapefile, CountsOfShapesAndRowsAreCompared) {
  const test::TemporaryFolder folder;
  const VectorFile more_shapes = read(write_shapefile(folder, two_squares(), {k_rows[0]}));
  ASSERT_NE(find_rule(more_shapes.findings, "dbf.count-differs"), nullptr);
  EXPECT_EQ(more_shapes.layer.attributes.find("code")->size(), 2U);
  EXPECT_TRUE(more_shapes.layer.attributes.find("code")->is_missing(1));
  const VectorFile more_rows =
      read(write_shapefile(folder, two_squares(), {k_rows[0], k_rows[1], k_rows[0]}));
  ASSERT_NE(find_rule(more_rows.findings, "dbf.count-differs"), nullptr);
  EXPECT_EQ(more_rows.layer.attributes.find("code")->size(), 2U);
}

TEST(Shapefile, MissingTableIsAnErrorFinding) {
  const test::TemporaryFolder folder;
  const auto path = write_shapefile(folder, two_squares(), k_rows);
  std::filesystem::remove(folder / "communes.dbf");
  const VectorFile file = read(path);
  EXPECT_EQ(file.layer.polygons.feature_count(), 2U);
  EXPECT_EQ(file.encoding.language_id, -1);
  ASSERT_NE(find_rule(file.findings, "dbf.missing"), nullptr);
  EXPECT_EQ(find_rule(file.findings, "dbf.missing")->severity, Severity::error);
  EXPECT_EQ(error_of([&] { read(path, {"", {"code"}, true}); }).kind(), ErrorKind::not_found);
}

TEST(Shapefile, DeletedRowsGoWithTheirShapes) {
  const test::TemporaryFolder folder;
  const auto path = write_shapefile(folder, two_squares(), k_rows);
  std::string dbf = test::read_bytes(folder / "communes.dbf");
  dbf[32 + 64 + 1] = '*';
  folder.write("communes.dbf", dbf);
  const VectorFile file = read(path);
  ASSERT_EQ(file.layer.polygons.feature_count(), 1U);
  EXPECT_EQ(file.layer.attributes.find("code")->text(0), "18073");
  EXPECT_EQ(file.layer.attributes.source_row, std::vector<std::uint32_t>{2});
  EXPECT_NE(find_rule(file.findings, "dbf.deleted-rows"), nullptr);
}

TEST(Shapefile, RowsBeforeADeletedOneKeepTheirTexts) {
  const test::TemporaryFolder folder;
  const auto path = write_shapefile(folder, two_squares(), k_rows);
  std::string dbf = test::read_bytes(folder / "communes.dbf");
  const std::size_t record = dbf.find("18073") - 1;
  dbf[record] = '*';
  folder.write("communes.dbf", dbf);
  const VectorFile file = read(path);
  ASSERT_EQ(file.layer.polygons.feature_count(), 1U);
  EXPECT_EQ(file.layer.attributes.find("code")->text(0), "00097");
  EXPECT_EQ(file.layer.attributes.find("name")->text(0), "Thạch Hà");
}

TEST(Shapefile, NotFiniteCoordinatesEmptyTheFeatureOnly) {
  for (const double bad :
       {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    const test::TemporaryFolder folder;
    auto polygons = two_squares();
    polygons.xy[3] = bad;
    const VectorFile file = read(write_shapefile(folder, polygons, k_rows));
    ASSERT_EQ(file.layer.polygons.feature_count(), 2U);
    EXPECT_EQ(to_wkt(file.layer.polygons, 0), "MULTIPOLYGON ()");
    EXPECT_DOUBLE_EQ(model::feature_area(file.layer.polygons, 1), 16);
    ASSERT_NE(find_rule(file.findings, "geometry.not-finite"), nullptr);
    EXPECT_EQ(find_rule(file.findings, "geometry.not-finite")->place.en, "feature 1");
  }
}

TEST(Shapefile, IslandInALakeIsAPartOfItsOwn) {
  const test::TemporaryFolder folder;
  const auto bytes = test::shp_bytes({test::FileRings{
      {0, 0, 0, 9, 9, 9, 9, 0, 0, 0}, {2, 2, 7, 2, 7, 7, 2, 7, 2, 2}, {4, 4, 4, 5, 5, 5, 5, 4, 4, 4}}});
  folder.write("a.shx", bytes.shx);
  const VectorFile file = read(folder.write("a.shp", bytes.shp));
  EXPECT_EQ(file.layer.polygons.part_count(), 2U);
  EXPECT_EQ(file.layer.polygons.ring_count(), 3U);
  EXPECT_DOUBLE_EQ(model::feature_area(file.layer.polygons, 0), 81 - 25 + 1);
  EXPECT_EQ(find_rule(file.findings, "geometry.ring-order"), nullptr);
}

TEST(Shapefile, RingsInTheWrongDirectionAreNestedByContainment) {
  const test::TemporaryFolder folder;
  // Shell and hole both run clockwise: by direction alone the lake would be land twice.
  const auto bytes =
      test::shp_bytes({test::FileRings{{0, 0, 0, 9, 9, 9, 9, 0, 0, 0}, {2, 2, 2, 7, 7, 7, 7, 2, 2, 2}}});
  folder.write("a.shx", bytes.shx);
  const VectorFile file = read(folder.write("a.shp", bytes.shp));
  EXPECT_DOUBLE_EQ(model::feature_area(file.layer.polygons, 0), 81 - 25);
  EXPECT_NE(find_rule(file.findings, "geometry.ring-order"), nullptr);
}

TEST(Shapefile, HeightsAreDroppedWithANote) {
  for (const std::int32_t type : {15, 25}) {
    const test::TemporaryFolder folder;
    const auto bytes = test::shp_bytes(two_squares(), type);
    folder.write("a.shx", bytes.shx);
    const VectorFile file = read(folder.write("a.shp", bytes.shp));
    EXPECT_DOUBLE_EQ(model::feature_area(file.layer.polygons, 0), 15);
    EXPECT_NE(find_rule(file.findings, "geometry.z-dropped"), nullptr);
  }
}

TEST(Shapefile, OpenAndEmptyRingsAreReported) {
  const test::TemporaryFolder folder;
  const auto bytes = test::shp_bytes({test::FileRings{{0, 0, 0, 4, 4, 4, 4, 0}, {1, 1, 2, 2, 1, 1}}, {}});
  folder.write("a.shx", bytes.shx);
  const VectorFile file = read(folder.write("a.shp", bytes.shp));
  ASSERT_EQ(file.layer.polygons.feature_count(), 2U);
  EXPECT_EQ(to_wkt(file.layer.polygons, 0), "MULTIPOLYGON (((4 0, 4 4, 0 4, 0 0, 4 0)))");
  EXPECT_NE(find_rule(file.findings, "geometry.ring-open"), nullptr);
  EXPECT_NE(find_rule(file.findings, "geometry.ring-empty"), nullptr);
}

TEST(Shapefile, PointsLinesFoldersAndStrangersAreRefused) {
  const test::TemporaryFolder folder;
  auto bytes = test::shp_bytes(two_squares());
  test::put_little32(bytes.shp, 32, 1);
  EXPECT_THAT(error_of([&] { read(folder.write("p.shp", bytes.shp)); }).what(), testing::HasSubstr("points"));
  test::put_little32(bytes.shp, 32, 3);
  EXPECT_THAT(error_of([&] { read(folder.write("l.shp", bytes.shp)); }).what(), testing::HasSubstr("lines"));
  EXPECT_EQ(error_of([&] { read(folder.path()); }).kind(), ErrorKind::usage);
  EXPECT_THAT(error_of([&] { read(folder.write("x.shp", "not a shapefile at all")); }).what(),
              testing::HasSubstr("not a shapefile"));
  EXPECT_EQ(error_of([&] { read(folder / "none.shp"); }).kind(), ErrorKind::not_found);
  EXPECT_EQ(error_of([&] { read(folder.write("alone.dbf", "x")); }).kind(), ErrorKind::not_found);
  const auto none = test::shp_bytes(model::PolygonSet{});
  EXPECT_THAT(error_of([&] { read(folder.write("none.shp", none.shp)); }).what(),
              testing::HasSubstr("no polygons"));
}

TEST(Shapefile, DamageIsNamed) {
  const test::TemporaryFolder folder;
  const auto path = write_shapefile(folder, two_squares(), k_rows);
  const std::string sound = test::read_bytes(path);

  folder.write("communes.shp", sound.substr(0, sound.size() - 8));
  const VectorFile cut = read(path);
  EXPECT_NE(find_rule(cut.findings, "shp.truncated"), nullptr);

  std::string version = sound;
  test::put_little32(version, 28, 1001);
  folder.write("communes.shp", version);
  EXPECT_NE(find_rule(read(path).findings, "shp.header"), nullptr);

  std::string moved = sound;
  test::put_double(moved, 100 + 8 + 44 + 8, -7);  // a vertex outside the record's box
  folder.write("communes.shp", moved);
  EXPECT_NE(find_rule(read(path).findings, "shp.box"), nullptr);

  std::string counts = sound;
  test::put_little32(counts, 100 + 8 + 40, 1000);  // more vertices than the record holds
  folder.write("communes.shp", counts);
  const VectorFile refused = read(path);
  ASSERT_NE(find_rule(refused.findings, "shp.record"), nullptr);
  EXPECT_EQ(refused.layer.polygons.feature_count(), 2U);
}

TEST(Shapefile, ProgressGrowsToOneAndCancelStops) {
  const test::TemporaryFolder folder;
  const auto path = write_shapefile(folder, two_squares(), k_rows);
  double last = 0;
  bool grew = true;
  const base::Job job([&](double fraction, const base::Text&) {
    grew = grew && fraction >= last;
    last = fraction;
  });
  read_vector(path, {}, job);
  EXPECT_TRUE(grew);
  EXPECT_EQ(last, 1);
  std::stop_source stop;
  stop.request_stop();
  EXPECT_EQ(error_of([&] { read_vector(path, {}, base::Job({}, stop.get_token())); }).kind(),
            ErrorKind::cancelled);
}

TEST(Shapefile, RealCommunes) {
  const auto path = test::real_data("hatinh_2025_07/communes.shp");
  if (path.empty()) GTEST_SKIP() << "NTMAP_REAL_DATA is not set";
  const VectorFile file = read(path);
  EXPECT_EQ(file.layer.polygons.feature_count(), 69U);
  // 102,493 vertices in the file, of which each of the 77 rings repeats one.
  EXPECT_EQ(file.layer.polygons.vertex_count() + file.layer.polygons.ring_count(), 102493U);
  EXPECT_TRUE(file.findings.empty());
  for (std::size_t r = 0; r < file.layer.polygons.ring_count(); ++r) {
    EXPECT_NE(model::ring_area2(file.layer.polygons.ring(r)), 0);
  }
}

}  // namespace
}  // namespace ntmap::io
