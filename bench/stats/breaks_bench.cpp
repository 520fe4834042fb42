// Natural breaks of as many values as the country had communes (11,163) into seven classes.
#include "stats/breaks.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <random>
#include <vector>

namespace {

void natural_breaks(benchmark::State& state) {
  std::mt19937 random(1);
  std::vector<double> values(static_cast<std::size_t>(state.range(0)));
  for (double& v : values) v = 100 * std::pow(std::ldexp(static_cast<double>(random()), -32), 1.7);
  for (auto _ : state) {
    benchmark::DoNotOptimize(ntmap::stats::breaks(values, ntmap::model::BreakMethod::jenks, 7));
  }
  state.SetComplexityN(state.range(0));
}
BENCHMARK(natural_breaks)->Arg(11163)->Arg(22326)->Arg(44652)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace
