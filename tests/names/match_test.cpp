#include "names/match.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <tuple>

namespace ntmap::names {
namespace {

using testing::HasSubstr;
using testing::UnorderedElementsAre;

const std::vector<MatchUnit> k_units{
    {"00097", "Thạch Hạ", "Xã", "Thành phố Hà Tĩnh", "Hà Tĩnh"},     // 0
    {"18562", "Thạch Hà", "Thị trấn", "Huyện Thạch Hà", "Hà Tĩnh"},  // 1
    {"18565", "Thạch Bàn", "Xã", "Huyện Thạch Hà", "Hà Tĩnh"},       // 2
    {"18754", "Kỳ Anh", "Thị trấn", "Huyện Kỳ Anh", "Hà Tĩnh"},      // 3
    {"18757", "Kỳ Sơn", "Xã", "Huyện Kỳ Anh", "Hà Tĩnh"},            // 4
    {"18760", "Kỳ Liên", "Phường", "Thị xã Kỳ Anh", "Hà Tĩnh"},      // 5
    {"18196", "Sơn Kim 1", "Xã", "Huyện Hương Sơn", "Hà Tĩnh"},      // 6
    {"18199", "Sơn Kim 2", "Xã", "Huyện Hương Sơn", "Hà Tĩnh"},      // 7
    {"18202", "Sơn Tây", "Xã", "Huyện Hương Sơn", "Hà Tĩnh"},        // 8
    {"17500", "Kỳ Sơn", "Xã", "Huyện Tân Kỳ", "Nghệ An"},            // 9
    {"01900", "Văn Lang", "Xã", "Huyện Na Rì", "Bắc Kạn"},           // 10
    {"05700", "Văn Lăng", "Xã", "Huyện Đồng Hỷ", "Thái Nguyên"},     // 11
    {"09001", "Minh Thanh", "Xã", "Huyện Na Rì", "Bắc Kạn"},         // 12
    {"09002", "Minh Thành", "Xã", "Huyện Na Rì", "Bắc Kạn"},         // 13
};

class Match : public testing::Test {
 protected:
  RowMatch one(const MatchRow& row, const AliasBook& aliases = {}) const {
    return m_matcher.match({row, {.name = "Xã Chẳng Có"}}, aliases).rows.front();
  }
  void expect(const MatchRow& row, std::uint32_t unit, MatchRule rule) const {
    const RowMatch match = one(row);
    EXPECT_EQ(match.status, MatchStatus::matched) << row.name << ": " << match.why.en;
    EXPECT_EQ(match.unit, unit) << row.name;
    EXPECT_EQ(rule_word(match.rule), rule_word(rule)) << row.name;
  }
  void expect_ambiguous(const MatchRow& row, std::vector<std::uint32_t> candidates) const {
    const RowMatch match = one(row);
    EXPECT_EQ(match.status, MatchStatus::ambiguous) << row.name << ": " << match.why.en;
    EXPECT_EQ(match.unit, k_no_unit);
    EXPECT_THAT(match.candidates, testing::ElementsAreArray(candidates)) << row.name;
    EXPECT_FALSE(match.why.vi.empty());
  }

