#include "scene/prepare.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <set>
#include <stop_token>

#include "base/error.hpp"
#include "geom/coverage.hpp"
#include "support/mosaic.hpp"
#include "support/wkt.hpp"

namespace ntmap::scene {
namespace {

using base::Vec2;

std::shared_ptr<const LayerSource> source_of(model::PolygonSet set, BorderGroups groups = {}) {
  return std::make_shared<const LayerSource>(std::make_shared<const model::PolygonSet>(std::move(set)),
                                             std::move(groups));
}

double side(Vec2 a, Vec2 b, Vec2 c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

std::array<Vec2, 3> corners(const Mesh& mesh, std::size_t first_index) {
  std::array<Vec2, 3> points;
  for (std::size_t k = 0; k < 3; ++k) {
    const MeshVertex& v = mesh.vertices[mesh.indices[first_index + k]];
    points[k] = mesh.origin + Vec2{double{v.x}, double{v.y}};
  }
  return points;
}

double area(const Mesh& mesh) {
  double sum = 0;
  for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
    const auto [a, b, c] = corners(mesh, i);
    sum += std::abs(side(a, b, c)) / 2;
  }
  return sum;
}

// How many triangles hold the point, strictly; points on an edge are too rare to matter.
int cover(const Mesh& mesh, Vec2 p) {
  int count = 0;
  for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
    const auto [a, b, c] = corners(mesh, i);
    const double s = side(a, b, p);
    const double t = side(b, c, p);
    const double u = side(c, a, p);
    if ((s > 0 && t > 0 && u > 0) || (s < 0 && t < 0 && u < 0)) ++count;
  }
  return count;
}

struct Holes {
  int gaps = 0;
  int overlaps = 0;
};

// Random points well inside a mosaic that must be covered exactly once.
Holes count_holes(const std::vector<Mesh>& meshes, int columns, int rows, int points) {
  Holes holes;
  std::mt19937 random(5);
  std::uniform_real_distribution<double> x(0.3, columns - 0.3);
  std::uniform_real_distribution<double> y(0.3, rows - 0.3);
  for (int i = 0; i < points; ++i) {
    const Vec2 p{x(random), y(random)};
    int count = 0;
    for (const Mesh& mesh : meshes) count += cover(mesh, p);
    if (count == 0) ++holes.gaps;
    if (count > 1) ++holes.overlaps;
  }
  return holes;
}

std::set<std::uint32_t> units_seen(const Mesh& mesh) {
  std::set<std::uint32_t> units;
  for (std::uint32_t index : mesh.indices) units.insert(mesh.vertices[index].unit);
  for (const MeshVertex& dot : mesh.dots) units.insert(dot.unit);
  return units;
}

TEST(Levels, CellsAreAThirdOfAPixelOrLess) {
  for (double scale : {0.001, 0.7, 1.0, 33.0, 1234.5}) {
    EXPECT_DOUBLE_EQ(exact_cell(scale), scale / 3);
    EXPECT_LE(level_cell(scale), scale / 3);
    EXPECT_GT(level_cell(scale), scale / 6 * 0.999999);
    int exponent = 0;
    EXPECT_EQ(std::frexp(level_cell(scale), &exponent), 0.5) << "a power of two";
  }
}

TEST(PrepareAll, NoGapsAndNoOverlapsAtAnyLevel) {
  const auto source = source_of(test::Mosaic(8, 6, 100).polygons());
  for (double scale : {0.001, 0.004, 0.016, 0.06}) {
    const Holes holes = count_holes({prepare_all(*source, level_cell(scale))}, 8, 6, 1500);
    EXPECT_EQ(holes.gaps, 0) << scale;
    EXPECT_EQ(holes.overlaps, 0) << scale;
  }
}

TEST(PrepareAll, AreaOfTheLayerStays) {
  const auto source = source_of(test::Mosaic(8, 6, 100, 0.1).polygons());
  double whole = 0;
  for (std::size_t unit = 0; unit < 48; ++unit) whole += model::feature_area(source->polygons(), unit);
  EXPECT_NEAR(area(prepare_all(*source, 1e-5)), whole, 1e-3 * whole);
  EXPECT_NEAR(area(prepare_all(*source, exact_cell(0.01))), whole, 0.01 * whole);
}

TEST(PrepareAll, CoarserLevelsHaveFewerTriangles) {
  const auto source = source_of(test::Mosaic(8, 6, 200).polygons());
  std::size_t last = 0;
  for (double scale : {0.2, 0.05, 0.0125, 0.003}) {
    const std::size_t triangles = prepare_all(*source, level_cell(scale)).indices.size() / 3;
    EXPECT_GT(triangles, last);
    last = triangles;
  }
  EXPECT_LT(prepare_all(*source, level_cell(0.05)).indices.size() / 3, 48u * 200u);
}

TEST(PrepareAll, NoUnitIsLost) {
  const auto source = source_of(test::Mosaic(40, 30, 12).polygons());
  for (double scale : {0.01, 0.3, 1.0, 3.0, 50.0}) {
    EXPECT_EQ(units_seen(prepare_all(*source, exact_cell(scale))).size(), 1200u) << scale;
  }
}

TEST(PrepareAll, EmptyUnitsGetNeitherFillNorDot) {
  const auto source = source_of(test::from_wkt({"POLYGON EMPTY", "POLYGON ((0 0, 1 0, 1 1, 0 0))"}));
  EXPECT_EQ(units_seen(prepare_all(*source, 0.01)), (std::set<std::uint32_t>{1}));
  EXPECT_TRUE(prepare_all(*source_of({}), 1).ranges.empty());
}

TEST(PrepareAll, TinyUnitFarFromTheOrigin) {
  const auto source = source_of(test::from_wkt(
      {"POLYGON ((544000 2028000, 545000 2028000, 545000 2029000, 544000 2028000))",
       "POLYGON ((546000 2028000, 546000.06 2028000, 546000.06 2028000.05, 546000 2028000))"}));
  const Mesh mesh = prepare_all(*source, exact_cell(10));
  ASSERT_EQ(mesh.dots.size(), 1u);
  EXPECT_EQ(mesh.dots[0].unit, 1u);
  EXPECT_NEAR(mesh.origin.x + double{mesh.dots[0].x}, 546000.03, 0.01);
}

TEST(PrepareAll, EachBorderIsDrawnOnceByItsRank) {
  BorderGroups groups;
  for (std::uint32_t unit = 0; unit < 12; ++unit) {
    groups.district.push_back(unit % 4 / 2);  // columns 0-1 and 2-3
    groups.province.push_back(unit / 8);      // rows 0-1 and 2
  }
  const auto source = source_of(test::Mosaic(4, 3, 1, 0).polygons(), groups);
  const Mesh mesh = prepare_all(*source, 0.01);
  ASSERT_EQ(mesh.ranges.size(), 1u);
  const auto& borders = mesh.ranges[0].borders;
  EXPECT_EQ(borders[0].count, 2u * 3 + 4) << "between units of one district";
  EXPECT_EQ(borders[1].count, 3u - 0);
  EXPECT_EQ(borders[2].count, 4u + 14) << "between provinces, and against the outside";
  EXPECT_EQ(mesh.segments.size(), 31u);
}

TEST(PrepareAll, TinyIslandsHaveNoOutline) {
  const auto source = source_of(test::from_wkt(
      {"MULTIPOLYGON (((0 0, 100 0, 100 100, 0 100, 0 0)), ((150 50, 153 50, 153 53, 150 53, 150 50)))"}));
  EXPECT_EQ(prepare_all(*source, exact_cell(1)).segments.size(), 4u);
  EXPECT_EQ(prepare_all(*source, exact_cell(0.1)).segments.size(), 8u);
}

TEST(PrepareAll, RangesTellWhatTheirChunkHolds) {
  const auto source = source_of(test::Mosaic(20, 20, 6).polygons());
  const Mesh mesh = prepare_all(*source, level_cell(0.02));
  ASSERT_EQ(mesh.ranges.size(), source->chunks().size());
  ASSERT_GT(mesh.ranges.size(), 3u);
  std::size_t indices = 0;
  for (const MeshRange& range : mesh.ranges) {
    EXPECT_EQ(range.triangles.first, indices);
    indices += range.triangles.count;
    for (std::uint32_t i = 0; i < range.triangles.count; ++i) {
      const MeshVertex& v = mesh.vertices[mesh.indices[range.triangles.first + i]];
      EXPECT_EQ(source->chunk_of(v.unit), range.chunk);
    }
  }
  EXPECT_EQ(indices, mesh.indices.size());
}

TEST(PrepareChunk, ChunksFitTogetherWithoutGaps) {
  const auto source = source_of(test::Mosaic(12, 12, 40).polygons());
  ASSERT_GT(source->chunks().size(), 2u);
  for (double scale : {0.004, 0.03}) {
    std::vector<Mesh> meshes;
    for (std::uint32_t chunk = 0; chunk < source->chunks().size(); ++chunk) {
      meshes.push_back(prepare_chunk(*source, chunk, level_cell(scale)));
    }
    const Holes holes = count_holes(meshes, 12, 12, 800);
    EXPECT_EQ(holes.gaps, 0) << scale;
    EXPECT_EQ(holes.overlaps, 0) << scale;
  }
}

TEST(PrepareChunk, BordersOfAllChunksAreThoseOfTheWhole) {
  const auto source = source_of(test::Mosaic(12, 12, 40).polygons());
  const double cell = level_cell(0.01);
  std::size_t segments = 0;
  for (std::uint32_t chunk = 0; chunk < source->chunks().size(); ++chunk) {
    segments += prepare_chunk(*source, chunk, cell).segments.size();
  }
  EXPECT_EQ(segments, prepare_all(*source, cell).segments.size());
}

TEST(PrepareChunk, IsTheSameGeometryAsTheWhole) {
  const auto source = source_of(test::Mosaic(12, 12, 40).polygons());
  const double cell = level_cell(0.01);
  double sum = 0;
  for (std::uint32_t chunk = 0; chunk < source->chunks().size(); ++chunk) {
    sum += area(prepare_chunk(*source, chunk, cell));
  }
  EXPECT_NEAR(sum, area(prepare_all(*source, cell)), 1e-6);
}

TEST(Prepare, StopsWhenCancelled) {
  const auto source = source_of(test::Mosaic(4, 4, 4).polygons());
  std::stop_source stop;
  stop.request_stop();
  const base::Job job({}, stop.get_token());
  EXPECT_THROW(prepare_all(*source, 0.1, job), base::Error);
  EXPECT_THROW(prepare_chunk(*source, 0, 0.1, job), base::Error);
}

}  // namespace
}  // namespace ntmap::scene
