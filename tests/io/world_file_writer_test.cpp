#include "io/world_file_writer.hpp"

#include <gdal.h>
#include <gtest/gtest.h>

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
  write_world_file({105.123456789, 18.5, 0.001, 0.002, 10, 10}, folder / "a.png", base::Overwrite::no);
  double corners[6] = {};
  ASSERT_TRUE(GDALReadWorldFile((folder / "a.png").c_str(), ".pgw", corners));
  EXPECT_NEAR(corners[0], 105.123456789, 1e-12);
  EXPECT_EQ(corners[1], 0.001);
  EXPECT_NEAR(corners[3], 18.5, 1e-12);
  EXPECT_EQ(corners[5], -0.002);
}

}  // namespace
}  // namespace ntmap::io