  UnitMatcher m_matcher{k_units};
};

TEST_F(Match, RulesFromStrictToLax) {
  expect({.name = "Xã Kỳ Sơn", .district = "Huyện Kỳ Anh"}, 4, MatchRule::exact);
  expect({.name = "X. KÌ SƠN", .district = "H. Kì Anh"}, 4, MatchRule::folded);
  expect({.name = "X\u00B7 K\u00FA S\u00ACn", .district = "Huy\u00D6n K\u00FA Anh"}, 4, MatchRule::legacy);
  expect({.name = "xa ky son", .district = "huyen ky anh"}, 4, MatchRule::unmarked);
  expect({.name = "Xã Kỳ 5ơn", .district = "Huyện Kỳ Anh"}, 4, MatchRule::fuzzy);
  EXPECT_GT(one({.name = "Thạch Bàn"}).score, one({.name = "Thạch Ban"}).score);
}

TEST_F(Match, CodesFirstAndPadded) {
  expect({.code = "18565"}, 2, MatchRule::code);
  const MatchReport report = m_matcher.match({{.code = "97", .name = "Thạch Hạ"}, {.code = "18565"}});
  EXPECT_EQ(report.rows[0].rule, MatchRule::code_padded);
  EXPECT_EQ(report.rows[0].unit, 0u);
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_EQ(report.findings[0].rule, "join.code-padded");
}

TEST_F(Match, CodeOfAnotherNameMustBeConfirmed) {
  const RowMatch match = one({.code = "18565", .name = "Xã Kỳ Sơn", .district = "Huyện Kỳ Anh"});
  EXPECT_EQ(match.status, MatchStatus::ambiguous);
  EXPECT_THAT(match.candidates, UnorderedElementsAre(2, 4));
}

TEST_F(Match, CodeOfAUnitWhoseNameIsNearAnotherOnesMustBeConfirmed) {
  // Sơn Kim 2's code beside the name of Sơn Kim 1, Minh Thanh's beside Minh Thành.
  expect_ambiguous({.code = "18199", .name = "Xã Sơn Kim 1", .district = "Huyện Hương Sơn"}, {7, 6});
  expect_ambiguous({.code = "09001", .name = "Xã Minh Thành", .district = "Huyện Na Rì"}, {12, 13});
  EXPECT_THAT(one({.code = "09001", .name = "Xã Minh Thành", .district = "Huyện Na Rì"}).why.en,
              HasSubstr("do not mean the same unit"));
  expect({.code = "09002", .name = "Xa Minh Thanh", .district = "Huyen Na Ri"}, 13, MatchRule::code);
  expect({.code = "18565", .name = "Thạch Bàm"}, 2, MatchRule::code);
}

TEST_F(Match, CodeOfAUnitOfAnotherTypeMustBeConfirmed) {
  expect_ambiguous({.code = "00097", .name = "Thị trấn Thạch Hạ"}, {0, 1});
  EXPECT_THAT(one({.code = "00097", .name = "Thị trấn Thạch Hạ"}).why.en, HasSubstr("another type"));
  expect_ambiguous({.code = "18757", .name = "Huyện Kỳ Sơn"}, {4, 9});
}

TEST_F(Match, UnknownCodeCastsDoubtUnlessNoCodeFits) {
  const std::vector<MatchRow> rows{
      {.code = "99999", .name = "Xã Thạch Bàn"}, {.code = "18757"}, {.code = "18562"}};
  EXPECT_EQ(m_matcher.match(rows).rows[0].status, MatchStatus::ambiguous);
  // A column of running numbers is no column of codes.
  expect({.code = "1", .name = "Xã Thạch Bàn"}, 2, MatchRule::exact);
}

TEST_F(Match, TypeBreaksTies) {
  const MatchRow town{.name = "Thi tran Thach Ha", .province = "Ha Tinh"};
  expect(town, 1, MatchRule::unmarked);
  expect({.name = "Xa Thach Ha", .province = "Ha Tinh"}, 0, MatchRule::unmarked);
  expect_ambiguous({.name = "Thach Ha", .province = "Ha Tinh"}, {0, 1});
  expect({.name = "Thach Ha", .province = "Ha Tinh", .type = "TT"}, 1, MatchRule::unmarked);
}

TEST_F(Match, AnAddressInTheNamesCell) {
  for (const char* name : {"Xã Kỳ Sơn, huyện Kỳ Anh, tỉnh Hà Tĩnh", "Xã Kỳ Sơn; H. Kỳ Anh",
                           "Xã Kỳ Sơn - huyện Kỳ Anh", "Xã Kỳ Sơn – Huyện Kỳ Anh", "Kỳ Sơn (huyện Kỳ Anh)"}) {
    expect({.name = name}, 4, MatchRule::exact);
  }
  expect({.name = "Xã Kỳ Sơn, tỉnh Nghệ An"}, 9, MatchRule::exact);
  expect({.name = "Thạch Hà (TT)"}, 1, MatchRule::exact);
  expect({.name = "Thạch-Bàn"}, 2, MatchRule::folded);
}

TEST_F(Match, AnotherTypeMustBeConfirmed) {
  expect_ambiguous({.name = "Xã Thạch Hà", .district = "Huyện Thạch Hà"}, {1});
  EXPECT_THAT(one({.name = "Xã Thạch Hà", .district = "Huyện Thạch Hà"}).why.en, HasSubstr("another type"));
}

TEST_F(Match, NameAloneOnlyWhereItIsUnique) {
  expect({.name = "Thạch Bàn"}, 2, MatchRule::exact);
  expect_ambiguous({.name = "Kỳ Sơn"}, {4, 9});
  expect({.name = "Kỳ Sơn", .province = "tỉnh Nghệ An"}, 9, MatchRule::exact);
  expect({.name = "Kỳ Sơn, huyện Tân Kỳ, tỉnh Nghệ An"}, 9, MatchRule::exact);
}

TEST_F(Match, PairsOneMarkApart) {
  expect({.name = "Văn Lang"}, 10, MatchRule::exact);
  expect({.name = "Văn Lăng"}, 11, MatchRule::exact);
  expect_ambiguous({.name = "Van Lang"}, {10, 11});
  // Without marks as a whole, a name that has none may have lost them too.
  expect({.name = "Xã Minh Thanh", .district = "Huyện Na Rì"}, 12, MatchRule::exact);
  expect_ambiguous({.name = "Xa Minh Thanh", .district = "Huyen Na Ri"}, {12, 13});
}

TEST_F(Match, NumbersAreNotGuessed) {
  expect({.name = "Sơn Kim I"}, 6, MatchRule::folded);
  expect({.name = "Sơn Kim 02"}, 7, MatchRule::folded);
  for (const char* name : {"Sơn Kim", "Sơn Kim 3", "Sơn Kim 7", "Sơn Kim 12"}) {
    EXPECT_NE(one({.name = name}).status, MatchStatus::matched) << name;
  }
}

TEST_F(Match, NeighboursOfGoneUnitsAreOnlySuggested) {
  expect_ambiguous({.name = "Xã Sơn Tân", .district = "Huyện Hương Sơn"}, {8});
}

TEST_F(Match, DistrictsMayBeDamaged) {
  expect({.name = "Xã Kỳ Sơn", .district = "Huyện Kỳ Aiih", .province = "Hà Tĩnh"}, 4, MatchRule::exact);
  expect({.name = "Xã Kỳ Sơn", .district = "Huyệu Kỳ Anh"}, 4, MatchRule::exact);
  expect({.name = "Xã Thạch Bàn", .district = "Hyuệm Thcạk Hx"}, 2, MatchRule::exact);
}

TEST_F(Match, NameOfAnotherDistrictIsSuggested) {
  expect_ambiguous({.name = "Xã Thạch Bàn", .district = "Huyện Kỳ Anh"}, {2});
  EXPECT_THAT(one({.name = "Xã Thạch Bàn", .district = "Huyện Kỳ Anh"}).why.en,
              HasSubstr("another district"));
  expect_ambiguous({.name = "Xã Thạch Bàn", .district = "Huyện Gia Lâm"}, {2});
}

TEST_F(Match, DistrictWithoutItsTypeMeansBoth) {
  expect({.name = "Kỳ Liên", .district = "Kỳ Anh"}, 5, MatchRule::exact);
  expect({.name = "Kỳ Sơn", .district = "Kỳ Anh", .province = "Hà Tĩnh"}, 4, MatchRule::exact);
}

TEST_F(Match, ConfirmedChoicesComeFirst) {
  const AliasBook aliases(std::vector<Alias>{{"Sơn Tân", "", "", "18202"}, {"Kỳ Sơn", "", "", "none"}});
  const RowMatch match = one({.code = "18565", .name = "Sơn Tân"}, aliases);
  EXPECT_EQ(match.rule, MatchRule::alias);
  EXPECT_EQ(match.unit, 8u);
  EXPECT_EQ(one({.name = "Kỳ Sơn"}, aliases).status, MatchStatus::ambiguous);
}

TEST_F(Match, TwoCommunesInOneCellAreNotTheFirstOfThem) {
  for (const char* two : {"Kỳ Sơn, Kỳ Tân", "Kỳ Sơn; Kỳ Tân", "Kỳ Sơn, huyện Tân Kỳ"}) {
    EXPECT_NE(one({.name = two, .district = "Huyện Kỳ Anh"}).status, MatchStatus::matched) << two;
  }
  expect({.name = "Kỳ Sơn, H. Kỳ Anh", .district = "Kỳ Anh"}, 4, MatchRule::exact);
  expect({.name = "Kỳ Sơn, huyện Kỳ Anh, Hà Tĩnh", .district = "Huyện Kì Anh"}, 4, MatchRule::exact);
}

std::vector<std::string> note_rules(const MatchReport& report) {
  std::vector<std::string> out;
  for (const RowNote& note : report.notes) out.push_back(note.finding.rule);
  return out;
}

TEST_F(Match, AnAliasGivesWayToADistrictThatTheRowNames) {
  const AliasBook aliases(std::vector<Alias>{{"Kỳ Sơn", "", "", "18757"}});
  const MatchReport report = m_matcher.match({{.name = "Kỳ Sơn"},
                                              {.name = "Kỳ Sơn", .district = "H. Kỳ Anh"},
                                              {.name = "Kỳ Sơn", .district = "Huyện Tân Kỳ"},
                                              {.name = "Kỳ Sơn", .district = "Huyện Gia Lâm"},
                                              {.name = "Kỳ Sơn", .province = "Nghệ An"}},
                                             aliases);
  EXPECT_EQ(report.rows[0].unit, 4U);
  EXPECT_EQ(report.rows[1].unit, 4U);
  EXPECT_EQ(report.rows[2].unit, 9U);
  EXPECT_EQ(report.rows[3].status, MatchStatus::ambiguous);
  EXPECT_EQ(report.rows[4].unit, 9U);
  EXPECT_THAT(note_rules(report), testing::Each("join.alias-refused"));
  ASSERT_EQ(report.notes.size(), 3U);
  EXPECT_EQ(report.notes[0].row, 2U);
  EXPECT_THAT(report.notes[0].finding.what.en, HasSubstr("Huyện Tân Kỳ"));
  EXPECT_FALSE(report.notes[0].finding.remedy.empty());
}

TEST_F(Match, AnAliasOfTheRowsOwnDistrictDecides) {
  const AliasBook aliases(std::vector<Alias>{{"Kỳ Sơn", "Huyện Tân Kỳ", "", "18757"}});
  const MatchReport report = m_matcher.match({{.name = "Kỳ Sơn", .district = "Huyện Tân Kỳ"}}, aliases);
  EXPECT_EQ(report.rows[0].unit, 4U);
  EXPECT_TRUE(report.notes.empty());
}

TEST_F(Match, AnAliasGivesWayToACodeThatTheNameConfirms) {
  const AliasBook aliases(std::vector<Alias>{{"Kỳ Sơn", "", "", "18757"}, {"Sơn Tân", "", "", "18202"}});
  const MatchReport report =
      m_matcher.match({{.code = "17500", .name = "Kỳ Sơn"}, {.code = "18565", .name = "Sơn Tân"}}, aliases);
  EXPECT_EQ(report.rows[0].unit, 9U);  // both say the one of Tân Kỳ
  EXPECT_EQ(report.rows[1].unit, 8U);  // the code is that of Thạch Bàn: the choice decides, and is told
  EXPECT_THAT(note_rules(report), testing::ElementsAre("join.alias-refused", "join.alias-over-code"));
}

TEST_F(Match, AnAliasMayHaveLostItsZerosAndHoldAWholeAddress) {
  const AliasBook aliases(
      std::vector<Alias>{{"Hạ Thạch", "", "", "97"}, {"Xã Sơn Cũ, huyện Kỳ Anh", "", "", "18757"}});
  EXPECT_EQ(one({.name = "Hạ Thạch"}, aliases).unit, 0U);
  EXPECT_EQ(one({.name = "Xã Sơn Cũ, huyện Kỳ Anh"}, aliases).unit, 4U);
  EXPECT_TRUE(m_matcher.knows_code("97"));
  EXPECT_FALSE(m_matcher.knows_code("98"));
}

TEST_F(Match, UnitClaimedTwiceIsReported) {
  const MatchReport report = m_matcher.match({{.name = "Thạch Bàn"}, {.name = "X. Thạch Bàn"}}, {},
                                             std::vector<std::uint32_t>{5, 9});
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_EQ(report.findings[0].rule, "join.unit-claimed-twice");
  EXPECT_THAT(report.findings[0].what.en, HasSubstr("5, 9"));
  EXPECT_EQ(report.matched, 2u);
}

TEST_F(Match, EmptyAndForeignRowsStayUnmatched) {
  for (const MatchRow& row :
       {MatchRow{}, MatchRow{.name = " . "}, MatchRow{.name = "Tổng cộng"}, MatchRow{.name = "Xã"}}) {
    const RowMatch match = one(row);
    EXPECT_EQ(match.status, MatchStatus::unmatched) << row.name;
    EXPECT_FALSE(match.why.en.empty());
    EXPECT_EQ(match.score, 0);
  }
}

TEST_F(Match, OrderOfRowsAndUnitsDoesNotMatter) {
  std::vector<MatchUnit> reversed(k_units.rbegin(), k_units.rend());
  std::vector<MatchRow> rows;
  for (const MatchUnit& unit : k_units) rows.push_back({.name = unit.name, .district = unit.district});
  const MatchReport a = m_matcher.match(rows);
  const MatchReport b = UnitMatcher(reversed).match(rows);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ASSERT_EQ(a.rows[i].status, MatchStatus::matched) << rows[i].name;
    EXPECT_EQ(k_units[a.rows[i].unit], reversed[b.rows[i].unit]);
  }
}

TEST(MatchUnits, ATypeThatTheNameSaysIsNotSaidTwice) {
  const UnitMatcher matcher({{.code = "1", .name = "Xã Ba", .type = "Xã"}});
  EXPECT_THAT(matcher.match({{.name = "Xã Ba"}}).rows[0].why.vi, HasSubstr("Khớp với Xã Ba (1)"));
}

TEST(MatchUnits, WithoutTypeDistrictOrProvince) {
  const UnitMatcher matcher({{.code = "1", .name = "Xã Thạch Hạ"},
                             {.code = "2", .name = "Thị trấn Thạch Hà"},
                             {.code = "3", .name = "Xa Dung"}});
  EXPECT_EQ(matcher.match({{.name = "TT Thach Ha"}}).rows[0].unit, 1u);
  EXPECT_EQ(matcher.match({{.name = "Xã Xa Dung"}}).rows[0].unit, 2u);
  EXPECT_EQ(matcher.match({{.name = "Xã Thạch Hạ", .district = "Huyện Bất Kỳ"}}).rows[0].unit, 0u);
  EXPECT_TRUE(UnitMatcher({}).match({{.name = "a"}}).rows[0].candidates.empty());
}

/// Kỳ Anh is a town in one list and a district in the other; a list with districts holds none.
TEST(MatchUnits, ARowAboutADistrictIsNoUnitThatLiesInOne) {
  const auto status = [](const MatchUnit& unit, const char* name) {
    return UnitMatcher({unit}).match({{.name = name}}).rows.front().status;
  };
  const MatchUnit town{"18754", "Kỳ Anh", {}, "Huyện Kỳ Anh", {}};
  const MatchUnit district{"449", "Kỳ Anh", {}, {}, "Hà Tĩnh"};
  for (const char* name : {"TX. Kỳ Anh", "Huyện Kỳ Anh"}) {
    EXPECT_EQ(status(town, name), MatchStatus::ambiguous) << name;
    EXPECT_EQ(status(district, name), MatchStatus::matched) << name;
  }
  EXPECT_EQ(status(town, "Thị trấn Kỳ Anh"), MatchStatus::matched);
  EXPECT_EQ(status(town, "Kỳ Anh"), MatchStatus::matched);
}

TEST(MatchUnits, ARowAboutADistrictIsNoCommuneOfAListWithoutDistricts) {
  const std::vector<MatchUnit> by_code{{.code = "18751", .name = "Cẩm Xuyên"},
                                       {.code = "18754", .name = "Kỳ Anh"}};
  const std::vector<MatchUnit> by_type{{.code = "1", .name = "Cẩm Xuyên"},
                                       {.code = "2", .name = "Kỳ Anh", .type = "Xã"},
                                       {.code = "3", .name = "Xã Kỳ Bắc"}};
  for (const auto& units : {by_code, by_type}) {
    const MatchReport report = UnitMatcher(units).match(
        {{.name = "Huyện Cẩm Xuyên"}, {.name = "Thị xã Kỳ Anh"}, {.name = "Cẩm Xuyên"}});
    EXPECT_EQ(report.rows[0].status, MatchStatus::ambiguous);
    EXPECT_EQ(report.rows[1].status, MatchStatus::ambiguous);
    EXPECT_EQ(report.rows[2].status, MatchStatus::matched);
  }
  const UnitMatcher districts({{.code = "446", .name = "Cẩm Xuyên"}, {.code = "449", .name = "Kỳ Anh"}});
  EXPECT_EQ(districts.match({{.name = "Huyện Cẩm Xuyên"}}).rows[0].status, MatchStatus::matched);
}

TEST(MatchUnits, ADistrictOrProvinceThatCannotBeComparedIsSaid) {
  const UnitMatcher bare({{.code = "18751", .name = "Kỳ Sơn"}, {.code = "18754", .name = "Kỳ Bắc"}});
  const auto rules = [&](const std::vector<MatchRow>& rows) {
    std::vector<std::string> out;
    for (const base::Finding& finding : bare.match(rows).findings) out.push_back(finding.rule);
    return out;
  };
  EXPECT_THAT(rules({{.name = "Kỳ Sơn", .district = "Huyện Kỳ Anh"}}),
              testing::ElementsAre("join.scope-unused"));
  EXPECT_THAT(rules({{.name = "Kỳ Sơn", .province = "Nghệ An"}, {.name = "Kỳ Bắc", .province = "Hà Tĩnh"}}),
              testing::ElementsAre("join.scope-unused"));
  EXPECT_THAT(rules({{.code = "18751", .name = "Kỳ Sơn", .district = "Huyện Kỳ Anh"}}), testing::IsEmpty());
  EXPECT_THAT(rules({{.name = "Kỳ Sơn"}}), testing::IsEmpty());
  const UnitMatcher full({{.code = "1", .name = "Kỳ Sơn", .district = "Kỳ Anh", .province = "Hà Tĩnh"}});
  EXPECT_TRUE(full.match({{.name = "Kỳ Sơn", .district = "Kỳ Anh", .province = "Hà Tĩnh"}}).findings.empty());
}

TEST(MatchUnits, NamesWithoutMarksAsAWhole) {
  const UnitMatcher matcher({{.code = "1", .name = "Xa Ky Son"}, {.code = "2", .name = "Phuong Ky Lien"}});
  EXPECT_EQ(matcher.match({{.name = "Xa Ky Son"}}).rows[0].unit, 0u);
  EXPECT_EQ(matcher.match({{.name = "P. Ky Lien"}}).rows[0].unit, 1u);
}

TEST(MatchUnits, OneMarkAwayFromTwoUnitsIsAskedBack) {
  const std::vector<MatchUnit> units{{"13", "Kỳ Lâm", "Xã", "Huyện Kỳ Anh", "Hà Tĩnh"},
                                     {"14", "Kỳ Lam", "Xã", "Huyện Kỳ Anh", "Hà Tĩnh"}};
  const UnitMatcher matcher(units);
  const MatchReport report = matcher.match({{.name = "Kỳ Lăm"}, {.name = "Kỳ Lâm"}});
  EXPECT_EQ(report.rows[0].status, MatchStatus::ambiguous);
  EXPECT_THAT(report.rows[0].candidates, UnorderedElementsAre(0U, 1U));
  EXPECT_EQ(report.rows[1].unit, 0U);
}

/// "oà" is "ồ" in a VNI font, but Hoà is a word as it stands.
TEST(MatchUnits, GoodVietnameseIsNotReadAsAnotherEncoding) {
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
TEST(MatchUnits, ALostToneIsNoOtherEncoding) {
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
TEST(MatchUnits, ALetterBehindTheNameIsNotDropped) {
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
TEST(MatchUnits, AStrokeBehindTheNameMayBeAOne) {
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

/// The code's unit is a letter or a mark away from the name, and another unit is nearer.
TEST(MatchUnits, ACodeYieldsToANameThatMeansAnotherUnitBetter) {
  const UnitMatcher matcher({{"1", "Kỳ Hà", "Xã", "Thị xã Kỳ Anh", ""},
                             {"2", "Kỳ Hải", "Xã", "Huyện Kỳ Anh", ""},
                             {"3", "Thạch Hạ", "Xã", "Thành phố Hà Tĩnh", ""},
                             {"4", "Thạch Hà", "Thị trấn", "Huyện Thạch Hà", ""},
                             {"5", "Cẩm Lạc", "Xã", "Huyện Cẩm Xuyên", ""},
                             {"6", "Cẩm Lộc", "Xã", "Huyện Cẩm Xuyên", ""}});
  const MatchReport report = matcher.match(
      {{.code = "1", .name = "Ky Hai", .district = "Huyện Kỳ Anh"},
       {.code = "3", .name = "Thach Ha", .district = "Huyện Thạch Hà"},
       {.code = "5", .name = "Cẩm Loc", .district = "Cẩm Xuyên"},
       {.code = "5", .name = "Cẩm Lac", .district = "Cẩm Xuyên"},
       {.code = "1", .name = "Kỳ Hà", .district = "Huyện Kỳ Anh"},  // as before its district changed
       {.code = "6", .name = "Cẩm Lôcc", .district = "Cẩm Xuyên"}});
  for (std::uint32_t row = 0; row < 3; ++row) {
    EXPECT_EQ(report.rows[row].status, MatchStatus::ambiguous) << row;
    EXPECT_THAT(report.rows[row].candidates, UnorderedElementsAre(2 * row, 2 * row + 1)) << row;
  }
  EXPECT_EQ(report.rows[3].unit, 4U);
  EXPECT_EQ(report.rows[4].unit, 0U);
  EXPECT_EQ(report.rows[5].unit, 5U);
}

TEST(MatchUnits, ADistrictThatResemblesNoneIsNotPassedOver) {
  const UnitMatcher matcher({{"1", "Phú Lộc", "Xã", "Huyện Can Lộc", "Hà Tĩnh"},
                             {"2", "Kỳ Sơn", "Xã", "Huyện Kỳ Anh", "Hà Tĩnh"},
                             {"3", "Thạch Bàn", "Xã", "Huyện Thạch Hà", "Hà Tĩnh"},
                             {"4", "Hương Lâm", "Xã", "Huyện Hương Khê", "Hà Tĩnh"}});
  for (const char* district : {"Huyện Krông Năng", "Krông Năng", "Huyện Ea Kar", "Cư Kuin", "Huyện Đắk Mil",
                               "Huyện Chư Păh", "???", "Xyz", "Huyện Xyz", "Mê Linh", "K'Bang"}) {
    const RowMatch match = matcher.match({{.name = "Phú Lộc", .district = district}}).rows.front();
    EXPECT_EQ(match.status, MatchStatus::ambiguous) << district;
    EXPECT_THAT(match.candidates, testing::ElementsAre(0U)) << district;
  }
  for (const char* district : {"H. Cn Lc", "Huyện Cax Lộc", "Hyuện Cna Lcộ", "", " ", "-", "–"}) {
    const RowMatch match = matcher.match({{.name = "Phú Lộc", .district = district}}).rows.front();
    EXPECT_EQ(match.unit, 0U) << district;
  }
}

/// A name with a wrong letter that is one letter from several units, or a beginning of several.
TEST(MatchUnits, AWrongLetterBetweenTwoUnitsIsAskedBack) {
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

/// A table of the whole country beside the boundaries of one province.
TEST(MatchUnits, CodesHoldInATableThatIsWiderThanTheBoundaries) {
  const UnitMatcher matcher({{"18073", "Tân Lập", "Xã", "", ""}, {"18074", "Kỳ Sơn", "Xã", "", ""}});
  std::vector<MatchRow> rows{{.code = "18073", .name = "Xã Tân Lập"}, {.code = "18074", .name = "Xã Kỳ Sơn"}};
  for (int i = 0; i < 20; ++i) rows.push_back({.code = std::to_string(20000 + i), .name = "Xã Tân Lập"});
  for (const bool named : {true, false}) {
    const MatchReport report = matcher.match(rows);
    EXPECT_EQ(report.matched, 2u) << named;
    EXPECT_EQ(report.rows[0].unit, 0u);
    EXPECT_EQ(report.rows[1].unit, 1u);
    EXPECT_NE(report.rows[2].status, MatchStatus::matched) << named;
    for (MatchRow& row : rows) row.name.clear();
  }
}

/// Not even half of the units are in it, and no name says what its codes are worth.
TEST(MatchUnits, CodesAloneAreAllThereIs) {
  const UnitMatcher matcher(
      {{"18073", "A", "Xã", "", ""}, {"18074", "B", "Xã", "", ""}, {"18075", "C", "", "", ""}});
  const MatchReport report = matcher.match({{.code = "18075"}, {.code = "20001"}, {.code = "20002"}});
  EXPECT_EQ(report.rows[0].status, MatchStatus::matched);
  EXPECT_EQ(report.rows[1].status, MatchStatus::unmatched);
}

TEST(MatchUnits, CodesGivenTwiceAreAmbiguous) {
  const UnitMatcher matcher({{.code = "7", .name = "A"}, {.code = "7", .name = "B"}});
  EXPECT_EQ(matcher.match({{.code = "7"}}).rows[0].status, MatchStatus::ambiguous);
}

}  // namespace
}  // namespace ntmap::names
