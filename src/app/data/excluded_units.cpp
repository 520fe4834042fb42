#include "app/data/excluded_units.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

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

std::vector<std::uint8_t> excluded_units(const Registers& registers, const model::Boundaries& boundaries,
                                         const model::Period& period, const Units& units) {
  std::vector<criteria::Exclusion> exclusions = registers.exclusions.rows;
  base::Findings told_elsewhere;  // by the verdicts of the period, and by check
  criteria::bind_units(exclusions, with_codes(units),
                       {day_or_open(boundaries.valid_from), day_or_open(boundaries.valid_to)},
                       registers.exclusions.file, told_elsewhere);
  std::vector<std::uint8_t> out(units.size(), 0);
  for (const criteria::Exclusion& one : exclusions) {
    if (one.unit != criteria::k_no_unit && criteria::in_force(day_or_open(period.date), one.from, one.to))
      out[one.unit] = 1;
  }
  return out;
}

base::Findings findings_of_join(const TableJoin& join, const Units& units, const std::string& file,
                                const std::vector<std::uint8_t>& excluded, const std::string& register_file) {
  base::Findings out;
  std::copy_if(join.findings.begin(), join.findings.end(), std::back_inserter(out),
               [](const base::Finding& finding) { return finding.rule != k_unit_without_row; });
  std::vector<std::uint32_t> missing = join.unit_without_row;
  const auto needs_row = [&](std::uint32_t unit) { return excluded.empty() || excluded[unit] == 0; };
  const auto free = std::stable_partition(missing.begin(), missing.end(), needs_row);
  const std::vector<std::uint32_t> outside(free, missing.end());
  missing.erase(free, missing.end());
  if (auto finding = unit_without_row_finding(units, missing, file)) out.push_back(std::move(*finding));
  if (!outside.empty()) {
    out.push_back({base::Severity::note,
                   "join.excluded-without-row",
                   register_file,
                   some_names(units, outside),
                   base::text("không triển khai chương trình nên không cần dòng số liệu",
                              "does not implement the programme, and needs no row of figures"),
                   {}});
  }
  return out;
}

void mark_excluded(const Registers& registers, const model::Boundaries& boundaries,
                   const model::Period& period, Figures& figures) {
  const std::vector<std::uint8_t> excluded = excluded_units(registers, boundaries, period, *figures.units);
  for (std::uint32_t unit = 0; unit < excluded.size(); ++unit) {
    if (excluded[unit] == 0 || !std::isnan(figures.values[unit]) || !figures.texts[unit].empty()) continue;
    figures.not_applicable[unit] = 1;
    std::erase(figures.blank, unit);
  }
}

}  // namespace ntmap::app
