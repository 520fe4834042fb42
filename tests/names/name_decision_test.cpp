#include "names/name_decision.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <tuple>

#include "names/match_fixture.hpp"

namespace ntmap::names {
namespace {

using testing::HasSubstr;
using testing::UnorderedElementsAre;

class NameDecides : public Match {};

TEST_F(NameDecides, TypeBreaksTies) {
  const MatchRow town{.name = "Thi tran Thach Ha", .province = "Ha Tinh"};
  expect(town, 1, MatchRule::unmarked);
  expect({.name = "Xa Thach Ha", .province = "Ha Tinh"}, 0, MatchRule::unmarked);
  expect_ambiguous({.name = "Thach Ha", .province = "Ha Tinh"}, {0, 1});
  expect({.name = "Thach Ha", .province = "Ha Tinh", .type = "TT"}, 1, MatchRule::unmarked);
}

TEST_F(NameDecides, AnotherTypeMustBeConfirmed) {
  expect_ambiguous({.name = "Xã Thạch Hà", .district = "Huyện Thạch Hà"}, {1});
  EXPECT_THAT(one({.name = "Xã Thạch Hà", .district = "Huyện Thạch Hà"}).why.en, HasSubstr("another type"));
}

TEST_F(NameDecides, PairsOneMarkApart) {
  expect({.name = "Văn Lang"}, 10, MatchRule::exact);
  expect({.name = "Văn Lăng"}, 11, MatchRule::exact);
  expect_ambiguous({.name = "Van Lang"}, {10, 11});
  // Without marks as a whole, a name that has none may have lost them too.
  expect({.name = "Xã Minh Thanh", .district = "Huyện Na Rì"}, 12, MatchRule::exact);
  expect_ambiguous({.name = "Xa Minh Thanh", .district = "Huyen Na Ri"}, {12, 13});
}

TEST_F(NameDecides, NumbersAreNotGuessed) {
  expect({.name = "Sơn Kim I"}, 6, MatchRule::folded);
  expect({.name = "Sơn Kim 02"}, 7, MatchRule::folded);
  for (const char* name : {"Sơn Kim", "Sơn Kim 3", "Sơn Kim 7", "Sơn Kim 12"}) {
    EXPECT_NE(one({.name = name}).status, MatchStatus::matched) << name;
  }
}

TEST_F(NameDecides, NeighboursOfGoneUnitsAreOnlySuggested) {
  expect_ambiguous({.name = "Xã Sơn Tân", .district = "Huyện Hương Sơn"}, {8});
}

TEST_F(NameDecides, NameOfAnotherDistrictIsSuggested) {
  expect_ambiguous({.name = "Xã Thạch Bàn", .district = "Huyện Kỳ Anh"}, {2});
  EXPECT_THAT(one({.name = "Xã Thạch Bàn", .district = "Huyện Kỳ Anh"}).why.en,
              HasSubstr("another district"));
  expect_ambiguous({.name = "Xã Thạch Bàn", .district = "Huyện Gia Lâm"}, {2});
}

TEST(NameDecidesUnits, OneMarkAwayFromTwoUnitsIsAskedBack) {
  const std::vector<MatchUnit> units{{"13", "Kỳ Lâm", "Xã", "Huyện Kỳ Anh", "Hà Tĩnh"},
                                     {"14", "Kỳ Lam", "Xã", "Huyện Kỳ Anh", "Hà Tĩnh"}};
  const UnitMatcher matcher(units);
  const MatchReport report = matcher.match({{.name = "Kỳ Lăm"}, {.name = "Kỳ Lâm"}});
  EXPECT_EQ(report.rows[0].status, MatchStatus::ambiguous);
  EXPECT_THAT(report.rows[0].candidates, UnorderedElementsAre(0U, 1U));
  EXPECT_EQ(report.rows[1].unit, 0U);
}

/// "oà" is "ồ" in a VNI font, but Hoà is a word as it stands.
TEST(NameDecidesUnits, GoodVietnameseIsNotReadAsAnotherEncoding) {
  const UnitMatcher matcher({{"1", "Yên Hồ", "Xã", "Huyện Đức Thọ", ""},
                             {"2", "Yên Hòa", "Xã", "Huyện Cẩm Xuyên", ""},
                             {"3", "Phú Gia", "Xã", "Huyện Hương Khê", ""}});
  const MatchReport report = matcher.match({{.name = "Yên Hoà", .district = "Đức Thọ"},
                                            {.name = "Y\u00EAn Ho\u00E0", .district = "Cẩm Xuyên"},
                                            {.name = "X\u00B7 Ph\u00F3 Gia"}});
  EXPECT_EQ(report.rows[0].status, MatchStatus::ambiguous);
  EXPECT_THAT(report.rows[0].candidates, testing::Contains(1U));
  EXPECT_EQ(report.rows[1].unit, 1U);
  EXPECT_EQ(report.rows[2].unit, 2U);
  EXPECT_EQ(report.rows[2].rule, MatchRule::legacy);
}

/// "Lôc" without its tone is "Lục" in TCVN3.
TEST(NameDecidesUnits, ALostToneIsNoOtherEncoding) {
  const MatchUnit loc{"1", "Quang Lộc", "Xã", "Huyện A", ""};
  const MatchUnit luc{"2", "Quang Lục", "Xã", "Huyện A", ""};
  const MatchReport both = UnitMatcher({loc, luc}).match({{.name = "Quang Lôc", .district = "A"}});
  EXPECT_EQ(both.rows[0].status, MatchStatus::matched);
  EXPECT_EQ(both.rows[0].rule, MatchRule::unmarked);
  EXPECT_EQ(both.rows[0].unit, 0U);
  const MatchReport other = UnitMatcher({luc}).match({{.name = "Quang Lôc", .district = "A"}});
  EXPECT_NE(other.rows[0].status, MatchStatus::matched);
}

/// A letter of its own tells units apart, or stands for a word: it is no wrong letter.
TEST(NameDecidesUnits, ALetterBehindTheNameIsNotDropped) {
  const UnitMatcher matcher({{"1", "Vĩnh Lộc", "Xã"},
                             {"2", "Tân Vĩnh Lộc", "Xã"},
                             {"3", "Long Điền", "Xã"},
                             {"4", "Long Điền Đông", "Xã"},
                             {"5", "Phú Hòa B", "Xã"}});
  for (const char* name : {"Vĩnh Lộc A", "Vĩnh Lộc B", "Xã Vĩnh Lộc C", "Vinh Loc D", "Long Điền Đ",
                           "Long Điền Đ.", "Phú Hòa", "Phú Hòa D"}) {
    const RowMatch match = matcher.match({{.name = name}, {.name = "Xã Chẳng Có"}}).rows.front();
    EXPECT_EQ(match.status, MatchStatus::ambiguous) << name;
    EXPECT_FALSE(match.candidates.empty()) << name;
  }
  EXPECT_THAT(matcher.match({{.name = "Long Điền Đ."}}).rows.front().candidates,
              UnorderedElementsAre(2U, 3U));
  EXPECT_EQ(matcher.match({{.name = "Phú Hòa b"}}).rows.front().unit, 4U);
}

/// Scanners read 1 as l, and as a stroke.
TEST(NameDecidesUnits, AStrokeBehindTheNameMayBeAOne) {
  const UnitMatcher both({{"1", "Hòa Bình", "Xã"}, {"2", "Hòa Bình 1", "Xã"}});
  const UnitMatcher plain({{"1", "Hòa Bình", "Xã"}, {"2", "Hòa An 2", "Xã"}});
  const UnitMatcher numbered({{"1", "Hòa Bình 1", "Xã"}, {"2", "Hòa Bình 2", "Xã"}});
  for (const char* name :
       {"Hòa Bình l", "Hòa Bình |", "Xã Hòa Bình ]", "Hòa Bìnhl", "Hòa Bình|", "HÒA BÌNHI", "Hoa Binhl"}) {
    const RowMatch match = both.match({{.name = name}, {.name = "Xã Chẳng Có"}}).rows.front();
    EXPECT_EQ(match.status, MatchStatus::ambiguous) << name;
    EXPECT_THAT(match.candidates, UnorderedElementsAre(0U, 1U)) << name;
    EXPECT_EQ(numbered.match({{.name = name}}).rows.front().unit, 0U) << name;
    EXPECT_EQ(numbered.match({{.name = name}}).rows.front().rule, MatchRule::fuzzy) << name;
  }
  EXPECT_EQ(plain.match({{.name = "Hòa Bình |"}}).rows.front().unit, 0U);
  EXPECT_EQ(plain.match({{.name = "Hòa Bình l"}}).rows.front().status, MatchStatus::ambiguous);
  EXPECT_EQ(plain.match({{.name = "Hòa Bìnhl"}}).rows.front().unit, 0U);
  const UnitMatcher mil({{"1", "Đắk Mi", "Xã"}, {"2", "Đắk Mil", "Xã"}, {"3", "Đắk Mi 1", "Xã"}});
  EXPECT_EQ(mil.match({{.name = "Đắk Mil"}}).rows.front().rule, MatchRule::exact) << "a letter of its own";
}

/// A name with a wrong letter that is one letter from several units, or a beginning of several.
TEST(NameDecidesUnits, AWrongLetterBetweenTwoUnitsIsAskedBack) {
  const UnitMatcher matcher({{"1", "Xã Thạch Hải", "", "Huyện T", ""},
                             {"2", "Thị trấn Thạch Hà", "", "Huyện T", ""},
                             {"3", "Xã Sơn Lộc", "", "Huyện T", ""},
                             {"4", "Xã Sơn Lễ", "", "Huyện T", ""},
                             {"5", "Xã Kim Hoa", "", "Huyện T", ""},
                             {"6", "Xã Kỳ Hoa", "", "Huyện T", ""},
                             {"7", "Xã Sơn Mai", "", "Huyện T", ""},
                             {"8", "Xã Sơn Mỹ", "", "Huyện T", ""}});
  const auto row = [&](const char* name) {
    return matcher.match({{.name = name, .district = "T"}, {.name = "Xã Chẳng Có"}}).rows.front();
  };
  const std::vector<std::tuple<const char*, std::uint32_t, std::uint32_t>> doubtful{
      {"Thạch Hả", 0, 1}, {"Son Lo", 2, 3}, {"Sơn M", 6, 7}, {"Son M", 6, 7},
      {"Sơn L", 2, 3},    {"K. Hoa", 4, 5}, {"K Hoa", 4, 5}};
  for (const auto& [name, one, other] : doubtful) {
    EXPECT_EQ(row(name).status, MatchStatus::ambiguous) << name;
    EXPECT_THAT(row(name).candidates, testing::IsSupersetOf({one, other})) << name;
  }
  EXPECT_EQ(row("TT Thạch Hả").unit, 1U) << "the other one is no town";
  EXPECT_EQ(row("Kirn Hoa").unit, 4U);
  EXPECT_EQ(row("Sơn L0c").unit, 2U);
}

/// Programs type tones and i or y as they please: no evidence of which of two units is meant.
TEST(NameDecidesUnits, NamesThatDifferInTypingOnlyAreToldApartByTypeDistrictAndCode) {
  const UnitMatcher matcher({{"1", "Long Hòa", "Xã", "Huyện A"},
                             {"2", "Long Hoà", "Xã", "Huyện B"},
                             {"3", "Mỹ Lý", "Xã", "Huyện A"},
                             {"4", "Mĩ Lí", "Thị trấn", "Huyện B"},
                             {"5", "Thạch Hạ", "Xã", "Huyện A"},
                             {"6", "Thạch Hà", "Xã", "Huyện B"}});
  const auto one = [&](const MatchRow& row) {
    return matcher.match({row, {.code = "1"}, {.code = "2"}, {.code = "3"}}).rows.front();
  };
  for (const char* name : {"Xã Long Hòa", "Xã Long Hoà", "LONG HOÀ", "Long-Hòa", "Long Hoa"}) {
    EXPECT_EQ(one({.name = name}).status, MatchStatus::ambiguous) << name;
    EXPECT_THAT(one({.name = name}).candidates, UnorderedElementsAre(0U, 1U)) << name;
  }
  EXPECT_THAT(one({.name = "Mỹ Lý"}).candidates, UnorderedElementsAre(2U, 3U));
  EXPECT_EQ(one({.name = "Long Hòa", .district = "Huyện B"}).unit, 1U);
  EXPECT_EQ(one({.name = "TT Mỹ Lý"}).unit, 3U);
  EXPECT_EQ(one({.code = "2", .name = "Long Hòa"}).unit, 1U);
  EXPECT_EQ(one({.name = "Thạch Hạ"}).unit, 4U);
  EXPECT_EQ(one({.name = "Thạch Hà"}).unit, 5U);
}

/// "Ký Ch©u" is Ký Châu in TCVN3, with a wrong mark; as it stands "Ký Chu" is one letter from Kỳ Phú.
TEST(NameDecidesUnits, SignsOfAnotherEncodingAreNoWrongLetters) {
  const UnitMatcher matcher({{"1", "Kỳ Châu", "Xã", "Huyện A"}, {"2", "Kỳ Phú", "Xã", "Huyện A"}});
  EXPECT_NE(matcher.match({{.name = "K\u00FD Ch\u00A9u"}}).rows[0].status, MatchStatus::matched);
  EXPECT_EQ(matcher.match({{.name = "K\u00FA Ch\u00A9u"}}).rows[0].unit, 0U);
}

/// "Phuong My" without marks is the ward Mỹ or the commune Phương Mỹ.
TEST(NameDecidesUnits, ATypeThatMayBeAWordOfTheNameIsNoEvidence) {
  const UnitMatcher matcher({{"1", "Phương Mỹ", "Xã", "Huyện A"},
                             {"2", "Mỹ", "Phường", "Huyện A"},
                             {"3", "Xa Dung", "Xã", "Huyện A"},
                             {"4", "Dung", "Xã", "Huyện A"}});
  const auto one = [&](const char* name) { return matcher.match({{.name = name}}).rows.front(); };
  EXPECT_THAT(one("Phuong My").candidates, UnorderedElementsAre(0U, 1U));
  EXPECT_EQ(one("Phuong My").status, MatchStatus::ambiguous);
  EXPECT_EQ(one("Xa Dung").status, MatchStatus::ambiguous);
  EXPECT_EQ(one("xaphuongmy").unit, 0U);
  EXPECT_EQ(one("Xa Phuong My").unit, 0U);
  EXPECT_EQ(one("Phường Mỹ").unit, 1U);
  EXPECT_EQ(one("Phương Mỹ").unit, 0U);
}

}  // namespace
}  // namespace ntmap::names
