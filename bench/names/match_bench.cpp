#include <benchmark/benchmark.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "names/decode_table.hpp"
#include "names/match.hpp"

namespace ntmap::names {
namespace {

constexpr std::size_t k_units = 11000;

/// As many units as the country had in 2019: provinces of districts of communes with two-word names.
std::vector<MatchUnit> country() {
  static constexpr std::array<std::string_view, 32> k_words{
      "Kỳ",   "Thạch", "Sơn",   "Hương", "Cẩm",   "Đức",   "Xuân", "Lộc",  "Tân",  "Phú",  "Bình",
      "Vĩnh", "Thanh", "Yên",   "Hòa",   "Mỹ",    "Trung", "Lâm",  "Hải",  "Đồng", "Minh", "Quý",
      "Thủy", "Nghĩa", "Giang", "Long",  "Thịnh", "Khê",   "Đông", "Ninh", "Lĩnh", "Văn"};
  std::vector<MatchUnit> out;
  for (std::size_t i = 0; i < k_units; ++i) {
    const std::size_t in_district = i % 16;
    const std::size_t district = i / 16;
    const std::string name = std::string(k_words[(district * 5 + in_district * 7) % 32]) + " " +
                             std::string(k_words[(district * 3 + in_district * in_district + 11) % 32]);
    const std::string place =
        std::string(k_words[district % 32]) + " " + std::string(k_words[(district / 11 + 5) % 32]);
    out.push_back({std::to_string(10000 + i), name, in_district == 0 ? "Thị trấn" : "Xã", "Huyện " + place,
                   "Tỉnh " + std::string(k_words[district / 22])});
  }
  return out;
}

std::string with_wrong_letter(std::string name) {
  const std::size_t at = name.find_first_of("lci", name.find(' '));
  if (at == std::string::npos) return name + "h";
  name[at] = name[at] == 'l' ? '1' : name[at] == 'c' ? 'e' : 'l';
  return name;
}

std::vector<MatchRow> rows_of(const std::vector<MatchUnit>& units, bool damaged) {
  std::vector<MatchRow> out;
  for (const MatchUnit& unit : units) {
    const std::string name = unit.type + " " + unit.name;
    out.push_back({.name = damaged ? with_wrong_letter(name) : name,
                   .district = unit.district,
                   .province = unit.province});
  }
  return out;
}

/// Index and match, as one join does.
void join(benchmark::State& state, bool damaged, bool scoped) {
  const std::vector<MatchUnit> units = country();
  std::vector<MatchRow> rows = rows_of(units, damaged);
  for (MatchRow& row : rows) {
    if (!scoped) row.district = row.province = {};
  }
  std::size_t matched = 0;
  for (auto _ : state) {
    const UnitMatcher matcher(units);
    matched = matcher.match(rows).matched;
  }
  state.counters["matched"] = static_cast<double>(matched);
}

void BM_JoinOrderlyRows(benchmark::State& state) {
  join(state, false, true);
}
BENCHMARK(BM_JoinOrderlyRows)->Unit(benchmark::kMillisecond)->UseRealTime();

void BM_JoinWrongLetters(benchmark::State& state) {
  join(state, true, true);
}
BENCHMARK(BM_JoinWrongLetters)->Unit(benchmark::kMillisecond)->UseRealTime();

void BM_JoinWrongLettersByNameOnly(benchmark::State& state) {
  join(state, true, false);
}
BENCHMARK(BM_JoinWrongLettersByNameOnly)->Unit(benchmark::kMillisecond)->UseRealTime();

void BM_DecodeTable(benchmark::State& state) {
  model::Table table;
  table.columns.emplace_back();
  table.columns.front().texts.assign(k_units,
                                     "X\xB7 Th\xB9"
                                     "ch H\xB5");
  EncodingSource source;
  source.raw = true;
  for (auto _ : state) {
    model::Table copy = table;
    benchmark::DoNotOptimize(decode_table(copy, source));
  }
}
BENCHMARK(BM_DecodeTable)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace ntmap::names
