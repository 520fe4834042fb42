// What the map engine makes of a layer of country size (7.13 million vertices), step by step.
#include <benchmark/benchmark.h>

#include <memory>
#include <numeric>
#include <random>

#include "scene/camera.hpp"
#include "scene/hit_test.hpp"
#include "scene/layer_source.hpp"
#include "scene/prepare.hpp"
#include "scene/snap.hpp"
#include "support/country_layer.hpp"

namespace ntmap::scene {
namespace {

struct Country {
  std::shared_ptr<const model::PolygonSet> polygons;
  BorderGroups groups;
};

Country make(std::size_t part = 1) {
  bench::CountryOptions options;
  options.units /= part;
  options.vertices /= part;
  bench::CountryLayer layer = bench::make_country(options);
  return {std::make_shared<const model::PolygonSet>(std::move(layer.polygons)),
          {std::move(layer.district), std::move(layer.province)}};
}

const Country& country() {
  static const Country made = make();
  return made;
}

double full_hd_scale(const LayerSource& source) {
  Camera camera(1920, 1080);
  camera.fit(source.box(), 10);
  return camera.units_per_pixel();
}

void source_of_country(benchmark::State& state) {
  country();  // made outside of what is measured
  for (auto _ : state) benchmark::DoNotOptimize(LayerSource(country().polygons, country().groups));
}
BENCHMARK(source_of_country)->Unit(benchmark::kMillisecond)->UseRealTime();

void snap_country(benchmark::State& state) {
  const LayerSource source(country().polygons);
  std::vector<std::uint32_t> units(source.unit_count());
  std::iota(units.begin(), units.end(), 0u);
  for (auto _ : state) {
    benchmark::DoNotOptimize(snap(source.polygons(), units, exact_cell(full_hd_scale(source))));
  }
}
BENCHMARK(snap_country)->Unit(benchmark::kMillisecond)->UseRealTime();

// 1/4, 1/2 and all of the country: time must grow with it; 1/100 for what does not (bench/growth).
void overview(benchmark::State& state) {
  const Country part = make(static_cast<std::size_t>(state.range(0)));
  const LayerSource source(part.polygons, part.groups);
  std::size_t triangles = 0;
  for (auto _ : state) triangles = prepare_all(source, exact_cell(full_hd_scale(source))).indices.size() / 3;
  state.counters["vertices"] = static_cast<double>(part.polygons->vertex_count());
  state.counters["triangles"] = static_cast<double>(triangles);
}
BENCHMARK(overview)->Arg(100)->Arg(4)->Arg(2)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();

// One chunk as a background job makes it, at 1 / 2^n of the overview's scale.
void chunk(benchmark::State& state) {
  const LayerSource source(country().polygons, country().groups);
  const double cell = level_cell(full_hd_scale(source) / static_cast<double>(1 << state.range(0)));
  std::uint32_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(prepare_chunk(source, next, cell));
    next = (next + 37) % static_cast<std::uint32_t>(source.chunks().size());
  }
}
BENCHMARK(chunk)->Arg(1)->Arg(4)->Arg(12)->Unit(benchmark::kMillisecond)->UseRealTime();

void unit_under_the_cursor(benchmark::State& state) {
  const HitTest hits(country().polygons);
  const LayerSource source(country().polygons);
  std::mt19937 random(1);
  std::uniform_real_distribution<double> x(source.box().min_x, source.box().max_x);
  std::uniform_real_distribution<double> y(source.box().min_y, source.box().max_y);
  for (auto _ : state) benchmark::DoNotOptimize(hits.unit_at({x(random), y(random)}, 0.001));
}
BENCHMARK(unit_under_the_cursor)->Unit(benchmark::kMicrosecond);

void select_the_whole_country(benchmark::State& state) {
  const HitTest hits(country().polygons);
  const LayerSource source(country().polygons);
  for (auto _ : state) benchmark::DoNotOptimize(hits.units_in(source.box()));
}
BENCHMARK(select_the_whole_country)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace ntmap::scene
