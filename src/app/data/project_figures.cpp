// ProjectData: what one indicator is in one period, whatever it comes from.

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/areas/coverage_figures.hpp"
#include "app/data/carry_indicator.hpp"
#include "app/data/excluded_units.hpp"
#include "app/data/figure_reader.hpp"
#include "app/data/gather_figures.hpp"
#include "app/data/period_rows.hpp"
#include "app/data/project_data.hpp"
#include "app/data/title_mix.hpp"
#include "app/data/told_twice.hpp"
#include "app/data/unknown_id.hpp"
#include "app/programme/computed_figure.hpp"
#include "base/error.hpp"
#include "io/table_reader.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::text;

/// "gained", "lost", "kept" and "still_not" of verdicts; other words changed or stayed.
std::string change_of(const std::string& before, const std::string& now) {
  if (before.empty() || now.empty()) return {};
  if (before == now) return now == "met" ? "kept" : (now == "not_met" ? "still_not" : "same");
  if (now == "met") return "gained";
  return before == "met" ? "lost" : "changed";
}

/// What lies outside 0 to 100 is told by the indicator's own range, with its unit.
void drop_told_by_range(base::Findings& findings) {
  std::erase_if(findings, [](const base::Finding& one) { return one.rule == "percent.outside"; });
}

base::Finding at_least_finding(std::int64_t units) {
  return {base::Severity::note,
          k_rule_at_least,
          {},
          {},
          text("{} đơn vị còn tiêu chí chưa rõ: chỉ xếp vào lớp khi chắc chắn thuộc lớp đó",
               "{} units have unknown criteria: they are put in a class only where it is certain", {units}),
          {}};
}

}  // namespace

Figures ProjectData::figures(const std::string& indicator, const std::string& period, const base::Job& job) {
  const std::scoped_lock lock(m_mutex);
  const model::Indicator* found = m_project->find_indicator(indicator);
  if (found == nullptr) throw unknown_id(text("chỉ tiêu", "indicator"), indicator, m_project->indicators);
  const model::Period* when = period.empty() ? nullptr : m_project->find_period(period);
  if (!period.empty() && when == nullptr) throw unknown_id(text("kỳ", "period"), period, m_project->periods);
  if (found->coverage) return coverage_figures(*found, when, job);
  return found->compute.empty() ? table_figures(*found, when, job) : computed_figures(*found, when, job);
}

Figures ProjectData::empty_figures(const model::Period* period, const base::Job& job) {
  const model::Boundaries& boundaries =
      period == nullptr ? m_project->boundaries.back() : *m_project->boundaries_on(period->date);
  Figures figures;
  figures.units = units(boundaries.id, job);
  figures.values.assign(figures.units->size(), model::k_no_data);
  figures.texts.resize(figures.units->size());
  figures.source_row.resize(figures.units->size(), 0);
  return figures;
}

bool ProjectData::another_period_has(const model::TableSource& source, const std::string& period,
                                     const std::string& field) {
  return std::any_of(source.by_period.begin(), source.by_period.end(), [&](const auto& one) {
    return one.first != period && table(source.id, one.first)->table.find(field) != nullptr;
  });
}

