#include "ui/native_dialog.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ntmap::ui {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

DialogWish wish() {
  return {.title = "Mở",
          .start = "/a/",
          .kinds = {{{"Ranh giới", "Boundaries"}, {".shp", ".gpkg"}}, {{"Mọi tệp", "All files"}, {}}}};
}

TEST(NativeDialog, ZenityListsTheKindsThatAreAskedFor) {
  EXPECT_THAT(zenity_dialog(wish()), ElementsAre("zenity", "--file-selection", "--title=Mở", "--filename=/a/",
                                                 "--file-filter=Ranh giới | *.shp *.SHP *.gpkg *.GPKG",
                                                 "--file-filter=Mọi tệp | *"));
}

TEST(NativeDialog, KdialogTakesThemAsOneWord) {
  EXPECT_THAT(kdialog_dialog(wish()), ElementsAre("kdialog", "--title", "Mở", "--getopenfilename", "/a/",
                                                  "Ranh giới (*.shp *.SHP *.gpkg *.GPKG) | Mọi tệp (*)"));
}

TEST(NativeDialog, SaysTheKindsInTheLanguageOfTheWindow) {
  DialogWish saving = wish();
  saving.lang = base::Lang::en;
  saving.saving = true;
  EXPECT_THAT(zenity_dialog(saving), Contains("--file-filter=All files | *"));
  EXPECT_THAT(zenity_dialog(saving), Contains("--save"));
  EXPECT_THAT(zenity_dialog(wish()), Not(Contains("--save")));
}

}  // namespace
}  // namespace ntmap::ui
