#include "app/data/excluded_units.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "app/sample_data.hpp"

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

TEST(ExcludedUnits, AfterTheirTimeTheyAreAsOthers) {
  const Figures income = test::ha_tinh().figures("thu_nhap", "2025-12");
  const auto& marked = income.not_applicable;
  for (std::size_t unit = 0; unit < income.units->size(); ++unit)
    EXPECT_EQ(marked[unit], income.units->types[unit] == "Phường" ? 1 : 0) << income.units->full_name(unit);
}

}  // namespace
}  // namespace ntmap::app
