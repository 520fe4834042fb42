#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.hpp"
#include "model/table.hpp"

namespace ntmap::io {

/// In what a table's figures are measured, as it says beside the names of its columns; blank where it does
/// not.
struct Measures {
  std::string whole;                 ///< of the table: "ĐVT: ha" above the header
  std::vector<std::string> columns;  ///< of each column: "(ha)" under the header
};

/// The measure in a cell under the header: "ha" for "(ha)", "m2" for "m²".
std::string measure_in(std::string_view cell);

/// The measure that a title states: "m2" for "Đơn vị tính: m2"; blank where it states none.
std::string stated_measure(std::string_view title);

/// Holds the measures of tables that are put together against each other.
class MeasureCheck {
 public:
  /// `measures.columns` are those of the table's columns.
  void take(const model::Table& part, const Measures& measures);
  /// An error for each column (or for all) whose parts are measured in different units; a warning where one
  /// is not known ("hộ, %"), which may be another in other words.
  void report(base::Findings& findings) const;

 private:
  struct Stated {
    std::string column;  ///< blank: the whole table
    std::string measure;
    std::string file;
    std::string sheet;
  };
  std::vector<Stated> m_stated;
};

}  // namespace ntmap::io