Figures ProjectData::table_figures(const model::Indicator& indicator, const model::Period* period,
                                   const base::Job& job) {
  const model::TableSource& source = *m_project->find_table(indicator.table);
  Figures figures = empty_figures(period, job);
  const std::string when = period == nullptr ? std::string() : period->id;
  if (!is_of_period(source, when)) return figures;
  const auto loaded = table(indicator.table, when);
  if (!loaded) return figures;
  if (loaded->table.find(indicator.field) == nullptr && another_period_has(source, when, indicator.field))
    return figures;
  const EditedTable edited_rows = edited(source, *figures.units, when);
  const model::Table& rows = *edited_rows.table;
  const TableJoin& join = *edited_rows.join;
  figures.file = rows.file;
  figures.not_applicable.resize(figures.units->size());
  for (std::size_t unit = 0; unit < figures.units->size(); ++unit) {
    figures.not_applicable[unit] = applies(*figures.units, unit, source.applies_to) ? 0 : 1;
  }
  figures.findings = loaded->findings;
  for (const base::Findings& some :
       {join_findings(source, when, edited_rows, *figures.units), edited_rows.findings})
    figures.findings.insert(figures.findings.end(), some.begin(), some.end());
  model::Column column = require_column(rows, indicator.field);
  const std::vector<std::uint32_t> unit_of_row = units_then(join, rows, source, when);
  const criteria::ColumnSpec* spec = judged_figure(indicator);
  FigureColumn judged;
  io::NumberColumn numbers;
  if (spec != nullptr) {
    judged = read_figure(*spec, rows, unit_of_row, figures.units->size());
    figures.findings.insert(figures.findings.end(), judged.findings.begin(), judged.findings.end());
  }
  const std::vector<bool> not_applicable = take_not_applicable(column);
  if (spec == nullptr && !indicator.words) {
    numbers = io::read_numbers(rows, column, indicator.percent);
    if (!std::isnan(indicator.minimum) && !std::isnan(indicator.maximum))
      drop_told_by_range(numbers.findings);
    figures.findings.insert(figures.findings.end(), numbers.findings.begin(), numbers.findings.end());
  }
  Gathering gathering(indicator, rows, figures);
  for (std::size_t row = 0; row < rows.row_count(); ++row) {
    const std::uint32_t unit = unit_of_row[row];
    if (unit == k_no_unit) continue;
    if (not_applicable[row] && spec != nullptr) {
      figures.not_applicable[unit] = 1;
    } else if (not_applicable[row]) {
      gathering.not_applicable(unit, row);
      continue;
    }
    if (indicator.words) {
      gathering.word(unit, row, column.text(row));
    } else if (spec != nullptr) {
      if (!column.is_missing(row)) gathering.judged(unit, row, judged.values[unit]);
    } else {
      gathering.number(unit, row, numbers.values[row]);
    }
  }
  gathering.tell_rows_without();
  drop_told_twice(figures.findings);
  find_blanks(figures, gathering, join);
  mark_edited(edited_rows, indicator.field, figures);
  const bool may_exclude = m_project->programme && !m_project->programme->exclusions.empty();
  if (spec != nullptr && period != nullptr && may_exclude)
    mark_excluded(*registers(), *m_project->boundaries_on(period->date), *period, figures);
  return figures;
}

const criteria::ColumnSpec* ProjectData::judged_figure(const model::Indicator& indicator) {
  if (indicator.words || !m_project->criteria) return nullptr;
  const std::vector<std::string>& tables = m_project->criteria->tables;
  const bool judged = std::find(tables.begin(), tables.end(), indicator.table) != tables.end();
  return judged ? criteria::find_spec(rulebook()->specs, indicator.field) : nullptr;
}

Figures ProjectData::computed_figures(const model::Indicator& indicator, const model::Period* period,
                                      const base::Job& job) {
  const bool change = indicator.compute == k_compute_change;
  if (period == nullptr || (!m_project->criteria && !change)) {
    throw Error(
        ErrorKind::data,
        text("Chỉ tiêu “{}” cần [criteria] và một kỳ", "Indicator “{}” needs [criteria] and a period",
             {indicator.id}),
        text("Thêm [criteria] và [[periods]] vào dự án.", "Add [criteria] and [[periods]] to the project."));
  }
  if (change) return changed_figures(indicator, *period, job);
  Figures figures = empty_figures(period, job);
  const auto verdicts = assessment(*period, job);
  if (indicator.compute == k_compute_old_titles)
    return old_titles(indicator, *verdicts, std::move(figures), job);
  ComputedFigure computed = compute_indicator(*verdicts, indicator);
  figures.values = std::move(computed.values);
  figures.texts = std::move(computed.words);
  figures.not_applicable = std::move(computed.not_applicable);
  figures.in_base = std::move(computed.in_base);
  figures.source_row = std::move(computed.source_row);
  figures.file = std::move(computed.file);
  figures.illustrative = computed.illustrative;
  figures.findings = verdicts->findings();
  if (computed.at_least > 0) figures.findings.push_back(at_least_finding(computed.at_least));
  for (const base::Finding& one : registers()->findings) {
    // Which units are judged, and by which column of thresholds.
    if (one.rule.starts_with("traits.") || one.rule.starts_with("exclusions."))
      figures.findings.push_back(one);
  }
  return figures;
}

