#include "app/data/project_data.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <numeric>
#include <utility>

#include "app/areas/coverage_figures.hpp"
#include "app/data/carry_indicator.hpp"
#include "app/data/crosswalk_steps.hpp"
#include "app/data/figure_reader.hpp"
#include "app/data/table_place.hpp"
#include "app/data/title_mix.hpp"
#include "app/data/unit_mergers.hpp"
#include "app/programme/computed_figure.hpp"
#include "app/project/aliases_file.hpp"
#include "app/project/project_file.hpp"
#include "app/project/thresholds.hpp"
#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "base/parallel.hpp"
#include "criteria/value_text.hpp"
#include "io/table_reader.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::Finding;
using base::Severity;
using base::Text;
using base::text;

template <class Item>
Error unknown_id(const Text& kind, const std::string& id, const std::vector<Item>& items) {
  std::vector<std::string> known;
  for (const Item& item : items) known.push_back(item.id);
  return Error(ErrorKind::usage, text("Dự án không có {} “{}”", "The project has no {} “{}”", {kind, id}),
               base::nearest_word_advice(id, known));
}

names::AliasBook read_aliases(const model::Project& project) {
  return names::AliasBook(all_aliases(project));
}

/// Gathers the cells of one indicator and period; tells about cells that disagree or are out of range.
class Gathering {
 public:
  Gathering(const model::Indicator& indicator, const model::Table& table, Figures& into)
      : m_indicator(indicator), m_table(table), m_into(into), m_refused(into.units->size(), false) {}

  void number(std::uint32_t unit, std::size_t row, double value) {
    if (std::isnan(value)) return;
    if (value < m_indicator.minimum || value > m_indicator.maximum) {
      refuse(unit, row, "figures.out-of-range",
             text("{}: {} nằm ngoài khoảng {} – {}", "{}: {} lies outside {} – {}",
                  {m_into.units->full_name(unit), base::short_number(value),
                   base::short_number(m_indicator.minimum), base::short_number(m_indicator.maximum)}));
      return;
    }
    const bool first = m_into.source_row[unit] == 0;
    if (!first && m_into.values[unit] != value) {
      refuse(unit, row, "figures.disagree",
             text("{}: hai giá trị khác nhau, {} (dòng {}) và {}",
                  "{}: two values that differ, {} (row {}) and {}",
                  {m_into.units->full_name(unit), base::short_number(m_into.values[unit]),
                   std::to_string(m_into.source_row[unit]), base::short_number(value)}));
      return;
    }
    if (!m_refused[unit]) m_into.values[unit] = value;
    m_into.source_row[unit] = m_table.source_row[row];
  }

  void word(std::uint32_t unit, std::size_t row, const std::string& value) {
    if (value.empty()) return;
    if (m_into.source_row[unit] != 0 && m_into.texts[unit] != value) {
      refuse(unit, row, "figures.disagree",
             text("{}: hai giá trị khác nhau, “{}” (dòng {}) và “{}”",
                  "{}: two values that differ, “{}” (row {}) and “{}”",
                  {m_into.units->full_name(unit), m_into.texts[unit], std::to_string(m_into.source_row[unit]),
                   value}));
      return;
    }
    if (!m_refused[unit]) m_into.texts[unit] = value;
    m_into.source_row[unit] = m_table.source_row[row];
  }

  /// A figure that the criteria know, as they read it; NaN was refused there, with a finding.
  void judged(std::uint32_t unit, std::size_t row, double value) {
    if (std::isnan(value)) m_refused[unit] = true;
    number(unit, row, value);
  }

  bool refused(std::uint32_t unit) const { return m_refused[unit]; }

 private:
  void refuse(std::uint32_t unit, std::size_t row, const std::string& rule, const Text& what) {
    m_refused[unit] = true;
    m_into.values[unit] = model::k_no_data;
    m_into.texts[unit].clear();
    m_into.findings.push_back(
        {Severity::error, rule, m_table.file_of(row),
         text("{}, cột {}", "{}, column {}", {row_place(m_table, row), m_indicator.field}), what,
         text("Sửa trong tệp nguồn; trên bản đồ đơn vị này là “chưa rõ”.",
              "Mend the source file; on the map this unit is “unknown”.")});
  }

  const model::Indicator& m_indicator;
  const model::Table& m_table;
  Figures& m_into;
  std::vector<bool> m_refused;
};

void mark_edited(const EditedTable& edited, const std::string& field, Figures& figures) {
  for (const auto& [changed, unit] : edited.cells) {
    if (changed != field) continue;
    if (figures.edited.empty()) figures.edited.resize(figures.units->size());
    figures.edited[unit] = 1;
  }
}

criteria::Date date_or_open(const std::string& iso) {
  return criteria::Date::parse(iso).value_or(criteria::Date{});
}

/// "gained", "lost", "kept" and "still_not" of verdicts; other words changed or stayed.
std::string change_of(const std::string& before, const std::string& now) {
  if (before.empty() || now.empty()) return {};
  if (before == now) return now == "met" ? "kept" : (now == "not_met" ? "still_not" : "same");
  if (now == "met") return "gained";
  return before == "met" ? "lost" : "changed";
}

