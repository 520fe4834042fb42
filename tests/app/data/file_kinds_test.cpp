#include "app/data/file_kinds.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/data/load_layer.hpp"
#include "base/error.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;

TEST(FileKinds, AreToldByTheName) {
  EXPECT_TRUE(is_table_file("a.CSV"));
  EXPECT_TRUE(is_table_file("a.xlsx:Trang 2"));
  EXPECT_TRUE(is_vector_file("a.SHP"));
  EXPECT_FALSE(is_table_file("README.md"));
  EXPECT_FALSE(is_vector_file("README.md"));
  for (const std::string_view one : boundary_extensions())
    EXPECT_FALSE(is_table_file("a" + std::string(one))) << one;
}

TEST(FileKinds, ADialogListsWhatItAsksForOrAllFiles) {
  for (const auto& kinds : {kinds_to_open(), kinds_of_boundaries(), kinds_of_tables(), kinds_like("a/xa.csv"),
                            kinds_like("xa"), kinds_to_save({"Dự án", "Projects"}, {".toml"})}) {
    EXPECT_EQ(kinds.back().name.vi, "Mọi tệp");
    EXPECT_TRUE(is_of_kind("nhat_ky.log", kinds.back()));
    EXPECT_EQ(is_of_kind("nhat_ky.log", kinds.front()), kinds.size() == 1);
  }
  EXPECT_TRUE(is_of_kind("XA.SHP", kinds_to_open().front()));
  EXPECT_TRUE(is_of_kind("du_an.toml", kinds_to_open().front()));
  EXPECT_FALSE(is_of_kind("xa.shp", kinds_of_tables().front()));
  EXPECT_TRUE(is_of_kind("khac.csv", kinds_like("bang/xa.csv").front()));
  EXPECT_FALSE(is_of_kind("khac.xlsx", kinds_like("bang/xa.csv").front()));
  EXPECT_TRUE(is_of_kind("khac.xlsx", kinds_like("bang/xa.csv")[1])) << "another table can take its place";
  EXPECT_TRUE(is_of_kind("xa.xlsx", kinds_like("xa.xlsx:Trang 1").front()));
}

TEST(FileKinds, WhatIsNotBoundariesSaysWhatIs) {
  EXPECT_NO_THROW(require_boundary_file("xa.shp"));
  EXPECT_NO_THROW(require_boundary_file("xa.gpkg:xa"));
  try {
    require_boundary_file("folder/README.md");
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_THAT(error.message().vi, HasSubstr("README.md không phải tệp ranh giới"));
    EXPECT_THAT(error.remedy().vi, HasSubstr("GeoPackage"));
  }
  try {
    require_boundary_file("bang.xlsx");
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_THAT(error.message().en, HasSubstr("bang.xlsx is a table"));
  }
}

}  // namespace
}  // namespace ntmap::app
