#include "io/world_file_writer.hpp"

#include <gdal.h>
#include <gmock/gmock.h>

#include "base/error.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::io {
namespace {

TEST(WorldFile, GivesTheCentreOfTheFirstPixel) {
  EXPECT_EQ(world_file_text({500'000, 2'000'000, 10, 20, 100, 50}), "10\n0\n0\n-20\n500005\n1999990\n");
}

TEST(WorldFile, IsNamedAfterItsPicture) {
  EXPECT_EQ(world_file_path("a/Hà Tĩnh.2025.png"), "a/Hà Tĩnh.2025.pgw");
  EXPECT_EQ(world_file_path("a.jpg"), "a.jgw");
  EXPECT_EQ(world_file_path("a.tiff"), "a.tfw");
  EXPECT_EQ(world_file_path("a"), "a.wld");
}

TEST(WorldFile, IsReadBackByGdal) {
  const test::TemporaryFolder folder;
  write_world_file({105.123456789, 18.5, 0.001, 0.002, 10, 10}, "", folder / "a.png", base::Overwrite::no);
  double corners[6] = {};
  ASSERT_TRUE(GDALReadWorldFile((folder / "a.png").c_str(), ".pgw", corners));
  EXPECT_NEAR(corners[0], 105.123456789, 1e-12);
  EXPECT_EQ(corners[1], 0.001);
  EXPECT_NEAR(corners[3], 18.5, 1e-12);
  EXPECT_EQ(corners[5], -0.002);
}

TEST(WorldFile, SidecarNamesTheCoordinateSystem) {
  const test::TemporaryFolder folder;
  const auto picture = folder / "bản đồ.png";
  GDALAllRegister();
  const GDALDatasetH blank = GDALCreate(GDALGetDriverByName("MEM"), "", 10, 10, 3, GDT_Byte, nullptr);
  GDALClose(GDALCreateCopy(GDALGetDriverByName("PNG"), picture.c_str(), blank, 0, nullptr, nullptr, nullptr));
  GDALClose(blank);
  write_world_file({500'000, 2'000'000, 10, 20, 10, 10}, "EPSG:9209", picture, base::Overwrite::no);
  const GDALDatasetH read = GDALOpen(picture.c_str(), GA_ReadOnly);
  ASSERT_NE(read, nullptr);
  double corners[6] = {};
  EXPECT_EQ(GDALGetGeoTransform(read, corners), CE_None);
  EXPECT_EQ(corners[0], 500'000);
  EXPECT_THAT(GDALGetProjectionRef(read), testing::HasSubstr("\"9209\""));
  GDALClose(read);
}

TEST(WorldFile, OldFilesAreKept) {
  const test::TemporaryFolder folder;
  folder.write("a.pgw", "old");
  EXPECT_THROW(write_world_file({0, 0, 1, 1, 1, 1}, "EPSG:9209", folder / "a.png", base::Overwrite::no),
               base::Error);
  folder.write("b.png.aux.xml", "old");
  EXPECT_THROW(write_world_file({0, 0, 1, 1, 1, 1}, "EPSG:9209", folder / "b.png", base::Overwrite::no),
               base::Error);
  EXPECT_EQ(test::read_bytes(folder / "a.pgw") + test::read_bytes(folder / "b.png.aux.xml"), "oldold");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 2);
}

}  // namespace
}  // namespace ntmap::io
