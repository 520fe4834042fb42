#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "criteria/date.hpp"

namespace ntmap::criteria {

/// What is known of a cell besides its number; bits of ValueColumn::flags.
enum CellFlag : std::uint8_t {
  k_cell_not_applicable = 1,  ///< marked "không áp dụng"
  k_cell_conflict = 2,        ///< two sources differ: the number is no data
  k_cell_edited = 4,          ///< changed by the user, not what the source says
  k_cell_estimated = 8,       ///< carried over a split by area, not by stated shares
  k_cell_parts_differ = 16,   ///< carried over from parts that disagree (one met, one not)
  k_cell_some_parts = 32,     ///< carried over from some parts only: it does not apply to the others
  k_cell_refused = 64,        ///< the source has something that is no figure: no data
};

/// Where figures were read: one file, or one sheet of it.
struct SourceSheet {
  std::string file;
  std::string sheet;
  Date date;  ///< of the figures, where the source says one
  bool operator==(const SourceSheet&) const = default;
};

inline constexpr std::uint16_t k_no_sheet = 0xFFFF;

/// Where a cell was read.
struct CellPlace {
  std::uint16_t sheet = k_no_sheet;  ///< index into ValueTable::sheets()
  std::uint32_t row = 0;             ///< in that sheet, from 1
  bool operator==(const CellPlace&) const = default;
};

/// What one source says of a unit that two sources differ about.
struct DifferingCell {
  CellPlace place;
  double value = 0;  ///< NaN: it says "không áp dụng"
};

/// One figure of all units in one period. All vectors have one entry a unit.
struct ValueColumn {
  std::string id;                   ///< "ntm.3.1"
  std::vector<double> value;        ///< NaN: no data
  std::vector<std::uint8_t> flags;  ///< CellFlag bits
  /// Of units in conflict, what each source says, in the order read.
  std::map<std::size_t, std::vector<DifferingCell>> differing;

  /// Where the unit's cell was read; no sheet for a cell that holds nothing.
  CellPlace place(std::size_t unit) const;
  void set_place(std::size_t unit, CellPlace place);
  /// Takes over all places of another column where this one has none: figures that were read from the same
  /// rows keep one list of them.
  void share_places(const ValueColumn& other);

 private:
  std::shared_ptr<std::vector<CellPlace>> m_places;  ///< copied before it is changed where it is shared
};

/// The figures of one period: a row a unit, a column a figure.
class ValueTable {
 public:
  ValueTable(int year, std::size_t unit_count) : m_year(year), m_unit_count(unit_count) {}

  /// The year the figures are of.
  int year() const { return m_year; }
  std::size_t unit_count() const { return m_unit_count; }
  const std::deque<ValueColumn>& columns() const { return m_columns; }
  const std::vector<SourceSheet>& sheets() const { return m_sheets; }

  const ValueColumn* find(std::string_view id) const;
  /// The column of that id, made (all no data) when it is not there. Columns never move.
  ValueColumn& column(std::string_view id);
  /// The index of the sheet, added when it is new.
  std::uint16_t sheet(const SourceSheet& sheet);
  /// Sets one figure, for tests and edits.
  void set(std::string_view id, std::size_t unit, double value, std::uint8_t flags = 0);

 private:
  int m_year;
  std::size_t m_unit_count;
  std::deque<ValueColumn> m_columns;
  std::vector<SourceSheet> m_sheets;
};

}  // namespace ntmap::criteria
