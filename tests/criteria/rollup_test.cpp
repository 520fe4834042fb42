#include "criteria/rollup.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "criteria/support.hpp"

namespace ntmap::criteria {
namespace {

/// A province with `n` communes straight below it, as after July 2025.
Units flat(std::size_t n) {
  Units out{{"42", "Hà Tĩnh", "tỉnh", k_no_unit, Region::btb, 0}};
  for (std::size_t i = 0; i < n; ++i) out.push_back({std::to_string(i), "", "xã", 0, Region::btb, 0});
  return out;
}

/// The first k communes hold the title.
std::vector<Verdict> first(std::size_t k, std::size_t units) {
  std::vector<Verdict> out(units, Verdict::not_met);
  for (std::size_t i = 1; i <= k; ++i) out[i] = Verdict::met;
  return out;
}

Share of(const Units& units, std::size_t k, Base base = Base::all, std::vector<std::uint8_t> excluded = {}) {
  ShareInput input;
  input.units = &units;
  input.selection = {{"xã"}, 0};
  input.base = base;
  input.excluded = excluded;
  return share_of(input, first(k, units.size()));
}

// rules.md 5 and 6: the shares of the documents.
TEST(ShareOfTest, TheDocumentsSharesByTheirOwnBase) {
  EXPECT_NEAR(of(flat(182), 171).percent(), 93.956, 0.001);
  EXPECT_NEAR(of(flat(170), 69).percent(), 40.588, 0.001);
  EXPECT_NEAR(of(flat(170), 18).percent(), 10.588, 0.001);
  EXPECT_NEAR(of(flat(30), 18).percent(), 60, 1e-12);
}

TEST(ShareOfTest, AHundredPercentNeedsTheExclusion) {
  const Units units = flat(170);
  std::vector<std::uint8_t> excluded(171, 0);
  excluded[170] = 1;  // Kỳ Lợi, in the economic zone
  EXPECT_EQ(of(units, 169, Base::all, excluded).reaches(100), Verdict::not_met);
  const Share implementing = of(units, 169, Base::implementing, excluded);
  EXPECT_EQ(implementing.of, 169);
  EXPECT_EQ(implementing.excluded, 1);
  EXPECT_EQ(implementing.reaches(100), Verdict::met);
  EXPECT_EQ(implementing.text().vi, "169/169 trên số triển khai thực hiện (100,0 %), không tính 1");
}

TEST(ShareOfTest, NationalPagesCountOverThoseThatMet) {
  const Units units = flat(170);
  const std::vector<Verdict> met = first(100, 171);
  ShareInput input;
  input.units = &units;
  input.selection = {{"xã"}, k_no_unit};
  input.base = Base::met;
  input.base_met = met;
  const Share share = share_of(input, first(69, 171));
  EXPECT_EQ(share.of, 100);
  EXPECT_EQ(share.met, 69);
}

TEST(ShareOfTest, UnknownStaysVisibleAndUndecided) {
  const Units units = flat(10);
  std::vector<Verdict> held = first(4, 11);
  held[5] = Verdict::unknown;
  ShareInput input;
  input.units = &units;
  input.selection = {{"xã"}, 0};
  const Share share = share_of(input, held);
  EXPECT_EQ(share.reaches(40), Verdict::met);
  EXPECT_EQ(share.reaches(50), Verdict::unknown);
  EXPECT_EQ(share.reaches(60), Verdict::not_met);
  EXPECT_EQ(share.text().en, "4/10 of all (40.0 %), 1 unknown");
}

TEST(ShareOfTest, NothingBelowIsNotApplicable) {
  EXPECT_EQ(of(flat(0), 0).reaches(100), Verdict::not_applicable);
  EXPECT_TRUE(std::isnan(of(flat(0), 0).percent()));
}

// rules.md 5: a commune that becomes a ward leaves the commune base.
TEST(ShareOfTest, AWardIsNoCommune) {
  Units units = flat(10);
  units[1].type = "phường";
  EXPECT_EQ(of(units, 3).of, 9);
  EXPECT_EQ(of(units, 3).met, 2);
}

TEST(SelectionTest, GoesDownThroughDistrictsAndWithoutThem) {
  Units units{{"42", "", "tỉnh", k_no_unit, Region::btb, 0},
              {"444", "", "huyện", 0, Region::btb, 0},
              {"1", "", "xã", 1, Region::btb, 0},
              {"2", "", "xã", 0, Region::btb, 0}};
  EXPECT_THAT(selected(units, {{"xã"}, 0}), testing::ElementsAre(2U, 3U));
  EXPECT_THAT(selected(units, {{"xã"}, 1}), testing::ElementsAre(2U));
  EXPECT_THAT(selected(units, {{}, 0}), testing::ElementsAre(1U, 2U, 3U));
  EXPECT_THAT(selected(units, {{}, k_no_unit}), testing::SizeIs(4));
}

TEST(SelectionTest, ALoopOfParentsEnds) {
  Units units{{"1", "", "xã", 1, Region::btb, 0}, {"2", "", "xã", 0, Region::btb, 0}};
  EXPECT_TRUE(is_below(units, 0, 1));
  EXPECT_FALSE(is_below(units, 0, 7));
}

// rules.md 5: percentages of households roll up by households; a plain mean is wrong.
TEST(WeightedMeanTest, WeighsByHouseholds) {
  ValueTable values(2023, 2);
  values.set("ntm.17.1.tap_trung", 0, 10);
  values.set("ntm.17.1.tap_trung", 1, 90);
  values.set("so_ho", 0, 3000);
  values.set("so_ho", 1, 1000);
  const WeightedMean mean = weighted_mean(values, "ntm.17.1.tap_trung", "so_ho", {0, 1});
  EXPECT_DOUBLE_EQ(mean.value(), 30);
  EXPECT_EQ(mean.holds(Op::ge, 30), Verdict::met);
  EXPECT_EQ(mean.holds(Op::gt, 30), Verdict::not_met);
  EXPECT_EQ(mean.holds(Op::le, 30), Verdict::met);
}

TEST(WeightedMeanTest, WhatIsMissingIsCountedAndLeavesItUnknown) {
  ValueTable values(2023, 4);
  for (std::size_t u = 0; u < 3; ++u) values.set("ho_ngheo_pct", u, 2);
  for (std::size_t u = 0; u < 2; ++u) values.set("so_ho", u, 1000);
  values.set("ho_ngheo_pct", 1, 50, k_cell_conflict);
  const WeightedMean mean = weighted_mean(values, "ho_ngheo_pct", "so_ho", {0, 1, 2, 3});
  EXPECT_DOUBLE_EQ(mean.value(), 2);
  EXPECT_EQ(mean.used, 1);
  EXPECT_EQ(mean.missing, 2);
  EXPECT_EQ(mean.missing_weight, 1);
  EXPECT_EQ(mean.holds(Op::le, 3), Verdict::unknown);
  EXPECT_TRUE(std::isnan(weighted_mean(values, "khong_co", "so_ho", {0}).value()));
}

TEST(TotalTest, AddsExactlyAndSaysWhatIsMissing) {
  ValueTable values(2023, 11);
  for (std::size_t u = 0; u < 10; ++u) values.set("ruong_dat", u, 0.1);
  std::vector<std::uint32_t> all;
  for (std::uint32_t u = 0; u < 11; ++u) all.push_back(u);
  const Total sum = total(values, "ruong_dat", all);
  EXPECT_EQ(sum.value(), 1.0);
  EXPECT_EQ(sum.missing, 1);
  EXPECT_TRUE(std::isnan(total(values, "khong_co", all).value()));
}

TEST(CriteriaMeanTest, FiveHundredAndElevenOfThirtyIsSeventeenPointZeroThree) {
  CriteriaMean mean;
  mean.credited = 511;
  mean.units = 30;
  EXPECT_EQ(base::number(mean.mean(), 2).vi, "17,03");
  EXPECT_TRUE(std::isnan(CriteriaMean{}.mean()));
}

}  // namespace
}  // namespace ntmap::criteria
