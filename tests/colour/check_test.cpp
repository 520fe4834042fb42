#include "colour/check.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "colour/palettes.hpp"

namespace ntmap::colour {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

model::ClassList classes_of(const std::vector<model::Rgb>& colours, model::Rgb no_data) {
  model::ClassList list;
  for (const model::Rgb colour : colours) {
    model::MapClass c;
    c.label = "lớp " + std::to_string(list.classes.size() + 1);
    c.fill = colour;
    list.classes.push_back(c);
  }
  list.no_data.label = {"chưa rõ", "unknown"};
  list.no_data.fill = no_data;
  return list;
}

TEST(AllDifferences, EveryPairUnderEveryVision) {
  const auto all = all_differences(palette("ntmap", 5).colours);
  EXPECT_THAT(all, SizeIs(10 * k_all_visions.size()));
  for (const PairDifference& pair : all) EXPECT_LT(pair.first, pair.second);
}

TEST(CheckColours, NearlyEqualColoursAreNamedWithTheirWorstCase) {
  const auto findings =
      check_colours(classes_of({{100, 100, 100}, {103, 103, 103}, {0, 0, 90}}, {255, 255, 255}));
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].rule, "colour.too-near");
  EXPECT_THAT(findings[0].place.vi, HasSubstr("lớp 1"));
  EXPECT_THAT(findings[0].place.vi, HasSubstr("lớp 2"));
}

TEST(CheckColours, NoDataThatLooksLikeAClassIsNamed) {
  const auto findings = check_colours(classes_of({{200, 200, 200}, {20, 20, 120}}, {203, 203, 203}));
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_THAT(findings[0].place.en, HasSubstr("unknown"));
}

TEST(CheckColours, RedAgainstGreenFailsForTheColourBlindOnly) {
  const auto findings = check_colours(classes_of({{190, 95, 60}, {110, 130, 50}}, {255, 255, 255}));
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_THAT(findings[0].what.en, testing::Not(HasSubstr("normal")));
}

TEST(CheckColours, WellSpreadColoursPass) {
  EXPECT_THAT(check_colours(classes_of({{0, 0, 80}, {120, 120, 200}, {250, 240, 180}}, {185, 185, 185})),
              IsEmpty());
}

TEST(CheckMapColours, OneFindingNamesTheWorstPairAndHowManyThereAre) {
  const auto findings =
      check_map_colours(classes_of({{100, 100, 100}, {103, 103, 103}, {110, 110, 110}}, {255, 255, 255}));
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_THAT(findings[0].place.vi, HasSubstr("lớp 2"));
  EXPECT_THAT(findings[0].what.en, HasSubstr("3 such pairs"));
  EXPECT_THAT(check_map_colours(classes_of({{0, 0, 80}, {250, 240, 180}}, {150, 150, 190})), IsEmpty());
}

TEST(CheckMapColours, ClassesThatDifferInTheirHatchingAreToldApartByIt) {
  auto list = classes_of({{232, 194, 125}, {217, 210, 106}}, {150, 150, 190});
  EXPECT_THAT(check_map_colours(list), SizeIs(1));
  list.classes[0].hatch = model::Hatch::backward;
  EXPECT_THAT(check_map_colours(list), IsEmpty());
  list.classes[1].hatch = model::Hatch::backward;
  EXPECT_THAT(check_map_colours(list), SizeIs(1));
}

TEST(CheckMapColours, TheRemedyNamesPalettesThatPass) {
  auto list = classes_of(palette("Blues", 5).colours, {150, 150, 150});
  double low = 0;
  for (model::MapClass& one : list.classes) one.low = low++;
  const auto findings = check_map_colours(list, std::span(k_all_visions).first(4));
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_THAT(findings[0].remedy.en, HasSubstr("ntmap-blue"));
}

TEST(CheckMapColours, GreyscaleIsLeftOutWhereOnlyColourIsAsked) {
  // Teal and brown of one lightness: alike only to a black-and-white printer.
  const auto list = classes_of({{1, 102, 94}, {140, 81, 10}}, {255, 255, 255});
  EXPECT_THAT(check_map_colours(list), SizeIs(1));
  EXPECT_THAT(check_map_colours(list, std::span(k_all_visions).first(4)), IsEmpty());
}

TEST(DistinctColours, BothKeepClearOfTheClassesAndOfOneAnother) {
  const std::vector<model::Rgb> greys{{217, 217, 217}, {196, 196, 196}, {189, 189, 189}, {150, 150, 150}};
  const std::vector<model::Rgb> pales{{255, 255, 255}, {255, 245, 235}, {214, 227, 249}};
  const auto coloured = std::span(k_all_visions).first(4);
  for (const char* name : {"Blues", "viridis", "Oranges"}) {
    const auto colours = palette(name, 5).colours;
    const auto [grey, pale] = distinct_colours(greys, pales, colours);
    EXPECT_GE(least_difference(grey, colours, coloured), k_least_difference) << name;
    EXPECT_GE(least_difference(pale, colours, coloured), k_least_difference) << name;
    EXPECT_GE(least_difference(pale, std::vector{grey}, coloured), k_least_difference) << name;
  }
}

TEST(DistinctColours, WithoutAPairEachIsChosenByItself) {
  const std::vector<model::Rgb> one{{200, 200, 200}};
  const std::vector<model::Rgb> same{{201, 201, 201}};
  const auto [first, second] = distinct_colours(one, same, {});
  EXPECT_EQ(first, one[0]);
  EXPECT_EQ(second, same[0]);
}

TEST(DistinctColour, KeepsClearOfEveryClassToTheColourBlind) {
  const std::vector<model::Rgb> greys{{224, 224, 224}, {208, 208, 208}, {176, 176, 176}, {144, 144, 144}};
  const auto colours = palette("Blues", 5).colours;
  const model::Rgb grey = distinct_colour(greys, colours);
  const auto coloured = std::span(k_all_visions).first(4);
  EXPECT_GE(least_difference(grey, colours, coloured), k_least_difference) << model::to_hex(grey);
}

TEST(LeastDifference, InfiniteWithoutOthers) {
  EXPECT_TRUE(std::isinf(least_difference({1, 2, 3}, {})));
}

TEST(DistinctColour, TakesTheFirstThatIsFarEnoughElseTheFarthest) {
  const std::vector<model::Rgb> greys{{217, 217, 217}, {150, 150, 150}};
  EXPECT_EQ(distinct_colour(greys, std::vector<model::Rgb>{{0, 0, 80}}), greys[0]);
  EXPECT_EQ(distinct_colour(greys, std::vector<model::Rgb>{{220, 220, 220}}), greys[1]);
  EXPECT_EQ(distinct_colour(greys, std::vector<model::Rgb>{{216, 217, 217}, {143, 143, 143}}), greys[1]);
}

}  // namespace
}  // namespace ntmap::colour
