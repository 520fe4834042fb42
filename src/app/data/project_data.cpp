#include "app/data/project_data.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "app/data/crosswalk_steps.hpp"
#include "app/data/excluded_units.hpp"
#include "app/data/period_rows.hpp"
#include "app/data/unit_mergers.hpp"
#include "app/data/unknown_id.hpp"
#include "app/project/aliases_file.hpp"
#include "app/project/project_file.hpp"
#include "app/project/thresholds.hpp"
#include "base/error.hpp"
#include "base/parallel.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::Severity;
using base::text;

names::AliasBook read_aliases(const model::Project& project) {
  return names::AliasBook(all_aliases(project));
}

criteria::Date date_or_open(const std::string& iso) {
  return criteria::Date::parse(iso).value_or(criteria::Date{});
}

}  // namespace

ProjectData::ProjectData(std::shared_ptr<const model::Project> project) : m_project(std::move(project)) {}

ProjectData::ProjectData(std::shared_ptr<const model::Project> project, ProjectData& earlier)
    : m_project(std::move(project)) {
  const std::scoped_lock lock(earlier.m_mutex);
  m_units = earlier.m_units;
  m_label_points = earlier.m_label_points;
  m_tables = earlier.m_tables;
  const bool same_rules = same_thresholds(*m_project, *earlier.m_project);
  if (same_rules) m_rules = earlier.m_rules;
  const bool same_names = m_project->confirmed_names == earlier.m_project->confirmed_names;
  if (same_names) m_joins = earlier.m_joins;
  m_registers = earlier.m_registers;
  m_crosswalks = earlier.m_crosswalks;
  m_coverages = earlier.m_coverages;
  if (same_rules && same_names && m_project->value_edits == earlier.m_project->value_edits)
    m_assessments = earlier.m_assessments;
}

std::shared_ptr<const Units> ProjectData::units(const std::string& vintage, const base::Job& job) {
  const std::scoped_lock lock(m_mutex);
  auto& kept = m_units[vintage];
  if (kept) return kept;
  const model::Boundaries* boundaries = m_project->find_boundaries(vintage);
  if (boundaries == nullptr)
    throw unknown_id(text("ranh giới", "boundaries"), vintage, m_project->boundaries);
  kept = std::make_shared<const Units>(load_units(*m_project, *boundaries, m_project->repair, job));
  return kept;
}

std::shared_ptr<const std::vector<geom::LabelPoint>> ProjectData::label_points(
    const std::shared_ptr<const Units>& units) {
  const std::scoped_lock lock(m_mutex);
  auto& kept = m_label_points[units->vintage];
  if (kept) return kept;
  const model::PolygonSet& polygons = units->layer.polygons;
  auto points = std::make_shared<std::vector<geom::LabelPoint>>(polygons.feature_count());
  base::parallel_for(points->size(), 16, [&](std::size_t begin, std::size_t end) {
    for (std::size_t unit = begin; unit < end; ++unit) {
      const bool empty = polygons.feature_start[unit] == polygons.feature_start[unit + 1];
      if (!empty) (*points)[unit] = geom::label_point(polygons, unit);
    }
  });
  kept = std::move(points);
  return kept;
}

std::shared_ptr<const LoadedTable> ProjectData::table(const std::string& id, const std::string& period) {
  const std::scoped_lock lock(m_mutex);
  const model::TableSource* source = m_project->find_table(id);
  if (source == nullptr) throw unknown_id(text("bảng", "table"), id, m_project->tables);
  TableRequest request{
      .files = source->files, .encoding = source->encoding, .header_row = source->header_row};
  std::string key = id;
  if (const auto file = source->by_period.find(period); file != source->by_period.end()) {
    request.files = file->second;
    key += "\n" + period;
  }
  if (request.files.empty()) return nullptr;
  auto& kept = m_tables[key];
  if (kept) return kept;
  for (std::string& file : request.files) file = resolve(*m_project, file);
  kept = std::make_shared<const LoadedTable>(load_table(request));
  return kept;
}

std::shared_ptr<const TableJoin> ProjectData::joined(const model::TableSource& source, const Units& units,
                                                     const std::string& period) {
  const auto loaded = table(source.id, period);
  const bool one_file = source.by_period.empty();
  auto& join = m_joins[source.id + "\n" + units.vintage + (one_file ? "" : "\n" + period)];
  if (!join) {
    join = std::make_shared<const TableJoin>(
        join_source(*m_project, source, units, loaded->table, read_aliases(*m_project)));
  }
  return join;
}

EditedTable ProjectData::edited(const model::TableSource& source, const Units& units,
                                const std::string& period) {
  const auto loaded = table(source.id, period);
  return edited_table(units, source, period, {loaded, &loaded->table}, joined(source, units, period),
                      m_project->value_edits);
}

std::shared_ptr<const Registers> ProjectData::registers() {
  const std::scoped_lock lock(m_mutex);
  if (m_registers) return m_registers;
  Registers read = load_registers(*m_project);
  if (m_project->criteria) drop_unknown_ranks(read, known_ranks(rulebook()->catalogue, rulebook()->figures));
  m_registers = std::make_shared<const Registers>(std::move(read));
  return m_registers;
}

std::shared_ptr<const ProjectCrosswalks> ProjectData::crosswalks() {
  const std::scoped_lock lock(m_mutex);
  if (!m_crosswalks) m_crosswalks = std::make_shared<const ProjectCrosswalks>(load_crosswalks(*m_project));
  return m_crosswalks;
}

