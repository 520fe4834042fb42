#pragma once

#include <string>

namespace ntmap::model {

/// One cell of a table that a person changed in the program; the source file stays as it is.
struct ValueEdit {
  std::string table;   ///< id of a TableSource
  std::string field;   ///< column of that table
  std::string period;  ///< id; empty for tables without periods
  std::string code;    ///< of the unit
  std::string value;   ///< "98.5" or a word; empty: no data
  std::string was;     ///< what the source says, for readers; never used
  std::string who;
  std::string when;  ///< "2025-01-31 14:05"
  bool operator==(const ValueEdit&) const = default;

  bool same_cell(const ValueEdit& other) const {
    return table == other.table && field == other.field && period == other.period && code == other.code;
  }
};

/// A spelling that a person said means a unit, not yet written to the file of aliases; or one that the file
/// has and that was taken back.
struct ConfirmedName {
  std::string name;
  std::string district;
  std::string code;  ///< empty: taken back
  bool withdrawn() const { return code.empty(); }
  bool operator==(const ConfirmedName&) const = default;
};

}  // namespace ntmap::model
