#include "model/areas.hpp"

#include <gtest/gtest.h>

namespace ntmap::model {
namespace {

TEST(Areas, NamesGoThereAndBack) {
  for (const AreaKind kind : {AreaKind::land_consolidation, AreaKind::water_supply})
    EXPECT_EQ(area_kind_from(name_of(kind)), kind);
  for (const AreaStatus status : {AreaStatus::working, AreaStatus::building, AreaStatus::planned})
    EXPECT_EQ(area_status_from(name_of(status)), status);
  for (const std::string& name : coverage_figure_names())
    EXPECT_EQ(name_of(*coverage_figure_from(name)), name);
  EXPECT_EQ(coverage_figure_names().size(), 6U);
  EXPECT_FALSE(area_kind_from("forest"));
  EXPECT_FALSE(area_status_from("Working"));
  EXPECT_FALSE(coverage_figure_from(""));
}

TEST(Areas, TitlesAreInBothLanguages) {
  EXPECT_EQ(title_of(AreaKind::water_supply).vi, "Cấp nước sạch tập trung");
  EXPECT_EQ(title_of(AreaStatus::planned).vi, "quy hoạch");
  EXPECT_EQ(title_of(AreaStatus::building).en, "being built");
}

}  // namespace
}  // namespace ntmap::model
