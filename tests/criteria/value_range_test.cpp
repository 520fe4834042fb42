#include "criteria/value_range.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace ntmap::criteria {
namespace {

TEST(ValueRange, IsThatOfTheUnit) {
  EXPECT_TRUE(range_of_unit("%").contains(100));
  EXPECT_FALSE(range_of_unit("%").contains(100.01));
  EXPECT_FALSE(range_of_unit("hộ").contains(-1));
  EXPECT_TRUE(std::isinf(range_of_unit("hộ").most));
  EXPECT_TRUE(range_of_unit("%/năm").contains(-3)) << "what changes may fall";
  EXPECT_TRUE(range_of_unit("điểm %/năm").contains(-3));
  EXPECT_TRUE(range_of_unit("0/1").in_words);
}

TEST(ValueRange, LevelsAndCountsAreWhole) {
  for (const char* unit : {"Mức độ", "trường", "nhà (count)", "mô hình"})
    EXPECT_TRUE(is_whole_unit(unit)) << unit;
  for (const char* unit : {"%", "ha", "người", "hộ", "điểm (score)"})
    EXPECT_FALSE(is_whole_unit(unit)) << unit;
}

TEST(ValueRange, OfAThresholdGoesByTheFigureThatItIsFor) {
  Indicator indicator;
  indicator.code = "3.2";
  indicator.unit = "điểm (score)";
  indicator.kind = IndicatorKind::score;
  indicator.parts = {{"t.3.2", {}, false}, {"t.3.2.bat_buoc", {}, true}};
  EXPECT_TRUE(range_of_threshold(indicator, "t.3.2").contains(50));
  EXPECT_FALSE(range_of_threshold(indicator, "t.3.2").in_words);
  EXPECT_TRUE(range_of_threshold(indicator, "t.3.2.bat_buoc").in_words);
  EXPECT_FALSE(range_of_threshold(indicator, "t.3.2.bat_buoc").contains(50));
  EXPECT_EQ(due_threshold(indicator, "t.3.2").vi, "ghi một số từ 0 trở lên (điểm)");
  EXPECT_EQ(due_threshold(indicator, "t.3.2.bat_buoc").vi, "ghi \"Đạt\"");
}

TEST(ValueRange, OfALevelIsItsScale) {
  Indicator indicator;
  indicator.kind = IndicatorKind::level;
  indicator.scale = {"Yếu", "Khá", "Tốt"};
  EXPECT_TRUE(range_of_threshold(indicator, "").contains(3));
  EXPECT_FALSE(range_of_threshold(indicator, "").contains(0));
  EXPECT_EQ(due_threshold(indicator, "").vi, "ghi một từ trong scale: Yếu, Khá, Tốt");
}

}  // namespace
}  // namespace ntmap::criteria
