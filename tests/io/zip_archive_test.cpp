#include "io/zip_archive.hpp"

#include <cpl_vsi.h>
#include <gtest/gtest.h>

#include "base/error.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::io {
namespace {

/// What another reader of ZIP files finds.
std::string read_by_gdal(const std::filesystem::path& zip, const std::string& name) {
  const std::string path = "/vsizip/{" + zip.string() + "}/" + name;
  VSILFILE* const file = VSIFOpenL(path.c_str(), "rb");
  if (file == nullptr) return "(missing)";
  std::string out(1 << 20, '\0');
  out.resize(VSIFReadL(out.data(), 1, out.size(), file));
  VSIFCloseL(file);
  return out;
}

TEST(ZipArchive, HoldsWhatWasAdded) {
  const test::TemporaryFolder folder;
  const auto path = folder / "gói.zip";
  std::string large;
  for (int i = 0; i < 40'000; ++i) large += std::to_string(i * 7919 % 1000);
  OutputFile out(path, path);
  ZipWriter zip(out);
  zip.add("Hà Tĩnh/bản đồ.txt", "đạt");
  zip.add("empty", "");
  zip.add("large.txt", large);
  zip.finish();
  out.close();
  EXPECT_EQ(read_by_gdal(path, "Hà Tĩnh/bản đồ.txt"), "đạt");
  EXPECT_EQ(read_by_gdal(path, "empty"), "");
  EXPECT_EQ(read_by_gdal(path, "large.txt"), large);
  EXPECT_LT(std::filesystem::file_size(path), large.size());
}

TEST(ZipArchive, IsTheSameEveryTime) {
  const test::TemporaryFolder folder;
  for (const char* name : {"a.zip", "b.zip"}) {
    OutputFile out(folder / name, name);
    ZipWriter zip(out);
    zip.add("one", "1");
    zip.finish();
    out.close();
  }
  EXPECT_EQ(test::read_bytes(folder / "a.zip"), test::read_bytes(folder / "b.zip"));
}

TEST(ZipArchive, RefusesNamesThatLeaveTheFolderOrComeTwice) {
  const test::TemporaryFolder folder;
  OutputFile out(folder / "a.zip", "a.zip");
  ZipWriter zip(out);
  zip.add("a/b", "");
  for (const char* bad : {"", "/etc/passwd", "../a", "a/../b", "a//b", "a/", "a\\b", ".", "a/b"}) {
    EXPECT_THROW(zip.add(bad, ""), base::Error) << bad;
  }
}

TEST(SafeFileName, ReplacesWhatNoFolderTakes) {
  EXPECT_EQ(safe_file_name("Nước sạch 1/2"), "Nước sạch 1_2");
  EXPECT_EQ(safe_file_name("a\\b:c*d?e\"f<g>h|i\n"), "a_b_c_d_e_f_g_h_i_");
  EXPECT_EQ(safe_file_name(" ..hidden. "), "hidden");
  EXPECT_EQ(safe_file_name("../x"), "_x");
  EXPECT_EQ(safe_file_name(" . "), "_");
}

}  // namespace
}  // namespace ntmap::io
