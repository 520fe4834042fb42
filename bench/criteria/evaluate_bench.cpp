#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "criteria/evaluate.hpp"
#include "criteria/set_file.hpp"

namespace ntmap::criteria {
namespace {

constexpr std::size_t k_communes = 11'163;
constexpr int k_first_year = 2021;
constexpr int k_years = 5;

std::filesystem::path folder() {
  return std::filesystem::path(NTMAP_SOURCE_DIR) / "gis_data/criteria";
}

/// The basic set of communes: 57 indicators that read 72 figures.
Catalogue basic_set() {
  const std::vector<std::filesystem::path> sets = {folder() / "xa_ntm_2021_2025.toml"};
  return load_catalogue(sets, {});
}

Catalogue all_sets() {
  std::vector<std::filesystem::path> sets;
  for (const auto& entry : std::filesystem::directory_iterator(folder())) {
    const std::string name = entry.path().filename().string();
    const bool other = name.starts_with("overlay_") || name == "rules.toml" || name == "figures.toml";
    if (entry.path().extension() == ".toml" && !other) sets.push_back(entry.path());
  }
  const std::vector<std::filesystem::path> overlays = {folder() / "overlay_hatinh_illustrative.toml"};
  return load_catalogue(sets, overlays);
}

Units communes(std::size_t n) {
  Units out;
  for (std::size_t i = 0; i < n; ++i) {
    out.push_back({std::to_string(i), "", "xã", k_no_unit, i % 5 == 0 ? Region::tdmnpb : Region::btb, 0});
  }
  return out;
}

/// Made-up figures with two decimals, one cell in 50 missing.
ValueTable figures(const Catalogue& catalogue, std::size_t n, int year) {
  std::mt19937_64 random(static_cast<std::uint64_t>(year));
  ValueTable out(year, n);
  ValueColumn rows;  // as read_values() has it: every figure of a table comes from the same rows
  rows.value.assign(n, 0);
  rows.flags.assign(n, 0);
  for (std::uint32_t unit = 0; unit < n; ++unit)
    rows.set_place(unit, {out.sheet({"communes.csv", {}, {}}), unit + 2});
  for (const CriteriaSet& set : catalogue.sets()) {
    for (const Criterion& criterion : set.criteria) {
      for (const Indicator& indicator : criterion.indicators) {
        for (const IndicatorPart& part : indicator.parts) {
          ValueColumn& column = out.column(part.id);
          column.share_places(rows);
          for (double& value : column.value) {
            if (random() % 50 != 0) value = static_cast<double>(random() % 10001) / 100;
          }
        }
      }
    }
  }
  return out;
}

void evaluate_five_years(benchmark::State& state, const Catalogue& catalogue) {
  const auto n = static_cast<std::size_t>(state.range(0));
  const Units units = communes(n);
  std::vector<ValueTable> values;
  for (int year = 0; year < k_years; ++year) values.push_back(figures(catalogue, n, k_first_year + year));
  std::size_t verdicts = 0;
  for (auto _ : state) {
    verdicts = 0;
    std::vector<Evaluation> kept;
    for (const ValueTable& table : values) {
      EvaluationInput input;
      input.catalogue = &catalogue;
      input.units = &units;
      input.values = &table;
      input.period = {table.year(), Date::end_of_year(table.year())};
      kept.push_back(evaluate(input));
      for (const SetResult& set : kept.back().sets()) verdicts += set.indicators().size() * n;
    }
    benchmark::DoNotOptimize(verdicts);
  }
  state.counters["verdicts"] = static_cast<double>(verdicts);
}

/// The bar: 11,163 communes, five years, one set, in one second and 300 MB.
void evaluate_basic_set(benchmark::State& state) {
  evaluate_five_years(state, basic_set());
}
BENCHMARK(evaluate_basic_set)->Arg(k_communes)->Arg(2 * k_communes)->Unit(benchmark::kMillisecond);

/// Every set there is: 234 indicators a unit, more than three times the bar.
void evaluate_all_sets(benchmark::State& state) {
  evaluate_five_years(state, all_sets());
}
BENCHMARK(evaluate_all_sets)->Arg(k_communes)->Unit(benchmark::kMillisecond);

void load_sets(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(all_sets().sets().size());
}
BENCHMARK(load_sets)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace ntmap::criteria