/// Blanks the cells that say "không áp dụng" and tells which they were: that is no missing figure.
std::vector<bool> take_not_applicable(model::Column& column) {
  std::vector<bool> rows(column.size(), false);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (!column.has_text(row) || !criteria::is_not_applicable_word(column.texts[row])) continue;
    rows[row] = true;
    column.texts[row].clear();
  }
  return rows;
}

/// Whether a table that is of one period is of this one; no period asked for is any.
bool is_of_period(const model::TableSource& source, const std::string& period) {
  return source.period.empty() || period.empty() || source.period == period;
}

/// The unit of each row that is of the period; k_no_unit for the others.
std::vector<std::uint32_t> units_then(const TableJoin& join, const model::Table& rows,
                                      const model::TableSource& source, const std::string& period) {
  std::vector<std::uint32_t> out = join.unit_of_row;
  if (source.period_field.empty() || period.empty()) return out;
  const model::Column& periods = require_column(rows, source.period_field);
  for (std::size_t row = 0; row < out.size(); ++row) {
    if (periods.text(row) != period) out[row] = k_no_unit;
  }
  return out;
}

/// Units without a figure, but for those that have no row at all, whose figure was refused, or that the
/// figure is not for: about these there is a finding already, or nothing to say.
void find_blanks(Figures& figures, const Gathering& gathering, const TableJoin& join) {
  const auto& without_row = join.unit_without_row;
  for (std::uint32_t unit = 0; unit < figures.units->size(); ++unit) {
    const bool has_figure = !std::isnan(figures.values[unit]) || !figures.texts[unit].empty();
    const bool known = !std::binary_search(without_row.begin(), without_row.end(), unit);
    const bool open = known && figures.not_applicable[unit] == 0 && !gathering.refused(unit);
    if (!has_figure && open) figures.blank.push_back(unit);
  }
}

bool has_values(const Figures& figures) {
  const auto& values = figures.values;
  return std::any_of(values.begin(), values.end(), [](double value) { return !std::isnan(value); }) ||
         std::any_of(figures.texts.begin(), figures.texts.end(),
                     [](const std::string& word) { return !word.empty(); });
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
        join_table(units, loaded->table, {source.key, source.name, source.district, source.applies_to},
                   read_aliases(*m_project)));
  }
  return join;
}

EditedTable ProjectData::edited(const model::TableSource& source, const Units& units,
                                const std::string& period) {
  const auto loaded = table(source.id, period);
  return edited_table(units, source, period, {loaded, &loaded->table}, joined(source, units, period),
                      m_project->value_edits);
}

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
  for (const base::Findings& some : {join.findings, edited_rows.findings})
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
    figures.findings.insert(figures.findings.end(), numbers.findings.begin(), numbers.findings.end());
  }
  Gathering gathering(indicator, rows, figures);
  for (std::size_t row = 0; row < rows.row_count(); ++row) {
    const std::uint32_t unit = unit_of_row[row];
    if (unit == k_no_unit) continue;
    if (not_applicable[row]) figures.not_applicable[unit] = 1;
    if (indicator.words) {
      gathering.word(unit, row, column.text(row));
    } else if (spec != nullptr) {
      if (!column.is_missing(row)) gathering.judged(unit, row, judged.values[unit]);
    } else {
      gathering.number(unit, row, numbers.values[row]);
    }
  }
  find_blanks(figures, gathering, join);
  mark_edited(edited_rows, indicator.field, figures);
  return figures;
}

const criteria::ColumnSpec* ProjectData::judged_figure(const model::Indicator& indicator) {
  if (indicator.words || !m_project->criteria) return nullptr;
  const std::vector<std::string>& tables = m_project->criteria->tables;
  const bool judged = std::find(tables.begin(), tables.end(), indicator.table) != tables.end();
  return judged ? criteria::find_spec(rulebook()->specs, indicator.field) : nullptr;
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

FigureTable ProjectData::figure_table(const model::TableSource& source, const std::string& period,
                                      const LoadedTable& loaded, const EditedTable& rows,
                                      const std::vector<std::uint32_t>& indices) {
  FigureTable out;
  out.table = rows.table;
  out.label_columns = {source.key, source.name, source.district, source.period_field};
  out.label_columns.insert(out.label_columns.end(), source.labels.begin(), source.labels.end());
  for (const base::Findings* some : {&loaded.findings, &rows.join->findings, &rows.findings})
    out.findings.insert(out.findings.end(), some->begin(), some->end());
  for (const std::uint32_t unit : units_then(*rows.join, *rows.table, source, period))
    out.unit_of_row.push_back(unit == k_no_unit ? unit : indices[unit]);
  for (const std::uint32_t unit : rows.join->unit_without_row) out.unit_without_row.push_back(indices[unit]);
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
    const EditedTable rows = edited(source, *now, period.id);
    tables.push_back(figure_table(source, period.id, *loaded, rows, indices));
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
    const EditedTable rows = edited(source, units_of_level(tree, source.level, vintage), period);
    tables.push_back(figure_table(source, period, *loaded, rows, tree.of_level(source.level)));
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
  figures.source_row = std::move(computed.source_row);
  figures.file = std::move(computed.file);
  figures.findings = verdicts->findings();
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
  for (std::size_t unit = 0; unit < now.units->size(); ++unit) {
    now.values[unit] = now.values[unit] - then.values[unit];
    now.texts[unit] = change_of(then.texts[unit], now.texts[unit]);
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
