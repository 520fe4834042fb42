#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.hpp"
#include "criteria/date.hpp"
#include "criteria/decimal.hpp"
#include "model/table.hpp"

namespace ntmap::criteria {

/// Reads a table of facts (targets, recognitions, crosswalks) by column name, naming file and row in what
/// it finds. Findings are called "<subject>.<what>".
class TableRows {
 public:
  /// Throws base::Error{not_found} for a needed column that is not there.
  TableRows(const model::Table& table, std::string subject, const std::vector<std::string>& needed);

  std::size_t count() const { return m_table.row_count(); }
  /// The cell as text; "" when there is no such column.
  std::string cell(std::size_t row, std::string_view column) const;
  /// The row in the file, from 1.
  std::uint32_t source_row(std::size_t row) const { return m_table.source_row[row]; }
  /// An empty cell is an empty date; a bad one is a finding and nothing.
  std::optional<Date> date(std::size_t row, std::string_view column, base::Findings& findings) const;
  /// An empty cell is 0.
  std::optional<int> year(std::size_t row, std::string_view column, base::Findings& findings) const;
  void find(base::Findings& findings, std::size_t row, std::string_view what_id, base::Text what,
            base::Text remedy) const;

 private:
  const model::Table& m_table;
  std::string m_subject;
};

}  // namespace ntmap::criteria
