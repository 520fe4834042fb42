#include "app/map/units_part.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;

TEST(UnitsPart, KeepsClassesAndCountsTheChosenAlone) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const MapContent map = map_content(data, {});
  const std::vector<std::uint32_t> units{3, 1};
  const MapContent part = part_of(map, units);
  EXPECT_THAT(part.units().codes, ElementsAre("00100", "00098"));
  EXPECT_THAT(part.units().names, ElementsAre("Thạch Lạc", "Trần Phú"));
  EXPECT_EQ(part.units().by_code.at("00098"), 1U);
  EXPECT_EQ(part.units().layer.polygons.feature_box(1), map.units().layer.polygons.feature_box(1));
  EXPECT_THAT(part.classes.class_of, ElementsAre(model::k_class_no_data, 1));
  ASSERT_EQ(part.classes.classes.size(), map.classes.classes.size());
  EXPECT_EQ(part.classes.classes[0].count, 0U);
  EXPECT_EQ(part.classes.classes[1].count, 1U);
  EXPECT_EQ(part.classes.no_data.count, 1U);
  EXPECT_EQ(part.figures.values[1], 60);
  ASSERT_EQ(part.label_points->size(), 2U);
  EXPECT_EQ((*part.label_points)[0].point, (*map.label_points)[3].point);
}

TEST(UnitsPart, TheWholeStaysAsItWas) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const MapContent map = map_content(data, {});
  part_of(map, std::vector<std::uint32_t>{0});
  EXPECT_EQ(map.units().size(), 4U);
  EXPECT_EQ(map.classes.classes[1].count, 2U);
}

}  // namespace
}  // namespace ntmap::app
