#include "scene/legend.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "colour/difference.hpp"
#include "scene/classify.hpp"

namespace ntmap::scene {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

model::Classification manual(std::vector<double> breaks) {
  model::Classification how;
  how.method = model::BreakMethod::manual;
  how.breaks = std::move(breaks);
  return how;
}

TEST(LegendRows, ClassesThenTheStatesThatAreNeeded) {
  const auto classes = classify(std::vector<double>{1, 15, 99}, manual({0, 10, 20}));
  const auto rows = legend_rows(classes);
  ASSERT_THAT(rows, SizeIs(4));
  EXPECT_EQ(rows[0].count, 1u);
  EXPECT_EQ(rows[2].byte, model::k_class_no_data);
  EXPECT_EQ(rows[2].count, 0u) << "shown also when nothing is missing";
  EXPECT_EQ(rows[3].byte, model::k_class_out_of_range);
  EXPECT_THAT(legend_rows(classes, {.always_no_data = false}), SizeIs(3));
  EXPECT_THAT(legend_rows(classes, {.always_not_applicable = true}), SizeIs(5));
}

TEST(LegendRows, SayWhatTheClassListSays) {
  const auto classes = classify(std::vector<double>{1, 15, std::nan("")}, manual({0, 10, 20}));
  for (const LegendRow& row : legend_rows(classes)) {
    const auto& c = classes.by_byte(row.byte);
    EXPECT_EQ(row.label.vi, capitalised(c.label.vi));
    EXPECT_EQ(row.fill, c.fill);
    EXPECT_EQ(row.count, c.count);
    EXPECT_EQ(row.hatch, c.hatch);
  }
}

TEST(Capitalised, KnowsTheLettersThatVietnameseWordsBeginWith) {
  EXPECT_EQ(capitalised("dưới 15 %"), "Dưới 15 %");
  EXPECT_EQ(capitalised("đạt"), "Đạt");
  EXPECT_EQ(capitalised("ưu tiên"), "Ưu tiên");
  EXPECT_EQ(capitalised("15 – 25 %"), "15 – 25 %");
  EXPECT_EQ(capitalised(""), "");
}

TEST(LegendHistogram, FewWholeNumbersGetABarEach) {
  const std::vector<double> values{0, 0, 1, 3, 3, 3, std::nan("")};
  const auto classes = classify(values, manual({0, 1, 3}));
  const auto histogram = legend_histogram(classes, values);
  EXPECT_TRUE(histogram.whole_numbers);
  EXPECT_THAT(histogram.counts,
              ElementsAre(ElementsAre(2, 0), ElementsAre(0, 1), ElementsAre(0, 0), ElementsAre(0, 3)));
  EXPECT_EQ(histogram.highest, 3u);
}

TEST(LegendHistogram, BarsAcrossAClassBoundHoldBothClasses) {
  const std::vector<double> values{0.5, 12, 13, 44.5, 48};
  const auto classes = classify(values, manual({0, 12.5, 50}));
  const auto histogram = legend_histogram(classes, values, 5);
  EXPECT_FALSE(histogram.whole_numbers);
  EXPECT_THAT(histogram.bounds, ElementsAre(0, 10, 20, 30, 40, 50));
  EXPECT_THAT(histogram.counts[1], ElementsAre(1, 1));
}

TEST(LegendHistogram, EmptyWithoutClasses) {
  const std::vector<double> values{std::nan("")};
  EXPECT_TRUE(legend_histogram(classify(values, {}), values).counts.empty());
}

TEST(ShowsPaleFills, AsksOnlyForWhatSomeUnitIsIn) {
  model::ClassList list;
  list.classes.resize(2);
  list.classes[0].fill = {1, 102, 94};
  list.classes[1].fill = list.not_applicable.fill = {250, 250, 250};
  list.no_data.fill = {190, 190, 190};
  const auto shows = [&](std::vector<std::uint8_t> bytes) { return shows_pale_fills(list, bytes); };
  EXPECT_FALSE(shows({0, 0, model::k_class_no_data}));
  EXPECT_TRUE(shows({0, 1}));
  EXPECT_TRUE(shows({0, model::k_class_not_applicable}));
  EXPECT_FALSE(shows({}));
}

}  // namespace
}  // namespace ntmap::scene
