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

}  // namespace
}  // namespace ntmap::app
