#include "criteria/table_rows.hpp"

#include "base/error.hpp"
#include "base/nearest_word.hpp"

namespace ntmap::criteria {

TableRows::TableRows(const model::Table& table, std::string subject, const std::vector<std::string>& needed)
    : m_table(table), m_subject(std::move(subject)) {
  for (const std::string& name : needed) {
    if (table.find(name) != nullptr) continue;
    std::vector<std::string> heads;
    for (const model::Column& column : table.columns) heads.push_back(column.name);
    const auto guess = base::nearest_word(name, heads);
    throw base::Error(base::ErrorKind::not_found,
                      base::text("{}: thiếu cột “{}”", "{}: the column “{}” is missing", {table.file, name}),
                      guess ? base::text("Có phải cột “{}”?", "Is it the column “{}”?", {*guess})
                            : base::text("Đặt tên cột ấy là “{}”.", "Name that column “{}”.", {name}));
  }
}

std::string TableRows::cell(std::size_t row, std::string_view column) const {
  const model::Column* found = m_table.find(column);
  return found == nullptr ? std::string() : found->text(row);
}

void TableRows::find(base::Findings& findings, std::size_t row, std::string_view what_id, base::Text what,
                     base::Text remedy) const {
  findings.push_back({base::Severity::error, m_subject + "." + std::string(what_id), m_table.file_of(row),
                      base::text("dòng {}", "row {}", {std::to_string(m_table.source_row[row])}),
                      std::move(what), std::move(remedy)});
}

std::optional<Date> TableRows::date(std::size_t row, std::string_view column,
                                    base::Findings& findings) const {
  const std::string text = cell(row, column);
  if (text.empty()) return Date{};
  const auto out = Date::parse(text);
  if (!out) {
    find(findings, row, "bad-date", base::text("\"{}\" không phải là ngày", "\"{}\" is not a day", {text}),
         {"ghi như 2024-12-31", "write it as 2024-12-31"});
  }
  return out;
}

std::optional<int> TableRows::year(std::size_t row, std::string_view column, base::Findings& findings) const {
  const std::string text = cell(row, column);
  if (text.empty()) return 0;
  const auto number = Decimal::parse(text);
  if (number && number->scale() == 0 && *number >= Decimal(1900) && *number <= Decimal(2100)) {
    return static_cast<int>(number->digits());
  }
  find(findings, row, "bad-year", base::text("\"{}\" không phải là năm", "\"{}\" is not a year", {text}),
       {"ghi bốn chữ số", "write four digits"});
  return std::nullopt;
}

}  // namespace ntmap::criteria
