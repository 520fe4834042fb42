#include "app/export/export_layer.hpp"

#include <gmock/gmock.h>

#include <memory>

#include "app/sample_project.hpp"
#include "geom/repair.hpp"

namespace ntmap::app {
namespace {

io::ExportLayer layer_of(const std::string& theme = {}) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  return export_layer(data.project(), map_content(data, {theme, {}}), std::nullopt, base::Lang::en);
}

TEST(ExportLayer, HoldsWhatTheMapShows) {
  const io::ExportLayer layer = layer_of();
  EXPECT_EQ(layer.name, "nuoc-sach");
  EXPECT_EQ(layer.codes.front(), "00097");
  EXPECT_EQ(layer.values.front(), 15.5);
  EXPECT_EQ(layer.classes.class_of.size(), 4U);
  EXPECT_EQ(layer.metadata.period, "2024");
  EXPECT_EQ(layer.metadata.date, "2024-12-31");
  EXPECT_EQ(layer.metadata.source.en, "Trial source");
  EXPECT_TRUE(layer.verdicts.empty());
  ASSERT_EQ(layer.attributes.columns.size(), 2U);
  EXPECT_EQ(layer.attributes.columns[1].name, "district");
}

TEST(ExportLayer, CategoriesHaveNoValues) {
  EXPECT_TRUE(layer_of("ket-qua").values.empty());
}

TEST(ExportLayer, VerdictsGoAlong) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  MapVerdicts verdicts;
  verdicts.criterion = {"Tiêu chí 1", "Criterion 1"};
  verdicts.verdicts.assign(4, {"đạt", "met"});
  verdicts.evidence.assign(4, {"vì", "because"});
  const io::ExportLayer layer = export_layer(data.project(), map_content(data, {}), verdicts, base::Lang::en);
  EXPECT_EQ(layer.metadata.criterion.en, "Criterion 1");
  EXPECT_EQ(layer.verdicts.size(), 4U);
  EXPECT_TRUE(layer.margins.empty());
}

/// A layer of two neighbours in metres whose common border zigzags by some two metres, each time a little
/// more: equal corners would go in an order that rounding decides.
io::ExportLayer zigzag() {
  auto polygons = std::make_shared<model::PolygonSet>();
  const int steps = 100;
  const auto border = [](int i) { return 1000.0 + (i % 2 == 0 ? 0 : 2 + 0.003 * i); };
  polygons->add_vertex(0, 0);
  for (int i = 0; i <= steps; ++i) polygons->add_vertex(border(i), i * 10.0);
  polygons->add_vertex(0, steps * 10.0);
  polygons->end_ring(), polygons->end_part(), polygons->end_feature();
  polygons->add_vertex(2000, 0);
  polygons->add_vertex(2000, steps * 10.0);
  for (int i = steps; i >= 0; --i) polygons->add_vertex(border(i), i * 10.0);
  polygons->end_ring(), polygons->end_part(), polygons->end_feature();
  io::ExportLayer layer;
  layer.polygons = std::move(polygons);
  layer.crs = "EPSG:9209";
  return layer;
}

TEST(SimplifyLayer, NeighboursStillMeet) {
  io::ExportLayer layer = zigzag();
  const std::size_t before = layer.polygons->vertex_count();
  simplify_layer(layer, 10);
  EXPECT_LT(layer.polygons->vertex_count(), before / 10);
  EXPECT_EQ(layer.polygons->feature_count(), 2U);
  EXPECT_EQ(geom::validate(*layer.polygons).invalid, 0U);
  const double both = model::feature_area(*layer.polygons, 0) + model::feature_area(*layer.polygons, 1);
  EXPECT_DOUBLE_EQ(both, 2000.0 * 1000.0);  // no gap and no overlap
}

TEST(SimplifyLayer, NothingWithoutATolerance) {
  io::ExportLayer layer = zigzag();
  const auto before = layer.polygons;
  simplify_layer(layer, 0);
  EXPECT_EQ(layer.polygons, before);
}

TEST(SimplifyLayer, MetresAreMetresInDegreesToo) {
  io::ExportLayer layer = zigzag();
  auto degrees = *layer.polygons;
  for (double& one : degrees.xy) one /= 111'320;
  layer.polygons = std::make_shared<const model::PolygonSet>(std::move(degrees));
  layer.crs = "EPSG:4326";
  for (const double tolerance : {10.0, 5.0, 0.5}) {
    io::ExportLayer in_metres = zigzag();
    io::ExportLayer in_degrees = layer;
    simplify_layer(in_metres, tolerance);
    simplify_layer(in_degrees, tolerance);
    EXPECT_EQ(in_degrees.polygons->vertex_count(), in_metres.polygons->vertex_count()) << tolerance;
  }
}

TEST(MoveLayer, LeavesTheMapsOwnPolygons) {
  io::ExportLayer layer = layer_of();
  const auto before = layer.polygons;
  move_layer(layer, "");
  EXPECT_EQ(layer.polygons, before);
  move_layer(layer, "EPSG:4326");
  EXPECT_NE(layer.polygons, before);
  EXPECT_EQ(layer.crs, "EPSG:4326");
  EXPECT_NEAR(layer.polygons->box().min_x, 105.8, 1e-6);
}

}  // namespace
}  // namespace ntmap::app
