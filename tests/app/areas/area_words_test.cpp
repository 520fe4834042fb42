#include "app/areas/area_words.hpp"

#include <gtest/gtest.h>

namespace ntmap::app {
namespace {

using model::AreaKind;
using model::AreaStatus;

TEST(AreaWords, SchemesWorkAndLandIsConsolidated) {
  EXPECT_EQ(status_title(AreaKind::water_supply, AreaStatus::working).vi, "đang hoạt động");
  EXPECT_EQ(status_title(AreaKind::land_consolidation, AreaStatus::working).vi, "đã tập trung");
  EXPECT_EQ(status_title(AreaKind::land_consolidation, AreaStatus::building).en, "under way");
  EXPECT_EQ(status_title(AreaKind::land_consolidation, AreaStatus::planned).vi, "quy hoạch");
  EXPECT_EQ(before_year_title(AreaKind::land_consolidation, "2024").vi, "đã tập trung trước 2024");
  EXPECT_EQ(in_year_title(AreaKind::water_supply, "2024").vi, "đưa vào sử dụng năm 2024");
}

TEST(AreaWords, WithAllThatIsNotYetAtWork) {
  EXPECT_EQ(with_all_title(AreaKind::water_supply, AreaStatus::building).vi,
            "với cả công trình đang xây dựng");
  EXPECT_EQ(with_all_title(AreaKind::water_supply, AreaStatus::planned).en, "with all schemes planned too");
  EXPECT_EQ(with_all_title(AreaKind::land_consolidation, AreaStatus::building).vi,
            "với cả vùng đang thực hiện");
  EXPECT_EQ(with_all_title(AreaKind::land_consolidation, AreaStatus::working).vi, "đã tập trung");
}

TEST(AreaWords, DaysAsPeopleSayThem) {
  EXPECT_EQ(day_text("2024-12-31").vi, "cuối năm 2024");
  EXPECT_EQ(day_text("2024-12-31").en, "the end of 2024");
  EXPECT_EQ(day_text("2021-07-15").vi, "15/07/2021");
  EXPECT_EQ(day_text("2021-07-15").en, "2021-07-15");
}

}  // namespace
}  // namespace ntmap::app
