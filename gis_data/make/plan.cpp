#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "make/assessment.hpp"
#include "make/random.hpp"

namespace ntmap::sample {

namespace {

constexpr int k_criteria = 19;
// How often each criterion is the one that is not met: environment and income most of all.
constexpr std::array<double, k_criteria> k_basic_weight = {0.5, 1.4, 1.2, 0.3, 1.8, 1.4, 0.4, 0.3, 0.8, 4.0,
                                                           1.0, 1.0, 1.8, 0.6, 2.2, 0.5, 6.0, 0.7, 0.2};

/// The criteria of one unit, those it is most likely to fail first; the same in every year.
std::vector<int> trouble_order(const std::string& key, const std::array<double, k_criteria>& weight) {
  Random random("order/" + key);
  std::vector<std::pair<double, int>> drawn;
  for (int i = 0; i < k_criteria; ++i)
    drawn.emplace_back(-std::log(1 - random.unit()) / weight[static_cast<std::size_t>(i)], i + 1);
  std::sort(drawn.begin(), drawn.end());
  std::vector<int> result;
  for (const auto& [when, criterion] : drawn) result.push_back(criterion);
  return result;
}

void fail_basic(Assessed& commune, int criterion) {
  std::vector<std::size_t> of;
  for (std::size_t i = 0; i < items().size(); ++i)
    if (items()[i].basic == criterion) of.push_back(i);
  Random random("basic/" + commune.unit->unit.code + "/" + std::to_string(criterion));
  const int count = of.size() > 3 && random.chance(0.3) ? 2 : 1;
  for (int i = 0; i < count; ++i)
    commune.outcome[of[static_cast<std::size_t>(random.below(static_cast<int>(of.size())))]] = Outcome::fails;
}

/// 211/QĐ-TTg put the one in the place of the other in March 2024: a commune that fails either fails both.
void fail_health_record(Assessed& commune) {
  Outcome& share = commune.outcome[item_index("ntm.15.4")];
  Outcome& system = commune.outcome[item_index("ntm.15.4.trien_khai")];
  if (share == Outcome::fails || system == Outcome::fails) share = system = Outcome::fails;
}

void fail_advanced(Assessed& commune, int criterion) {
  std::vector<std::size_t> of;
  for (std::size_t i = 0; i < items().size(); ++i)
    if (items()[i].advanced == criterion && commune.outcome[i] == Outcome::advanced) of.push_back(i);
  if (of.empty()) return;
  Random random("advanced/" + commune.unit->unit.code + "/" + std::to_string(criterion));
  const std::size_t item = of[static_cast<std::size_t>(random.below(static_cast<int>(of.size())))];
  commune.outcome[item] = items()[item].basic > 0 ? Outcome::basic : Outcome::fails;
}

int advanced_failures(const Assessed& commune) {
  Random random("lapse/" + commune.unit->unit.code);
  if (commune.title >= Title::advanced)
    return commune.new_title || random.chance(0.78) ? 0 : 1 + random.below(3);
  return 1 + static_cast<int>(6 * commune.unit->hardness * random.between(0.6, 1.4));
}

}  // namespace

std::size_t item_index(std::string_view id) {
  for (std::size_t i = 0; i < items().size(); ++i)
    if (items()[i].id == id) return i;
  throw std::logic_error("no item " + std::string(id));
}

void plan(Round& round) {
  std::array<double, k_criteria> even;
  even.fill(1);
  const std::array<std::size_t, 2> rarely_advanced = {item_index("ntm.10"), item_index("ntm.17.1.tap_trung")};
  for (Assessed& commune : round.communes) {
    const std::string& code = commune.unit->unit.code;
    commune.outcome.assign(items().size(), Outcome::advanced);
    const std::vector<int> basic = trouble_order(code, k_basic_weight);
    for (int i = 0; i < commune.failed; ++i) fail_basic(commune, basic[static_cast<std::size_t>(i)]);
    fail_health_record(commune);
    const std::vector<int> advanced = trouble_order(code + "/advanced", even);
    const int count = advanced_failures(commune);
    for (int i = 0; i < count; ++i) fail_advanced(commune, advanced[static_cast<std::size_t>(i)]);
    if (commune.title >= Title::advanced) continue;
    for (const std::size_t item : rarely_advanced)
      commune.outcome[item] = std::min(commune.outcome[item], Outcome::basic);
  }
}

}  // namespace ntmap::sample