base::Findings ProjectData::join_findings(const model::TableSource& source, const std::string& period,
                                          const EditedTable& rows, const Units& units) {
  const auto of_criteria = [&](const model::CriteriaSource& criteria) {
    return std::find(criteria.tables.begin(), criteria.tables.end(), source.id) != criteria.tables.end();
  };
  const model::Period* when = m_project->find_period(period);
  const bool may_exclude = when != nullptr && m_project->programme &&
                           !m_project->programme->exclusions.empty() && m_project->criteria &&
                           of_criteria(*m_project->criteria);
  if (!may_exclude) return findings_of_join(*rows.join, units, rows.table->file, {}, {});
  return findings_of_join(*rows.join, units, rows.table->file,
                          excluded_units(*registers(), *m_project->boundaries_on(when->date), *when, units),
                          registers()->exclusions.file);
}

FigureTable ProjectData::figure_table(const model::TableSource& source, const std::string& period,
                                      const LoadedTable& loaded, const Units& units,
                                      const std::vector<std::uint32_t>& indices) {
  const EditedTable rows = edited(source, units, period);
  FigureTable out;
  out.table = rows.table;
  out.label_columns = {source.key, source.name, source.district, source.period_field};
  out.label_columns.insert(out.label_columns.end(), source.labels.begin(), source.labels.end());
  out.findings = loaded.findings;
  for (const base::Findings& some : {join_findings(source, period, rows, units), rows.findings})
    out.findings.insert(out.findings.end(), some.begin(), some.end());
  for (const std::uint32_t unit : units_then(*rows.join, *rows.table, source, period))
    out.unit_of_row.push_back(unit == k_no_unit ? unit : indices[unit]);
  for (const auto& [figure, unit] : rows.cells) out.edited.emplace_back(figure, indices[unit]);
  return out;
}

std::shared_ptr<const Rulebook> ProjectData::rulebook() {
  const std::scoped_lock lock(m_mutex);
  if (!m_rules) m_rules = std::make_shared<const Rulebook>(load_rulebook(*m_project));
  return m_rules;
}

std::vector<FigureTable> ProjectData::figure_tables(const model::Period& period, const base::Job& job) {
  const std::scoped_lock lock(m_mutex);
  const auto now = units(m_project->boundaries_on(period.date)->id, job);
  std::vector<std::uint32_t> indices(now->size());
  std::iota(indices.begin(), indices.end(), 0U);
  std::vector<FigureTable> tables;
  for (const std::string& id : m_project->criteria->tables) {
    const model::TableSource& source = *m_project->find_table(id);
    const bool asked = source.level == model::UnitLevel::commune && is_of_period(source, period.id);
    const auto loaded = asked ? table(id, period.id) : nullptr;
    if (!loaded) continue;
    tables.push_back(figure_table(source, period.id, *loaded, *now, indices));
  }
  return tables;
}

std::vector<FigureTable> ProjectData::tables_above(const UnitTree& tree, const std::string& vintage,
                                                   const std::string& period) {
  std::vector<FigureTable> tables;
  for (const std::string& id : m_project->criteria->tables) {
    const model::TableSource& source = *m_project->find_table(id);
    const bool asked = source.level != model::UnitLevel::commune && is_of_period(source, period);
    const auto loaded = asked ? table(id, period) : nullptr;
    if (!loaded) continue;
    const Units above = units_of_level(tree, source.level, vintage);
    tables.push_back(figure_table(source, period, *loaded, above, tree.of_level(source.level)));
  }
  return tables;
}

/// Without its crosswalk a unit still has verdicts: a file that does not read is told, and stops nothing
/// here.
void ProjectData::take_mergers(const model::Boundaries& boundaries, AssessmentInput& input) {
  if (registers()->recognitions.rows.empty()) return;
  try {
    input.mergers = unit_mergers(*m_project, *crosswalks(), *registers(), input.tree, boundaries);
    for (const base::Finding& finding : crosswalks()->findings) {
      if (finding.severity == Severity::error) input.findings.push_back(finding);  // a row is left out
    }
  } catch (const Error& error) {
    input.findings.push_back({Severity::warning, "crosswalk.unreadable", m_project->file, boundaries.title,
                              error.message(), error.remedy()});
  }
}

std::shared_ptr<const Assessment> ProjectData::assessment(const model::Period& period, const base::Job& job) {
  const std::scoped_lock lock(m_mutex);
  if (!m_project->criteria) return nullptr;
  auto& kept = m_assessments[period.id];
  if (kept) return kept;
  const model::Boundaries& boundaries = *m_project->boundaries_on(period.date);
  AssessmentInput input{.rules = rulebook(),
                        .registers = registers(),
                        .tree = unit_tree(*units(boundaries.id, job), *m_project),
                        .days = {date_or_open(boundaries.valid_from), date_or_open(boundaries.valid_to)},
                        .period = period,
                        .scope = m_project->province,
                        .tables = figure_tables(period, job),
                        .mergers = {},
                        .findings = {}};
  take_mergers(boundaries, input);
  for (FigureTable& one : tables_above(input.tree, boundaries.id, period.id))
    input.tables.push_back(std::move(one));
  kept = std::make_shared<const Assessment>(std::move(input));
  return kept;
}

}  // namespace ntmap::app
