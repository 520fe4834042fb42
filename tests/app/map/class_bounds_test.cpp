#include "app/map/class_bounds.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/project/sample_place.hpp"
#include "app/project/typed_value.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;

model::ClassList classes_of(const std::vector<std::pair<double, double>>& bounds) {
  model::ClassList list;
  for (const auto& [low, high] : bounds) {
    list.classes.emplace_back();
    list.classes.back().low = low;
    list.classes.back().high = high;
  }
  return list;
}

TEST(ClassBounds, LeaveOutIsolatedValues) {
  model::Classification how;
  how.isolated = {0};
  EXPECT_THAT(class_bounds(classes_of({{0, 0}, {2, 5}, {5, 9}}), how), ElementsAre(2, 5, 9));
  EXPECT_THAT(class_bounds({}, how), ElementsAre());
}

TEST(WithBound, MovesOneAndNeverCrossesItsNeighbours) {
  model::Classification how;
  how.decimals = 0;
  EXPECT_THAT(with_bound(how, {0, 5, 10}, 1, 7.4).breaks, ElementsAre(0, 7, 10));
  EXPECT_THAT(with_bound(how, {0, 5, 10}, 1, 99).breaks, ElementsAre(0, 9, 10));
  EXPECT_THAT(with_bound(how, {0, 5, 10}, 1, -3).breaks, ElementsAre(0, 1, 10));
  EXPECT_THAT(with_bound(how, {0, 5, 10}, 2, 12).breaks, ElementsAre(0, 5, 12));
  EXPECT_THAT(with_bound(how, {0, 0.5, 1}, 1, 0.7).breaks, ElementsAre(0, 0.5, 1))
      << "no room at this rounding";
  EXPECT_EQ(with_bound(how, {0, 5, 10}, 1, 7).method, model::BreakMethod::manual);
}

TEST(ClassBounds, FixedBoundsBeginAsThoseOfTheMapAndGiveTheirNumberToAMethod) {
  model::Classification how;
  how.classes = 5;
  const auto classes = classes_of({{0, 2}, {2, 5}, {5, 9}});
  const model::Classification fixed = with_method(how, classes, model::BreakMethod::manual);
  EXPECT_EQ(fixed.method, model::BreakMethod::manual);
  EXPECT_THAT(fixed.breaks, ElementsAre(0, 2, 5, 9));
  EXPECT_EQ(class_count(fixed), 3);
  const model::Classification back = with_method(fixed, classes, model::BreakMethod::quantile);
  EXPECT_EQ(back.method, model::BreakMethod::quantile);
  EXPECT_THAT(back.breaks, testing::IsEmpty());
  EXPECT_EQ(class_count(back), 3) << "as many as there were";
}

TEST(ClassBounds, WithoutBoundsTheMethodStays) {
  const model::Classification how;
  EXPECT_EQ(with_method(how, {}, model::BreakMethod::manual), how);
  EXPECT_EQ(with_method(how, {}, how.method), how);
}

TEST(ClassBounds, ATypedBoundIsTakenExactlyAndItsLabelSaysIt) {
  model::Classification how;
  how.decimals = 0;
  const TypedBound done = with_typed_bound(how, {0, 50, 100}, 1, "72,25", base::Lang::vi);
  EXPECT_TRUE(done.refused.empty());
  EXPECT_THAT(done.how.breaks, ElementsAre(0, 72.25, 100));
  EXPECT_EQ(done.how.decimals, 2);
  EXPECT_EQ(done.how.method, model::BreakMethod::manual);
  EXPECT_THAT(with_typed_bound(how, {0, 50, 1e5}, 1, "1.234", base::Lang::vi).how.breaks,
              ElementsAre(0, 1234, 1e5));
  EXPECT_EQ(with_typed_bound(how, {0, 50, 100}, 1, "60", base::Lang::vi).how.decimals, 0);
  EXPECT_THAT(with_typed_bound(how, {0, 50, 100}, 2, "120", base::Lang::vi).how.breaks,
              ElementsAre(0, 50, 120));
}

TEST(ClassBounds, ATypedBoundThatCannotBeIsToldWhy) {
  model::Classification how;
  how.breaks = {0, 50, 100};
  for (const auto& [typed, why] :
       {std::pair("chín", "không phải là số"), std::pair("", "không phải là số"),
        std::pair("0", "lớn hơn cận trước nó, 0"), std::pair("100", "nhỏ hơn cận sau nó, 100")}) {
    const TypedBound done = with_typed_bound(how, {0, 50, 100}, 1, typed, base::Lang::vi);
    EXPECT_THAT(done.refused.vi, testing::HasSubstr(why)) << typed;
    EXPECT_EQ(done.how, how) << typed;
  }
}

TEST(TypedValue, IsReadAsTheLanguageWritesIt) {
  EXPECT_EQ(stored_value("98,5", base::Lang::vi), "98.5");
  EXPECT_EQ(stored_value("98.5", base::Lang::en), "98.5");
  EXPECT_EQ(stored_value("1.234", base::Lang::vi), "1234");
  EXPECT_EQ(stored_value(" Đạt ", base::Lang::vi), "1");
  EXPECT_EQ(stored_value("không đạt", base::Lang::vi), "0");
  EXPECT_EQ(stored_value("", base::Lang::vi), "");
  EXPECT_EQ(stored_value("chín", base::Lang::vi), std::nullopt);
}

TEST(TypedValue, MayMeanThousandsOrDecimals) {
  using testing::ElementsAre;
  EXPECT_THAT(stored_readings("48.500", base::Lang::vi), ElementsAre("48500", "48.5"));
  EXPECT_THAT(stored_readings("48,500", base::Lang::vi), ElementsAre("48.5", "48500"));
  EXPECT_THAT(stored_readings("48.500", base::Lang::en), ElementsAre("48.5", "48500"));
  EXPECT_THAT(stored_readings("48,5", base::Lang::vi), ElementsAre("48.5"));
  EXPECT_THAT(stored_readings("48.5", base::Lang::vi), ElementsAre("48.5"));
  EXPECT_THAT(stored_readings("1.234.567", base::Lang::vi), ElementsAre("1234567"));
  EXPECT_THAT(stored_readings("0.000", base::Lang::vi), ElementsAre("0")) << "both are the same";
  EXPECT_THAT(stored_readings("-", base::Lang::vi), ElementsAre(""));
  EXPECT_THAT(stored_readings("chín", base::Lang::vi), testing::IsEmpty());
  EXPECT_EQ(shown_text("1234.5", base::Lang::vi), "1.234,5");
  EXPECT_EQ(shown_text("Khá", base::Lang::vi), "Khá");
  EXPECT_EQ(stored_text(0.1), "0.1");
}

TEST(SamplePlace, IsFoundFromTheProgramUpwards) {
  const test::TemporaryFolder folder;
  std::filesystem::create_directories(folder / "share/ntmap/gis_data");
  folder.write("share/ntmap/gis_data/hatinh.toml", "");
  EXPECT_EQ(sample_project(folder / "bin/ntmap"), folder / "share/ntmap/gis_data/hatinh.toml");
  EXPECT_EQ(sample_project("/nowhere/at/all/ntmap"), std::nullopt);
}

}  // namespace
}  // namespace ntmap::app
