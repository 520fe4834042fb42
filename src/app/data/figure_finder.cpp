#include "app/data/figure_finder.hpp"

#include <algorithm>
#include <optional>

#include "app/programme/area_report.hpp"
#include "criteria/code_validity.hpp"
#include "criteria/evidence.hpp"
#include "criteria/value_text.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using base::text;
using criteria::Date;
using criteria::Figure;
using criteria::Statement;

std::optional<model::UnitLevel> level_named(const std::string& word) {
  if (word == "tỉnh") return model::UnitLevel::province;
  if (word == "huyện" || word == "thị xã" || word == "thành phố") return model::UnitLevel::district;
  if (word == "xã" || word == "phường" || word == "thị trấn") return model::UnitLevel::commune;
  return std::nullopt;
}

}  // namespace

FigureFinder::FigureFinder(ProjectData& data, const base::Job& job) : m_data(data), m_job(job) {
  for (const model::Period& period : data.project().periods) m_periods.push_back(&period);
  std::stable_sort(m_periods.begin(), m_periods.end(),
                   [](const auto* a, const auto* b) { return a->date < b->date; });
}

std::uint32_t FigureFinder::place_of(const Statement& statement, const model::Period& period) {
  const auto validity = criteria::code_validity_from(statement.code_valid);
  const auto level = level_named(statement.unit_level);
  const model::Boundaries& boundaries = *m_data.project().boundaries_on(period.date);
  const criteria::CodeValidity days{Date::parse(boundaries.valid_from).value_or(Date{}),
                                    Date::parse(boundaries.valid_to).value_or(Date{})};
  if (!validity || !level || !criteria::is_for_units(*validity, days)) return criteria::k_no_unit;
  return at(period).tree().find(*level, statement.unit_code);
}

std::string FigureFinder::place_name(const Statement& statement) {
  for (auto period = m_periods.rbegin(); period != m_periods.rend(); ++period) {
    const std::uint32_t unit = place_of(statement, **period);
    if (unit != criteria::k_no_unit) return at(**period).tree().full_names[unit];
  }
  return {};
}

std::pair<std::string, std::string> FigureFinder::place_called(const Statement& statement) {
  const auto level = level_named(statement.unit_level);
  for (auto period = m_periods.rbegin(); level && period != m_periods.rend(); ++period) {
    const UnitTree& tree = at(**period).tree();
    for (const std::uint32_t unit : tree.of_level(*level)) {
      const bool same = !statement.unit_name.empty() && (tree.full_names[unit] == statement.unit_name ||
                                                         tree.units[unit].name == statement.unit_name);
      if (same) return {tree.full_names[unit], tree.units[unit].code};
    }
  }
  return {};
}

Text FigureFinder::among_implementing(const Statement& statement, const Figure& figure,
                                      const model::Period& period, const FigureAt& over_all) {
  if (!over_all.value.share || over_all.value.share->base != criteria::Base::all) return {};
  const std::uint32_t unit = place_of(statement, period);
  criteria::FigureInput input = at(period).figure_input();
  input.base = criteria::Base::implementing;
  const criteria::FigureValue value =
      criteria::compute_figure(at(period).rules().figures, figure, unit, input);
  if (!value.share || value.share->excluded == 0) return {};
  return value.share->text();
}

FigureAt FigureFinder::figure_in(const Statement& statement, const Figure& figure,
                                 const model::Period& period) {
  FigureAt out;
  const std::uint32_t unit = place_of(statement, period);
  if (unit == criteria::k_no_unit) {
    out.value.why = text("kỳ này không có đơn vị đó", "there is no such unit in this period");
    out.shown = out.value.why;
    return out;
  }
  criteria::FigureInput input = at(period).figure_input();
  criteria::FigureInput before;
  if (figure.compute == criteria::Compute::difference) take_before(statement, figure, period, input, before);
  out.period = period.id;
  out.value = criteria::compute_figure(at(period).rules().figures, figure, unit, input);
  out.shown = figure_text(figure, out.value);
  return out;
}

FigureAt FigureFinder::latest(const Statement& statement, const Figure& figure, const std::string& last) {
  FigureAt out;
  for (auto period = m_periods.rbegin(); period != m_periods.rend(); ++period) {
    if ((*period)->date > last) continue;
    FigureAt found = figure_in(statement, figure, **period);
    if (found.value.value) return found;
    if (out.value.why.empty()) out.value.why = out.shown = found.value.why;
  }
  return out;
}

FigureAt FigureFinder::earliest(const Statement& statement, const Figure& figure) {
  for (const model::Period* period : m_periods) {
    FigureAt found = figure_in(statement, figure, *period);
    if (found.value.value) return found;
  }
  return {};
}

/// The period that a difference is against: the first of all for a yearly mean, else one of the year before.
void FigureFinder::take_before(const Statement& statement, const Figure& figure, const model::Period& period,
                               criteria::FigureInput& input, criteria::FigureInput& before) {
  const Figure* of = criteria::find_figure(at(period).rules().figures, figure.of);
  if (of == nullptr) return;
  const model::Period* best = nullptr;
  for (const model::Period* one : m_periods) {
    const int year = at(*one).input().period.year;
    const bool fits = figure.mean_of_years ? year < input.year : year == input.year - 1;
    if (!fits || !figure_in(statement, *of, *one).value.value) continue;
    best = one;
    if (figure.mean_of_years) break;
  }
  if (best == nullptr) return;
  before = at(*best).figure_input();
  input.before = &before;
  input.unit_before = place_of(statement, *best);
  input.years_between = input.year - before.year;
}

bool has_programme(const ProjectData& data) {
  return data.project().criteria.has_value() && !data.project().periods.empty();
}

const Figure* figure_of(const Rulebook& rules, const Statement& statement) {
  return criteria::find_figure(rules.figures, statement.figure);
}

bool can_be_read(const Statement& statement, const Figure& figure) {
  return statement.value || criteria::rank_in(figure.scale, statement.value_text) > 0 ||
         Date::parse(statement.value_text);
}

Text stated_value_text(const Statement& statement, const Figure* figure) {
  if (statement.unit == "0/1")
    return statement.value == criteria::Decimal(1) ? Text("có", "yes") : Text("không", "no");
  if (figure != nullptr && !figure->scale.empty()) return statement.value_text;
  const Text value = statement.value ? statement.value->localised() : Text(statement.value_text);
  return base::join({value, criteria::unit_text(statement.unit)}, " ");
}

}  // namespace ntmap::app
