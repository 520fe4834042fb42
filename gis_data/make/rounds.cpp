#include "make/rounds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "make/random.hpp"

namespace ntmap::sample {

namespace {

struct Plan {
  const char* period;
  std::size_t vintage;
  int year;
  std::vector<double> shares;  ///< of communes that fail 0, 1, 2... criteria
  double income;
  double water;
};

const std::vector<Plan>& plans() {
  // Met by nearly all at the end of 2024; then the thresholds of 2025 are higher and the review is stricter.
  static const std::vector<Plan> k_plans = {
      {"2021", 1, 2021, {.35, .25, .18, .10, .06, .03, .02, .01}, 41.2, 0},
      {"2022", 1, 2022, {.42, .25, .16, .08, .05, .02, .01, .01}, 45.3, 21.0},
      {"2023", 1, 2023, {.52, .22, .13, .07, .03, .02, .01}, 49.2, 24.5},
      {"2024", 1, 2024, {.64, .19, .10, .04, .02, .01}, 54.78, 31.0},
      {"2025_06", 2, 2025, {.40, .25, .16, .09, .05, .03, .02}, 57.0, 36.0},
      {"2025_12", 3, 2025, {.19, .25, .23, .13, .09, .06, .03, .02}, 57.3, 37.5},
  };
  return k_plans;
}

/// Hands out how many criteria each commune fails, the hardest communes the most.
void hand_out(Round& round, const std::vector<double>& shares) {
  std::vector<Assessed*> order;
  for (Assessed& commune : round.communes) order.push_back(&commune);
  const auto ease = [](const Assessed* c) { return c->unit->hardness - 0.12 * static_cast<int>(c->title); };
  std::sort(order.begin(), order.end(),
            [&](const Assessed* a, const Assessed* b) { return ease(a) < ease(b); });
  double reached = 0;
  std::size_t failed = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    while (failed + 1 < shares.size() &&
           static_cast<double>(i) >= (reached + shares[failed]) * static_cast<double>(order.size()))
      reached += shares[failed++];
    order[i]->failed = static_cast<int>(failed);
    if (order[i]->new_title) order[i]->failed = 0;
    if (order[i]->title == Title::none) order[i]->failed = std::max(order[i]->failed, 2);
  }
}

/// On the units of July 2025 no title is assigned; those best off stand where advanced ones do.
Title standing(const Profile& unit) {
  return unit.hardness < 0.45 ? Title::advanced : Title::met;
}

Round make_round(const Plan& plan_of, const std::vector<Profile>& units,
                 const std::vector<Recognition>& recognitions) {
  const std::string vintage = plan_of.vintage == 1 ? "2020-01-01" : "2025-01-01";
  const auto now = titles(recognitions, vintage, plan_of.year);
  const auto before = titles(recognitions, vintage, plan_of.year - 1);
  const auto title = [](const std::map<std::string, Title>& of, const std::string& code) {
    const auto found = of.find(code);
    return found == of.end() ? Title::none : found->second;
  };
  Round round;
  round.year = plan_of.year;
  for (const Profile& unit : units) {
    const std::string& code = unit.unit.code;
    if (!unit.is_commune() || code == k_excluded) continue;
    Assessed commune;
    commune.unit = &unit;
    commune.title = plan_of.vintage == 3 ? standing(unit) : title(now, code);
    commune.new_title = plan_of.vintage != 3 && commune.title > title(before, code);
    round.communes.push_back(commune);
  }
  hand_out(round, plan_of.shares);
  plan(round);
  fill(round, plan_of.income, plan_of.water);
  return round;
}

Cell cell_of(const Item& item, double value) {
  if (std::isnan(value)) return std::string("Không áp dụng");
  if (item.kind == ItemKind::scale) {
    constexpr std::array<const char*, 4> k_scale = {"Yếu", "Trung bình", "Khá", "Tốt"};
    return std::string(k_scale.at(static_cast<std::size_t>(value) - 1));
  }
  const bool is_pass = item.kind == ItemKind::pass || item.kind == ItemKind::if_any ||
                       (item.kind == ItemKind::companion && item.best == 1);
  if (is_pass) return std::string(value == 1 ? "Đạt" : "Không đạt");
  return Number{value, item.decimals};
}

Sheet sheet_of(const Round& round, std::string_view prefix, std::string title) {
  Sheet sheet;
  sheet.title = std::move(title);
  sheet.header = {"MA_XA", "TEN_XA", "TEN_HUYEN"};
  for (const Item& item : items())
    if (item.id.starts_with(prefix)) sheet.header.emplace_back(item.id);
  for (const Assessed& commune : round.communes) {
    const Unit& unit = commune.unit->unit;
    std::vector<Cell> row = {unit.code, unit.name, unit.district};
    for (std::size_t i = 0; i < items().size(); ++i)
      if (items()[i].id.starts_with(prefix)) row.push_back(cell_of(items()[i], commune.value[i]));
    sheet.rows.push_back(row);
  }
  return sheet;
}

}  // namespace

