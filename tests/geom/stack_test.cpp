#include "geom/stack.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

#include "shapes.hpp"
#include "support/wkt.hpp"

namespace ntmap::geom {
namespace {

using model::PolygonSet;

TEST(Stack, LowerClassesLieOnTop) {
  const PolygonSet areas =
      test::from_wkt({"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", "POLYGON ((2 0, 6 0, 6 4, 2 4, 2 0))",
                      "POLYGON ((3 1, 5 1, 5 3, 3 3, 3 1))"});
  const PolygonSet out = stacked(areas, std::vector<std::uint32_t>{1, 0, 1}, 2);
  ASSERT_EQ(out.feature_count(), 2U);
  EXPECT_DOUBLE_EQ(model::feature_area(out, 0), 16);
  EXPECT_DOUBLE_EQ(model::feature_area(out, 1), 8) << "the third area lies wholly under the second";
  EXPECT_DOUBLE_EQ(test::fit_of(out).overlaps, 0);
}

TEST(Stack, AreasOfNoClassAreLeftOut) {
  const PolygonSet areas =
      test::from_wkt({"POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", "POLYGON ((2 0, 6 0, 6 4, 2 4, 2 0))"});
  const PolygonSet out = stacked(areas, std::vector<std::uint32_t>{0xffffffff, 1}, 3);
  ASSERT_EQ(out.feature_count(), 3U);
  EXPECT_EQ(model::feature_area(out, 0), 0);
  EXPECT_DOUBLE_EQ(model::feature_area(out, 1), 16);
  EXPECT_EQ(model::feature_area(out, 2), 0);
  EXPECT_EQ(stacked({}, {}, 0).feature_count(), 0U);
}

TEST(Stack, CoversWhatTheAreasCover) {
  std::mt19937_64 random(5);
  std::uniform_real_distribution<double> place(0, 3);
  PolygonSet areas;
  std::vector<std::uint32_t> class_of;
  for (int i = 0; i < 30; ++i) {
    const double x = place(random);
    const double y = place(random);
    areas.append_feature(test::polygon(test::star(random, {x, y}, 24, 0.2, 0.6)), 0);
    class_of.push_back(static_cast<std::uint32_t>(random() % 4));
  }
  const PolygonSet out = stacked(areas, class_of, 4);
  const PolygonSet all = stacked(areas, std::vector<std::uint32_t>(30, 0), 1);
  double sum = 0;
  for (std::size_t c = 0; c < 4; ++c) {
    sum += model::feature_area(out, c);
    EXPECT_EQ(test::invalid_reason(out, c), "");
  }
  EXPECT_NEAR(sum, model::feature_area(all, 0), 1e-9);
  EXPECT_NEAR(test::fit_of(out).overlaps, 0, 1e-9);
}

}  // namespace
}  // namespace ntmap::geom
