#include "app/programme/assessment.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <utility>

#include "app/data/figure_reader.hpp"
#include "app/data/join_table.hpp"
#include "app/programme/evaluation.hpp"
#include "app/programme/plausibility.hpp"
#include "app/project/project_file.hpp"
#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "criteria/set_file.hpp"

namespace ntmap::app {
namespace {

constexpr int k_no_last_year = 9999;  // of a set's years

using base::Error;
using base::ErrorKind;
using base::text;

std::vector<std::filesystem::path> resolved(const model::Project& project,
                                            const std::vector<std::string>& files) {
  std::vector<std::filesystem::path> paths;
  for (const std::string& file : files) paths.emplace_back(resolve(project, file));
  return paths;
}

criteria::Period period_of(const std::string& date) {
  const auto day = criteria::Date::parse(date);
  if (!day) throw Error(ErrorKind::data, text("Ngày không hợp lệ: {}", "Not a date: {}", {date}));
  return {day->year, *day};
}

/// Whether the figure is counted from registers alone, without tables and verdicts.
bool is_counted(const criteria::Figure& figure) {
  return figure.compute == criteria::Compute::count || figure.compute == criteria::Compute::products;
}

/// Rows that are about none of these units are of no use here.
template <typename Row>
std::vector<Row> bound(const Register<Row>& from, const criteria::Units& units,
                       const criteria::CodeValidity& days, base::Findings& findings) {
  std::vector<Row> rows = from.rows;
  criteria::bind_units(rows, units, days, from.file, findings);
  std::erase_if(rows, [](const Row& row) { return row.unit == criteria::k_no_unit; });
  return rows;
}

}  // namespace

Rulebook load_rulebook(const model::Project& project) {
  const model::CriteriaSource& source = *project.criteria;
  Rulebook rules;
  for (const std::filesystem::path& file : resolved(project, source.sets))
    rules.catalogue.add(criteria::load_set(file));
  for (const std::string& overlay : source.overlays) {
    const std::string file = resolve(project, overlay);
    const auto changed = source.changed_overlays.find(overlay);
    if (changed == source.changed_overlays.end())
      criteria::load_overlay(rules.catalogue, file);
    else
      criteria::load_overlay(rules.catalogue, file, changed->second.text);
  }
  criteria::check_catalogue(rules.catalogue);
  rules.figures = criteria::load_figures(resolve(project, source.figures));
  rules.specs = criteria::column_specs(rules.catalogue, rules.figures);
  return rules;
}

Assessment::Assessment(AssessmentInput input)
    : m_rules(std::move(input.rules)),
      m_registers(std::move(input.registers)),
      m_tree(std::move(input.tree)),
      m_period(std::move(input.period)),
      m_scope(std::move(input.scope)),
      m_when(period_of(m_period.date)),
      m_values(m_when.year, m_tree.size()),
      m_mergers(std::move(input.mergers)),
      m_findings(std::move(input.findings)) {
  bind_registers(input.days);
  take_tables(input.tables);
  make_titles();
  take_counted_figures();
  m_evaluation = criteria::evaluate(this->input());
  for (base::Finding& finding : implausible_figures(*this)) m_findings.push_back(std::move(finding));
}

void Assessment::take_tables(const std::vector<FigureTable>& tables) {
  for (const FigureTable& one : tables) {
    m_findings.insert(m_findings.end(), one.findings.begin(), one.findings.end());
    read_figures(m_values, m_rules->specs, *one.table, one.unit_of_row, one.label_columns, m_findings);
    for (const auto& [figure, unit] : one.edited) {
      if (m_values.find(figure) != nullptr) m_values.column(figure).flags[unit] |= criteria::k_cell_edited;
    }
  }
}

void Assessment::bind_registers(const criteria::CodeValidity& days) {
  const Registers& from = *m_registers;
  m_recognitions = bound(from.recognitions, m_tree.units, days, m_findings);
  m_titles_known = !m_recognitions.empty();
  m_exclusions = bound(from.exclusions, m_tree.units, days, m_findings);
  std::erase_if(m_exclusions, [&](const criteria::Exclusion& one) {
    return !criteria::in_force(m_when.date, one.from, one.to);
  });
  m_sponsors = bound(from.sponsors, m_tree.units, days, m_findings);
  for (const criteria::UnitTrait& trait : bound(from.traits, m_tree.units, days, m_findings)) {
    criteria::Unit& unit = m_tree.units[trait.unit];
    if (trait.region != criteria::Region::none) unit.region = trait.region;
    if (trait.group != 0) unit.group = trait.group;
  }
  m_excluded.assign(m_tree.size(), 0);
  for (const criteria::Exclusion& one : m_exclusions) m_excluded[one.unit] = 1;
  bind_products(days);
}

void Assessment::bind_products(const criteria::CodeValidity& days) {
  m_products = m_registers->products.rows;
  criteria::bind_units(m_products, m_tree.units, days, m_registers->products.file, m_findings);
  // A product of a unit that is no more still is one of the province.
  for (criteria::Product& product : m_products) {
    if (product.unit == criteria::k_no_unit) product.unit = m_tree.province;
  }
}

/// Shares of communes and districts count titles, as decisions do, where there are any.
void Assessment::make_titles() {
  if (!m_titles_known) return;
  for (const criteria::CriteriaSet& set : m_rules->catalogue.sets()) {
    // What has no last year is no phase that a later one follows: its titles end by themselves (rule U02).
    const int first_year = set.last_year < k_no_last_year ? set.first_year : 0;
    m_titles.push_back(criteria::titles_of(set.id, m_recognitions, m_tree.size(),
                                           criteria::ranks_from(m_rules->catalogue, set.rank), m_when.date,
                                           m_registers->counted, first_year));
  }
}

/// What criteria ask for and the registers count already: districts with a title, OCOP products. A figure
/// that a table gives stands.
void Assessment::take_counted_figures() {
  const criteria::FigureInput input = figure_input();
  for (const criteria::CriteriaSet& set : m_rules->catalogue.sets()) {
    for (const criteria::Criterion& criterion : set.criteria) {
      for (const criteria::Indicator& indicator : criterion.indicators) {
        for (const criteria::IndicatorPart& part : indicator.parts) {
          const criteria::Figure* figure = criteria::find_figure(m_rules->figures, part.id);
          if (figure != nullptr && is_counted(*figure)) take_counted_figure(*figure, set.applies_to, input);
        }
      }
    }
  }
}

void Assessment::take_counted_figure(const criteria::Figure& figure, const std::vector<std::string>& types,
                                     const criteria::FigureInput& input) {
  for (const std::uint32_t unit : criteria::selected(m_tree.units, {types, criteria::k_no_unit})) {
    const criteria::ValueColumn* column = m_values.find(figure.id);
    if (column != nullptr && (column->flags[unit] != 0 || !std::isnan(column->value[unit]))) continue;
    const criteria::FigureValue counted = criteria::compute_figure(m_rules->figures, figure, unit, input);
    // Of nothing to count, as of districts after June 2025, nothing is known.
    if (counted.value && (!counted.share || counted.share->of > 0))
      m_values.set(figure.id, unit, *counted.value);
  }
}

/// Communes of a district that have lost the basic title or are due to lose it, and whether they are so many
/// that the district loses its own (rule V02).
void Assessment::take_revoked_communes(criteria::Standing& said, std::uint32_t district) const {
  using criteria::State;
  const bool held = said.state == State::recognised || said.state == State::recognised_unchecked ||
                    said.state == State::lapsed || said.state == State::revocable;
  const std::string basic = held ? basic_commune_set(*this) : std::string();
  if (basic.empty()) return;
  const criteria::SetResult& communes = result(basic);
  for (const std::uint32_t unit : criteria::selected(m_tree.units, {communes.set().applies_to, district})) {
    if (excluded(unit)) continue;
    const State state = standing(communes, unit).state;
    ++said.children;
    said.revoked_children += state == State::revocable || state == State::expired ? 1 : 0;
  }
  if (criteria::is_revocable_by_children(m_registers->rules.district, said.revoked_children, said.children))
    said.state = State::revocable;
}

criteria::EvaluationInput Assessment::input() const {
  criteria::EvaluationInput out;
  out.catalogue = &m_rules->catalogue;
  out.units = &m_tree.units;
  out.values = &m_values;
  out.period = m_when;
  out.options.just_met_margin = m_registers->rules.just_met_margin;
  out.titles = m_titles;
  out.excluded = m_excluded;
  out.exclusions = &m_exclusions;
  return out;
}

criteria::FigureInput Assessment::figure_input() const {
  criteria::FigureInput out;
  out.units = &m_tree.units;
  out.values = &m_values;
  out.evaluation = &m_evaluation;
  out.recognitions = m_recognitions;
  out.titles_known = m_titles_known;
  out.products = m_products;
  out.product_months = m_registers->rules.ocop_months;
  out.counted = m_registers->counted;
  out.day = m_when.date;
  out.year = m_when.year;
  out.base = m_registers->base;
  out.excluded = m_excluded;
  return out;
}

const criteria::Exclusion* Assessment::exclusion(std::uint32_t unit) const {
  const auto found = std::find_if(m_exclusions.begin(), m_exclusions.end(),
                                  [&](const criteria::Exclusion& one) { return one.unit == unit; });
  return found == m_exclusions.end() ? nullptr : &*found;
}

const criteria::Merger* Assessment::merger(std::uint32_t unit) const {
  return unit < m_mergers.size() && m_mergers[unit] ? &*m_mergers[unit] : nullptr;
}

const criteria::Sponsor* Assessment::sponsor(std::uint32_t unit) const {
  const auto found = std::find_if(m_sponsors.begin(), m_sponsors.end(),
                                  [&](const criteria::Sponsor& one) { return one.unit == unit; });
  return found == m_sponsors.end() ? nullptr : &*found;
}

const criteria::SetResult& Assessment::result(const std::string& set) const {
  if (const criteria::SetResult* found = m_evaluation.find(set)) return *found;
  std::vector<std::string> known;
  for (const criteria::SetResult& one : m_evaluation.sets()) known.push_back(one.set().id);
  throw Error(ErrorKind::usage, text("Không có bộ tiêu chí “{}”", "There is no criteria set “{}”", {set}),
              base::nearest_word_advice(set, known));
}

std::vector<const criteria::SetResult*> Assessment::sets_of(std::uint32_t unit) const {
  std::vector<const criteria::SetResult*> out;
  for (const std::string& id : m_rules->catalogue.in_order()) {
    const criteria::SetResult& one = result(id);
    if (one.applies(unit) && one.set().wording_day(m_when.year, m_when.date)) out.push_back(&one);
  }
  return out;
}

std::vector<const criteria::SetResult*> Assessment::chain_from(const criteria::SetResult& first) const {
  std::vector<const criteria::SetResult*> out{&first};
  for (const std::string& rank : criteria::ranks_from(m_rules->catalogue, first.set().rank)) {
    const criteria::CriteriaSet* set = m_rules->catalogue.of_rank(rank, m_when.date);
    const bool above = set != nullptr && set->rank != first.set().rank;
    if (above && set->wording_day(m_when.year, m_when.date)) out.push_back(&result(set->id));
  }
  return out;
}

criteria::Standing Assessment::standing(const criteria::SetResult& of, std::uint32_t unit) const {
  const bool district = m_tree.level_of(unit) == model::UnitLevel::district;
  const criteria::ProgrammeRules& rules = m_registers->rules;
  criteria::Standing out = criteria::standing(
      of, unit, m_recognitions, criteria::ranks_from(m_rules->catalogue, of.set().rank), m_when.date,
      m_registers->counted, district ? rules.district : rules.commune, merger(unit));
  if (district) take_revoked_communes(out, unit);
  return out;
}

bool Assessment::level_is_open(const criteria::SetResult& first, std::uint32_t unit) const {
  const criteria::Standing said = standing(first, unit);
  return said.state == criteria::State::pending_after_merger && said.recognition == nullptr;
}

}  // namespace ntmap::app
