#include "geom/overlay_choice.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stop_token>

#include "base/error.hpp"
#include "shapes.hpp"
#include "support/wkt.hpp"

namespace ntmap::geom {
namespace {

using model::PolygonSet;

const char* const k_west = "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))";
const char* const k_east = "POLYGON ((4 0, 8 0, 8 4, 4 4, 4 0))";

Overlay with_pieces(const PolygonSet& units, const PolygonSet& areas) {
  OverlayOptions options;
  options.keep_pieces = true;
  return overlay(units, areas, options);
}

std::vector<double> areas_of(const PolygonSet& polygons) {
  std::vector<double> out;
  for (std::size_t f = 0; f < polygons.feature_count(); ++f) out.push_back(model::feature_area(polygons, f));
  return out;
}

TEST(OverlayChoice, OnlyTheChosenAreasCount) {
  const PolygonSet units = test::from_wkt({k_west, k_east});
  const Overlay over = with_pieces(
      units, test::from_wkt({"POLYGON ((1 1, 5 1, 5 3, 1 3, 1 1))", "POLYGON ((2 2, 6 2, 6 3.5, 2 3.5, 2 2))",
                             "POLYGON ((7 0, 8 0, 8 1, 7 1, 7 0))"}));
  EXPECT_THAT(areas_of(covered_by(over, 2, std::vector<std::uint8_t>{1, 0, 0})), testing::ElementsAre(6, 2));
  EXPECT_THAT(areas_of(covered_by(over, 2, std::vector<std::uint8_t>{0, 1, 1})), testing::ElementsAre(3, 4));
  EXPECT_THAT(areas_of(covered_by(over, 2, std::vector<std::uint8_t>{1, 1, 0})), testing::ElementsAre(7, 4))
      << "where they overlap they count once";
  EXPECT_THAT(areas_of(covered_by(over, 2, std::vector<std::uint8_t>{0, 0, 0})), testing::ElementsAre(0, 0));
}

TEST(OverlayChoice, CanBeCancelled) {
  std::stop_source stop;
  stop.request_stop();
  const PolygonSet units = test::from_wkt({k_west, k_east});
  EXPECT_THROW(covered_by(with_pieces(units, units), 2, std::vector<std::uint8_t>{1, 1},
                          base::Job({}, stop.get_token())),
               base::Error);
}

class OverlayChoiceRandom : public testing::TestWithParam<unsigned> {};

/// Any choice gives what an overlay of the chosen areas alone gives.
TEST_P(OverlayChoiceRandom, AgreesWithAnOverlayOfTheChosenAlone) {
  std::mt19937_64 random(GetParam());
  std::uniform_real_distribution<double> place(-0.2, 4.2);
  const PolygonSet units = test::wiggly_grid(random, 4, 4, 25);
  PolygonSet areas;
  PolygonSet some;
  std::vector<std::uint8_t> chosen;
  for (int i = 0; i < 40; ++i) {
    const double x = place(random);
    const double y = place(random);
    areas.append_feature(test::polygon(test::star(random, {x, y}, 40, 0.2, 0.6)), 0);
    chosen.push_back(random() % 2 == 0 ? 1 : 0);
    if (chosen.back() != 0) some.append_feature(areas, areas.feature_count() - 1);
  }
  const PolygonSet covered = covered_by(with_pieces(units, areas), units.feature_count(), chosen);
  const Overlay alone = overlay(units, some);
  for (std::size_t u = 0; u < units.feature_count(); ++u) {
    EXPECT_NEAR(model::feature_area(covered, u), alone.covered_area[u], 1e-9);
    EXPECT_EQ(test::invalid_reason(covered, u), "");
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, OverlayChoiceRandom, testing::Range(0U, 4U));

}  // namespace
}  // namespace ntmap::geom
