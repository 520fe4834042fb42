#include "sheet/number_places.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "model/polygon_set.hpp"

namespace ntmap::sheet {
namespace {

using base::Box;
using base::Vec2;
using testing::IsEmpty;
using testing::SizeIs;

constexpr double k_text = 20;

/// A row of strips, each narrower than its number, with free ground above and below.
struct Strips {
  explicit Strips(int count, double width = 12, double frame_height = 400) {
    raster.frame = {0, 0, 600, frame_height};
    raster.cell = 2;
    raster.columns = 300;
    raster.rows = static_cast<int>(frame_height / 2);
    raster.unit.assign(static_cast<std::size_t>(raster.columns) * static_cast<std::size_t>(raster.rows),
                       scene::k_no_unit);
    const double top = frame_height / 2 - 30;
    for (int i = 0; i < count; ++i) {
      const double left = 150 + i * width;
      fill({left, top, left + width, top + 60}, static_cast<std::uint32_t>(i));
      requests.push_back({static_cast<std::uint32_t>(i),
                          std::to_string(i + 1),
                          {left + width / 2, top + 30},
                          static_cast<double>(count - i)});
    }
    rules.font = rules.smallest_font = k_text;
    rules.gap = 1;
    rules.least_own = 0.3;
    rules.most_foreign = 0.7;
    rules.longest_leader = 200;
  }

  void fill(const Box& box, std::uint32_t unit) {
    for (int y = static_cast<int>(box.min_y / 2); y < static_cast<int>(box.max_y / 2); ++y) {
      for (int x = static_cast<int>(box.min_x / 2); x < static_cast<int>(box.max_x / 2); ++x)
        raster.unit[static_cast<std::size_t>(y) * 300 + static_cast<std::size_t>(x)] = unit;
    }
  }

  scene::LabelPlacement place(const std::vector<Box>& obstacles = {},
                              const std::vector<Box>& circles = {}) const {
    const auto measure = [](std::string_view line, double font) {
      return Vec2{0.6 * font * static_cast<double>(line.size()) + 8, font};
    };
    return place_numbers(requests, raster, obstacles, circles, rules, measure);
  }

  scene::UnitRaster raster;
  scene::LabelRules rules;
  std::vector<scene::LabelRequest> requests;
};

bool apart(const Box& a, const Box& b) {
  return a.max_x <= b.min_x || b.max_x <= a.min_x || a.max_y <= b.min_y || b.max_y <= a.min_y;
}

TEST(NumberPlaces, AllOfACrowdFindAPlaceAndNoneCoversAnother) {
  const Strips strips(24);
  const auto placement = strips.place();
  EXPECT_THAT(placement.unplaced, IsEmpty());
  ASSERT_THAT(placement.placed, SizeIs(24));
  for (std::size_t i = 0; i < 24; ++i) {
    EXPECT_EQ(placement.placed[i].request, i);
    EXPECT_EQ(placement.placed[i].lines.front(), std::to_string(i + 1));
    for (std::size_t k = 0; k < i; ++k)
      EXPECT_TRUE(apart(placement.placed[i].box, placement.placed[k].box)) << i << " and " << k;
  }
}

TEST(NumberPlaces, ANumberStandsOnItsUnitWhereItHasRoom) {
  const Strips strips(3, 60);
  const auto placement = strips.place();
  ASSERT_THAT(placement.placed, SizeIs(3));
  for (const scene::PlacedLabel& label : placement.placed) {
    EXPECT_FALSE(label.leader);
    EXPECT_NEAR(label.box.centre().x, strips.requests[label.request].point.x, 10);
  }
}

TEST(NumberPlaces, NoneLiesOnAnObstacleOrOutsideTheFrame) {
  const Strips strips(10);
  const std::vector<Box> obstacles{{140, 0, 460, 165}};
  for (const scene::PlacedLabel& label : strips.place(obstacles).placed) {
    EXPECT_TRUE(apart(label.box, obstacles.front()));
    EXPECT_GE(label.box.min_x, 0);
    EXPECT_LE(label.box.max_y, 400);
  }
}

TEST(NumberPlaces, OfWhatCannotAllStandTheLeastImportantGoes) {
  Strips strips(8, 12, 60);  // no ground above or below, and too narrow for eight
  strips.rules.leaders = false;
  const auto placement = strips.place();
  EXPECT_FALSE(placement.placed.empty());
  ASSERT_FALSE(placement.unplaced.empty());
  EXPECT_EQ(placement.placed.size() + placement.unplaced.size(), 8U);
}

TEST(NumberPlaces, ACircleIsCoveredOnlyWhereThereIsNoOtherPlace) {
  const Strips strips(1, 60);
  const Box circle{150, 170, 180, 200};
  const auto placement = strips.place({}, {circle});
  ASSERT_THAT(placement.placed, SizeIs(1));
  EXPECT_TRUE(apart(placement.placed.front().box, circle));
  EXPECT_THAT(strips.place({}, {{0, 0, 600, 400}}).placed, SizeIs(1));
}

TEST(NumberPlaces, SaysTheSameEachTime) {
  const Strips strips(24);
  const auto once = strips.place();
  const auto again = strips.place();
  for (std::size_t i = 0; i < once.placed.size(); ++i)
    EXPECT_EQ(once.placed[i].box.min_x, again.placed[i].box.min_x);
}

TEST(NumberPlaces, AUnitThatIsNotSeenIsNoReasonToFail) {
  Strips strips(1, 60);
  strips.requests.push_back({77, "2", {300, 300}, 1});
  EXPECT_EQ(strips.place().placed.size() + strips.place().unplaced.size(), 2U);
}

}  // namespace
}  // namespace ntmap::sheet
