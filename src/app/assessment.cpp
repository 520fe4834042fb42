#include "app/assessment.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "app/project_file.hpp"
#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "criteria/read_values.hpp"
#include "criteria/set_file.hpp"
#include "names/unit_name.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::text;
using criteria::Verdict;

std::vector<std::filesystem::path> resolved(const model::Project& project,
                                            const std::vector<std::string>& files) {
  std::vector<std::filesystem::path> paths;
  for (const std::string& file : files) paths.emplace_back(resolve(project, file));
  return paths;
}

/// "Thị trấn" as the criteria sets write it: "thị trấn".
std::string small_type(const std::string& type) {
  const std::string known = names::type_name(names::unit_type_from(type)).vi;
  return known.empty() ? type : known;
}

criteria::Units criteria_units(const Units& units, const std::string& region_word) {
  const auto region = criteria::region_from(region_word);
  if (!region) {
    throw Error(ErrorKind::data, text("Không có vùng “{}”", "There is no region “{}”", {region_word}),
                text("Dùng tdmnpb, dbsh, btb, dhntb, taynguyen, dnb hoặc dbscl.",
                     "Use tdmnpb, dbsh, btb, dhntb, taynguyen, dnb or dbscl."));
  }
  criteria::Units out(units.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = {.code = units.codes[i],
              .name = units.names[i],
              .type = small_type(units.types[i]),
              .region = *region};
  }
  return out;
}

criteria::Period period_of(const std::string& date) {
  const auto day = criteria::Date::parse(date);
  if (!day) throw Error(ErrorKind::data, text("Ngày không hợp lệ: {}", "Not a date: {}", {date}));
  return {day->year, *day};
}

std::string word_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::met:
      return "met";
    case Verdict::not_met:
      return "not_met";
    case Verdict::unknown:
      return "unknown";
    case Verdict::not_applicable:
      break;
  }
  return "not_applicable";
}

std::size_t criterion_index(const criteria::CriteriaSet& set, const std::string& number) {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < set.criteria.size(); ++i) {
    if (set.criteria[i].no == number) return i;
    known.push_back(set.criteria[i].no);
  }
  throw Error(ErrorKind::not_found,
              text("Bộ tiêu chí “{}” không có tiêu chí {}", "Criteria set “{}” has no criterion {}",
                   {set.id, number}),
              base::nearest_word_advice(number, known));
}

/// A count of criteria; unknown ones never count as met, and hide nothing that fails.
double counted(const std::string& what, const criteria::CriteriaCount& count) {
  if (what == "met") return count.met;
  if (what != "unmet") {
    throw Error(ErrorKind::usage, text("Không tính được “{}”", "Cannot compute “{}”", {what}),
                text("Dùng unmet, met hoặc verdict:SỐ.", "Use unmet, met or verdict:NUMBER."));
  }
  return count.not_met == 0 && count.unknown > 0 ? model::k_no_data : count.not_met;
}

}  // namespace

Rulebook load_rulebook(const model::Project& project) {
  const model::CriteriaSource& source = *project.criteria;
  Rulebook rules;
  rules.catalogue =
      criteria::load_catalogue(resolved(project, source.sets), resolved(project, source.overlays));
  rules.specs =
      criteria::column_specs(rules.catalogue, criteria::load_figures(resolve(project, source.figures)));
  return rules;
}

Assessment::Assessment(std::shared_ptr<const Rulebook> rules, const std::shared_ptr<const Units>& units,
                       const std::string& region, const std::string& date,
                       const std::vector<FigureTable>& tables)
    : m_rules(std::move(rules)),
      m_units(criteria_units(*units, region)),
      m_period(period_of(date)),
      m_values(m_period.year, units->size()) {
  for (const FigureTable& one : tables) {
    criteria::read_values(m_values, m_rules->specs, *one.table, one.unit_of_row, one.label_columns,
                          m_findings);
  }
  m_evaluation = criteria::evaluate(input());
}

criteria::EvaluationInput Assessment::input() const {
  return {.catalogue = &m_rules->catalogue, .units = &m_units, .values = &m_values, .period = m_period};
}

Assessment::Figure Assessment::compute(const std::string& what, const std::string& set) const {
  const criteria::SetResult* result = m_evaluation.find(set);
  if (result == nullptr) {
    std::vector<std::string> known;
    for (const criteria::SetResult& one : m_evaluation.sets()) known.push_back(one.set().id);
    throw Error(ErrorKind::not_found,
                text("Không có bộ tiêu chí “{}”", "There is no criteria set “{}”", {set}),
                base::nearest_word_advice(set, known));
  }
  Figure figure;
  figure.values.assign(m_units.size(), model::k_no_data);
  figure.words.resize(m_units.size());
  figure.not_applicable.assign(m_units.size(), 0);
  const bool verdict = what.starts_with("verdict:");
  const auto criterion = verdict ? criterion_index(result->set(), what.substr(8)) : 0;
  for (std::size_t unit = 0; unit < m_units.size(); ++unit) {
    if (!result->applies(unit)) {
      figure.not_applicable[unit] = 1;
      figure.words[unit] = word_of(Verdict::not_applicable);
    } else if (verdict) {
      figure.words[unit] = word_of(result->criterion(criterion, unit).verdict());
    } else {
      figure.values[unit] = counted(what, result->count(unit));
    }
  }
  return figure;
}

}  // namespace ntmap::app
