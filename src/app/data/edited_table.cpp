#include "app/data/edited_table.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

namespace ntmap::app {
namespace {

using base::text;

std::optional<double> number_in(const std::string& value) {
  double number = 0;
  const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (failure != std::errc() || end != value.data() + value.size()) return std::nullopt;
  return number;
}

/// Writes a value into a cell; a word in a column of numbers makes it a mixed one.
void put(model::Column& column, std::size_t row, const std::string& value) {
  const auto number = column.type == model::ColumnType::text ? std::nullopt : number_in(value);
  if (column.type == model::ColumnType::number && !number && !value.empty()) {
    column.type = model::ColumnType::mixed;
    column.texts.resize(column.numbers.size());
  }
  if (column.type != model::ColumnType::text) column.numbers[row] = number.value_or(model::k_no_data);
  if (column.type != model::ColumnType::number) column.texts[row] = number ? std::string() : value;
}

/// A number changed by hand says its decimals for sure, whatever mark the texts beside it use.
void make_mixed(model::Column& column) {
  if (column.type != model::ColumnType::text) return;
  column.type = model::ColumnType::mixed;
  column.numbers.assign(column.texts.size(), model::k_no_data);
}

void add_row(model::Table& table) {
  for (model::Column& column : table.columns) {
    if (column.type != model::ColumnType::text) column.numbers.push_back(model::k_no_data);
    if (column.type != model::ColumnType::number) column.texts.emplace_back();
  }
  table.source_row.push_back(0);
}

/// The table being changed, copied once there is something to change.
class Editor {
 public:
  Editor(const Units& units, const model::TableSource& source, std::string period, EditedTable& out)
      : m_units(units), m_source(source), m_period(std::move(period)), m_out(out) {}

  void take(const model::ValueEdit& edit) {
    const auto unit = m_units.by_code.find(edit.code);
    const model::Column* known = m_out.table->find(edit.field);
    if (unit == m_units.by_code.end() || known == nullptr) return tell(edit);
    const auto at = static_cast<std::size_t>(known - m_out.table->columns.data());
    model::Table& table = copy();
    const std::vector<std::size_t> rows = rows_of(unit->second);
    if (number_in(edit.value)) make_mixed(table.columns[at]);
    for (const std::size_t row : rows) put(table.columns[at], row, edit.value);
    m_out.cells.emplace_back(edit.field, unit->second);
  }

 private:
  model::Table& copy() {
    if (!m_table) {
      m_table = std::make_shared<model::Table>(*m_out.table);
      m_join = std::make_shared<TableJoin>(*m_out.join);
      m_out.table = m_table;
      m_out.join = m_join;
    }
    return *m_table;
  }

  /// All of them: where the source contradicts itself, the value changed by hand is what holds.
  std::vector<std::size_t> rows_of(std::uint32_t unit) {
    const model::Column* periods =
        m_source.period_field.empty() ? nullptr : m_table->find(m_source.period_field);
    const auto& units = m_join->unit_of_row;
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < units.size(); ++row) {
      const bool then = periods == nullptr || m_period.empty() || periods->text(row) == m_period;
      if (units[row] == unit && then) rows.push_back(row);
    }
    if (rows.empty()) rows.push_back(new_row(unit));
    return rows;
  }

  std::size_t new_row(std::uint32_t unit) {
    add_row(*m_table);
    m_join->unit_of_row.push_back(unit);
    std::erase(m_join->unit_without_row, unit);
    const std::size_t row = m_table->row_count() - 1;
    for (model::Column& column : m_table->columns) {
      if (column.name == m_source.key) put(column, row, m_units.codes[unit]);
      if (column.name == m_source.name) put(column, row, m_units.names[unit]);
      if (column.name == m_source.period_field) put(column, row, m_period);
    }
    return row;
  }

  void tell(const model::ValueEdit& edit) {
    m_out.findings.push_back({base::Severity::warning, "edits.no-place", m_out.table->file,
                              text("mã {}, cột {}", "code {}, column {}", {edit.code, edit.field}),
                              text("số liệu sửa tay không có chỗ: đơn vị hoặc cột không còn",
                                   "an edited value has no place: its unit or column is gone"),
                              text("Xóa dòng đó trong tệp số liệu đã sửa, hoặc sửa mã.",
                                   "Delete the row in the file of edited values, or mend its code.")});
  }

  const Units& m_units;
  const model::TableSource& m_source;
  std::string m_period;
  EditedTable& m_out;
  std::shared_ptr<model::Table> m_table;
  std::shared_ptr<TableJoin> m_join;
};

}  // namespace

EditedTable edited_table(const Units& units, const model::TableSource& source, const std::string& period,
                         std::shared_ptr<const model::Table> table, std::shared_ptr<const TableJoin> join,
                         const std::vector<model::ValueEdit>& edits) {
  EditedTable out{std::move(table), std::move(join), {}, {}};
  Editor editor(units, source, period, out);
  for (const model::ValueEdit& edit : edits) {
    if (edit.table == source.id && edit.period == period) editor.take(edit);
  }
  return out;
}

}  // namespace ntmap::app
