#include "app/data/join_choices.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ntmap::app {
namespace {

using base::Lang;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<MatchedRow> matched() {
  return {{2, "Cẩm Bìnhh, Cẩm Xuyên", "Cẩm Bìnhh", "Cẩm Xuyên", "Cẩm Bình, Cẩm Xuyên, 00099",
           names::MatchRule::fuzzy},
          {3, "Trần Phú", "Trần Phú", "", "Trần Phú, Hà Tĩnh, 00098", names::MatchRule::exact}};
}

std::vector<JoinUnit> units() {
  return {{"1", "Kỳ Sơn, Kỳ Anh, 1", "Kỳ Anh", "ky son, ky anh, 1", true},
          {"2", "Kỳ Tân, Kỳ Anh, 2", "Kỳ Anh", "ky tan, ky anh, 2", false},
          {"3", "Sơn Tân, Hương Sơn, 3", "Hương Sơn", "son tan, huong son, 3", false}};
}

std::vector<std::string> codes(const std::vector<NameCandidate>& candidates) {
  std::vector<std::string> out;
  for (const NameCandidate& one : candidates) out.push_back(one.code);
  return out;
}

TEST(RowsThatFit, HoldAllThatWasTyped) {
  EXPECT_THAT(rows_that_fit(matched(), "", Lang::vi), ElementsAre(0, 1));
  EXPECT_THAT(rows_that_fit(matched(), "tran phu", Lang::vi), ElementsAre(1));
  EXPECT_THAT(rows_that_fit(matched(), "00099 CAM", Lang::vi), ElementsAre(0));
  EXPECT_THAT(rows_that_fit(matched(), "gan giong", Lang::vi), ElementsAre(0)) << "by the rule's words";
  EXPECT_THAT(rows_that_fit(matched(), "likeness", Lang::vi), IsEmpty());
}

TEST(UnitsToChoose, OwnDistrictAndUnitsWithoutARowComeFirst) {
  EXPECT_THAT(codes(units_to_choose(units(), "", "Kỳ Anh", 9)), ElementsAre("2", "1", "3"));
  EXPECT_THAT(codes(units_to_choose(units(), "Tân", "Kỳ Anh", 9)), ElementsAre("2", "3"));
  EXPECT_THAT(codes(units_to_choose(units(), "tan", "Hương Sơn", 9)), ElementsAre("3", "2"));
  EXPECT_THAT(codes(units_to_choose(units(), "", "", 2)), SizeIs(2));
}

TEST(UnitsToChoose, SayWhichLieInAnotherDistrict) {
  const auto found = units_to_choose(units(), "tan", "Kỳ Anh", 9);
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_FALSE(found[0].elsewhere);
  EXPECT_TRUE(found[1].elsewhere);
}

TEST(ChooseUnit, ReplacesAnEarlierChoiceAndIsWithdrawn) {
  JoinPlan plan;
  choose_unit(plan, "Kỳ Anhh", "Kỳ Anh", "1");
  choose_unit(plan, "kỳ anhh", "Kỳ Anh", "2");
  ASSERT_THAT(plan.confirmed, SizeIs(1)) << "letters and blanks apart it is the same spelling";
  EXPECT_EQ(plan.confirmed[0].code, "2");
  choose_unit(plan, "Kỳ Anhh", "", "3");
  EXPECT_THAT(plan.confirmed, SizeIs(2));
  withdraw_choice(plan, "Kỳ Anhh", "Kỳ Anh");
  ASSERT_THAT(plan.confirmed, SizeIs(1));
  EXPECT_EQ(plan.confirmed[0].code, "3") << "what decides in any district stays";
  withdraw_choice(plan, "Kỳ Anhh", "Kỳ Anh");
  EXPECT_THAT(plan.confirmed, IsEmpty()) << "now that one decided about the row";
}

TEST(MatchWords, SayEachRule) {
  for (const auto rule : {names::MatchRule::alias, names::MatchRule::code, names::MatchRule::code_padded,
                          names::MatchRule::exact, names::MatchRule::folded, names::MatchRule::legacy,
                          names::MatchRule::unmarked, names::MatchRule::fuzzy}) {
    EXPECT_FALSE(match_words(rule).vi.empty());
    EXPECT_FALSE(match_words(rule).en.empty());
  }
  EXPECT_TRUE(by_name(names::MatchRule::fuzzy));
  EXPECT_FALSE(by_name(names::MatchRule::code));
}

}  // namespace
}  // namespace ntmap::app
