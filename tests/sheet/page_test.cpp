#include "sheet/page.hpp"

#include <gtest/gtest.h>

#include "base/error.hpp"

namespace ntmap::sheet {
namespace {

TEST(Page, ReadsPixelsAndPapers) {
  EXPECT_EQ(page_from("1366x768"), (Page{1366, 768}));
  EXPECT_NEAR(page_from("A4").width, 1122.5, 0.1);
  EXPECT_NEAR(page_from("a4-portrait").width, 793.7, 0.1);
  EXPECT_NEAR(page_from("A0").width, 4493.9, 0.1);
  EXPECT_NEAR(page_from("16:9").width / page_from("16:9").height, 16.0 / 9, 1e-6);
}

TEST(Page, RefusesSizesThatCannotBe) {
  for (const char* bad :
       {"", "x", "0x0", "100000x100000", "1920x", "1920x1080x3", "-5x900", "30000x30000", "A9", "920"}) {
    EXPECT_THROW(page_from(bad), base::Error) << bad;
  }
}

TEST(PicturePage, PapersHaveThePixelsOfPrint) {
  EXPECT_EQ(picture_page("A4"), (Page{3508, 2480, 300}));
  EXPECT_EQ(picture_page("A4-portrait", 150), (Page{1240, 1754, 150}));
  EXPECT_EQ(picture_page("16:9"), (Page{1920, 1080, 144}));
  EXPECT_EQ(picture_page("a0"), (Page{14043, 9933, 300}));
  EXPECT_EQ(picture_page("1366x768"), (Page{1366, 768}));
}

TEST(PicturePage, RefusesWhatCannotBe) {
  EXPECT_THROW(picture_page("1366x768", 300), base::Error) << "pixels are what they are";
  EXPECT_THROW(picture_page("A0", 600), base::Error) << "558 million pixels";
  EXPECT_THROW(picture_page("A4", 19), base::Error);
  EXPECT_THROW(picture_page("A4", 1201), base::Error);
  EXPECT_THROW(picture_page("A9", 300), base::Error);
}

TEST(UnitOf, GrowsWithThePage) {
  EXPECT_EQ(unit_of({1920, 1080}), 1);
  EXPECT_EQ(unit_of({3840, 2160}), 2);
  EXPECT_EQ(unit_of({1080, 1920}), 1) << "standing pages are as large as lying ones";
}

}  // namespace
}  // namespace ntmap::sheet
