#include "app/desk/unit_table.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/data/whole_numbers.hpp"
#include "app/desk/filter.hpp"
#include "app/desk/word_labels.hpp"
#include "app/programme/count_range.hpp"
#include "app/project/field_names.hpp"
#include "io/csv_writer.hpp"
#include "io/source_path.hpp"
#include "io/xlsx_writer.hpp"
#include "names/fold.hpp"
#include "stats/summary.hpp"

namespace ntmap::app {
namespace {

using base::Lang;
using base::Text;
using base::text;

UnitColumn word_column(std::string id, Text title, const std::vector<std::string>& words) {
  UnitColumn column;
  column.id = std::move(id);
  column.title = std::move(title);
  column.words.assign(words.begin(), words.end());
  for (const std::string& word : words) column.keys.push_back(names::search_key(word));
  return column;
}

UnitColumn indicator_column(const model::Project& project, const model::Indicator& indicator,
                            const Figures& figures) {
  UnitColumn column;
  column.id = indicator.id;
  column.title = indicator.title.empty() ? Text(indicator.id) : indicator.title;
  column.unit = indicator.unit;
  column.decimals = indicator.decimals;
  column.not_applicable = figures.not_applicable;
  column.edited = figures.edited;
  if (!indicator.words) {
    column.numbers = figures.values;
    if (!indicator.percent && all_whole(figures.values)) column.decimals = 0;
    // Of a number of which only a range is known the cell says the bound; it sorts and counts as unknown.
    for (const scene::ValueRange& range : count_ranges(figures))
      column.keys.push_back(std::isnan(range.least) ? std::string() : short_range(range));
    column.adds_up =
        !indicator.percent && indicator.weight.empty() && !says_mean(column.title.vi, indicator.unit.vi);
    return column;
  }
  for (const std::string& word : figures.texts) {
    column.words.push_back(word_label(project, indicator, word));
    column.keys.push_back(names::search_key(column.words.back().vi));
  }
  return column;
}

bool any_words(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [](const std::string& word) { return !word.empty(); });
}

void add_identity(UnitTable& table) {
  const Units& units = *table.units;
  table.columns.push_back(word_column("name", text("Tên", "Name"), units.names));
  if (any_words(units.types)) table.columns.push_back(word_column("type", text("Loại", "Type"), units.types));
  if (any_words(units.districts))
    table.columns.push_back(word_column("district", text("Huyện", "District"), units.districts));
  table.columns.push_back(word_column("code", text("Mã", "Code"), units.codes));
}

/// Orders two units by a column; no data comes last in both directions.
struct ByColumn {
  const UnitColumn& column;
  bool descending;

  bool operator()(std::uint32_t a, std::uint32_t b) const {
    if (column.is_number()) {
      const double x = column.numbers[a];
      const double y = column.numbers[b];
      if (std::isnan(x) || std::isnan(y)) return !std::isnan(x) && std::isnan(y);
      return descending ? y < x : x < y;
    }
    const std::string& x = column.keys[a];
    const std::string& y = column.keys[b];
    if (x.empty() || y.empty()) return !x.empty() && y.empty();
    return descending ? y < x : x < y;
  }
};

bool passes(const UnitColumn& column, const Filter& filter, std::uint32_t row) {
  return column.is_number() ? filter.accepts(column.numbers[row]) : filter.accepts(column.keys[row]);
}

std::vector<const UnitColumn*> shown_columns(const UnitTable& table, const TableView& view) {
  std::vector<const UnitColumn*> shown;
  for (const UnitColumn& column : table.columns) {
    if (!view.hidden.contains(column.id)) shown.push_back(&column);
  }
  return shown;
}

Text heading(const UnitColumn& column) {
  return column.unit.empty() ? column.title : text("{} ({})", "{} ({})", {column.title, column.unit});
}

/// Numbers stay numbers; a cell without one says why, as on the screen.
model::Column written(const UnitColumn& column, const std::vector<std::uint32_t>& units, Lang lang) {
  model::Column out;
  out.name = heading(column).in(lang);
  out.type = column.is_number() ? model::ColumnType::mixed : model::ColumnType::text;
  for (const std::uint32_t unit : units) {
    const double number = column.is_number() ? column.numbers[unit] : model::k_no_data;
    if (column.is_number()) out.numbers.push_back(number);
    out.texts.push_back(std::isnan(number) ? column.cell(unit).in(lang) : std::string());
  }
  return out;
}

}  // namespace

Text UnitColumn::cell(std::size_t row) const {
  if (!not_applicable.empty() && not_applicable[row] != 0) return text("không áp dụng", "not applicable");
  if (!is_number()) return words[row].empty() ? text("chưa rõ", "unknown") : words[row];
  if (!std::isnan(numbers[row])) return base::number(numbers[row], decimals);
  return row < keys.size() && !keys[row].empty() ? Text(keys[row]) : text("chưa rõ", "unknown");
}

