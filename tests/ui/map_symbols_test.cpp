#include "ui/map_symbols.hpp"

#include <gmock/gmock.h>

namespace ntmap::ui {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

/// Looks at 0..100 each way with 10 pixels a unit.
scene::Camera looking() {
  scene::Camera camera(1000, 1000);
  camera.fit({0, 0, 100, 100});
  return camera;
}

TEST(PlaceSymbols, TheLargestComesFirstWhereItsUnitIs) {
  const std::vector<geom::LabelPoint> places{{{20, 30}, 1}, {{50, 50}, 1}};
  const std::vector<double> values{100, 400};
  const auto placed = place_symbols(looking(), places, values, {40, 400});
  ASSERT_THAT(placed, SizeIs(2));
  EXPECT_NEAR(placed[0].centre.x, 500, 1e-9);
  EXPECT_NEAR(placed[0].radius, 40, 1e-9);
  EXPECT_NEAR(placed[1].centre.x, 200, 1e-9);
  EXPECT_NEAR(placed[1].centre.y, 700, 1e-9);
  EXPECT_NEAR(placed[1].radius, 20, 1e-9);
}

TEST(PlaceSymbols, LeavesOutWhatIsNotSeenAndWhatHasNoPlace) {
  const std::vector<geom::LabelPoint> places{{{-3, 50}, 1}, {{-6, 50}, 1}, {{50, 50}, 0}};
  const std::vector<double> values(3, 1);
  const auto placed = place_symbols(looking(), places, values, {40, 1});
  EXPECT_THAT(placed, SizeIs(1)) << "the first sticks into the picture";
  EXPECT_THAT(place_symbols(looking(), places, std::vector<double>{0, -1, 2}, {40, 2}), IsEmpty());
}

}  // namespace
}  // namespace ntmap::ui
