#include "app/areas/area_overlays.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "app/area_sample.hpp"
#include "colour/difference.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;

std::vector<std::string> labels(const AreaOverlay& overlay) {
  std::vector<std::string> out;
  for (const model::MapClass& one : overlay.classes.classes)
    out.push_back(one.label.en + " " + std::to_string(one.count));
  return out;
}

TEST(AreaOverlay, ByStatusAndYear) {
  const auto coverage = test::AreaSample().coverage();
  EXPECT_THAT(labels(area_overlay(*coverage, "2024-12-31")),
              ElementsAre("at work before 2024 1", "in service since 2024 1", "being built 1", "planned 1"));
  EXPECT_THAT(labels(area_overlay(*coverage, "2022-12-31")),
              ElementsAre("in service since 2022 1", "being built 1", "planned 1"));
  EXPECT_THAT(labels(area_overlay(*coverage, "")), ElementsAre("at work 2", "being built 1", "planned 1"));
}

TEST(AreaOverlay, OnlyTheStatusesAskedFor) {
  const auto coverage = test::AreaSample().coverage();
  const std::array asked{model::AreaStatus::working, model::AreaStatus::planned};
  EXPECT_THAT(labels(area_overlay(*coverage, "2022-12-31", asked)),
              ElementsAre("in service since 2022 1", "planned 1"));
}

TEST(AreaOverlay, WhatIsDrawnAgainIsTheSameLayer) {
  const auto coverage = test::AreaSample().coverage();
  EXPECT_EQ(area_overlay(*coverage, "2024-12-31").polygons, area_overlay(*coverage, "2024-12-31").polygons);
  EXPECT_NE(area_overlay(*coverage, "2024-12-31").polygons, area_overlay(*coverage, "2022-12-31").polygons);
}

TEST(AreaOverlay, ClassesDoNotLieOverOneAnother) {
  const auto coverage = test::AreaSample().coverage();
  const AreaOverlay overlay = area_overlay(*coverage, "2024-12-31");
  EXPECT_EQ(overlay.polygons->feature_count(), 4U);
  EXPECT_THAT(overlay.classes.class_of, ElementsAre(0, 1, 2, 3));
  const double unit = model::feature_area(coverage->units().layer.polygons, 0);
  EXPECT_NEAR(model::feature_area(*overlay.polygons, 0), 0.5 * unit, 0.01 * unit);
  EXPECT_NEAR(model::feature_area(*overlay.polygons, 1), 0.75 * unit, 0.01 * unit);
}

TEST(AreaOverlay, ClassesAreToldApartByHatchAndInk) {
  const AreaOverlay overlay = area_overlay(*test::AreaSample().coverage(), "2024-12-31");
  const auto& classes = overlay.classes.classes;
  for (std::size_t a = 0; a < classes.size(); ++a) {
    for (std::size_t b = a + 1; b < classes.size(); ++b) EXPECT_NE(classes[a].hatch, classes[b].hatch);
  }
  EXPECT_GT(colour::difference(classes[0].fill, classes[2].fill), 10);
  EXPECT_GT(colour::difference(classes[2].fill, classes[3].fill), 10);
}

}  // namespace
}  // namespace ntmap::app
