#include "app/programme/set_comparison.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "app/sample_data.hpp"
#include "app/sample_project.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::app {
namespace {

using criteria::Verdict;
using testing::HasSubstr;

SetComparison compared(const char* before, const char* after, const char* period = "2024") {
  return compare_project_sets(test::ha_tinh(), {before, after, period});
}

const ItemFlips* item(const SetComparison& comparison, const std::string& new_code) {
  const auto& all = comparison.indicators;
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const ItemFlips& one) { return one.new_code == new_code; });
  return found == all.end() ? nullptr : &*found;
}

std::string whole_text(const SetComparison& comparison) {
  std::string out;
  for (const base::Text& line : comparison_text(comparison)) out += line.en + "\n";
  return out;
}

TEST(SetComparison, TheSameSetOnTheSameDayChangesNothing) {
  const SetComparison same = compared("XA_NTM_2021_2025", "XA_NTM_2021_2025");
  EXPECT_TRUE(same.regions.empty());
  EXPECT_TRUE(same.indicators.empty());
  EXPECT_TRUE(same.whole.flips.empty());
  EXPECT_EQ(same.units, 181) << "182 communes without Kỳ Lợi";
  EXPECT_THAT(whole_text(same), HasSubstr("No indicator and no threshold differs."));
}

TEST(SetComparison, NextYearsIncomeFlipsThoseBetweenTheTwoThresholds) {
  const SetComparison next = compared("XA_NTM_2021_2025@2024-12-31", "XA_NTM_2021_2025@2025-12-31");
  const Assessment& now = *next.assessment;
  const criteria::ValueColumn& income = *now.values().find("ntm.10");
  // Bắc Trung Bộ asks 45 in 2024 and 48 in 2025; communes of the harder column the same (tdmnpb).
  std::size_t between = 0;
  for (std::uint32_t unit = 0; unit < now.tree().map_count; ++unit) {
    const bool counts = now.tree().units[unit].type == "xã" && !now.excluded(unit);
    between += counts && income.value[unit] >= 45 && income.value[unit] < 48 ? 1 : 0;
  }
  const ItemFlips* flips = item(next, "10");
  if (between == 0) {
    EXPECT_EQ(flips, nullptr);
    return;
  }
  ASSERT_NE(flips, nullptr);
  EXPECT_EQ(flips->flips.size(), between);
  for (const VerdictFlip& flip : flips->flips) {
    EXPECT_EQ(flip.before, Verdict::met);
    EXPECT_EQ(flip.after, Verdict::not_met);
  }
  ASSERT_EQ(next.regions.size(), 1U) << "said once where it is the same in all regions";
  EXPECT_THAT(whole_text(next), HasSubstr("threshold: ≥ 45 "));
}

TEST(SetComparison, ASetWithoutFiguresOfItsOwnIsJudgedByTheSameIndicatorsFigure) {
  const SetComparison coming = compared("XA_NTM_2021_2025", "XA_NTM_2026_2030", "2025-12");
  EXPECT_EQ(coming.after.day.year, 2026);
  EXPECT_FALSE(coming.regions.empty());
  // Its thresholds were not found: nothing becomes met by them.
  for (const VerdictFlip& flip : coming.whole.flips) EXPECT_EQ(flip.after, Verdict::unknown);
}

TEST(SetComparison, UnitsThatStayUnknownAreCounted) {
  const SetComparison wards = compared("DTVM_PHUONG_TT", "DTVM_PHUONG_TT", "2025-12");
  EXPECT_EQ(wards.whole.unknown, 9) << "nothing is known of the wards of July 2025 yet";
  EXPECT_THAT(whole_text(wards), HasSubstr("the whole set: 9 units unknown by both sets"));
  EXPECT_THAT(whole_text(wards), HasSubstr("  none"));
  EXPECT_THAT(comparison_json(wards, base::Lang::vi), HasSubstr("\"unknown_in_both\":9"));
}

TEST(SetComparison, EachFlipIsOfAUnitWhoseVerdictIsAnother) {
  const SetComparison higher = compared("XA_NTM_2021_2025", "XA_NTM_NANGCAO_2021_2025");
  const auto& after = higher.assessment->result("XA_NTM_NANGCAO_2021_2025");
  ASSERT_FALSE(higher.whole.flips.empty());
  for (const VerdictFlip& flip : higher.whole.flips) {
    EXPECT_NE(flip.before, flip.after);
    EXPECT_EQ(after.overall(flip.unit).verdict(), flip.after);
  }
}

TEST(SetComparison, WrongWordsAreAnswered) {
  EXPECT_THAT(test::error_of([] { compared("XA_NTM_2021_2025", "XA_NTM_2026_203"); }),
              HasSubstr("XA_NTM_2026_2030"));
  EXPECT_THAT(test::error_of([] { compared("XA_NTM_2021_2025@2030-01-01", "XA_NTM_2021_2025"); }),
              HasSubstr("does not hold on"));
  EXPECT_THAT(test::error_of([] { compared("XA_NTM_2021_2025@hôm nay", "XA_NTM_2021_2025"); }),
              HasSubstr("Not a date"));
  EXPECT_THAT(test::error_of([] { compared("XA_NTM_2021_2025", "HUYEN_NTM_2021_2025"); }),
              HasSubstr("No unit"));
}

TEST(SetComparison, IsWrittenInThreeFormats) {
  const SetComparison higher = compared("XA_NTM_2021_2025", "XA_NTM_NANGCAO_2021_2025");
  const test::TemporaryFolder folder;
  for (const char* name : {"a.csv", "a.xlsx", "a.json"}) {
    write_comparison(higher, folder / name, base::Lang::vi, base::Overwrite::no);
    EXPECT_GT(std::filesystem::file_size(folder / name), 1000U) << name;
  }
  EXPECT_THAT(test::read_bytes(folder / "a.json"), HasSubstr("\"whole\":{\"flips\":[{\"code\":"));
  EXPECT_THAT(test::read_bytes(folder / "a.csv"), HasSubstr("whole,"));
  const auto sheets = comparison_sheets(higher, base::Lang::vi);
  ASSERT_EQ(sheets.size(), 2U);
  EXPECT_EQ(sheets[0].name, "Thay đổi");
}

}  // namespace
}  // namespace ntmap::app
