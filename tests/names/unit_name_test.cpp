#include "names/unit_name.hpp"

#include <gtest/gtest.h>

#include <ostream>

#include "names/held_out_names.hpp"

namespace ntmap::names {
namespace {

struct Case {
  std::string_view text;
  UnitType type;
  std::string_view name;
};

/// What a failure calls the case.
void PrintTo(const Case& one, std::ostream* out) {
  *out << one.text;
}

class ParsedName : public testing::TestWithParam<Case> {};

TEST_P(ParsedName, TypeAndName) {
  const UnitName parsed = parse_unit_name(GetParam().text);
  EXPECT_EQ(parsed.type, GetParam().type) << GetParam().text;
  EXPECT_EQ(parsed.name, GetParam().name) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Forms, ParsedName,
    testing::Values(
        Case{"Xã Kỳ Sơn", UnitType::commune, "Kỳ Sơn"}, Case{"X. Kỳ Sơn", UnitType::commune, "Kỳ Sơn"},
        Case{"x.Kỳ Sơn", UnitType::commune, "Kỳ Sơn"}, Case{"XÃ KỲ SƠN", UnitType::commune, "KỲ SƠN"},
        Case{"XãKỳSơn", UnitType::commune, "KỳSơn"}, Case{"UBND xã Kỳ Sơn", UnitType::commune, "Kỳ Sơn"},
        Case{"1. Xã Kỳ Sơn", UnitType::commune, "Kỳ Sơn"}, Case{"12) Kỳ Sơn", UnitType::none, "Kỳ Sơn"},
        Case{"P. Trần Phú", UnitType::ward, "Trần Phú"}, Case{"P.Trần Phú", UnitType::ward, "Trần Phú"},
        Case{"P 5", UnitType::ward, "5"}, Case{"P5", UnitType::ward, "5"}, Case{"F.5", UnitType::ward, "5"},
        Case{"Phường 05", UnitType::ward, "05"}, Case{"Phường 1", UnitType::ward, "1"}));

INSTANTIATE_TEST_SUITE_P(
    Towns, ParsedName,
    testing::Values(Case{"Thị trấn Nghèn", UnitType::town, "Nghèn"},
                    Case{"TT. Nghèn", UnitType::town, "Nghèn"}, Case{"TT Nghèn", UnitType::town, "Nghèn"},
                    Case{"TTNghèn", UnitType::town, "Nghèn"}, Case{"T.T Nghèn", UnitType::town, "Nghèn"},
                    Case{"T.T. Nghèn", UnitType::town, "Nghèn"}, Case{"TTr. Nghèn", UnitType::town, "Nghèn"},
                    Case{"T/trấn Nghèn", UnitType::town, "Nghèn"},
                    Case{"T.Trấn Nghèn", UnitType::town, "Nghèn"},
                    Case{"ThịtrấnNghèn", UnitType::town, "Nghèn"},
                    Case{"Thi tran Nghen", UnitType::town, "Nghen"},
                    Case{"Thị trấn Nông trường Mộc Châu", UnitType::town, "Nông trường Mộc Châu"}));

INSTANTIATE_TEST_SUITE_P(Districts, ParsedName,
                         testing::Values(Case{"Huyện Kỳ Anh", UnitType::district, "Kỳ Anh"},
                                         Case{"H. Kỳ Anh", UnitType::district, "Kỳ Anh"},
                                         Case{"Thị xã Kỳ Anh", UnitType::district_town, "Kỳ Anh"},
                                         Case{"TX. Kỳ Anh", UnitType::district_town, "Kỳ Anh"},
                                         Case{"T.X Kỳ Anh", UnitType::district_town, "Kỳ Anh"},
                                         Case{"Kỳ Anh (TX)", UnitType::district_town, "Kỳ Anh"},
                                         Case{"Kỳ Anh (thị xã)", UnitType::district_town, "Kỳ Anh"},
                                         Case{"Kỳ Sơn (xã)", UnitType::commune, "Kỳ Sơn"},
                                         Case{"Thạch Hà, thị trấn", UnitType::town, "Thạch Hà"},
                                         Case{"TP. Hà Tĩnh", UnitType::city, "Hà Tĩnh"},
                                         Case{"Tp Hà Tĩnh", UnitType::city, "Hà Tĩnh"},
                                         Case{"Thành phố Hà Tĩnh", UnitType::city, "Hà Tĩnh"},
                                         Case{"Tỉnh Hà Tĩnh", UnitType::province, "Hà Tĩnh"},
                                         Case{"T. Hà Tĩnh", UnitType::province, "Hà Tĩnh"},
                                         Case{"Đặc khu Phú Quốc", UnitType::special_zone, "Phú Quốc"}));

INSTANTIATE_TEST_SUITE_P(NamesAreNotEaten, ParsedName,
                         testing::Values(Case{"Phương Mỹ", UnitType::none, "Phương Mỹ"},
                                         Case{"Phượng Cách", UnitType::none, "Phượng Cách"},
                                         Case{"Huyền Hội", UnitType::none, "Huyền Hội"},
                                         Case{"Tịnh Biên", UnitType::none, "Tịnh Biên"},
                                         Case{"Tinh Nhuệ", UnitType::none, "Tinh Nhuệ"},
                                         Case{"Quan Sơn", UnitType::none, "Quan Sơn"},
                                         Case{"Xã", UnitType::none, "Xã"},
                                         Case{"Thị trấn", UnitType::none, "Thị trấn"},
                                         Case{"Phong Phú", UnitType::none, "Phong Phú"},
                                         Case{"Thanh Phú", UnitType::none, "Thanh Phú"},
                                         Case{"Ea H'leo", UnitType::none, "Ea H'leo"},
                                         Case{"", UnitType::none, ""}, Case{" - ", UnitType::none, ""}));

TEST(UnitName, NamesOfOtherProvincesStayWholeBehindTheirType) {
  for (const test::HeldOut& unit : test::k_held_out) {
    const UnitName parsed = parse_unit_name(std::string(unit.type) + " " + std::string(unit.name));
    EXPECT_EQ(parsed.name, unit.name);
    EXPECT_EQ(type_name(parsed.type).vi.size(), unit.type.size()) << unit.name;
  }
}

TEST(UnitName, WithoutMarksBothReadingsAreGiven) {
  const std::vector<UnitName> ward = unit_name_readings("Phuong My");
  ASSERT_EQ(ward.size(), 2u);
  EXPECT_EQ(ward[0], (UnitName{UnitType::ward, "My"}));
  EXPECT_EQ(ward[1], (UnitName{UnitType::none, "Phuong My"}));
  EXPECT_EQ(unit_name_readings("Xa Dung").size(), 2u);
  EXPECT_EQ(unit_name_readings("Huyệu Kỳ Anh").back(), (UnitName{UnitType::district, "Kỳ Anh"}));
  EXPECT_EQ(unit_name_readings("Xã Xa Dung").size(), 1u);
}

TEST(UnitName, ColumnOfTypes) {
  EXPECT_EQ(unit_type_from("Xã"), UnitType::commune);
  EXPECT_EQ(unit_type_from("TT."), UnitType::town);
  EXPECT_EQ(unit_type_from(" thị trấn "), UnitType::town);
  EXPECT_EQ(unit_type_from("xa"), UnitType::commune);
  EXPECT_EQ(unit_type_from("Kỳ Anh"), UnitType::none);
  EXPECT_EQ(unit_type_from(""), UnitType::none);
}

}  // namespace
}  // namespace ntmap::names
