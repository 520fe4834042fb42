#include "scene/classify.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <set>
#include <string>

#include "base/error.hpp"
#include "colour/check.hpp"
#include "colour/difference.hpp"
#include "colour/palettes.hpp"

namespace ntmap::scene {
namespace {

using model::Classification;
using model::ClassList;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const double k_nan = std::nan("");

Classification manual(std::vector<double> breaks) {
  Classification how;
  how.method = model::BreakMethod::manual;
  how.breaks = std::move(breaks);
  return how;
}

Classification automatic(model::BreakMethod method, int classes) {
  Classification how;
  how.method = method;
  how.classes = classes;
  return how;
}

std::vector<std::string> labels(const ClassList& list, base::Lang lang = base::Lang::vi) {
  std::vector<std::string> out;
  for (const auto& c : list.classes) out.push_back(c.label.in(lang));
  return out;
}

std::vector<std::size_t> counts(const ClassList& list) {
  std::vector<std::size_t> out;
  for (const auto& c : list.classes) out.push_back(c.count);
  return out;
}

ClassifyOptions percent() {
  ClassifyOptions options;
  options.unit = "%";
  return options;
}

TEST(Classify, LabelsAsInTheMeetingStyle) {
  const std::vector<double> values{3.5, 14.99, 15, 24, 30, 49.96, 50, 100, k_nan};
  ClassifyOptions options = percent();
  options.target = {50, true};
  const ClassList list = classify(values, manual({0, 15, 25, 35, 50, 100}), options);
  EXPECT_THAT(labels(list), ElementsAre("dưới 15 %", "15 – 25 %", "25 – 35 %", "35 – 50 %", "từ 50 % (đạt)"));
  EXPECT_THAT(labels(list, base::Lang::en),
              ElementsAre("under 15 %", "15 – 25 %", "25 – 35 %", "35 – 50 %", "50 % and more (met)"));
  EXPECT_THAT(counts(list), ElementsAre(2, 2, 1, 1, 2));
  EXPECT_EQ(list.no_data.count, 1u);
}

TEST(Classify, FullDoublesDecideNeverTheRoundedLabel) {
  const double almost = std::nextafter(50.0, 0.0);
  const ClassList list = classify(std::vector<double>{almost, 50}, manual({0, 50, 100}), percent());
  EXPECT_THAT(list.class_of, ElementsAre(0, 1));
}

TEST(Classify, ClosedRightMovesTheBoundDown) {
  Classification how = manual({0, 15, 50, 100});
  how.closed_right = true;
  const ClassList list = classify(std::vector<double>{0, 15, 50, 50.1}, how, percent());
  EXPECT_THAT(list.class_of, ElementsAre(0, 0, 1, 2));
  EXPECT_THAT(labels(list), ElementsAre("đến 15 %", "15 – 50 %", "trên 50 %"));
  const std::vector<double> values{1.5, 2, 3};
  EXPECT_NE(closure_note(values, "ha", true), closure_note(values, "ha", false));
  EXPECT_TRUE(closure_note(std::vector<double>{1, 2, 3}, "ha", false).empty()) << "“1 – 2” holds both";
  EXPECT_FALSE(closure_note(std::vector<double>{1, 2, 3}, "%", false).empty());
}

TEST(Classify, OutOfRangeIsItsOwnClassAndLabelsThenSayBothBounds) {
  const double inf = std::numeric_limits<double>::infinity();
  const ClassList list =
      classify(std::vector<double>{-1, 0, 10, 60, 101, inf}, manual({0, 50, 100}), percent());
  EXPECT_THAT(list.class_of, ElementsAre(model::k_class_out_of_range, 0, 0, 1, model::k_class_out_of_range,
                                         model::k_class_out_of_range));
  EXPECT_EQ(list.out_of_range.count, 3u);
  EXPECT_THAT(labels(list), ElementsAre("0 – 50 %", "50 – 100 %"));
}

TEST(Classify, FourStatesStayApart) {
  const std::vector<double> values{5, k_nan, 7, 999};
  const std::vector<std::uint8_t> not_applicable{0, 0, 1, 0};
  ClassifyOptions options;
  options.not_applicable = not_applicable;
  const ClassList list = classify(values, manual({0, 10, 20}), options);
  EXPECT_THAT(list.class_of, ElementsAre(0, model::k_class_no_data, model::k_class_not_applicable,
                                         model::k_class_out_of_range));
  const std::set<std::string> looks{model::to_hex(list.no_data.fill), model::to_hex(list.not_applicable.fill),
                                    model::to_hex(list.out_of_range.fill)};
  EXPECT_THAT(looks, SizeIs(3));
  for (const auto* state : {&list.no_data, &list.not_applicable, &list.out_of_range}) {
    EXPECT_NE(state->hatch, model::Hatch::none);
    EXPECT_EQ(state->count, 1u);
    EXPECT_FALSE(state->label.empty());
  }
}

TEST(Classify, NotApplicableValuesStayOutOfTheBreaks) {
  std::vector<double> values{1, 2, 3, 4, 5, 6, 1000};
  std::vector<std::uint8_t> not_applicable(7, 0);
  not_applicable[6] = 1;
  ClassifyOptions options;
  options.not_applicable = not_applicable;
  EXPECT_EQ(classify(values, automatic(model::BreakMethod::equal, 2), options).classes.back().high, 6);
}

TEST(Classify, AValueThatIsNotKnownIsInAClassOnlyWhereItsWholeRangeIs) {
  const std::vector<double> values{0, 1, k_nan, k_nan, k_nan, k_nan, 7};
  // 6 to 8 is 5 or more whatever it is; 4 to 6 and 1 to 19 may be of several; the bound itself counts.
  const std::vector<ValueRange> ranges{{}, {}, {6, 8}, {4, 6}, {1, 19}, {3, 4}, {}};
  const ClassList list = classify(values, manual({0, 1, 2, 3, 5, 19}), {.ranges = ranges});
  EXPECT_THAT(list.class_of, ElementsAre(0, 1, 4, model::k_class_no_data, model::k_class_no_data, 3, 4));
  EXPECT_EQ(list.no_data.count, 2U);
  EXPECT_EQ(list.classes[4].count, 2U);
}

TEST(Classify, ARangeCutByAnIsolatedValueOrOutOfAllClassesIsOpen) {
  const std::vector<double> values{k_nan, k_nan, k_nan, 3};
  const std::vector<ValueRange> ranges{{0, 2}, {11, 12}, {2, 2}, {}};
  Classification how = manual({0, 5, 10});
  how.isolated = {0};
  const ClassList list = classify(values, how, {.ranges = ranges});
  EXPECT_THAT(list.class_of, ElementsAre(model::k_class_no_data, model::k_class_no_data, 1, 1));
}

TEST(Classify, RangesMoveNoBreaks) {
  const std::vector<double> known{1, 2, 3, 10, 11, 12};
  std::vector<double> with_open = known;
  with_open.push_back(k_nan);
  std::vector<ValueRange> ranges(known.size());
  ranges.push_back({1, 40});
  for (const model::BreakMethod method : model::all_break_methods()) {
    if (method == model::BreakMethod::manual) continue;
    const ClassList plain = classify(known, automatic(method, 2));
    const ClassList open = classify(with_open, automatic(method, 2), {.ranges = ranges});
    EXPECT_EQ(labels(open), labels(plain));
    EXPECT_EQ(open.class_of.back(), model::k_class_no_data);
  }
}

TEST(Classify, IsolatedValuesGetClassesOfTheirOwn) {
  Classification how = manual({0, 50, 100});
  how.isolated = {0, 100};
  const ClassList list = classify(std::vector<double>{0, 0, 0.4, 50, 99.9, 100}, how, percent());
  EXPECT_THAT(labels(list), ElementsAre("0 %", "trên 0 – 50 %", "50 – dưới 100 %", "100 %"));
  EXPECT_THAT(counts(list), ElementsAre(2, 1, 2, 1));
}

TEST(Classify, NothingIsAQuietClassInPlaceOfThePalest) {
  model::Classification how{.method = model::BreakMethod::manual, .breaks = {0, 10, 20}, .palette = "Greens"};
  how.isolated = {0};
  const ClassifyOptions options{.nothing = {"không tăng", "no growth"}};
  const std::vector<double> values{0, 5, 15};
  const auto list = classify(values, how, options);
  ASSERT_EQ(list.classes.size(), 3U);
  EXPECT_EQ(list.classes[0].label.vi, "không tăng");
  const auto loud = classify(values, how);
  EXPECT_NE(list.classes[0].fill, loud.classes[0].fill);
  EXPECT_EQ(list.classes[1].fill, loud.classes[1].fill) << "it stands in place of the palest";
  EXPECT_EQ(list.classes[2].fill, loud.classes[2].fill);
  const std::vector<double> none{0, 0};
  const auto quiet = classify(none, how, options);
  EXPECT_EQ(quiet.classes[0].fill, list.classes[0].fill) << "also where it is the only class";
  const auto [low, high] = std::minmax({list.classes[0].fill.r, list.classes[0].fill.b});
  EXPECT_TRUE(low > 0xe0 && high - low < 0x10) << "near white and without a tint";
}

TEST(Classify, IsolatedValuesStayOutOfTheBreaks) {
  Classification how = automatic(model::BreakMethod::quantile, 2);
  how.isolated = {0};
  const ClassList list = classify(std::vector<double>{0, 0, 0, 0, 1.5, 2, 3, 4}, how);
  EXPECT_THAT(counts(list), ElementsAre(4, 2, 2));
  EXPECT_EQ(list.classes[1].low, 1.5);
}

TEST(Classify, IsolatedValueInsideAnIntervalCutsIt) {
  Classification how = manual({0, 10});
  how.isolated = {5, 20, -3};
  const ClassList list = classify(std::vector<double>{4.5, 5, 5.5, 20, -3, 7}, how);
  EXPECT_THAT(labels(list), ElementsAre("-3", "0 – dưới 5", "5", "trên 5 – 10", "20"));
  EXPECT_THAT(counts(list), ElementsAre(1, 1, 1, 2, 1));
  EXPECT_EQ(list.out_of_range.count, 0u);
}

TEST(Classify, WholeNumbersAreLabelledWithoutOverlap) {
  std::vector<double> values(26);
  std::iota(values.begin(), values.end(), 0.0);
  EXPECT_THAT(labels(classify(values, manual({0, 10, 20, 25}))), ElementsAre("0 – 9", "10 – 19", "20 – 25"));
  EXPECT_THAT(labels(classify(values, manual({0, 1, 2, 25}))), ElementsAre("0", "1", "2 – 25"));
  EXPECT_THAT(labels(classify(values, manual({0, 8.5, 16.5, 25}))),
              ElementsAre("0 – 8", "9 – 16", "17 – 25"));
  Classification right = manual({0, 10, 20, 25});
  right.closed_right = true;
  EXPECT_THAT(labels(classify(values, right)), ElementsAre("0 – 10", "11 – 20", "21 – 25"));
}

TEST(Classify, DecimalsGrowUntilBoundsLookDifferentAndShrinkWhereNoneNeedsThem) {
  Classification how = manual({0, 0.121, 0.124, 1});
  EXPECT_THAT(labels(classify(std::vector<double>{0.5, 0.1}, how)),
              ElementsAre("dưới 0,121", "0,121 – 0,124", "từ 0,124"));
  how = manual({0, 10, 20.5, 30});
  EXPECT_THAT(labels(classify(std::vector<double>{0.5, 25}, how)),
              ElementsAre("dưới 10,0", "10,0 – 20,5", "từ 20,5"));
}

TEST(Classify, LargeNumbersAreGroupedInTheReadersLanguage) {
  const ClassList list = classify(std::vector<double>{0.5, 1600}, manual({0, 1500, 12500}));
  EXPECT_THAT(labels(list), ElementsAre("dưới 1.500", "từ 1.500"));
  EXPECT_THAT(labels(list, base::Lang::en), ElementsAre("under 1,500", "1,500 and more"));
}

TEST(Classify, AtMostTargetsMarkTheLowClasses) {
  ClassifyOptions options = percent();
  options.target = {4, false};
  const ClassList list = classify(std::vector<double>{1.5, 4.5}, manual({0, 4, 10}), options);
  EXPECT_THAT(labels(list), ElementsAre("dưới 4 % (đạt)", "từ 4 %"));
}

TEST(Classify, AllMissingAllEqualOneUnit) {
  const Classification how = automatic(model::BreakMethod::jenks, 5);
  const ClassList missing = classify(std::vector<double>{k_nan, k_nan}, how);
  EXPECT_THAT(missing.classes, IsEmpty());
  EXPECT_EQ(missing.no_data.count, 2u);
  const ClassList equal = classify(std::vector<double>{7.5, 7.5}, how);
  EXPECT_THAT(labels(equal), ElementsAre("7,5"));
  EXPECT_THAT(counts(equal), ElementsAre(2));
  EXPECT_THAT(classify({}, how).class_of, IsEmpty());
}

TEST(Classify, CountsSumToUnitsAndEveryValueLiesInItsInterval) {
  std::mt19937 random(3);
  for (int round = 0; round < 40; ++round) {
    std::vector<double> values(5 + random() % 90);
    for (double& v : values) v = random() % 9 == 0 ? k_nan : static_cast<double>(random() % 1000) / 7 - 20;
    for (const auto method : model::all_break_methods()) {
      Classification how = automatic(method, 5);
      if (method == model::BreakMethod::manual) how.breaks = {0, 20, 60};
      how.closed_right = round % 2 == 1;
      if (round % 3 == 0) how.isolated = {values[0]};
      const ClassList list = classify(values, how);
      std::size_t sum = list.no_data.count + list.not_applicable.count + list.out_of_range.count;
      for (const auto& c : list.classes) sum += c.count;
      EXPECT_EQ(sum, values.size());
      for (std::size_t unit = 0; unit < values.size(); ++unit) {
        if (list.class_of[unit] >= list.classes.size()) continue;
        const auto& c = list.classes[list.class_of[unit]];
        EXPECT_TRUE(values[unit] > c.low || (c.low_closed && values[unit] == c.low));
        EXPECT_TRUE(values[unit] < c.high || (c.high_closed && values[unit] == c.high));
      }
      EXPECT_TRUE(method == model::BreakMethod::manual || list.out_of_range.count == 0);
    }
  }
}

TEST(Classify, NoDataKeepsClearOfTheClassesForEveryPalette) {
  std::vector<double> values(50);
  std::iota(values.begin(), values.end(), 0.5);
  const auto coloured = std::span(colour::k_all_visions).first(4);
  for (const colour::PaletteInfo& info : colour::all_palettes()) {
    if (info.name == "Greys" || info.name == "RdGy") continue;  // greys among greys: hatching must do
    Classification how = automatic(model::BreakMethod::equal, 5);
    how.palette = info.name;
    const ClassList list = classify(values, how);
    std::vector<model::Rgb> fills;
    for (const auto& c : list.classes) fills.push_back(c.fill);
    EXPECT_GE(colour::least_difference(list.no_data.fill, fills, coloured), colour::k_least_difference)
        << info.name << ' ' << model::to_hex(list.no_data.fill);
  }
}

TEST(Classify, WhatIsUnknownOrNotMeantStaysLight) {
  std::vector<double> values(50);
  std::iota(values.begin(), values.end(), 0.5);
  const auto coloured = std::span(colour::k_all_visions).first(4);
  for (const char* name : {"ntmap", "Blues", "Greens", "YlGn", "Oranges", "YlOrRd", "viridis", "cividis"}) {
    Classification how = automatic(model::BreakMethod::equal, 5);
    how.palette = name;
    const ClassList list = classify(values, how);
    std::vector<model::Rgb> fills{list.no_data.fill};
    for (const auto& c : list.classes) fills.push_back(c.fill);
    EXPECT_GE(colour::least_difference(list.not_applicable.fill, fills, coloured), colour::k_least_difference)
        << name;
    EXPECT_GT(colour::to_lab(list.no_data.fill).l, 70) << name << ' ' << model::to_hex(list.no_data.fill);
    EXPECT_GT(colour::to_lab(list.not_applicable.fill).l, 90)
        << name << ' ' << model::to_hex(list.not_applicable.fill);
  }
}

TEST(Classify, RefusesBadRequests) {
  const std::vector<double> values{1, 2, 3};
  EXPECT_THROW(classify(values, manual({3, 1})), base::Error);
  Classification how = automatic(model::BreakMethod::equal, 3);
  how.palette = "no such palette";
  EXPECT_THROW(classify(std::vector<double>{1, 2, 3, 4}, how), base::Error);
}

TEST(Categories, KeepTheirOrderColoursAndStates) {
  const std::vector<model::ThemeCategory> list{{"met", {"Đạt", "Met"}, {1, 102, 94}},
                                               {"unmet", {"Chưa đạt", "Not met"}, {140, 81, 10}}};
  const std::vector<std::string> values{"unmet", "met", "", "what", "met"};
  const ClassList classes = categories(values, list);
  EXPECT_THAT(classes.class_of, ElementsAre(1, 0, model::k_class_no_data, model::k_class_out_of_range, 0));
  EXPECT_THAT(labels(classes), ElementsAre("Đạt", "Chưa đạt"));
  EXPECT_THAT(counts(classes), ElementsAre(2, 1));
  EXPECT_EQ(classes.out_of_range.count, 1u);
  EXPECT_TRUE(std::isnan(classes.classes[0].low));
}

}  // namespace
}  // namespace ntmap::scene
