#include "names/name_cell.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "names/match_fixture.hpp"

namespace ntmap::names {
namespace {

using testing::HasSubstr;
using testing::UnorderedElementsAre;

class CellOfNames : public Match {};

TEST_F(CellOfNames, AnAddressInTheNamesCell) {
  for (const char* name : {"Xã Kỳ Sơn, huyện Kỳ Anh, tỉnh Hà Tĩnh", "Xã Kỳ Sơn; H. Kỳ Anh",
                           "Xã Kỳ Sơn - huyện Kỳ Anh", "Xã Kỳ Sơn – Huyện Kỳ Anh", "Kỳ Sơn (huyện Kỳ Anh)"}) {
    expect({.name = name}, 4, MatchRule::exact);
  }
  expect({.name = "Xã Kỳ Sơn, tỉnh Nghệ An"}, 9, MatchRule::exact);
  expect({.name = "Thạch Hà (TT)"}, 1, MatchRule::exact);
  expect({.name = "Thạch-Bàn"}, 2, MatchRule::folded);
}

TEST_F(CellOfNames, TwoCommunesInOneCellAreNotTheFirstOfThem) {
  for (const char* two : {"Kỳ Sơn, Kỳ Tân", "Kỳ Sơn; Kỳ Tân", "Kỳ Sơn, huyện Tân Kỳ"}) {
    EXPECT_NE(one({.name = two, .district = "Huyện Kỳ Anh"}).status, MatchStatus::matched) << two;
  }
  expect({.name = "Kỳ Sơn, H. Kỳ Anh", .district = "Kỳ Anh"}, 4, MatchRule::exact);
  expect({.name = "Kỳ Sơn, huyện Kỳ Anh, Hà Tĩnh", .district = "Huyện Kì Anh"}, 4, MatchRule::exact);
}

TEST_F(CellOfNames, APlaceBehindTheNameIsItsScope) {
  for (const char* name :
       {"Kỳ Sơn - Kỳ Anh", "Kỳ Sơn – Kỳ Anh", "Kỳ Sơn-Kỳ Anh", "Kỳ Sơn (Kỳ Anh)", "Kỳ Sơn [Kỳ Anh]",
        "xã Kỳ Sơn huyện Kỳ Anh", "Xã Kỳ Sơn H. Kỳ Anh", "Kỳ Sơn huyện Kỳ Anh tỉnh Hà Tĩnh",
        "Kỳ Sơn - Kỳ Anh - Hà Tĩnh", "Kỳ Sơn (H. Kỳ Anh, Hà Tĩnh)", "Huyện Kỳ Anh - Xã Kỳ Sơn",
        "Huyện Kỳ Anh, xã Kỳ Sơn", "1. UBND xã Kỳ Sơn (mới) - huyện Kỳ Anh", "Kỳ Sơn - Kỳ Anh (*)",
        "xã Kỳ Sơn huyện Kỳ Anh (mới)", "Kỳ Sơn, huyện Kỳ Anh (sáp nhập)", "5- Huyện Kỳ Anh - Xã Kỳ Sơn",
        "Kỳ Sơn (Kỳ Anh) (mới)"}) {
    expect({.name = name}, 4, MatchRule::exact);
  }
  expect({.name = "xa ky son huyen ky anh"}, 4, MatchRule::unmarked);
  expect({.name = "xã Kỳ 5ơn - huyện Kỳ Anh"}, 4, MatchRule::fuzzy);
  expect({.name = "x\u00B7 K\u00FA S\u00ACn - K\u00FA Anh"}, 4, MatchRule::legacy);
  expect({.name = "Kỳ Liên - TX. Kỳ Anh"}, 5, MatchRule::exact);
  expect({.name = "Kỳ Sơn - Nghệ An"}, 9, MatchRule::exact);
  expect({.name = "Thạch Hạ TP Hà Tĩnh"}, 0, MatchRule::exact);
  expect({.name = "Kỳ Sơn - Kỳ Anh", .district = "Huyện Kỳ Anh"}, 4, MatchRule::exact);
  expect({.code = "18757", .name = "Kỳ Sơn - Kỳ Anh"}, 4, MatchRule::code);
}

TEST_F(CellOfNames, ABulletOrBracketBeforeADistrictIsNoEmptyName) {
  for (const char* name : {" - Huyện Kỳ Anh", "(Huyện Kỳ Anh)", ", Huyện Kỳ Anh"}) {
    EXPECT_EQ(without_address({.name = name}).name, name);
  }
  EXPECT_EQ(without_address({.name = "Kỳ Sơn, huyện Kỳ Anh (mới)"}).name, "Kỳ Sơn");
  EXPECT_EQ(without_address({.name = "Kỳ Sơn, huyện Kỳ Anh (mới)"}).province, "");
}

TEST_F(CellOfNames, APlaceThatContradictsTheRowsOwnIsAskedBack) {
  for (const char* name :
       {"Kỳ Sơn, huyện Tân Kỳ", "Kỳ Sơn - Tân Kỳ", "Kỳ Sơn (Tân Kỳ)", "xã Kỳ Sơn huyện Tân Kỳ"}) {
    const RowMatch match = one({.name = name, .district = "Huyện Kỳ Anh"});
    EXPECT_EQ(match.status, MatchStatus::ambiguous) << name;
    EXPECT_THAT(match.candidates, UnorderedElementsAre(4, 9)) << name;
    EXPECT_THAT(match.why.en, HasSubstr("place in the name's cell")) << name;
  }
  expect_ambiguous({.name = "Kỳ Liên, TX Kỳ Anh", .district = "Huyện Kỳ Anh"}, {5});
  expect_ambiguous({.name = "Kỳ Sơn huyện Gia Lâm", .province = "Nghệ An"}, {9});
}

TEST_F(CellOfNames, WhatIsNoPlaceIsNotDropped) {
  for (const char* name :
       {"Kỳ Sơn - Kỳ Tân", "Kỳ Sơn - thôn 5", "Thôn Bắc Sơn - Thạch Hà", "Thạch Bàn + Kỳ Sơn",
        "Tổng huyện Kỳ Anh", "Cộng - Kỳ Anh", "Thạch Bàn và Thạch Hải"}) {
    EXPECT_EQ(one({.name = name}).status, MatchStatus::unmatched) << name;
  }
  // A list of two units, or a unit and its district.
  for (const char* name : {"Thạch Bàn, Thạch Hà", "Thạch Hà - Thạch Bàn"}) {
    const RowMatch two = one({.name = name});
    EXPECT_EQ(two.status, MatchStatus::ambiguous) << name;
    EXPECT_THAT(two.candidates, UnorderedElementsAre(1, 2)) << name;
  }
  expect({.code = "18565", .name = "Thạch Bàn, Thạch Hà"}, 2, MatchRule::code);
  EXPECT_EQ(one({.code = "18562", .name = "Thạch Bàn, Thạch Hà"}).status, MatchStatus::ambiguous);
  expect({.name = "Tân Kỳ - Kỳ Sơn"}, 9, MatchRule::exact);
  expect({.name = "Kỳ Sơn - H. Kỳ Anh - Hà Tĩnh"}, 4, MatchRule::exact);
  EXPECT_NE(one({.name = "Thạch Bàn, Kỳ Tân, huyện Thạch Hà"}).status, MatchStatus::matched);
}

TEST(CellOfNamesUnits, WithoutDistrictsAPlaceThatDoesNotSaySoIsASuggestion) {
  const UnitMatcher matcher({{"18757", "Kỳ Sơn", "Xã"}, {"18758", "Kỳ Tân", "Xã"}});
  const auto one = [&](const char* name) {
    return matcher.match({{.name = name}, {.name = "Xã Chẳng Có"}}).rows.front();
  };
  for (const char* name : {"Kỳ Sơn, Kỳ Tân", "Kỳ Sơn - Kỳ Anh", "Kỳ Sơn (Kỳ Anh)"}) {
    EXPECT_EQ(one(name).status, MatchStatus::ambiguous) << name;
  }
  EXPECT_EQ(one("xã Kỳ Sơn huyện Kỳ Anh").unit, 0U);
  const MatchReport report = matcher.match({{.name = "xã Kỳ Sơn huyện Kỳ Anh"}});
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings.front().rule, "join.scope-unused");
}

/// Hà Tĩnh is a city and the province around it.
TEST(CellOfNamesUnits, ACityMayBeTheProvinceOfItsName) {
  const UnitMatcher matcher({{"1", "Thạch Trung", "Xã", "Thành phố Hà Tĩnh"},
                             {"2", "Thạch Trung", "Xã", "Huyện Lộc Hà"},
                             {"3", "Thạch Bình", "Xã", "Thành phố Hà Tĩnh"}});
  const MatchReport report = matcher.match({{.name = "Thạch Trung - Hà Tĩnh"},
                                            {.name = "Thạch Trung - TP. Hà Tĩnh"},
                                            {.name = "Thạch Bình (Hà Tĩnh)"}});
  EXPECT_EQ(report.rows[0].status, MatchStatus::ambiguous);
  EXPECT_EQ(report.rows[1].unit, 0U);
  EXPECT_EQ(report.rows[2].unit, 2U);
  // An address, though the units name no province.
  EXPECT_EQ(matcher.match({{.name = "Thạch Trung, Lộc Hà, Hà Tĩnh"}}).rows[0].unit, 1U);
  EXPECT_NE(matcher.match({{.name = "Thạch Trung, Lộc Hà, Kỳ Tân"}}).rows[0].status, MatchStatus::matched);
}

TEST_F(CellOfNames, AuthoritiesNumbersAndNotes) {
  for (const char* name : {"Ủy ban nhân dân xã Thạch Bàn",
                           "Uỷ ban nhân dân xã Thạch Bàn",
                           "UBND X. Thạch Bàn",
                           "UBND Thạch Bàn",
                           "Đảng ủy xã Thạch Bàn",
                           "Đảng ủy, HĐND, UBND xã Thạch Bàn",
                           "BCĐ NTM xã Thạch Bàn",
                           "Ban chỉ đạo xây dựng nông thôn mới xã Thạch Bàn",
                           "1- Xã Thạch Bàn",
                           "1 Xã Thạch Bàn",
                           "1.1. Xã Thạch Bàn",
                           "IV. Xã Thạch Bàn",
                           "a) Xã Thạch Bàn",
                           "- Xã Thạch Bàn",
                           "(3) Xã Thạch Bàn",
                           "Xã Thạch Bàn (*)",
                           "Xã Thạch Bàn (mới)",
                           "Xã Thạch Bàn (sáp nhập)",
                           "Xã Thạch Bàn (xã mới)",
                           "Xã Thạch Bàn (sau sáp nhập)",
                           "Xã Thạch Bàn (sáp nhập từ Thạch Lưu, Thạch Vĩnh)",
                           "Xã Thạch Bàn (đạt chuẩn NTM)"}) {
    const RowMatch match = one({.name = name});
    EXPECT_EQ(match.unit, 2U) << name << ": " << match.why.en;
  }
  expect({.name = "TT Thạch Hà"}, 1, MatchRule::exact);
  expect({.name = "UBND TT. Thạch Hà (mới)"}, 1, MatchRule::exact);
}

TEST_F(CellOfNames, ANoteThatMayMeanAnotherUnitIsAskedBack) {
  for (const char* name : {"Xã Thạch Bàn (cũ)", "Thạch Bàn (1)", "Thạch Bàn (trước sáp nhập)",
                           "Thạch Bàn (đã sáp nhập)", "Xã Thạch Bàn (sáp nhập vào xã Thạch Hải)"}) {
    expect_ambiguous({.name = name}, {2});
    EXPECT_THAT(one({.name = name}).why.en, HasSubstr("note")) << name;
  }
}

TEST(CellOfNamesUnits, ANumberInBracketsIsANumberOrAFootnote) {
  const MatchUnit plain{"1", "Hòa Bình", "Xã"};
  const MatchUnit numbered{"2", "Hòa Bình 1", "Xã"};
  const std::vector<MatchRow> rows{{.name = "Hòa Bình (1)"}};
  EXPECT_EQ(UnitMatcher({plain, numbered}).match(rows).rows[0].status, MatchStatus::ambiguous);
  EXPECT_EQ(UnitMatcher({plain}).match(rows).rows[0].status, MatchStatus::ambiguous);
  EXPECT_EQ(UnitMatcher({numbered}).match(rows).rows[0].unit, 0U);
}

TEST_F(CellOfNames, ATypeGluedToItsNameInLettersOfOneCase) {
  expect({.name = "xãkỳsơn", .district = "huyệnkỳanh"}, 4, MatchRule::folded);
  expect({.name = "XÃKỲSƠN", .district = "HUYỆNKỲANH"}, 4, MatchRule::folded);
  expect({.name = "xakyson", .district = "huyenkyanh"}, 4, MatchRule::unmarked);
  expect({.name = "xkỳsơn", .district = "hkỳanh"}, 4, MatchRule::folded);
  expect({.name = "kỳsơn", .district = "kỳanh"}, 4, MatchRule::folded);
  expect({.name = "ttthạchhà"}, 1, MatchRule::folded);
  expect({.name = "thitranthachha"}, 1, MatchRule::unmarked);
  expect({.name = "xãsơnkim1"}, 6, MatchRule::folded);
  expect({.name = "xãkỳsơn huyệnkỳanh"}, 4, MatchRule::folded);
  expect({.name = "xakys0n", .district = "huyenkyanh"}, 4, MatchRule::fuzzy);
}

}  // namespace
}  // namespace ntmap::names
