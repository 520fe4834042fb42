#include "names/match.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "names/match_fixture.hpp"

namespace ntmap::names {
namespace {

using testing::HasSubstr;

TEST_F(Match, RulesFromStrictToLax) {
  expect({.name = "Xã Kỳ Sơn", .district = "Huyện Kỳ Anh"}, 4, MatchRule::exact);
  expect({.name = "X. KÌ SƠN", .district = "H. Kì Anh"}, 4, MatchRule::folded);
  expect({.name = "X\u00B7 K\u00FA S\u00ACn", .district = "Huy\u00D6n K\u00FA Anh"}, 4, MatchRule::legacy);
  expect({.name = "xa ky son", .district = "huyen ky anh"}, 4, MatchRule::unmarked);
  expect({.name = "Xã Kỳ 5ơn", .district = "Huyện Kỳ Anh"}, 4, MatchRule::fuzzy);
  EXPECT_GT(one({.name = "Thạch Bàn"}).score, one({.name = "Thạch Ban"}).score);
}

TEST_F(Match, NameAloneOnlyWhereItIsUnique) {
  expect({.name = "Thạch Bàn"}, 2, MatchRule::exact);
  expect_ambiguous({.name = "Kỳ Sơn"}, {4, 9});
  expect({.name = "Kỳ Sơn", .province = "tỉnh Nghệ An"}, 9, MatchRule::exact);
  expect({.name = "Kỳ Sơn, huyện Tân Kỳ, tỉnh Nghệ An"}, 9, MatchRule::exact);
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

}  // namespace
}  // namespace ntmap::names
