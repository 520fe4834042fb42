#include "app/data/excluded_units.hpp"

#include <cmath>

#include "criteria/registers.hpp"

namespace ntmap::app {
namespace {

criteria::Units with_codes(const Units& units) {
  criteria::Units out(units.size());
  for (std::size_t unit = 0; unit < out.size(); ++unit) out[unit].code = units.codes[unit];
  return out;
}

criteria::Date day_or_open(const std::string& iso) {
  return criteria::Date::parse(iso).value_or(criteria::Date{});
}

}  // namespace

void mark_excluded(const Registers& registers, const model::Boundaries& boundaries,
                   const model::Period& period, Figures& figures) {
  std::vector<criteria::Exclusion> exclusions = registers.exclusions.rows;
  base::Findings told_elsewhere;  // by the verdicts of the period, and by check
  criteria::bind_units(exclusions, with_codes(*figures.units),
                       {day_or_open(boundaries.valid_from), day_or_open(boundaries.valid_to)},
                       registers.exclusions.file, told_elsewhere);
  for (const criteria::Exclusion& one : exclusions) {
    const bool excluded =
        one.unit != criteria::k_no_unit && criteria::in_force(day_or_open(period.date), one.from, one.to);
    if (!excluded || !std::isnan(figures.values[one.unit]) || !figures.texts[one.unit].empty()) continue;
    figures.not_applicable[one.unit] = 1;
    std::erase(figures.blank, one.unit);
  }
}

}  // namespace ntmap::app
