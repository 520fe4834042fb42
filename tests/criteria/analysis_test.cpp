#include "criteria/analysis.hpp"

#include <gmock/gmock.h>

#include "base/error.hpp"
#include "criteria/compare_sets.hpp"
#include "criteria/evaluation_fixture.hpp"
#include "criteria/responsibility.hpp"
#include "criteria/rollup.hpp"

namespace ntmap::criteria {
namespace {

constexpr const char* k_ntm = "XA_NTM_2021_2025";
constexpr const char* k_nc = "XA_NTM_NANGCAO_2021_2025";

/// Six communes that pass everything, to be changed.
class AnalysisTest : public test::EvaluationTest {
 protected:
  AnalysisTest() : EvaluationTest(6) {}

  std::vector<std::uint32_t> communes() { return selected(units(), {{"xã"}, k_no_unit}); }
  const SetResult& set(const char* id) { return *evaluated().find(id); }
  std::string name_of(const SetResult& result, std::uint16_t criterion) {
    return result.set().criteria[criterion].no;
  }
};

TEST_F(AnalysisTest, TheNearestUnitLacksLeast) {
  values().set("ntm.3.1", 2, 79);                                    // one criterion, a little
  values().set("ntm.3.1", 3, 40);                                    // one criterion, far
  for (const char* f : {"ntm.4.1", "ntm.7"}) values().set(f, 4, 0);  // two criteria
  clear_of("ntm.4.1", 5);                                            // one unknown
  const auto nearest = nearest_units(input(), set(k_ntm), communes());
  ASSERT_EQ(nearest.size(), 4U);
  EXPECT_EQ(nearest[0].unit, 5U);
  EXPECT_THAT(nearest[0].unknown, testing::SizeIs(1));
  EXPECT_EQ(nearest[1].unit, 2U);
  EXPECT_EQ(name_of(*result().find(k_ntm), nearest[1].failing[0]), "3");
  EXPECT_NEAR(nearest[1].gap, 1.0 / 80, 1e-12);
  EXPECT_EQ(nearest[2].unit, 3U);
  EXPECT_EQ(nearest[3].unit, 4U);
}

TEST_F(AnalysisTest, AMissingPrerequisiteCountsAsAStep) {
  values().set("ntm.4.1", 2, 0);
  const auto nearest = nearest_units(input(), set(k_nc), communes());
  ASSERT_EQ(nearest.size(), 1U);
  EXPECT_TRUE(nearest[0].lacks_prerequisite);
  EXPECT_TRUE(nearest[0].failing.empty());
}

TEST_F(AnalysisTest, TheCriterionThatLiftsMostComesFirst) {
  for (const std::uint32_t u : {2U, 3U, 4U}) values().set("ntm.17.11", u, 0);
  values().set("ntm.4.1", 4, 0);  // two criteria: no single one lifts it
  values().set("ntm.7", 5, 0);
  clear_of("ntm.8.1", 6);  // unknown: nothing surely lifts it
  const SetResult& result = set(k_ntm);
  const auto lifts = single_lifts(result, communes());
  EXPECT_EQ(name_of(result, lifts[0].criterion), "17");
  EXPECT_THAT(lifts[0].units, testing::ElementsAre(2U, 3U));
  EXPECT_EQ(name_of(result, lifts[1].criterion), "7");
  EXPECT_THAT(lifts[2].units, testing::IsEmpty());
}

TEST_F(AnalysisTest, LiftsCountOnlyWhoMetTheLevelBelow) {
  values().set("nc.8.5", 2, 0);
  values().set("nc.8.5", 3, 0);
  values().set("ntm.4.1", 3, 0);
  EXPECT_THAT(single_lifts(set(k_nc), communes())[0].units, testing::ElementsAre(2U));
}

// "9/9 tiêu chí" of a civilised urban set says again what the criteria say.
TEST_F(AnalysisTest, AConditionThatRepeatsTheCriteriaIsNoFailingCriterionOfItsOwn) {
  constexpr const char* k_town = "DTVM_PHUONG_TT";
  for (std::uint32_t u = 2; u < 8; ++u) {
    units()[u].type = "phường";
    values().set("dtvm.g3.nam_dang_ky", u, 2);
    values().set("dtvm.g3.lan_dau", u, 1);
  }
  const std::vector<std::uint32_t> wards = selected(units(), {{"phường"}, k_no_unit});
  const SetResult& all = set(k_town);
  const std::size_t broken = all.find("4").value();
  values().set(all.indicators()[broken].parts.front().part->id.c_str(), 2, 0);
  values().set("dtvm.g2", 3, 80);
  const SetResult& result = set(k_town);
  ASSERT_EQ(result.overall(2).verdict(), Verdict::not_met);
  const auto nearest = nearest_units(input(), result, wards);
  ASSERT_EQ(nearest.size(), 2U);
  for (const Nearness& one : nearest) {
    EXPECT_EQ(one.failing.size(), 1U);
    EXPECT_EQ(name_of(result, one.failing.front()), one.unit == 2 ? "4" : "G");
  }
  const auto lifts = single_lifts(result, wards);
  EXPECT_EQ(lifts[0].units.size() + lifts[1].units.size(), 2U);
  for (const Remainder& one : left_by_lead(result, wards, {}, "")) {
    for (const Task& task : one.tasks) EXPECT_NE(result.indicators()[task.indicator].indicator->code, "G1");
  }
}

// Rules read several figures and have no measure: they must not lead the list as if nothing lacked.
TEST_F(AnalysisTest, AFailingRuleIsNotNearerThanAnIncomeThatLacksAPercent) {
  for (const std::string& figure : [&] {
         std::vector<std::string> out;
         for (const IndicatorPlan& plan : set(k_ntm).indicators()) {
           if (plan.indicator->code != "14.1") continue;
           for (const PartPlan& part : plan.parts) out.push_back(part.part->id);
         }
         return out;
       }())
    values().set(figure, 2, 0);
  values().set("ntm.10", 3, 0.99 * values().column("ntm.10").value[3]);
  double least = 0;
  for (double income = 60; income > 1; income *= 0.99) {
    values().set("ntm.10", 3, income);
    if (set(k_ntm).overall(3).verdict() == Verdict::not_met) break;
    least = income;
  }
  ASSERT_GT(least, 1);
  const auto nearest = nearest_units(input(), set(k_ntm), communes());
  ASSERT_EQ(nearest.size(), 2U);
  EXPECT_EQ(nearest[0].unit, 3U);
  EXPECT_EQ(nearest[1].gap, 1);
}

TEST_F(AnalysisTest, ChangingAThresholdSaysWhoFlips) {
  const double water[] = {95, 88, 84, 80, 75, 60};
  for (std::uint32_t i = 0; i < 6; ++i) values().set("ntm.3.1", i + 2, water[i]);
  const ThresholdChange change = change_threshold(input(), k_ntm, "3.1", 85, communes());
  EXPECT_THAT(change.flipped, testing::ElementsAre(4U, 5U));  // 84 and 80
  EXPECT_EQ(change.indicator[0][1], 2);
  EXPECT_EQ(change.indicator[0][0], 2);
  EXPECT_EQ(change.indicator[1][1], 2);
  EXPECT_EQ(change.set[0][1], 2);
  EXPECT_THAT(change_threshold(input(), k_ntm, "3.1", 80, communes()).flipped, testing::IsEmpty());
  EXPECT_THROW(change_threshold(input(), k_ntm, "99", 80, communes()), base::Error);
  EXPECT_THROW(change_threshold(input(), "KHONG_CO", "3.1", 80, communes()), base::Error);
}

TEST_F(AnalysisTest, AFigureMayHaveAnotherThresholdThanItsPair) {
  values().set("ntm.12.1.nam", 2, 70);
  values().set("ntm.12.1.nu", 2, 60);
  const auto flipped = [&](const char* code, int limit) {
    return change_threshold(input(), k_ntm, code, limit, {2}).flipped.size();
  };
  EXPECT_EQ(flipped("12.1", 65), flipped("ntm.12.1.nu", 65));
  EXPECT_EQ(flipped("ntm.12.1.nam", 65), 0U) << "70 % of the men are enough";
}

TEST_F(AnalysisTest, AnIndicatorWithoutAThresholdCanBeGivenOne) {
  use_sets(test::project_sets());  // no overlay: 2.2 is delegated
  values().set("ntm.2.2", 2, 70);
  EXPECT_EQ(change_threshold(input(), k_ntm, "2.2", 60, {2}).indicator[2][0], 1);
}

TEST_F(AnalysisTest, TransitionsAddUpToTheUnits) {
  const SetResult before = set(k_ntm);
  values().set("ntm.4.1", 2, 0);
  clear_of("ntm.4.1", 3);
  const SetResult after = set(k_ntm);
  const Transitions t = transitions(before.overall(), after.overall(), communes());
  EXPECT_EQ(t[0][0], 4);
  EXPECT_EQ(t[0][1], 1);
  EXPECT_EQ(t[0][2], 1);
}

// Responsibility.
class ResponsibilityTest : public AnalysisTest {
 protected:
  ResponsibilityTest() {
    base::Findings findings;
    m_leads = read_leads(test::read_csv("gis_data/criteria/departments.csv"), findings);
    EXPECT_TRUE(findings.empty());
  }
  std::string lead(const char* scope, const char* set_id, const char* code) {
    const CriteriaSet& set = *catalogue().find(set_id);
    for (const Criterion& c : set.criteria) {
      for (const Indicator& i : c.indicators) {
        if (i.code == code) return lead_of(m_leads, scope, set, c, i);
      }
    }
    return "?";
  }
  std::vector<Lead> m_leads;
};

TEST_F(ResponsibilityTest, TheProvinceComesBeforeTheMinistry) {
  EXPECT_EQ(lead("", k_ntm, "3.1"), "Bộ NN&PTNT");
  EXPECT_EQ(lead("", k_ntm, "4.1"), "Bộ Công Thương");
  EXPECT_EQ(lead("Đồng Nai, xã nâng cao", k_nc, "9"), "Sở Xây dựng");
  EXPECT_EQ(lead("Đồng Nai, xã nâng cao", k_nc, "17.10"), "Sở Xây dựng");
  EXPECT_NE(lead("Đồng Nai, xã nâng cao", k_nc, "17.3"), "Sở Xây dựng");
  EXPECT_EQ(lead("Hà Nội, 321/QĐ-TTg", "TINH_HTNV_2021_2025", "4"), "Sở NN&PTNT");
  EXPECT_EQ(lead("Hà Nội, 321/QĐ-TTg", "TINH_HTNV_2021_2025", "8"), "Sở Nội vụ");
  EXPECT_EQ(lead("", "HUYEN_NTM_2021_2025", "1.1"), "");
}

TEST_F(ResponsibilityTest, WhatIsLeftByDepartment) {
  values().set("ntm.3.1", 2, 10);
  values().set("ntm.3.1", 3, 10);
  clear_of("ntm.4.1", 2);
  const auto left = left_by_lead(set(k_ntm), communes(), m_leads, "");
  ASSERT_EQ(left.size(), 2U);
  EXPECT_EQ(left[0].who, "Bộ NN&PTNT");
  EXPECT_EQ(left[0].units, 2);
  EXPECT_EQ(left[1].who, "Bộ Công Thương");
  EXPECT_EQ(left[1].tasks[0].verdict, Verdict::unknown);
}

TEST_F(ResponsibilityTest, WhatIsLeftBySponsorWithTheEarliestDeadline) {
  values().set("ntm.3.1", 2, 10);
  values().set("ntm.4.1", 3, 0);
  values().set("ntm.4.1", 4, 0);
  const std::vector<Sponsor> sponsors = {{2, "Sở Y tế", {2025, 6, 30}}, {3, "Sở Y tế", {2025, 3, 31}}};
  const auto left = left_by_sponsor(set(k_ntm), communes(), sponsors);
  ASSERT_EQ(left.size(), 2U);
  EXPECT_EQ(left[0].who, "Sở Y tế");
  EXPECT_EQ(left[0].tasks.size(), 2U);
  EXPECT_EQ(left[0].deadline, (Date{2025, 3, 31}));
  EXPECT_EQ(left[1].who, "");
}

TEST(LeadsTest, ABadRangeIsNamed) {
  base::Findings findings;
  EXPECT_TRUE(
      read_leads(test::table_from("scope,criterion,lead\nx,5-1,Sở A\nx,a-b,Sở A\n"), findings).empty());
  EXPECT_EQ(findings.size(), 2U);
}

// Comparing sets.
class CompareSetsTest : public AnalysisTest {
 protected:
  SetView view(const char* id, Period period) {
    return {catalogue().find(id), period, {"1", "", "xã", k_no_unit, Region::btb, 2}};
  }
  static std::vector<std::string> said(const std::vector<SetChange>& changes, ChangeKind kind) {
    std::vector<std::string> out;
    for (const SetChange& c : changes) {
      if (c.change == kind) out.push_back(c.old_code + ">" + c.new_code + " " + c.what.en);
    }
    return out;
  }
};

TEST_F(CompareSetsTest, TheAmendmentOf2024ChangesFourIndicatorsOfTheBasicSet) {
  const auto changes =
      compare_sets(catalogue(), view(k_ntm, {2024, {2024, 2, 29}}), view(k_ntm, {2024, {2024, 3, 1}}));
  EXPECT_THAT(said(changes, ChangeKind::added), testing::IsEmpty());
  EXPECT_THAT(said(changes, ChangeKind::removed), testing::IsEmpty());
  const auto kinds = said(changes, ChangeKind::kind);
  EXPECT_THAT(kinds, testing::Contains(testing::StartsWith("13.1>13.1")));
  EXPECT_THAT(
      kinds, testing::Contains(testing::AllOf(testing::StartsWith("15.4>15.4"), testing::HasSubstr("50 %"))));
  EXPECT_THAT(said(changes, ChangeKind::wording), testing::Contains(testing::StartsWith("18.4>18.4")));
}

TEST_F(CompareSetsTest, AYearChangesIncomeOnly) {
  const auto changes =
      compare_sets(catalogue(), view(k_ntm, {2024, {2024, 12, 31}}), view(k_ntm, {2025, {2024, 12, 31}}));
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].old_code, "10");
  EXPECT_EQ(changes[0].what.vi, "ngưỡng: ≥ 45 triệu đồng/người/năm thành ≥ 48 triệu đồng/người/năm");
}

TEST_F(CompareSetsTest, BasicAndAdvancedAreMatchedByTheirFigures) {
  const Period period{2024, {2024, 12, 31}};
  const auto thresholds =
      said(compare_sets(catalogue(), view(k_ntm, period), view(k_nc, period)), ChangeKind::threshold);
  EXPECT_THAT(thresholds, testing::Contains("3.1>3.1 threshold: ≥ 80 % becomes ≥ 90 %"));
  EXPECT_THAT(thresholds, testing::Contains(testing::StartsWith("15.1>14.1")));
}

TEST_F(CompareSetsTest, ANewPeriodSaysWhatIsNotKnown) {
  use_sets(test::project_sets());
  const auto changes = compare_sets(catalogue(), view(k_ntm, {2025, {2025, 12, 31}}),
                                    view("XA_NTM_2026_2030", {2026, {2026, 12, 31}}));
  EXPECT_EQ(said(changes, ChangeKind::removed).size(), 57U);
  EXPECT_EQ(said(changes, ChangeKind::added).size(), 10U);
  EXPECT_THAT(said(changes, ChangeKind::added), testing::Contains(testing::HasSubstr("not known")));
}

}  // namespace
}  // namespace ntmap::criteria
