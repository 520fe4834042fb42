#include "criteria/rule.hpp"

#include <gmock/gmock.h>

#include <map>

#include "base/error.hpp"

namespace ntmap::criteria {
namespace {

using Figures = std::map<std::string, double>;

/// Names that are not given are missing figures.
Truth truth(const char* text, const Figures& figures = {}, Region region = Region::none, int group = 0) {
  const Rule rule = Rule::parse(text);
  std::vector<std::optional<Decimal>> values;
  for (const std::string& name : rule.names()) {
    const auto found = figures.find(name);
    values.push_back(found == figures.end() ? std::nullopt : Decimal::from_double(found->second));
  }
  return rule.evaluate({values, region, group});
}

TEST(RuleTest, ComparesNumbersExactly) {
  EXPECT_EQ(truth("a >= 80", {{"a", 80}}), Truth::yes);
  EXPECT_EQ(truth("a > 80", {{"a", 80}}), Truth::no);
  EXPECT_EQ(truth("a <= 0.3", {{"a", 0.3}}), Truth::yes);
  EXPECT_EQ(truth("a < 2", {{"a", 1.5}}), Truth::yes);
  EXPECT_EQ(truth("a = 2", {{"a", 2}}), Truth::yes);
  EXPECT_EQ(truth("a != 2", {{"a", 2}}), Truth::no);
  EXPECT_EQ(truth("x >= 1.10 * t", {{"x", 63.8}, {"t", 58}}), Truth::yes);
  EXPECT_EQ(truth("0.1 + 0.2 = 0.3"), Truth::yes);
}

TEST(RuleTest, BindsStrongerAndThenOr) {
  EXPECT_EQ(truth("a or b and c", {{"a", 1}, {"b", 0}, {"c", 0}}), Truth::yes);
  EXPECT_EQ(truth("(a or b) and c", {{"a", 1}, {"b", 0}, {"c", 0}}), Truth::no);
  EXPECT_EQ(truth("not a and b", {{"a", 0}, {"b", 1}}), Truth::yes);
  EXPECT_EQ(truth("not (a and b)", {{"a", 0}, {"b", 1}}), Truth::yes);
  EXPECT_EQ(truth("2 + 3 * 4 = 14"), Truth::yes);
  EXPECT_EQ(truth("-2 - -3 = 1"), Truth::yes);
}

TEST(RuleTest, ANameWhereATruthIsDueMeansItIsOne) {
  EXPECT_EQ(truth("a", {{"a", 1}}), Truth::yes);
  EXPECT_EQ(truth("a", {{"a", 0}}), Truth::no);
  EXPECT_EQ(truth("a"), Truth::unknown);
}

TEST(RuleTest, AMissingFigureMakesUnknownOnlyWhatDependsOnIt) {
  EXPECT_EQ(truth("a and b", {{"a", 0}}), Truth::no);
  EXPECT_EQ(truth("a and b", {{"a", 1}}), Truth::unknown);
  EXPECT_EQ(truth("a or b", {{"a", 1}}), Truth::yes);
  EXPECT_EQ(truth("a or b", {{"a", 0}}), Truth::unknown);
  EXPECT_EQ(truth("not a"), Truth::unknown);
  EXPECT_EQ(truth("a + 1 >= 0"), Truth::unknown);
}

TEST(RuleTest, AChoiceIsKnownWhenBothBranchesAgree) {
  EXPECT_EQ(truth("c ? a : b", {{"a", 1}, {"b", 1}}), Truth::yes);
  EXPECT_EQ(truth("c ? a : b", {{"a", 1}, {"b", 0}}), Truth::unknown);
  EXPECT_EQ(truth("c ? a : b", {{"c", 1}, {"a", 0}}), Truth::no);
  EXPECT_EQ(truth("5 >= (c ? 4 : 4)"), Truth::yes);
  EXPECT_EQ(truth("5 >= (c ? 4 : 6)"), Truth::unknown);
}

TEST(RuleTest, AsksTheRegionAndTheGroup) {
  EXPECT_EQ(truth("region in {dbsh, dnb}", {}, Region::dnb), Truth::yes);
  EXPECT_EQ(truth("region in {dbsh, dnb}", {}, Region::btb), Truth::no);
  EXPECT_EQ(truth("region in {dbsh, dnb}", {}, Region::none), Truth::unknown);
  EXPECT_EQ(truth("group in {1, 3}", {}, Region::none, 3), Truth::yes);
  EXPECT_EQ(truth("group in {1, 3}", {}, Region::none, 2), Truth::no);
  EXPECT_EQ(truth("group in {1, 3}"), Truth::unknown);
}

/// Criterion 5 (1491/QĐ-BGDĐT): the bar depends on the region and on how many schools there are.
TEST(RuleTest, TheRuleOfSchools) {
  const char* rule = "region in {dbsh, dnb} ? m1 >= 100 : min >= 100 and m1 >= (n > 3 ? 70 : 50)";
  const auto in_btb = [&](Figures f) { return truth(rule, f, Region::btb); };
  EXPECT_EQ(in_btb({{"min", 100}, {"m1", 50}, {"n", 3}}), Truth::yes);
  EXPECT_EQ(in_btb({{"min", 100}, {"m1", 50}, {"n", 4}}), Truth::no);
  EXPECT_EQ(in_btb({{"min", 100}, {"m1", 70}, {"n", 4}}), Truth::yes);
  EXPECT_EQ(in_btb({{"min", 99.9}, {"m1", 100}, {"n", 4}}), Truth::no);
  EXPECT_EQ(in_btb({{"min", 100}, {"m1", 60}}), Truth::unknown);
  EXPECT_EQ(in_btb({{"min", 100}, {"m1", 75}}), Truth::unknown);  // a missing count is not guessed round
  EXPECT_EQ(truth(rule, {{"m1", 100}}, Region::dbsh), Truth::yes);
  EXPECT_EQ(truth(rule, {{"min", 100}, {"m1", 99}, {"n", 2}}, Region::dbsh), Truth::no);
}

TEST(RuleTest, NamesEachFigureOnceInTheOrderOfTheText) {
  EXPECT_THAT(Rule::parse("ntm.5.muc_1 >= 1 and (b or ntm.5.muc_1 < 2)").names(),
              testing::ElementsAre("ntm.5.muc_1", "b"));
}

class BadRuleTest : public testing::TestWithParam<const char*> {};

TEST_P(BadRuleTest, IsRefusedWithThePlace) {
  try {
    Rule::parse(GetParam());
    FAIL() << "read: " << GetParam();
  } catch (const base::Error& e) {
    EXPECT_THAT(e.message().en, testing::HasSubstr("at character"));
    EXPECT_THAT(e.message().vi, testing::HasSubstr("ký tự"));
  }
}

INSTANTIATE_TEST_SUITE_P(All, BadRuleTest,
                         testing::Values("", "a >=", ">= 3", "(a", "a)", "a b", "a and", "3", "a + (b >= 2)",
                                         "a >= 2 >= 3", "region", "region in {}", "region in {abc}",
                                         "group in {4}", "a ? b", "a ? b :", "1.2.3 = 1", "a = 'x'", "not",
                                         "a in {1}"));

TEST(RuleTest, DeepNestingIsRefusedNotACrash) {
  EXPECT_THROW(Rule::parse(std::string(5000, '(') + "a" + std::string(5000, ')')), base::Error);
  std::string longest = "a";
  for (int i = 0; i < 3000; ++i) longest += " and a";
  EXPECT_THROW(Rule::parse(longest), base::Error);
}

}  // namespace
}  // namespace ntmap::criteria
