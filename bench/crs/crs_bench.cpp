// What coordinate systems cost: at the start of a command, and for each vertex.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "crs/crs.hpp"
#include "support/country_layer.hpp"

namespace ntmap::bench {
namespace {

constexpr const char* k_hand_made =
    "PROJCS[\"TM3\",GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298."
    "257223563]],"
    "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
    "PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\","
    "105.5],"
    "PARAMETER[\"Scale_Factor\",0.9999],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";

void describe(benchmark::State& state, const std::string& definition) {
  for (auto _ : state) benchmark::DoNotOptimize(crs::describe(definition));
}

void transform_one(benchmark::State& state, const std::string& to) {
  for (auto _ : state) {
    std::vector<double> at{105.5, 18};
    crs::transform(at, "EPSG:4326", to);
    benchmark::DoNotOptimize(at.data());
  }
}

void transform_country(benchmark::State& state) {
  const model::PolygonSet polygons = make_country().polygons;
  for (auto _ : state) {
    std::vector<double> xy = polygons.xy;
    crs::transform(xy, "EPSG:4326", "EPSG:9209");
    benchmark::DoNotOptimize(xy.data());
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(polygons.vertex_count()) * state.iterations());
}

void areas_of_country(benchmark::State& state) {
  const model::PolygonSet polygons = make_country().polygons;
  for (auto _ : state) benchmark::DoNotOptimize(crs::areas_hectares(polygons, "EPSG:4326"));
  state.SetItemsProcessed(static_cast<std::int64_t>(polygons.vertex_count()) * state.iterations());
}

BENCHMARK_CAPTURE(describe, zone, std::string("EPSG:9209"))->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(describe, hand_made_prj, std::string(k_hand_made))->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(describe, from_the_database, std::string("EPSG:3857"))->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(transform_one, zone, std::string("EPSG:9209"))->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(transform_one, from_the_database, std::string("EPSG:3857"))->Unit(benchmark::kMicrosecond);
BENCHMARK(transform_country)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(areas_of_country)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace ntmap::bench
