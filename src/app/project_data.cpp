#include "app/project_data.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <utility>

#include "app/project_file.hpp"
#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "base/parallel.hpp"
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
  return Error(ErrorKind::not_found, text("Dự án không có {} “{}”", "The project has no {} “{}”", {kind, id}),
               base::nearest_word_advice(id, known));
}

names::AliasBook read_aliases(const model::Project& project) {
  if (project.aliases.empty()) return {};
  const std::string path = resolve(project, project.aliases);
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return {};  // the file is written with the first confirmed choice
  const std::string csv{std::istreambuf_iterator<char>(stream), {}};
  return names::AliasBook(names::parse_aliases(csv, path));
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

 private:
  void refuse(std::uint32_t unit, std::size_t row, const std::string& rule, const Text& what) {
    m_refused[unit] = true;
    m_into.values[unit] = model::k_no_data;
    m_into.texts[unit].clear();
    m_into.findings.push_back({Severity::error, rule, m_table.file,
                               text("dòng {}, cột {}", "row {}, column {}",
                                    {std::to_string(m_table.source_row[row]), m_indicator.field}),
                               what,
                               text("Sửa trong tệp nguồn; trên bản đồ đơn vị này là “chưa rõ”.",
                                    "Mend the source file; on the map this unit is “unknown”.")});
  }

  const model::Indicator& m_indicator;
  const model::Table& m_table;
  Figures& m_into;
  std::vector<bool> m_refused;
};

bool has_values(const Figures& figures) {
  return std::any_of(figures.source_row.begin(), figures.source_row.end(),
                     [](std::uint32_t row) { return row != 0; });
}

}  // namespace

ProjectData::ProjectData(std::shared_ptr<const model::Project> project) : m_project(std::move(project)) {}

ProjectData::ProjectData(std::shared_ptr<const model::Project> project, ProjectData& earlier)
    : m_project(std::move(project)) {
  const std::scoped_lock lock(earlier.m_mutex);
  m_units = earlier.m_units;
  m_label_points = earlier.m_label_points;
  m_tables = earlier.m_tables;
  m_joins = earlier.m_joins;
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

std::shared_ptr<const LoadedTable> ProjectData::table(const std::string& id) {
  const std::scoped_lock lock(m_mutex);
  auto& kept = m_tables[id];
  if (kept) return kept;
  const model::TableSource* source = m_project->find_table(id);
  if (source == nullptr) throw unknown_id(text("bảng", "table"), id, m_project->tables);
  TableRequest request{.encoding = source->encoding, .header_row = source->header_row};
  for (const std::string& file : source->files) request.files.push_back(resolve(*m_project, file));
  kept = std::make_shared<const LoadedTable>(load_table(request));
  return kept;
}

Figures ProjectData::figures(const std::string& indicator, const std::string& period, const base::Job& job) {
  const model::Indicator* found = m_project->find_indicator(indicator);
  if (found == nullptr) throw unknown_id(text("chỉ tiêu", "indicator"), indicator, m_project->indicators);
  const model::Period* when = period.empty() ? nullptr : m_project->find_period(period);
  if (!period.empty() && when == nullptr) throw unknown_id(text("kỳ", "period"), period, m_project->periods);
  return table_figures(*found, when, job);
}

Figures ProjectData::table_figures(const model::Indicator& indicator, const model::Period* period,
                                   const base::Job& job) {
  const std::scoped_lock lock(m_mutex);
  const model::TableSource& source = *m_project->find_table(indicator.table);
  const model::Boundaries& boundaries =
      period == nullptr ? m_project->boundaries.back() : *m_project->boundaries_on(period->date);
  Figures figures;
  figures.units = units(boundaries.id, job);
  figures.values.assign(figures.units->size(), model::k_no_data);
  figures.texts.resize(figures.units->size());
  figures.source_row.resize(figures.units->size(), 0);
  const auto loaded = table(indicator.table);
  figures.file = loaded->table.file;
  if (period != nullptr && !source.period.empty() && source.period != period->id) return figures;

  auto& join = m_joins[source.id + "\n" + boundaries.id];
  if (!join) {
    join = std::make_shared<const TableJoin>(join_table(
        *figures.units, loaded->table, {source.key, source.name, source.district}, read_aliases(*m_project)));
  }
  figures.findings = join->findings;
  const model::Column& column = require_column(loaded->table, indicator.field);
  const model::Column* periods =
      source.period_field.empty() ? nullptr : &require_column(loaded->table, source.period_field);
  const io::NumberColumn numbers = io::read_numbers(loaded->table, column, indicator.percent);
  if (!indicator.words) {
    figures.findings.insert(figures.findings.end(), numbers.findings.begin(), numbers.findings.end());
  }
  Gathering gathering(indicator, loaded->table, figures);
  for (std::size_t row = 0; row < loaded->table.row_count(); ++row) {
    const std::uint32_t unit = join->unit_of_row[row];
    if (unit == k_no_unit) continue;
    if (periods != nullptr && period != nullptr && periods->text(row) != period->id) continue;
    if (indicator.words) {
      gathering.word(unit, row, column.text(row));
    } else {
      gathering.number(unit, row, numbers.values[row]);
    }
  }
  return figures;
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
