#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "criteria/value_table.hpp"
#include "model/table.hpp"

namespace ntmap::app {

/// A mark of carried figures in words, as `ntmap crosswalk` writes it and reads it again.
struct CarriedMark {
  criteria::CellFlag flag;
  base::Text words;
};
std::span<const CarriedMark> carried_marks();

/// The field in which `ntmap crosswalk` writes the marks of a unit's figures.
inline constexpr const char* k_marks_field = "marks";

/// The marks that a table of carried figures says, so that they go on over the next change of units and into
/// verdicts: "các phần khác nhau: so_ho, ruong_dat", in either language. Words that are no mark are left
/// alone.
class CarriedMarks {
 public:
  /// Reads nothing from a table without such a field. `unit_of_row`: criteria::k_no_unit for other rows.
  CarriedMarks(const model::Table& table, std::span<const std::uint32_t> unit_of_row, std::size_t unit_count);

  /// Adds the marks of a field to the cells of a column that have a value.
  void mark(const std::string& field, criteria::ValueColumn& column) const;

 private:
  void read(const std::string& cell, std::uint32_t unit, std::size_t unit_count);

  std::map<std::string, std::vector<std::uint8_t>> m_flags;  ///< by field, one a unit
};

}  // namespace ntmap::app
