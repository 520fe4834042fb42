#include "io/source_path.hpp"

#include <gtest/gtest.h>

#include "findings.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::io {
namespace {

using base::ErrorKind;
using test::error_of;

TEST(SplitSource, LayerAfterTheLastColon) {
  const test::TemporaryFolder folder;
  const std::string file = folder.write("communes.gpkg", "x").string();
  EXPECT_EQ(split_source(file).path, file);
  EXPECT_EQ(split_source(file).part, "");
  EXPECT_EQ(split_source(file + ":xa").path, file);
  EXPECT_EQ(split_source(file + ":xa").part, "xa");
  EXPECT_EQ(split_source(file + ":xã: bản 2").part, "xã: bản 2");
}

TEST(SplitSource, AFileWithAColonInItsNameStaysWhole) {
  const test::TemporaryFolder folder;
  const std::string file = folder.write("2025: xã.gpkg", "x").string();
  EXPECT_EQ(split_source(file).path, file);
  EXPECT_EQ(split_source(file).part, "");
  EXPECT_EQ(split_source(file + ":xa").part, "xa");
}

TEST(SplitSource, WithoutTheFileTheExtensionDecides) {
  EXPECT_EQ(split_source("no.gpkg:xa").path, "no.gpkg");
  EXPECT_EQ(split_source("no.gpkg:xa").part, "xa");
  EXPECT_EQ(split_source("C:\\data\\no.shp").path, "C:\\data\\no.shp");
  EXPECT_EQ(split_source("C:/data/no.gpkg:xa").part, "xa");
  EXPECT_EQ(split_source("http://host/no.gpkg").path, "http://host/no.gpkg");
}

TEST(RequireFile, SaysWhatIsWrong) {
  const test::TemporaryFolder folder;
  folder.write("Đắk Lắk xã.shp", "x");
  EXPECT_NO_THROW(require_file(folder / "Đắk Lắk xã.shp"));
  const auto missing = error_of([&] { require_file(folder / "Đắk Lăk xã.shp"); });
  EXPECT_EQ(missing.kind(), ErrorKind::not_found);
  EXPECT_THAT(missing.remedy().vi, testing::HasSubstr("Đắk Lắk xã.shp"));
  EXPECT_EQ(error_of([&] { require_file(folder.path()); }).kind(), ErrorKind::usage);
  EXPECT_EQ(error_of([&] { require_file("/vsicurl/http://host/a.shp"); }).kind(), ErrorKind::usage);
  EXPECT_EQ(error_of([&] { require_file("https://host/a.gpkg"); }).kind(), ErrorKind::usage);
  EXPECT_EQ(error_of([&] { require_file(folder.write("empty.csv", "")); }).kind(), ErrorKind::data);
}

TEST(Sibling, AnyCase) {
  const test::TemporaryFolder folder;
  const auto shp = folder.write("Xa.SHP", "x");
  const auto dbf = folder.write("Xa.DBF", "x");
  EXPECT_EQ(extension_of(shp), ".shp");
  EXPECT_EQ(sibling(shp, ".dbf"), dbf);
  EXPECT_TRUE(sibling(shp, ".prj").empty());
}

}  // namespace
}  // namespace ntmap::io
