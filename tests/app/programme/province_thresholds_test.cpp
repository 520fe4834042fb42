#include "app/programme/province_thresholds.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "app/sample_data.hpp"

namespace ntmap::app {
namespace {

using criteria::Decimal;

constexpr const char* k_set = "XA_NTM_2021_2025";

class ProvinceThresholds : public ::testing::Test {
 protected:
  static std::vector<ProvinceSet> sets() {
    return province_thresholds(test::assessed(test::ha_tinh(), "2024"), test::ha_tinh().project());
  }
  static ProvinceSet set(const std::string& id) {
    const auto all = sets();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
    EXPECT_NE(found, all.end()) << id;
    return found == all.end() ? ProvinceSet() : *found;
  }
  static ProvinceThreshold row(const ProvinceSet& set, const std::string& code) {
    const auto found = std::find_if(set.rows.begin(), set.rows.end(),
                                    [&](const ProvinceThreshold& one) { return one.code == code; });
    EXPECT_NE(found, set.rows.end()) << code;
    return found == set.rows.end() ? ProvinceThreshold() : *found;
  }
};

TEST_F(ProvinceThresholds, RowsOfTheOverlayByTheColumnsOfTheUnits) {
  const ProvinceSet ntm = set(k_set);
  ASSERT_EQ(ntm.columns.size(), 1U) << "no commune of the sample is specially difficult";
  EXPECT_EQ(ntm.columns[0].id, "btb");
  EXPECT_EQ(ntm.columns[0].units, 182U);
  const ProvinceThreshold road = row(ntm, "2.2");
  EXPECT_EQ(road.overlay, "criteria/overlay_hatinh_illustrative.toml");
  EXPECT_TRUE(road.illustrative);
  EXPECT_EQ(road.at, std::vector<std::optional<Decimal>>{Decimal(90)});
  EXPECT_EQ(road.elsewhere, (std::vector<std::pair<std::string, std::string>>{{"tdmnpb", "80"}}));
  EXPECT_FALSE(road.everywhere);
  EXPECT_TRUE(row(ntm, "2.1").everywhere);
  EXPECT_EQ(row(ntm, "2.1").at[0], Decimal(100));
  EXPECT_EQ(threshold_words(road, *road.at[0]), base::Text("≥ 90 %"));
  EXPECT_EQ(threshold_words(row(ntm, "1.1"), Decimal(1)), base::Text("Đạt", "met"));
}

TEST_F(ProvinceThresholds, WhatTheDecisionLaysDownIsNotListed) {
  const ProvinceSet ntm = set(k_set);
  EXPECT_TRUE(std::none_of(ntm.rows.begin(), ntm.rows.end(),
                           [](const ProvinceThreshold& one) { return one.code == "3.1"; }));
}

TEST_F(ProvinceThresholds, WhatNoOverlayHasIsMissing) {
  model::Project bare = test::ha_tinh().project();
  bare.criteria->overlays.clear();
  ProjectData data(std::make_shared<const model::Project>(bare));
  const auto all = province_thresholds(test::assessed(data, "2024"), bare);
  const auto ntm = std::find_if(all.begin(), all.end(), [](const auto& one) { return one.id == k_set; });
  ASSERT_NE(ntm, all.end());
  EXPECT_EQ(ntm->missing, ntm->rows.size());
  const auto water = std::count_if(ntm->rows.begin(), ntm->rows.end(),
                                   [](const ProvinceThreshold& one) { return one.code == "17.1"; });
  EXPECT_EQ(water, 2) << "one a figure";
  EXPECT_TRUE(overlay_choices(bare).empty());
}

TEST_F(ProvinceThresholds, TypedAsPeopleWrite) {
  const ProvinceSet ntm = set(k_set);
  const ProvinceThreshold road = row(ntm, "2.2");
  EXPECT_EQ(typed_threshold(road, "92,5", base::Lang::vi), "92.5");
  EXPECT_EQ(typed_threshold(road, "nhiều", base::Lang::vi), std::nullopt);
  EXPECT_EQ(typed_threshold(road, "", base::Lang::vi), std::nullopt);
  EXPECT_EQ(typed_threshold(road, "đạt", base::Lang::vi), std::nullopt) << "a share is no word";
  EXPECT_EQ(typed_threshold(road, "101", base::Lang::vi), std::nullopt) << "percent";
  EXPECT_EQ(typed_threshold(row(ntm, "1.1"), "đạt", base::Lang::vi), "Đạt");
  EXPECT_EQ(typed_threshold(row(ntm, "1.1"), "met", base::Lang::en), "Đạt");
  EXPECT_EQ(typed_threshold(row(ntm, "1.1"), "chưa đạt", base::Lang::vi), std::nullopt);
  EXPECT_EQ(threshold_to_type(road, *Decimal::parse("92.5"), base::Lang::vi), "92,5");
}

TEST_F(ProvinceThresholds, AChangeKeepsWhatIsNotShown) {
  ProvinceThreshold road = row(set(k_set), "2.2");
  road.elsewhere = {{"dbsh", "100"}};
  const ThresholdChange change = threshold_change(k_set, road);
  ASSERT_TRUE(change.replaces);
  EXPECT_EQ(change.replaces->row.line, road.line);
  EXPECT_EQ(change.values, road.elsewhere);
  EXPECT_EQ(change.overlay, road.overlay);
}

}  // namespace
}  // namespace ntmap::app
