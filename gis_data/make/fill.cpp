#include <algorithm>
#include <cmath>
#include <limits>

#include "make/assessment.hpp"
#include "make/random.hpp"
#include "make/totals.hpp"

namespace ntmap::sample {

namespace {

double rounded(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  return std::round(value * scale) / scale;
}

/// The range of values that shows the outcome, its better end last.
struct Range {
  double worse = 0;
  double better = 0;
};

Range number_range(const Item& item, Outcome outcome, Column column) {
  const double met = item.met[static_cast<std::size_t>(column)];
  const double advanced = item.advanced_met[static_cast<std::size_t>(column)];
  const double step = std::pow(10.0, -item.decimals);
  const bool rising = item.best > met || (item.best == met && met > 0);
  const double back = rising ? -step : step;
  if (outcome == Outcome::advanced) return {advanced, item.best};
  if (outcome == Outcome::basic && advanced != met) return {met, advanced + back};
  if (outcome == Outcome::basic) return {met, item.best};
  if (!rising) return {met + std::max(step * 12, std::abs(met - item.best) * 0.6), met + back};
  return {item.decimals == 0 && met < 10 ? met - 1 : met * 0.7, met + back};
}

Range income_range(Outcome outcome, Title title, int year) {
  const double met = income_met(year);
  const double advanced = income_advanced(year);
  if (outcome == Outcome::fails) return {met - 5, met - 0.1};
  if (outcome == Outcome::basic) return {met, advanced - 0.1};
  if (title == Title::model) return {std::ceil(advanced * 110) / 100, advanced * 1.3};
  return {advanced, advanced * 1.1 - 0.1};
}

Range range_of(const Round& round, const Assessed& commune, std::size_t item) {
  if (items()[item].kind == ItemKind::income)
    return income_range(commune.outcome[item], commune.title, round.year);
  return number_range(items()[item], commune.outcome[item], round.column);
}

/// The companions follow the figure whose rule they serve.
double companion(const Assessed& commune, std::string_view id, Random& random) {
  // With three schools or fewer the rule asks for less: those that fail it have four.
  if (id == "ntm.5.so_truong")
    return commune.outcome[item_index("ntm.5.muc_1")] == Outcome::fails ? 4 : 3 + random.below(3);
  if (id == "nc.18.8") return random.chance(0.7) ? std::numeric_limits<double>::quiet_NaN() : 100;
  const bool cooperative = commune.outcome[item_index("ntm.13.1.htx")] != Outcome::fails;
  return cooperative && random.chance(0.6) ? 1 : 0;
}

double value_of(const Round& round, const Assessed& commune, std::size_t index) {
  const Item& item = items()[index];
  Random random("value/" + commune.unit->unit.code + "/" + std::string(item.id));
  switch (item.kind) {
    case ItemKind::pass:
      return commune.outcome[index] == Outcome::fails ? 0 : 1;
    case ItemKind::if_any:
      return random.chance(0.6) ? std::numeric_limits<double>::quiet_NaN() : 1;
    case ItemKind::companion:
      return companion(commune, item.id, random);
    case ItemKind::number:
    case ItemKind::scale:
    case ItemKind::income:
      break;
  }
  const Range range = range_of(round, commune, index);
  // Better by a little every year, so that a margin is seen to grow.
  const double share = std::min(0.97, random.between(0.02, 0.85) + 0.02 * (round.year - 2021));
  return rounded(range.worse + (range.better - range.worse) * share, item.decimals);
}

void fit(Round& round, std::size_t item, double mean, bool by_people) {
  std::vector<Bounded> values;
  std::vector<double> weights;
  for (const Assessed& commune : round.communes) {
    const Range range = range_of(round, commune, item);
    values.push_back({commune.value[item], range.worse, range.better});
    weights.push_back(by_people ? commune.unit->people : commune.unit->households);
  }
  const double step = std::pow(10.0, -items()[item].decimals);
  fit_mean(values, weights, mean, step);
  for (std::size_t i = 0; i < values.size(); ++i)
    round.communes[i].value[item] = rounded(values[i].value, items()[item].decimals);
}

}  // namespace

void fill(Round& round, double income, double water) {
  for (Assessed& commune : round.communes) {
    commune.value.clear();
    for (std::size_t i = 0; i < items().size(); ++i) commune.value.push_back(value_of(round, commune, i));
  }
  if (income > 0) fit(round, item_index("ntm.10"), income, true);
  if (water > 0) fit(round, item_index("ntm.17.1.tap_trung"), water, false);
}

}  // namespace ntmap::sample
