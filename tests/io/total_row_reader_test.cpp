#include "io/total_row_reader.hpp"

#include <gtest/gtest.h>

namespace ntmap::io {
namespace {

TEST(TotalRows, ACountMayStandBehindAColon) {
  EXPECT_TRUE(is_total_label("Tổng số: 5 xã"));
  EXPECT_TRUE(is_total_label("Tổng cộng: 69 đơn vị"));
  EXPECT_FALSE(is_total_label("Tổng Cọt: 5 xã"));
}

TEST(TotalLabel, AllSpellings) {
  for (const char* label : {"Tổng",
                            "TỔNG CỘNG",
                            "Tổng cộng:",
                            "Tổng số",
                            "Tổng số xã",
                            "Cộng",
                            "CỘNG (I+II)",
                            "Cộng toàn huyện",
                            "Toàn tỉnh",
                            "TOÀN HUYỆN",
                            " tổng ",
                            "Total",
                            "To\u0302\u0309ng co\u0323\u0302ng",
                            "T\xE6ng c\xE9ng",
                            "To\xE5ng co\xE4ng",
                            "Tong cong",
                            "Cộng huyện Kỳ Anh",
                            "Cộng miền núi",
                            "CỘNG VÙNG ĐỒNG BẰNG",
                            "Tổng các xã ven biển",
                            "Cong mien nui",
                            "CỘNG THỊ XÃ HỒNG LĨNH",
                            "Cộng TP. Hà Tĩnh",
                            "Tổng huyện",
                            "Co\u0323\u0302ng huye\u0323\u0302n A",
                            "C\xE9ng huy\xD6n H\xAD\xA8ng Kh\xAA",
                            "Co\xE4ng huye\xE4n A",
                            "Cong huyen A"}) {
    EXPECT_TRUE(is_total_label(label)) << label;
  }
}

TEST(TotalLabel, CommunesThatBeginAlikeAreNone) {
  for (const char* name : {"Tổng Cọt", "Cộng Hòa", "Cộng Hiền", "Toàn Thắng", "Tống Trân", "Tông Qua Lìn", "",
                           "Totalis", "Công", "Cộng Huyệnh", "Cộng Hòa huyện A", "Miền Đồi"}) {
    EXPECT_FALSE(is_total_label(name)) << name;
  }
}

TEST(MeanLabel, AllSpellings) {
  for (const char* label :
       {"Bình quân", "BÌNH QUÂN", "Bình quân chung", "Bình quân toàn tỉnh", "BQ", "BQ toàn huyện", "BQ/xã",
        "Trung bình", "trung bình:", "Trung bình chung", "TRUNG BÌNH TOÀN HUYỆN", "TB toàn tỉnh",
        "Bi\u0300nh qua\u0302n", "B\xD7nh qu\xA9n to\xB5n huy\xD6n", "Bình quân các xã", "Trung binh",
        "Average", "Bình quân (%)", "Bình quân huyện Kỳ Anh"}) {
    EXPECT_TRUE(is_mean_label(label)) << label;
    EXPECT_FALSE(is_total_label(label)) << label;
  }
}

TEST(MeanLabel, UnitsThatAreCalledSoAreNone) {
  for (const char* name : {"Trung Bình", "TRUNG BÌNH", "Trung Binh", "TB", "TB Nghèn", "Trung Bình (xã)",
                           "Bình", "BQL rừng", "Trung Bình Hòa", "Meander", "", "Binh Quan"}) {
    EXPECT_FALSE(is_mean_label(name)) << name;
  }
}

}  // namespace
}  // namespace ntmap::io
