// Reading, against what it must keep up with: the bytes of the file copied once.
// NTMAP_REAL_DATA gives the real communes; the country is 3,321 made-up communes of 7.1 M vertices.

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdlib>
#include <numbers>
#include <string>

#include "file_bytes.hpp"
#include "io/binary_reader.hpp"
#include "io/table_reader.hpp"
#include "io/vector_reader.hpp"

namespace ntmap {
namespace {

const std::filesystem::path& country() {
  static const test::TemporaryFolder k_folder;
  static const std::filesystem::path k_path = [] {
    std::vector<test::FileRings> features;
    for (int f = 0; f < 3321; ++f) {
      std::vector<double> ring;
      constexpr int k_vertices = 2147;
      for (int i = 0; i <= k_vertices; ++i) {
        const double angle = -2 * std::numbers::pi * (i % k_vertices) / k_vertices;
        const double radius = 0.05 + 0.002 * std::sin(40 * angle);
        ring.push_back(103 + 0.1 * (f % 60) + radius * std::cos(angle));
        ring.push_back(9 + 0.1 * (f / 60) + radius * std::sin(angle));
      }
      features.push_back({std::move(ring)});
    }
    const auto bytes = test::shp_bytes(features);
    k_folder.write("country.shx", bytes.shx);
    return k_folder.write("country.shp", bytes.shp);
  }();
  return k_path;
}

void country_read(benchmark::State& state) {
  const auto& path = country();
  for (auto _ : state) benchmark::DoNotOptimize(io::read_vector(path, {}).layer.polygons.xy.data());
}
BENCHMARK(country_read)->Unit(benchmark::kMillisecond)->UseRealTime();

void country_bytes_copied(benchmark::State& state) {
  const auto& path = country();
  for (auto _ : state) benchmark::DoNotOptimize(io::read_whole(path, 1U << 30U).data());
}
BENCHMARK(country_bytes_copied)->Unit(benchmark::kMillisecond)->UseRealTime();

void real_communes_read(benchmark::State& state) {
  const auto path = test::real_data("hatinh_2025_07/communes.shp");
  if (path.empty()) return state.SkipWithError("NTMAP_REAL_DATA is not set");
  for (auto _ : state) benchmark::DoNotOptimize(io::read_vector(path, {}).layer.polygons.xy.data());
}
BENCHMARK(real_communes_read)->Unit(benchmark::kMicrosecond)->UseRealTime();

void csv_of_11000_rows(benchmark::State& state) {
  std::string text = "code;name;value\n";
  for (int i = 0; i < 11000; ++i)
    text += std::to_string(10000 + i) + ";\"Xã số " + std::to_string(i) + "\";98,5\n";
  const test::TemporaryFolder folder;
  const auto path = folder.write("t.csv", text);
  for (auto _ : state) {
    const io::TableFile file = io::read_table(path, {});
    benchmark::DoNotOptimize(io::read_numbers(file.table, file.table.columns[2], true).values.data());
  }
}
BENCHMARK(csv_of_11000_rows)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace ntmap
