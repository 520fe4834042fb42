#include "io/total_row_reader.hpp"

#include <gtest/gtest.h>

namespace ntmap::io {
namespace {

TEST(TotalLabel, AllSpellings) {
  for (const char* label :
       {"Tổng", "TỔNG CỘNG", "Tổng cộng:", "Tổng số", "Tổng số xã", "Cộng", "CỘNG (I+II)", "Cộng toàn huyện",
        "Toàn tỉnh", "TOÀN HUYỆN", " tổng ", "Total", "To\u0302\u0309ng co\u0323\u0302ng", "T\xE6ng c\xE9ng",
        "To\xE5ng co\xE4ng", "Tong cong"}) {
    EXPECT_TRUE(is_total_label(label)) << label;
  }
}

TEST(TotalLabel, CommunesThatBeginAlikeAreNone) {
  for (const char* name : {"Tổng Cọt", "Cộng Hòa", "Cộng Hiền", "Toàn Thắng", "Tống Trân", "Tông Qua Lìn", "",
                           "Totalis", "Công"}) {
    EXPECT_FALSE(is_total_label(name)) << name;
  }
}

}  // namespace
}  // namespace ntmap::io
