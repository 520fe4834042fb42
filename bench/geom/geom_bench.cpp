// The geometry engine on a country: 3,321 units with 7.13 million vertices, and parts of that size for
// the growth of time with size.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <vector>

#include "geom/coverage.hpp"
#include "geom/dissolve.hpp"
#include "geom/label_point.hpp"
#include "geom/mosaic.hpp"
#include "geom/overlay.hpp"
#include "geom/repair.hpp"
#include "geom/triangulate.hpp"
#include "geom/weigh.hpp"
#include "support/country_layer.hpp"

namespace ntmap::bench {
namespace {

/// The first units of the country, from the south, that have so many thousand vertices: a smaller country,
/// whose units and borders are like those of the whole.
CountryLayer country(std::int64_t thousands) {
  static const CountryLayer whole = make_country();
  const model::PolygonSet& all = whole.polygons;
  const auto vertices = static_cast<std::size_t>(thousands) * 1000;
  std::size_t units = 0;
  const auto end_of = [&](std::size_t unit) { return all.ring_start[all.end_ring(unit)]; };
  while (units < all.feature_count() && end_of(units) <= vertices) ++units;
  const auto some = [](const auto& list, std::size_t count) {
    return std::decay_t<decltype(list)>(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(count));
  };
  CountryLayer out;
  model::PolygonSet& part = out.polygons;
  part.feature_start = some(all.feature_start, units + 1);
  part.part_start = some(all.part_start, part.feature_start.back() + 1);
  part.ring_start = some(all.ring_start, part.part_start.back() + 1);
  part.xy = some(all.xy, 2 * std::size_t{part.ring_start.back()});
  out.district = some(whole.district, units);
  return out;
}

void count_vertices(benchmark::State& state, std::size_t vertices) {
  state.SetItemsProcessed(static_cast<std::int64_t>(vertices) * state.iterations());
}

void triangulate(benchmark::State& state) {
  const model::PolygonSet polygons = country(state.range(0)).polygons;
  for (auto _ : state) {
    geom::Triangulator triangulator;
    std::vector<std::uint32_t> triangles;
    triangles.reserve(3 * polygons.vertex_count());
    for (std::size_t p = 0; p < polygons.part_count(); ++p) triangulator.part(polygons, p, triangles);
    benchmark::DoNotOptimize(triangles.data());
  }
  count_vertices(state, polygons.vertex_count());
}

void build_coverage(benchmark::State& state) {
  const model::PolygonSet polygons = country(state.range(0)).polygons;
  for (auto _ : state) benchmark::DoNotOptimize(geom::build_coverage(polygons));
  count_vertices(state, polygons.vertex_count());
}

void simplify(benchmark::State& state) {
  const geom::Coverage coverage = geom::build_coverage(country(state.range(0)).polygons);
  for (auto _ : state) benchmark::DoNotOptimize(geom::simplify(coverage, 0.0005));
  count_vertices(state, coverage.arcs.xy.size() / 2);
}

void label_points(benchmark::State& state) {
  const model::PolygonSet polygons = country(state.range(0)).polygons;
  for (auto _ : state) {
    for (std::size_t f = 0; f < polygons.feature_count(); ++f) {
      benchmark::DoNotOptimize(geom::label_point(polygons, f));
    }
  }
  count_vertices(state, polygons.vertex_count());
}

void mosaic_flaws(benchmark::State& state) {
  const model::PolygonSet polygons = country(state.range(0)).polygons;
  for (auto _ : state) benchmark::DoNotOptimize(geom::mosaic_flaws(polygons));
  count_vertices(state, polygons.vertex_count());
}

void validate(benchmark::State& state) {
  const model::PolygonSet polygons = country(state.range(0)).polygons;
  for (auto _ : state) benchmark::DoNotOptimize(geom::validate(polygons));
  count_vertices(state, polygons.vertex_count());
}

void dissolve_districts(benchmark::State& state) {
  const CountryLayer layer = country(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(geom::dissolve(layer.polygons, layer.district, 63 * 12));
  count_vertices(state, layer.polygons.vertex_count());
}

void overlay(benchmark::State& state) {
  const model::PolygonSet polygons = country(state.range(0)).polygons;
  const model::PolygonSet areas = make_areas();
  for (auto _ : state) benchmark::DoNotOptimize(geom::overlay(polygons, areas));
  count_vertices(state, polygons.vertex_count());
}

/// People by a raster of some 220 m, a cell counting by its share inside.
void weigh_raster(benchmark::State& state) {
  const model::PolygonSet polygons = country(state.range(0)).polygons;
  model::WeightGrid weights{{102, 24, 0.002, 0.002, 8000, 9000}, {}, {}};
  for (std::size_t i = 0; i < std::size_t{8000} * 9000; ++i)
    weights.values.push_back(static_cast<float>(i % 97));
  for (auto _ : state) benchmark::DoNotOptimize(geom::weights_within(polygons, weights));
  count_vertices(state, polygons.vertex_count());
}

// Growth (bench/growth): a quarter, a half and all of the vertices, and a hundredth for what does not grow.
BENCHMARK(triangulate)->Arg(71)->Arg(1782)->Arg(3565)->Arg(7130)->Unit(benchmark::kMillisecond);
BENCHMARK(build_coverage)->Arg(71)->Arg(1782)->Arg(3565)->Arg(7130)->Unit(benchmark::kMillisecond);
BENCHMARK(simplify)
    ->Arg(71)
    ->Arg(1782)
    ->Arg(3565)
    ->Arg(7130)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();
BENCHMARK(label_points)->Arg(300)->Arg(7130)->Unit(benchmark::kMillisecond);
BENCHMARK(mosaic_flaws)->Arg(300)->Arg(7130)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(validate)->Arg(7130)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(dissolve_districts)->Arg(300)->Arg(7130)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(overlay)->Arg(71)->Arg(1782)->Arg(3565)->Arg(7130)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(weigh_raster)->Arg(7130)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace ntmap::bench
