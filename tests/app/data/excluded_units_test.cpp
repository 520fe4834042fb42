#include "app/data/excluded_units.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "app/sample_data.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

std::uint32_t ky_loi(const Figures& figures) {
  return figures.units->by_code.at("18796");
}

TEST(ExcludedUnits, WithoutAFigureItDoesNotApplyToThem) {
  const Figures income = test::ha_tinh().figures("thu_nhap", "2024");
  EXPECT_TRUE(std::isnan(income.values[ky_loi(income)]));
  EXPECT_EQ(income.not_applicable[ky_loi(income)], 1);
  EXPECT_THAT(income.blank, testing::Not(testing::Contains(ky_loi(income))));
}

TEST(ExcludedUnits, AFigureThatIsThereStays) {
  Figures figures = test::ha_tinh().figures("thu_nhap", "2024");
  const std::uint32_t unit = ky_loi(figures);
  figures.values[unit] = 40;
  figures.not_applicable[unit] = 0;
  const model::Project& project = test::ha_tinh().project();
  const model::Period& period = *project.find_period("2024");
  mark_excluded(*test::ha_tinh().registers(), *project.boundaries_on(period.date), period, figures);
  EXPECT_EQ(figures.not_applicable[unit], 0);
}

TEST(ExcludedUnits, NeedNoRowAndAreNotedInTheWordsOfTheirRegister) {
  for (const char* period : {"2023", "2024"}) {
    const base::Findings findings = test::ha_tinh().figures("thu_nhap", period).findings;
    EXPECT_EQ(test::count_rule(findings, k_unit_without_row), 0U);
    ASSERT_EQ(test::count_rule(findings, "join.excluded-without-row"), 1U);
    const auto note = std::find_if(findings.begin(), findings.end(), [](const base::Finding& finding) {
      return finding.rule == "join.excluded-without-row";
    });
    EXPECT_EQ(note->severity, base::Severity::note);
    EXPECT_THAT(note->file, testing::EndsWith("exclusions.csv"))
        << "not the table's: one note for all tables";
    EXPECT_EQ(note->place.vi, "Xã Kỳ Lợi");
  }
}

TEST(ExcludedUnits, OthersWithoutARowAreStillMissed) {
  const auto units = test::ha_tinh().units("2020");
  TableJoin join;
  join.unit_without_row = {units->by_code.at("18796"), units->by_code.at("18112")};
  std::sort(join.unit_without_row.begin(), join.unit_without_row.end());
  std::vector<std::uint8_t> excluded(units->size(), 0);
  excluded[units->by_code.at("18796")] = 1;
  const base::Findings findings = findings_of_join(join, *units, "xa.csv", excluded, "exclusions.csv");
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].rule, k_unit_without_row);
  EXPECT_EQ(findings[0].file, "xa.csv");
  EXPECT_THAT(findings[0].what.vi, testing::StartsWith("1 đơn vị trên bản đồ không có dòng nào: "));
  EXPECT_THAT(findings[0].what.vi, testing::Not(testing::HasSubstr("Kỳ Lợi")));
}

TEST(ExcludedUnits, AfterTheirTimeTheyAreAsOthers) {
  const Figures income = test::ha_tinh().figures("thu_nhap", "2025-12");
  const auto& marked = income.not_applicable;
  for (std::size_t unit = 0; unit < income.units->size(); ++unit)
    EXPECT_EQ(marked[unit], income.units->types[unit] == "Phường" ? 1 : 0) << income.units->full_name(unit);
}

}  // namespace
}  // namespace ntmap::app
