#include "names/name_rivals.hpp"

#include <gtest/gtest.h>

namespace ntmap::names {
namespace {

TEST(NameRivals, OneLetterInsertedLeftOutOrReplaced) {
  EXPECT_TRUE(within_one_letter(fold("Thạch Hả"), fold("Thạch Hải")));
  EXPECT_TRUE(within_one_letter(fold("Sơn Lộ"), fold("Sơn Lễ")));
  EXPECT_TRUE(within_one_letter(fold("Sơn Lộcc"), fold("Sơn Lộc")));
  EXPECT_TRUE(within_one_letter(fold("Son Lo"), fold("Sơn Lộc"))) << "all marks are lost";
  EXPECT_FALSE(within_one_letter(fold("Kỳ Iong"), fold("Kỳ Đồng"))) << "the marks of one word only";
  EXPECT_FALSE(within_one_letter(fold("Sơn M"), fold("Sơn Mai")));
}

TEST(NameRivals, WordsCutOff) {
  EXPECT_TRUE(is_cut_off(fold("K. Hoa"), fold("Kim Hoa")));
  EXPECT_TRUE(is_cut_off(fold("Sơn M"), fold("Sơn Mỹ")));
  EXPECT_FALSE(is_cut_off(fold("Sơn Mai"), fold("Sơn Mai")));
  EXPECT_FALSE(is_cut_off(fold("Sơn"), fold("Sơn Mai")));
  EXPECT_FALSE(is_cut_off(fold("Sơn Mỹ"), fold("Sơn Mai")));
}

TEST(NameRivals, DamagedPlacesResembleTheirsAndOthersDoNot) {
  EXPECT_TRUE(resembles(fold("Cn Lc"), fold("Can Lộc")));
  EXPECT_TRUE(resembles(fold("Hyuệm Thcạk Hx"), fold("Thạch Hà"))) << "behind a damaged type";
  for (const char* other : {"Krông Năng", "Ea Kar", "Cư Kuin", "Đắk Mil", "Chư Păh", "Xyz", "???", ""}) {
    for (const char* place : {"Can Lộc", "Thạch Hà", "Kỳ Anh", "Hương Sơn", "Vũ Quang", "Đức Thọ"}) {
      EXPECT_FALSE(resembles(fold(other), fold(place))) << other << ", " << place;
    }
  }
}

}  // namespace
}  // namespace ntmap::names
