#include "names/row_matcher.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "names/match_fixture.hpp"

namespace ntmap::names {
namespace {

using testing::HasSubstr;
using testing::UnorderedElementsAre;

std::vector<std::string> note_rules(const MatchReport& report) {
  std::vector<std::string> out;
  for (const RowNote& note : report.notes) out.push_back(note.finding.rule);
  return out;
}

class RowMatches : public Match {};

TEST_F(RowMatches, CodesFirstAndPadded) {
  expect({.code = "18565"}, 2, MatchRule::code);
  const MatchReport report = m_matcher.match({{.code = "97", .name = "Thạch Hạ"}, {.code = "18565"}});
  EXPECT_EQ(report.rows[0].rule, MatchRule::code_padded);
  EXPECT_EQ(report.rows[0].unit, 0u);
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_EQ(report.findings[0].rule, "join.code-padded");
}

TEST_F(RowMatches, CodeOfAnotherNameMustBeConfirmed) {
  const RowMatch match = one({.code = "18565", .name = "Xã Kỳ Sơn", .district = "Huyện Kỳ Anh"});
  EXPECT_EQ(match.status, MatchStatus::ambiguous);
  EXPECT_THAT(match.candidates, UnorderedElementsAre(2, 4));
}

TEST_F(RowMatches, CodeOfAUnitWhoseNameIsNearAnotherOnesMustBeConfirmed) {
  // Sơn Kim 2's code beside the name of Sơn Kim 1, Minh Thanh's beside Minh Thành.
  expect_ambiguous({.code = "18199", .name = "Xã Sơn Kim 1", .district = "Huyện Hương Sơn"}, {7, 6});
  expect_ambiguous({.code = "09001", .name = "Xã Minh Thành", .district = "Huyện Na Rì"}, {12, 13});
  EXPECT_THAT(one({.code = "09001", .name = "Xã Minh Thành", .district = "Huyện Na Rì"}).why.en,
              HasSubstr("do not mean the same unit"));
  expect({.code = "09002", .name = "Xa Minh Thanh", .district = "Huyen Na Ri"}, 13, MatchRule::code);
  expect({.code = "18565", .name = "Thạch Bàm"}, 2, MatchRule::code);
}

TEST_F(RowMatches, CodeOfAUnitOfAnotherTypeMustBeConfirmed) {
  expect_ambiguous({.code = "00097", .name = "Thị trấn Thạch Hạ"}, {0, 1});
  EXPECT_THAT(one({.code = "00097", .name = "Thị trấn Thạch Hạ"}).why.en, HasSubstr("another type"));
  expect_ambiguous({.code = "18757", .name = "Huyện Kỳ Sơn"}, {4, 9});
}

TEST_F(RowMatches, UnknownCodeCastsDoubtUnlessNoCodeFits) {
  const std::vector<MatchRow> rows{
      {.code = "99999", .name = "Xã Thạch Bàn"}, {.code = "18757"}, {.code = "18562"}};
  EXPECT_EQ(m_matcher.match(rows).rows[0].status, MatchStatus::ambiguous);
  // A column of running numbers is no column of codes.
  expect({.code = "1", .name = "Xã Thạch Bàn"}, 2, MatchRule::exact);
}

TEST_F(RowMatches, ConfirmedChoicesComeFirst) {
  const AliasBook aliases(std::vector<Alias>{{"Sơn Tân", "", "", "18202"}, {"Kỳ Sơn", "", "", "none"}});
  const RowMatch match = one({.code = "18565", .name = "Sơn Tân"}, aliases);
  EXPECT_EQ(match.rule, MatchRule::alias);
  EXPECT_EQ(match.unit, 8u);
  EXPECT_EQ(one({.name = "Kỳ Sơn"}, aliases).status, MatchStatus::ambiguous);
}

TEST_F(RowMatches, AnAliasGivesWayToADistrictThatTheRowNames) {
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

TEST_F(RowMatches, AnAliasOfTheRowsOwnDistrictDecides) {
  const AliasBook aliases(std::vector<Alias>{{"Kỳ Sơn", "Huyện Tân Kỳ", "", "18757"}});
  const MatchReport report = m_matcher.match({{.name = "Kỳ Sơn", .district = "Huyện Tân Kỳ"}}, aliases);
  EXPECT_EQ(report.rows[0].unit, 4U);
  EXPECT_TRUE(report.notes.empty());
}

TEST_F(RowMatches, AnAliasGivesWayToACodeThatTheNameConfirms) {
  const AliasBook aliases(std::vector<Alias>{{"Kỳ Sơn", "", "", "18757"}, {"Sơn Tân", "", "", "18202"}});
  const MatchReport report =
      m_matcher.match({{.code = "17500", .name = "Kỳ Sơn"}, {.code = "18565", .name = "Sơn Tân"}}, aliases);
  EXPECT_EQ(report.rows[0].unit, 9U);  // both say the one of Tân Kỳ
  EXPECT_EQ(report.rows[1].unit, 8U);  // the code is that of Thạch Bàn: the choice decides, and is told
  EXPECT_THAT(note_rules(report), testing::ElementsAre("join.alias-refused", "join.alias-over-code"));
}

TEST_F(RowMatches, AnAliasMayHaveLostItsZerosAndHoldAWholeAddress) {
  const AliasBook aliases(
      std::vector<Alias>{{"Hạ Thạch", "", "", "97"}, {"Xã Sơn Cũ, huyện Kỳ Anh", "", "", "18757"}});
  EXPECT_EQ(one({.name = "Hạ Thạch"}, aliases).unit, 0U);
  EXPECT_EQ(one({.name = "Xã Sơn Cũ, huyện Kỳ Anh"}, aliases).unit, 4U);
  EXPECT_TRUE(m_matcher.knows_code("97"));
  EXPECT_FALSE(m_matcher.knows_code("98"));
}

/// The code's unit is a letter or a mark away from the name, and another unit is nearer.
TEST(RowMatchesUnits, ACodeYieldsToANameThatMeansAnotherUnitBetter) {
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

/// A table of the whole country beside the boundaries of one province.
TEST(RowMatchesUnits, CodesHoldInATableThatIsWiderThanTheBoundaries) {
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
TEST(RowMatchesUnits, CodesAloneAreAllThereIs) {
  const UnitMatcher matcher(
      {{"18073", "A", "Xã", "", ""}, {"18074", "B", "Xã", "", ""}, {"18075", "C", "", "", ""}});
  const MatchReport report = matcher.match({{.code = "18075"}, {.code = "20001"}, {.code = "20002"}});
  EXPECT_EQ(report.rows[0].status, MatchStatus::matched);
  EXPECT_EQ(report.rows[1].status, MatchStatus::unmatched);
}

TEST(RowMatchesUnits, CodesGivenTwiceAreAmbiguous) {
  const UnitMatcher matcher({{.code = "7", .name = "A"}, {.code = "7", .name = "B"}});
  EXPECT_EQ(matcher.match({{.code = "7"}}).rows[0].status, MatchStatus::ambiguous);
}

TEST(RowMatchesUnits, AColumnOfTypesAgainstTheNamesOwnType) {
  const MatchUnit commune{"1", "Thạch Hà", "Xã", "", ""};
  const MatchUnit town{"2", "Thạch Hà", "Thị trấn", "", ""};
  const MatchRow row{.name = "TT. Thạch Hà", .type = "Xã"};
  EXPECT_EQ(UnitMatcher({commune, town}).match({row}).rows[0].status, MatchStatus::ambiguous);
  EXPECT_EQ(UnitMatcher({town}).match({row}).rows[0].unit, 0U) << "the column may be older than the name";
}

}  // namespace
}  // namespace ntmap::names
