#include "app/programme/count_range.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <stdexcept>

#include "app/desk/unit_table.hpp"
#include "app/export/export_layer.hpp"
#include "app/map/map_content.hpp"
#include "app/sample_data.hpp"

namespace ntmap::app {
namespace {

using base::text;

Figures figures_of(std::vector<std::string> words) {
  Figures figures;
  figures.values.assign(words.size(), model::k_no_data);
  figures.texts = std::move(words);
  return figures;
}

/// The commune's count in July 2021, when most criteria were not yet reported.
const criteria::SetResult& result_of(const char* period) {
  return test::assessed(test::ha_tinh(), period).result("XA_NTM_2021_2025");
}

bool in_class(const model::MapClass& one, double value) {
  return scene::class_at(std::vector<model::MapClass>{one}, value) == 0;
}

TEST(CountRange, IsOfCountsBesideUnknownCriteriaOnly) {
  EXPECT_EQ(range_word(1, 18, 19), "1..19");
  EXPECT_EQ(range_word(0, 2, 19), "0..2");
  EXPECT_EQ(range_word(3, 0, 19), "") << "exact";
  EXPECT_EQ(range_word(0, 19, 19), "") << "nothing is known";
  const Figures figures = figures_of({"1..19", "met", "", "mixed..", ".."});
  const auto range = count_range(figures, 0);
  ASSERT_TRUE(range);
  EXPECT_EQ(range->least, 1);
  EXPECT_EQ(range->most, 19);
  for (const std::size_t unit : {1U, 2U, 3U, 4U, 5U}) EXPECT_FALSE(count_range(figures, unit)) << unit;
  EXPECT_EQ(count_ranges(figures).size(), 5U);
}

TEST(CountRange, IsSaidInWords) {
  const base::Text criteria = text("tiêu chí", "criteria");
  EXPECT_EQ(range_words({1, 19}, criteria),
            text("ít nhất 1 tiêu chí, 18 chưa rõ", "at least 1 criterion, 18 unknown"));
  EXPECT_EQ(range_words({0, 2}, criteria),
            text("nhiều nhất 2 tiêu chí, còn chưa rõ", "at most 2 criteria, not all known"));
  EXPECT_EQ(short_range({6, 8}), "≥ 6");
  EXPECT_EQ(short_range({0, 2}), "≤ 2");
}

TEST(CountRange, AMapPutsNoUnitInAClassThatItMayNotBeOf) {
  for (const char* period : {"2021-07", "2021", "2022", "2023", "2024", "2025-12"}) {
    const MapContent map =
        map_content(test::ha_tinh(), {.theme = "tieu-chi-chua-dat", .period = period, .label_points = false});
    for (std::uint32_t unit = 0; unit < map.units().size(); ++unit) {
      const std::uint8_t byte = map.classes.class_of[unit];
      if (byte == model::k_class_not_applicable) continue;
      const criteria::CriteriaCount count = result_of(period).count(unit);
      const int most = count.not_met + count.unknown;
      if (byte < map.classes.classes.size()) {
        EXPECT_TRUE(in_class(map.classes.classes[byte], count.not_met)) << period << unit;
        EXPECT_TRUE(in_class(map.classes.classes[byte], most)) << period << unit;
      } else {
        EXPECT_EQ(byte, model::k_class_no_data) << period << unit;
        EXPECT_GT(count.unknown, 0) << period << unit;
        EXPECT_LT(count.not_met, 5) << period << unit << ": all is 5 or more";
      }
    }
  }
}

TEST(CountRange, AUnitThatFailsSomethingIsCountedAsUnmetWhateverElseIsUnknown) {
  const MapContent map = map_content(
      test::ha_tinh(), {.theme = "tieu-chi-chua-dat", .period = "2021-07", .label_points = false});
  std::size_t failing = 0;
  for (std::uint32_t unit = 0; unit < map.units().size(); ++unit) {
    const bool judged = map.classes.class_of[unit] != model::k_class_not_applicable;
    failing += judged && result_of("2021-07").count(unit).not_met > 0 ? 1 : 0;
  }
  EXPECT_EQ(map.message.vi, "**Còn 44/182** xã chưa đạt đủ 19 tiêu chí. 137 đơn vị chưa rõ.");
  EXPECT_EQ(fill_message("{met}/{unmet}/{unknown}", map, {}).vi, "0/44/137");
  EXPECT_EQ(failing, 44U);
}

TEST(CountRange, ExportsGiveNoNumberThatIsOnlyTheLeast) {
  ProjectData& data = test::ha_tinh();
  const MapContent map =
      map_content(data, {.theme = "tieu-chi-chua-dat", .period = "2021-07", .label_points = false});
  const io::ExportLayer layer = export_layer(data.project(), map, std::nullopt, base::Lang::vi);
  for (std::uint32_t unit = 0; unit < map.units().size(); ++unit) {
    const bool open = count_range(map.figures, unit).has_value();
    EXPECT_FALSE(open && !std::isnan(layer.values[unit])) << unit;
  }
  EXPECT_EQ(layer.classes.class_of, map.classes.class_of);
}

/// A commune of which only a range is known in July 2021; the first that fails something.
std::uint32_t open_unit(const Figures& figures) {
  for (std::uint32_t unit = 0; unit < figures.values.size(); ++unit) {
    const auto range = count_range(figures, unit);
    if (range && range->least > 0) return unit;
  }
  throw std::logic_error("the sample has no such unit");
}

TEST(CountRange, TheTableShowsTheBoundAndSortsFiltersAndAddsUpWithoutIt) {
  const UnitTable table = unit_table(test::ha_tinh(), "2021-07");
  const std::uint32_t unit = open_unit(test::ha_tinh().figures("tieu_chi_chua_dat", "2021-07"));
  const UnitColumn* column = table.find("tieu_chi_chua_dat");
  ASSERT_NE(column, nullptr);
  EXPECT_TRUE(column->cell(unit).vi.starts_with("≥ ")) << column->cell(unit).vi;
  EXPECT_EQ(column_total(*column, {unit}).missing, 1U);
  TableView view;
  view.filters["tieu_chi_chua_dat"] = "<=3";
  const TableRows rows = table_rows(table, view, {}, base::Lang::vi);
  EXPECT_THAT(rows.units, testing::Not(testing::Contains(unit)));
}

TEST(CountRange, AChangeFromARangeIsUnknown) {
  model::Project project = test::ha_tinh().project();
  model::Indicator change;
  change.id = "doi";
  change.compute = "change";
  change.of = "tieu_chi_chua_dat";
  change.since = "2021-07";
  project.indicators.push_back(change);
  ProjectData data(std::make_shared<const model::Project>(std::move(project)));
  const std::uint32_t unit = open_unit(test::ha_tinh().figures("tieu_chi_chua_dat", "2021-07"));
  const Figures changed = data.figures("doi", "2021");
  EXPECT_TRUE(std::isnan(changed.values[unit])) << changed.values[unit];
  EXPECT_EQ(changed.texts[unit], "");
}

}  // namespace
}  // namespace ntmap::app