Figures ProjectData::coverage_figures(const model::Indicator& indicator, const model::Period* period,
                                      const base::Job& job) {
  Figures out = empty_figures(period, job);
  CoverageQuestion question{out.units, period == nullptr ? std::string() : period->date, {}};
  const std::string of = base_for(*m_project, *indicator.coverage);
  if (!of.empty()) question.of = figures(of, period == nullptr ? std::string() : period->id, job).values;
  CoverageValues computed = coverage_values(*m_project, *m_coverages, *indicator.coverage, question, job);
  out.values = std::move(computed.values);
  out.file = std::move(computed.file);
  out.findings = std::move(computed.findings);
  return out;
}

Figures ProjectData::old_titles(const model::Indicator& indicator, const Assessment& now, Figures figures,
                                const base::Job& job) {
  const criteria::SetResult& set = now.result(indicator.set);
  const auto mix = title_mix(*this, now.period(), indicator.set, job);
  figures.not_applicable.assign(figures.units->size(), 0);
  for (std::uint32_t unit = 0; unit < figures.units->size(); ++unit) {
    figures.not_applicable[unit] = set.applies(unit) && !now.excluded(unit) ? 0 : 1;
    if (mix && figures.not_applicable[unit] == 0) figures.texts[unit] = mix_word(*mix, unit);
  }
  if (mix) figures.findings = mix->findings;
  return figures;
}

const model::Period* ProjectData::period_to_compare(const model::Indicator& indicator,
                                                    const model::Period& period, const base::Job& job) {
  const model::Period* best = nullptr;
  for (const model::Period& one : m_project->periods) {
    // A period is not compared with itself or a later one: there, nothing is known of the change.
    const bool earlier = one.date < period.date && (best == nullptr || best->date < one.date);
    const bool asked = indicator.since.empty() ? earlier : one.id == indicator.since && earlier;
    if (asked && has_values(figures(indicator.of, one.id, job))) best = &one;
  }
  return best;
}

Figures ProjectData::changed_figures(const model::Indicator& indicator, const model::Period& period,
                                     const base::Job& job) {
  Figures now = figures(indicator.of, period.id, job);
  const model::Period* since = period_to_compare(indicator, period, job);
  Figures then = empty_figures(&period, job);
  if (since != nullptr && has_values(now)) {
    then = figures(indicator.of, since->id, job);
    now.since = since->id;
    if (then.units != now.units) {
      then = carry_indicator(*this, *m_project->find_indicator(indicator.of), *since, period, job);
      now.findings.insert(now.findings.end(), then.findings.begin(), then.findings.end());
    }
  }
  now.illustrative |= then.illustrative;
  const model::Indicator* indicator_of = m_project->find_indicator(indicator.of);
  for (std::size_t unit = 0; unit < now.units->size(); ++unit) {
    now.values[unit] = now.values[unit] - then.values[unit];
    now.texts[unit] = indicator_of->words ? change_of(then.texts[unit], now.texts[unit]) : std::string();
  }
  return now;
}

std::vector<std::string> ProjectData::periods_of(const std::string& indicator) {
  std::vector<std::string> with_values;
  for (const model::Period& period : m_project->periods) {
    if (has_values(figures(indicator, period.id))) with_values.push_back(period.id);
  }
  return with_values;
}

std::string ProjectData::latest_period_of(const std::string& indicator) {
  for (auto period = m_project->periods.rbegin(); period != m_project->periods.rend(); ++period) {
    if (has_values(figures(indicator, period->id))) return period->id;
  }
  return {};
}

}  // namespace ntmap::app
