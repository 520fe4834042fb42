#include "app/programme/sheet_table.hpp"

#include <stdexcept>
#include <utility>

namespace ntmap::app {
namespace {

constexpr model::Rgb k_paper{255, 255, 255};

}  // namespace

SheetTable::SheetTable(std::string name, const std::vector<Head>& heads, std::size_t frozen) {
  m_sheet.name = std::move(name);
  m_sheet.frozen = frozen;
  for (const Head& head : heads) {
    io::SheetColumn column;
    column.cells.name = head.name;
    column.cells.type = head.number ? model::ColumnType::number : model::ColumnType::text;
    column.heading = head.heading;
    column.decimals = head.decimals;
    m_sheet.columns.push_back(std::move(column));
  }
}

void SheetTable::add(const std::vector<SheetCell>& row) {
  if (row.size() != m_sheet.columns.size()) throw std::logic_error("a row is not as long as its head");
  for (std::size_t i = 0; i < row.size(); ++i) {
    io::SheetColumn& column = m_sheet.columns[i];
    if (column.cells.type == model::ColumnType::number) {
      column.cells.numbers.push_back(row[i].number);
    } else {
      column.cells.texts.push_back(row[i].text);
    }
    if (!row[i].fill && column.fills.empty()) continue;
    column.fills.resize(m_rows, k_paper);  // the rows before the first fill
    column.fills.push_back(row[i].fill.value_or(k_paper));
  }
  ++m_rows;
}

}  // namespace ntmap::app
