#include "names/provinces.hpp"

#include <gtest/gtest.h>

namespace ntmap::names {
namespace {

TEST(Provinces, NamesHoweverWritten) {
  for (const char* name :
       {"Hà Tĩnh", "tỉnh Hà Tĩnh", "HA TINH", "Thanh Hoá", "TP. Đà Nẵng", "Bà Rịa - Vũng Tàu", "Huế",
        "Thừa Thiên - Huế", "Hưng Yên", "Tây Ninh", "Đắk Lắk"}) {
    EXPECT_TRUE(is_province_name(name)) << name;
  }
  for (const char* name : {"Kỳ Anh", "xã Hòa Bình", "huyện Phú Yên", "", "Hà"}) {
    EXPECT_FALSE(is_province_name(name)) << name;
  }
}

}  // namespace
}  // namespace ntmap::names