const UnitColumn* UnitTable::find(const std::string& id) const {
  const auto found =
      std::find_if(columns.begin(), columns.end(), [&](const UnitColumn& column) { return column.id == id; });
  return found == columns.end() ? nullptr : &*found;
}

UnitTable unit_table(ProjectData& data, const std::string& period, const base::Job& job) {
  const model::Project& project = data.project();
  const model::Period* when = period.empty() ? nullptr : project.find_period(period);
  UnitTable table;
  table.period = period;
  table.units =
      data.units((when == nullptr ? &project.boundaries.back() : project.boundaries_on(when->date))->id, job);
  add_identity(table);
  for (const model::Indicator& indicator : project.indicators) {
    job.checkpoint();
    try {
      table.columns.push_back(indicator_column(project, indicator, data.figures(indicator.id, period, job)));
    } catch (const base::Error& error) {
      if (error.kind() == base::ErrorKind::cancelled) throw;
      table.findings.push_back({base::Severity::error, "figures.unreadable", indicator.table, indicator.title,
                                error.message(), error.remedy()});
    }
  }
  return table;
}

TableRows table_rows(const UnitTable& table, const TableView& view, const Selection& selection, Lang lang) {
  TableRows rows;
  std::vector<std::pair<const UnitColumn*, Filter>> filters;
  for (const auto& [id, words] : view.filters) {
    const UnitColumn* column = table.find(id);
    if (column == nullptr) continue;
    try {
      using Cells = Filter::Cells;
      const Cells cells = column->is_number() ? Cells::numbers : Cells::words;
      filters.emplace_back(column, Filter::parse(words, lang, cells));
    } catch (const base::Error& error) {
      rows.bad_filters.emplace(id, error);
    }
  }
  for (std::uint32_t unit = 0; unit < table.units->size(); ++unit) {
    if (view.only_selected && !selection.contains(unit)) continue;
    const bool all = std::all_of(filters.begin(), filters.end(),
                                 [unit](const auto& one) { return passes(*one.first, one.second, unit); });
    if (all) rows.units.push_back(unit);
  }
  if (const UnitColumn* column = table.find(view.sort_by))
    std::stable_sort(rows.units.begin(), rows.units.end(), ByColumn{*column, view.descending});
  return rows;
}

ColumnTotal column_total(const UnitColumn& column, const std::vector<std::uint32_t>& units) {
  ColumnTotal total;
  if (!column.is_number()) return total;
  std::vector<double> values;
  for (const std::uint32_t unit : units) {
    const bool applies = column.not_applicable.empty() || column.not_applicable[unit] == 0;
    if (applies) values.push_back(column.numbers[unit]);
  }
  const stats::Summary summary = stats::summarise(values);
  return {summary.count, summary.missing, summary.sum, summary.mean, summary.min, summary.max};
}

std::string table_text(const UnitTable& table, const TableView& view, const std::vector<std::uint32_t>& units,
                       Lang lang) {
  const auto columns = shown_columns(table, view);
  std::string out;
  const auto line = [&](const auto& cell) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i > 0) out += '\t';
      out += cell(*columns[i]);
    }
    out += '\n';
  };
  line([&](const UnitColumn& column) { return heading(column).in(lang); });
  for (const std::uint32_t unit : units) {
    line([&](const UnitColumn& column) { return column.cell(unit).in(lang); });
  }
  return out;
}

void export_table(const UnitTable& table, const TableView& view, const std::vector<std::uint32_t>& units,
                  Lang lang, const std::filesystem::path& target, base::Overwrite overwrite) {
  const std::string extension = io::extension_of(target.string());
  const auto columns = shown_columns(table, view);
  if (extension == ".csv") {
    std::vector<model::Column> written_columns;
    for (const UnitColumn* column : columns) written_columns.push_back(written(*column, units, lang));
    const io::CsvOptions options =
        lang == Lang::vi ? io::CsvOptions{.separator = ';', .decimal = ','} : io::CsvOptions{};
    io::write_csv(written_columns, options, target, overwrite);
    return;
  }
  if (extension != ".xlsx") {
    throw base::Error(base::ErrorKind::usage,
                      text("Không ghi được bảng dạng “{}”", "A table cannot be written as “{}”", {extension}),
                      text("Đặt đuôi tệp là .xlsx hoặc .csv.", "End the file's name with .xlsx or .csv."));
  }
  io::Sheet sheet{.name = table.period.empty() ? "ntmap" : table.period, .columns = {}};
  for (const UnitColumn* column : columns) {
    sheet.columns.push_back({.cells = written(*column, units, lang),
                             .heading = {},
                             .decimals = column->is_number() ? column->decimals : -1,
                             .fills = {}});
  }
  io::write_xlsx(std::span(&sheet, 1), sheet.name, target, overwrite);
}

}  // namespace ntmap::app
