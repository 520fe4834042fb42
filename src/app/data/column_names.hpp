#pragma once

#include <string>
#include <vector>

#include "io/table_reader.hpp"

namespace ntmap::app {

/// Gives the columns of several files or sheets one spelling, since offices write "Mã xã" here and "MÃ XÃ "
/// there. A column that no earlier part has by that exact name takes the name of the earlier one that differs
/// only in case and blanks, else only in marks too, where exactly one does and the part has none of that name
/// itself. Each is told: table.columns-alike, a note, or a warning where marks differ.
class ColumnNames {
 public:
  /// Renames the columns of the next part, decoded and in normal form C.
  void align(io::TableFile& part);

 private:
  std::vector<std::string> m_names;  ///< of all parts so far
};

}  // namespace ntmap::app