std::vector<NamedRound> make_rounds(const Profiles& profiles, const std::vector<Recognition>& recognitions) {
  std::vector<NamedRound> result;
  for (const Plan& plan_of : plans())
    result.push_back({plan_of.period, make_round(plan_of, profiles.at[plan_of.vintage], recognitions)});
  return result;
}

Round make_sonduong_round(const std::vector<Profile>& profiles) {
  // 19 x 30 - 511 = 59 criteria that twelve communes do not meet.
  constexpr std::array<int, 12> k_failed = {2, 3, 3, 4, 4, 5, 5, 5, 6, 7, 7, 8};
  constexpr std::size_t k_advanced = 3;
  Round round;
  round.column = Column::tdmnpb;
  round.year = 2024;
  for (const Profile& unit : profiles)
    if (unit.is_commune()) round.communes.emplace_back().unit = &unit;
  std::sort(round.communes.begin(), round.communes.end(),
            [](const Assessed& a, const Assessed& b) { return a.unit->hardness < b.unit->hardness; });
  const std::size_t met = round.communes.size() - k_failed.size();
  for (std::size_t i = 0; i < round.communes.size(); ++i) {
    Assessed& commune = round.communes[i];
    commune.title = i < k_advanced ? Title::advanced : i < met ? Title::met : Title::none;
    commune.new_title = i < met;
    commune.failed = i < met ? 0 : k_failed[i - met];
  }
  std::sort(round.communes.begin(), round.communes.end(),
            [](const Assessed& a, const Assessed& b) { return a.unit->unit.code < b.unit->unit.code; });
  plan(round);
  fill(round, 0, 0);
  return round;
}

std::vector<Recognition> sonduong_recognitions(const Round& round) {
  std::vector<Recognition> result;
  const auto add = [&](const Unit& unit, const char* rank) {
    result.push_back({fmt::format("M{:02}", result.size() + 1), "xã", unit.code, "2024-01-01", unit.name,
                      rank, 2023, "", "2023-12-31", "minh họa", "none"});
  };
  for (const Assessed& commune : round.communes) {
    if (commune.title >= Title::met) add(commune.unit->unit, "NTM");
    if (commune.title >= Title::advanced) add(commune.unit->unit, "NANGCAO");
  }
  return result;
}

Sheet basic_sheet(const Round& round) {
  return sheet_of(round, "ntm.", fmt::format("BIỂU CHỈ TIÊU XÃ NÔNG THÔN MỚI NĂM {}", round.year));
}

Sheet advanced_sheet(const Round& round) {
  Sheet sheet =
      sheet_of(round, "nc.", fmt::format("BIỂU CHỈ TIÊU XÃ NÔNG THÔN MỚI NÂNG CAO NĂM {}", round.year));
  sheet.header.insert(sheet.header.end(), {"km.3", "km.4"});
  for (std::size_t i = 0; i < round.communes.size(); ++i) {
    const bool model = round.communes[i].title == Title::model;
    Random random("model/" + round.communes[i].unit->unit.code);
    sheet.rows[i].push_back(Number{model ? 1.0 + random.below(2) : random.below(2), 0});
    sheet.rows[i].push_back(Number{model ? 1.0 : 0.0, 0});
  }
  return sheet;
}

}  // namespace ntmap::sample
