#include "criteria/evaluate.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <random>

#include "criteria/evaluation_fixture.hpp"

namespace ntmap::criteria {
namespace {

constexpr const char* k_ntm = "XA_NTM_2021_2025";
constexpr const char* k_nc = "XA_NTM_NANGCAO_2021_2025";
constexpr const char* k_km = "XA_NTM_KIEUMAU_2021_2025";
constexpr const char* k_district = "HUYEN_NTM_2021_2025";

using EvaluateTest = test::EvaluationTest;

TEST_F(EvaluateTest, ACommuneThatPassesEverythingMeetsTheChain) {
  EXPECT_EQ(overall(k_ntm).verdict(), Verdict::met);
  EXPECT_EQ(overall(k_nc).verdict(), Verdict::met);
  EXPECT_EQ(overall(k_km).verdict(), Verdict::met);
  const CriteriaCount count = result().find(k_ntm)->count(commune());
  EXPECT_EQ(count.met, 19);
  EXPECT_EQ(count.credited, 19);
}

TEST_F(EvaluateTest, AdvancedNeedsTheBasicSet) {
  set("ntm.4.1", 0);
  EXPECT_EQ(overall(k_ntm).verdict(), Verdict::not_met);
  EXPECT_EQ(overall(k_nc).verdict(), Verdict::not_met);
  EXPECT_EQ(overall(k_km).verdict(), Verdict::not_met);
  EXPECT_EQ(result().find(k_nc)->count(commune()).met, 19);
  EXPECT_FALSE(result().find(k_nc)->prerequisites_met(commune()));
}

// rules.md 2.1: wordings and kinds change on 1/3/2024.
TEST_F(EvaluateTest, TheWordingOfTheDayCounts) {
  set("ntm.15.4", 10);
  set("ntm.15.4.trien_khai", 1);
  at(2024, {2024, 2, 29});
  EXPECT_EQ(verdict(k_ntm, "15.4"), Verdict::not_met);  // 10 % < 50 %
  at(2024, {2024, 3, 1});
  EXPECT_EQ(verdict(k_ntm, "15.4"), Verdict::met);  // carried out: Đạt
}

TEST_F(EvaluateTest, TheCooperativeMayBeAGroupWithAContractSince2024) {
  set("ntm.13.1.htx", 0);
  at(2024, {2024, 2, 29});
  EXPECT_EQ(verdict(k_ntm, "13.1"), Verdict::not_met);
  at(2024, {2024, 3, 1});
  EXPECT_EQ(verdict(k_ntm, "13.1"), Verdict::met);
  set("ntm.13.1.hop_dong", 0);
  EXPECT_EQ(verdict(k_ntm, "13.1"), Verdict::not_met);
  clear("ntm.13.1.hop_dong");
  EXPECT_EQ(verdict(k_ntm, "13.1"), Verdict::unknown);
}

TEST_F(EvaluateTest, AnIndicatorThatIsGoneIsNoPartOfTheSet) {
  at(2024, {2024, 12, 31});
  EXPECT_FALSE(evaluated().find(k_nc)->find("14.3").has_value());
  at(2023, {2023, 12, 31});
  EXPECT_TRUE(evaluated().find(k_nc)->find("14.3").has_value());
}

TEST_F(EvaluateTest, AYearBeforeTheDecisionTakesItsFirstWordings) {
  at(2021, {2021, 12, 31});
  EXPECT_EQ(overall(k_ntm).verdict(), Verdict::met);
}

TEST_F(EvaluateTest, AYearTheSetDoesNotCoverIsUnknown) {
  at(2026, {2026, 12, 31});
  EXPECT_EQ(overall(k_ntm), Mark(Verdict::unknown, Why::not_in_force));
  EXPECT_EQ(result().find(k_ntm)->count(commune()).unknown, 19);
}

// rules.md 2.2: income by year.
TEST_F(EvaluateTest, IncomeIsHeldAgainstTheYearOfAssessment) {
  set("ntm.10", 44);
  at(2023, {2023, 12, 31});
  EXPECT_EQ(verdict(k_ntm, "10"), Verdict::met);  // 42 in 2023
  at(2024, {2024, 12, 31});
  EXPECT_EQ(verdict(k_ntm, "10"), Verdict::not_met);  // 45 in 2024
}

// rules.md 2.3: the region is a property of the commune.
TEST_F(EvaluateTest, ASpeciallyDifficultCommuneTakesTheMountainColumn) {
  set("ntm.9.2", 77);
  EXPECT_EQ(verdict(k_ntm, "9.2"), Verdict::not_met);  // btb 80
  units()[commune()].region = effective_region(Region::btb, true, false, false);
  EXPECT_EQ(verdict(k_ntm, "9.2"), Verdict::met);  // tdmnpb 75
}

TEST(EffectiveRegionTest, AtkAloneIsNotEnough) {
  EXPECT_EQ(effective_region(Region::btb, false, false, true), Region::btb);
  EXPECT_EQ(effective_region(Region::btb, false, true, false), Region::btb);
  EXPECT_EQ(effective_region(Region::btb, false, true, true), Region::tdmnpb);
  EXPECT_EQ(effective_region(Region::btb, true, false, false), Region::tdmnpb);
}

TEST_F(EvaluateTest, WithoutARegionOnlyThresholdsThatAreTheSameEverywhereCount) {
  units()[commune()].region = Region::none;
  EXPECT_EQ(verdict(k_ntm, "3.1"), Verdict::met);
  EXPECT_EQ(indicator(k_ntm, "9.2"), Mark(Verdict::unknown, Why::no_region));
}

// rules.md 2.4: nothing is guessed where a threshold is missing.
TEST_F(EvaluateTest, WithoutAnOverlayADelegatedThresholdIsUnknown) {
  use_sets(test::project_sets());
  EXPECT_EQ(indicator(k_ntm, "2.1"), Mark(Verdict::unknown, Why::no_threshold));
  EXPECT_EQ(indicator(k_ntm, "1.1"), Mark(Verdict::unknown, Why::no_threshold));
  EXPECT_EQ(indicator(k_ntm, "4.2"), Mark(Verdict::unknown, Why::no_threshold));  // has only a recalled hint
  EXPECT_EQ(overall(k_ntm).verdict(), Verdict::unknown);
  EXPECT_LT(result().find(k_ntm)->count(commune()).met, 19);
}

TEST_F(EvaluateTest, AVerdictOnAnIllustrativeThresholdSaysSo) {
  EXPECT_TRUE(indicator(k_ntm, "2.1").illustrative());
  EXPECT_FALSE(indicator(k_ntm, "3.1").illustrative());
  EXPECT_TRUE(overall(k_ntm).illustrative());
  EXPECT_TRUE(overall(k_nc).illustrative());
  set("ntm.3.1", 10);
  EXPECT_FALSE(overall(k_ntm).illustrative());  // fails by a decision
}

// rules.md 2.5: operators.
TEST_F(EvaluateTest, LessIsBetterWhereTheRuleSaysSo) {
  set("ntm.11", 5);
  EXPECT_EQ(verdict(k_ntm, "11"), Verdict::met);
  set("ntm.11", 5.01);
  EXPECT_EQ(verdict(k_ntm, "11"), Verdict::not_met);
  set("ntm.9.1", 1);
  EXPECT_EQ(verdict(k_ntm, "9.1"), Verdict::not_met);
}

TEST_F(EvaluateTest, AScoreNeedsItsMandatoryItemsToo) {
  set("ntm.3.2", 50);
  EXPECT_EQ(verdict(k_ntm, "3.2"), Verdict::met);
  set("ntm.3.2.bat_buoc", 0);
  EXPECT_EQ(verdict(k_ntm, "3.2"), Verdict::not_met);
}

TEST_F(EvaluateTest, MandatoryItemsThatPassAreNotJustMet) {
  set("ntm.3.2", 90);
  EXPECT_EQ(verdict(k_ntm, "3.2"), Verdict::met);
  EXPECT_FALSE(indicator(k_ntm, "3.2").just_met());
}

TEST_F(EvaluateTest, ARatingIsComparedByItsScale) {
  set("nc.5.5", 2);
  EXPECT_EQ(verdict(k_nc, "5.5"), Verdict::not_met);
  set("nc.5.5", 3);
  EXPECT_EQ(verdict(k_nc, "5.5"), Verdict::met);
}

// rules.md 2.6
TEST_F(EvaluateTest, BothSexesMustPass) {
  set("ntm.15.1.nu", 89.9);
  EXPECT_EQ(verdict(k_ntm, "15.1"), Verdict::not_met);
  clear("ntm.15.1.nam");
  EXPECT_EQ(verdict(k_ntm, "15.1"), Verdict::not_met);  // a known failure decides
  set("ntm.15.1.nu", 95);
  EXPECT_EQ(verdict(k_ntm, "15.1"), Verdict::unknown);
}

// rules.md 2.7
TEST_F(EvaluateTest, FiveConditionsOfUniversalEducation) {
  for (const char* figure : {"ntm.14.1.vao_lop_1", "ntm.14.1.mam_non_5_tuoi", "ntm.14.1.tieu_hoc",
                             "ntm.14.1.thcs", "ntm.14.1.xoa_mu"}) {
    const double before = get(figure);
    set(figure, 0);
    EXPECT_EQ(verdict(k_ntm, "14.1"), Verdict::not_met) << figure;
    clear(figure);
    EXPECT_EQ(verdict(k_ntm, "14.1"), Verdict::unknown) << figure;
    set(figure, before);
  }
  EXPECT_EQ(verdict(k_ntm, "14.1"), Verdict::met);
}

// rules.md 2.8: "(nếu có)" needs an explicit flag; a blank is never taken for it.
TEST_F(EvaluateTest, NotApplicableNeedsAFlagAndARuleThatAllowsIt) {
  clear("ntm.13.4");
  EXPECT_EQ(indicator(k_ntm, "13.4"), Mark(Verdict::unknown, Why::no_value));
  flag("ntm.13.4", k_cell_not_applicable);
  EXPECT_EQ(verdict(k_ntm, "13.4"), Verdict::not_applicable);
  EXPECT_EQ(overall(k_ntm).verdict(), Verdict::met);
  flag("ntm.4.1", k_cell_not_applicable);
  EXPECT_EQ(indicator(k_ntm, "4.1"), Mark(Verdict::unknown, Why::not_optional));
}

TEST_F(EvaluateTest, AConflictIsUnknown) {
  flag("ntm.3.1", k_cell_conflict);
  EXPECT_EQ(indicator(k_ntm, "3.1"), Mark(Verdict::unknown, Why::conflict));
  flag("ntm.5.muc_1", k_cell_conflict);
  EXPECT_EQ(indicator(k_ntm, "5"), Mark(Verdict::unknown, Why::conflict));
}

// rules.md 2.9, 2.10
TEST_F(EvaluateTest, UnknownIsCountedApartAndNeverAsMet) {
  clear("ntm.3.1");
  clear("ntm.4.1");
  set("ntm.9.1", 3);
  const CriteriaCount count = evaluated().find(k_ntm)->count(commune());
  EXPECT_EQ(count.met, 16);
  EXPECT_EQ(count.not_met, 1);
  EXPECT_EQ(count.unknown, 2);
  EXPECT_EQ(count.credited, 16);
  EXPECT_EQ(overall(k_ntm).verdict(), Verdict::not_met);  // fail beats unknown
}

// The model set, 319/QĐ-TTg.
TEST_F(EvaluateTest, TheModelSetAsksTenPercentMoreIncomeThanTheAdvancedOne) {
  at(2024, {2024, 12, 31});
  set("ntm.10", 59.4);  // 1.10 x 54
  EXPECT_EQ(verdict(k_km, "2"), Verdict::met);
  set("ntm.10", std::nextafter(59.4, 0.0));
  EXPECT_EQ(verdict(k_km, "2"), Verdict::not_met);
  at(2025, {2025, 12, 31});
  set("ntm.10", 63.8);
  EXPECT_EQ(verdict(k_km, "2"), Verdict::met);
  set("km.3", 0);
  EXPECT_EQ(overall(k_km).verdict(), Verdict::not_met);
}

// rules.md 7
TEST_F(EvaluateTest, JustMetIsWithinFivePercentExactly) {
  set("ntm.3.1", 84);  // 80 x 1.05
  EXPECT_TRUE(indicator(k_ntm, "3.1").just_met());
  set("ntm.3.1", 84.01);
  EXPECT_FALSE(indicator(k_ntm, "3.1").just_met());
  set("ntm.3.1", 79.99);
  EXPECT_FALSE(indicator(k_ntm, "3.1").just_met());
  at(2023, {2023, 12, 31});
  set("ntm.10", 44.1);  // 42 x 1.05, which doubles get wrong
  EXPECT_TRUE(indicator(k_ntm, "10").just_met());
  set("ntm.11", 4.75);
  EXPECT_TRUE(indicator(k_ntm, "11").just_met());
  set("ntm.11", 4.74);
  EXPECT_FALSE(indicator(k_ntm, "11").just_met());
}

TEST_F(EvaluateTest, AFullShareIsNotCalledJustMet) {
  set("ntm.6.3", 100);
  EXPECT_EQ(verdict(k_ntm, "6.3"), Verdict::met);
  EXPECT_FALSE(indicator(k_ntm, "6.3").just_met());
}

TEST_F(EvaluateTest, TheMarginIsAParameter) {
  set("ntm.3.1", 88);
  options().just_met_margin = *Decimal::parse("0.1");
  EXPECT_TRUE(indicator(k_ntm, "3.1").just_met());
}

TEST_F(EvaluateTest, IncomeThatPassesNowAndFailsNextYearIsMarked) {
  at(2024, {2024, 12, 31});
  set("ntm.10", 54.78);  // Hà Tĩnh 2024; advanced btb 54 now, 58 in 2025
  EXPECT_EQ(verdict(k_nc, "10"), Verdict::met);
  EXPECT_TRUE(indicator(k_nc, "10").fails_next_year());
  EXPECT_FALSE(indicator(k_ntm, "10").fails_next_year());
  at(2025, {2025, 12, 31});
  set("ntm.10", 58);
  EXPECT_FALSE(indicator(k_nc, "10").fails_next_year());  // no threshold for 2026
}

// Districts and the province: shares of child units.
class DistrictTest : public test::EvaluationTest {
 protected:
  DistrictTest() : EvaluationTest(10) {}
};

TEST_F(DistrictTest, NeedsEveryCommuneAndTenPercentAdvanced) {
  for (std::uint32_t u = 3; u < 12; ++u) values().set("nc.8.5", u, 0);  // nine are not advanced
  EXPECT_EQ(verdict_of(k_district, "G1", district()), Verdict::met);
  EXPECT_EQ(verdict_of(k_district, "G2", district()), Verdict::met);  // 1 of 10
  values().set("ntm.4.1", 2, 0);
  EXPECT_EQ(verdict_of(k_district, "G1", district()), Verdict::not_met);
  EXPECT_EQ(verdict_of(k_district, "G2", district()), Verdict::not_met);
}

TEST_F(DistrictTest, AnUnknownCommuneKeepsAHundredPercentUnknown) {
  clear_of("ntm.4.1", 5);
  EXPECT_EQ(verdict_of(k_district, "G1", district()), Verdict::unknown);
  EXPECT_EQ(verdict_of(k_district, "G2", district()), Verdict::met);  // nine others are enough
  values().set("ntm.4.1", 6, 0);
  EXPECT_EQ(verdict_of(k_district, "G1", district()), Verdict::not_met);
}

TEST_F(DistrictTest, AnExcludedCommuneLeavesTheBase) {
  values().set("ntm.4.1", 7, 0);
  exclude(7);
  EXPECT_EQ(verdict_of(k_district, "G1", district()), Verdict::met);
  const SetResult& set = *result().find(k_district);
  const ChildCount count = set.children(*set.find("G1"), district());
  EXPECT_EQ(count.all, 9);
  EXPECT_EQ(count.excluded, 1);
}

TEST_F(DistrictTest, AShareOfNothingDoesNotApply) {
  EXPECT_EQ(verdict_of(k_district, "G3", district()), Verdict::not_applicable);  // no township
}

TEST_F(DistrictTest, TitlesCountInPlaceOfTheEvaluationWhenGiven) {
  Titles titles{k_ntm, std::vector<Verdict>(12, Verdict::met)};
  titles.by_unit[3] = Verdict::not_met;
  use_titles({titles});
  EXPECT_EQ(verdict_of(k_district, "G1", district()), Verdict::not_met);
}

TEST_F(DistrictTest, TheProvinceCountsDistrictsOnlyAndCommunesBelowThem) {
  EXPECT_EQ(verdict_of("TINH_HTNV_2021_2025", "1", province()), Verdict::met);
  EXPECT_EQ(verdict_of("TINH_HTNV_2021_2025", "4", province()), Verdict::met);
  EXPECT_EQ(verdict_of("TINH_HTNV_2021_2025", "2", province()), Verdict::not_applicable);
  for (std::uint32_t u = 2; u < 9; ++u) values().set("nc.8.5", u, 0);
  EXPECT_EQ(verdict_of("TINH_HTNV_2021_2025", "4", province()), Verdict::not_met);  // 3 of 10 < 40 %
}

// 321/QĐ-TTg counts all xã of the province (rule N01), other conditions those that implement (N02).
TEST_F(DistrictTest, AnExcludedCommuneStaysInABaseOfAll) {
  for (std::uint32_t u = 6; u < 12; ++u) values().set("nc.8.5", u, 0);  // 4 of 10 are advanced
  exclude(11);
  EXPECT_EQ(verdict_of("TINH_HTNV_2021_2025", "4", province()), Verdict::met);  // 40 %
  values().set("nc.8.5", 5, 0);
  EXPECT_EQ(verdict_of("TINH_HTNV_2021_2025", "4", province()), Verdict::not_met);
  exclude(10);
  exclude(9);
  EXPECT_EQ(verdict_of("TINH_HTNV_2021_2025", "4", province()), Verdict::not_met) << "3/10, not 3/7";
  const SetResult& set = *result().find("TINH_HTNV_2021_2025");
  EXPECT_EQ(set.children(*set.find("4"), province()).all, 10);
  EXPECT_EQ(set.children(*set.find("4"), province()).excluded, 0);
}

// Rule M03: districts ended on 1/7/2025. What can no longer be counted is not passed.
TEST_F(DistrictTest, AShareOfALevelThatHasEndedIsUnknown) {
  units()[district()].type = "xã";
  for (const char* code : {"1", "2", "3"})
    EXPECT_EQ(verdict_of("TINH_HTNV_2021_2025", code, province()), Verdict::unknown) << code;
  const SetResult& set = *result().find("TINH_HTNV_2021_2025");
  EXPECT_EQ(set.overall(province()).verdict(), Verdict::unknown);
  EXPECT_NE(explain(evidence_of("TINH_HTNV_2021_2025", "1", province()), base::Lang::vi)
                .find("không còn cấp huyện"),
            std::string::npos);
}

// Rule C06: recognised under the sets of 2010-2020 and not confirmed is not met.
TEST_F(DistrictTest, ATitleOfAnOlderSetIsTakenByItsFigures) {
  Titles titles{k_ntm, std::vector<Verdict>(12, Verdict::met), std::vector<std::uint8_t>(12, 0)};
  values().set("ntm.4.1", 3, 0);
  use_titles({titles});
  EXPECT_EQ(verdict_of(k_district, "G1", district()), Verdict::met) << "a title of the set's own years";
  titles.of_older_set[3] = titles.of_older_set[4] = 1;
  use_titles({titles});
  EXPECT_EQ(verdict_of(k_district, "G1", district()), Verdict::not_met);
  const SetResult& set = *result().find(k_district);
  EXPECT_EQ(set.children(*set.find("G1"), district()).met, 9);
  EXPECT_EQ(set.children(*set.find("G1"), district()).of_older_set, 2);
  EXPECT_NE(explain(evidence_of(k_district, "G1", district()), base::Lang::vi)
                .find("2 đơn vị công nhận theo bộ tiêu chí cũ nên xét theo số liệu"),
            std::string::npos);
  values().set("ntm.4.1", 3, 1);
  EXPECT_EQ(verdict_of(k_district, "G1", district()), Verdict::met) << "confirmed by the figures";
}

TEST_F(DistrictTest, SatisfactionHasASecondBarForTheLowestCommune) {
  values().set("hntm.g4", district(), 95);
  values().set("hntm.g4.thap_nhat", district(), 79);
  EXPECT_EQ(verdict_of(k_district, "G4", district()), Verdict::not_met);
  values().set("hntm.g4.thap_nhat", district(), 80);
  EXPECT_EQ(verdict_of(k_district, "G4", district()), Verdict::met);
}

TEST_F(EvaluateTest, ASetSaysNothingOfUnitsItIsNotFor) {
  EXPECT_EQ(overall("DTVM_PHUONG_TT").verdict(), Verdict::not_applicable);
  EXPECT_FALSE(result().find("DTVM_PHUONG_TT")->applies(commune()));
}

TEST_F(EvaluateTest, ATownshipNeedsNineCriteriaAndYearsOfRegistration) {
  units()[commune()].type = "thị trấn";
  EXPECT_EQ(verdict("DTVM_PHUONG_TT", "G1"), Verdict::met);
  set("dtvm.g3.lan_dau", 1);
  set("dtvm.g3.nam_dang_ky", 2);
  EXPECT_EQ(verdict("DTVM_PHUONG_TT", "G3"), Verdict::met);
  set("dtvm.g3.lan_dau", 0);
  EXPECT_EQ(verdict("DTVM_PHUONG_TT", "G3"), Verdict::not_met);
  set("dtvm.4", 0);
  EXPECT_EQ(verdict("DTVM_PHUONG_TT", "G1"), Verdict::not_met);
  EXPECT_EQ(result().find("DTVM_PHUONG_TT")->count(commune()).met, 8);  // gates are not counted
}

// rules.md 9
TEST_F(EvaluateTest, TheSetOf2026IsUnknownUntilAnOverlayGivesItsThresholds) {
  at(2026, {2026, 12, 31});
  units()[commune()].group = 2;
  EXPECT_EQ(overall("XA_NTM_2026_2030").verdict(), Verdict::met);
  EXPECT_TRUE(overall("XA_NTM_2026_2030").illustrative());
  use_sets(test::project_sets());
  EXPECT_EQ(overall("XA_NTM_2026_2030"), Mark(Verdict::unknown, Why::no_threshold));
}

}  // namespace
}  // namespace ntmap::criteria
