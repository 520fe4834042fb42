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

TEST(ValueRange, ScoresAndLevelsWithoutAStatedTopAreDoubtedAboveAUsualOne) {
  EXPECT_EQ(doubtful_above("Mức độ"), 5);
  EXPECT_EQ(doubtful_above("cấp độ"), 5);
  EXPECT_EQ(doubtful_above("điểm (score)"), 100);
  for (const char* unit : {"%", "ha", "điểm %", "điểm %/năm", "hộ"})
    EXPECT_TRUE(std::isinf(doubtful_above(unit))) << unit;
}

TEST(ValueRange, AStatedTopBoundsTheThresholdToo) {
  Indicator indicator;
  indicator.code = "5.4";
  indicator.unit = "Mức độ";
  indicator.kind = IndicatorKind::level;
  indicator.most = Decimal(2);
  EXPECT_TRUE(range_of_threshold(indicator, "").contains(2));
  EXPECT_FALSE(range_of_threshold(indicator, "").contains(3));
}

TEST(ValueRange, APartMayHaveAUnitOfItsOwn) {
  Indicator indicator;
  indicator.unit = "sản phẩm";
  indicator.kind = IndicatorKind::count;
  indicator.parts = {{"t.9", {}, false, {}}, {"t.9.sao_4", {}, false, "%"}};
  EXPECT_TRUE(range_of_threshold(indicator, "t.9").contains(300));
  EXPECT_FALSE(range_of_threshold(indicator, "t.9.sao_4").contains(300));
  EXPECT_EQ(unit_of(indicator, "t.9.sao_4"), "%");
}

TEST(ValueRange, OfAThresholdGoesByTheFigureThatItIsFor) {
  Indicator indicator;
  indicator.code = "3.2";
  indicator.unit = "điểm (score)";
  indicator.kind = IndicatorKind::score;
  indicator.parts = {{"t.3.2", {}, false, {}}, {"t.3.2.bat_buoc", {}, true, {}}};
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
