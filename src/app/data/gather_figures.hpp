#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/data/edited_table.hpp"
#include "app/data/project_data.hpp"
#include "base/text.hpp"
#include "model/project.hpp"
#include "model/table.hpp"

namespace ntmap::app {

/// Gathers the cells of one indicator and period; tells about cells that disagree or are out of range.
class Gathering {
 public:
  /// All three must outlive it.
  Gathering(const model::Indicator& indicator, const model::Table& table, Figures& into);

  void number(std::uint32_t unit, std::size_t row, double value);
  void word(std::uint32_t unit, std::size_t row, const std::string& value);
  /// A cell that says that the figure is not for the unit, which a figure in another row contradicts.
  void not_applicable(std::uint32_t unit, std::size_t row);
  /// A figure that the criteria know, as they read it; NaN was refused there, with a finding.
  void judged(std::uint32_t unit, std::size_t row, double value);
  bool refused(std::uint32_t unit) const { return m_refused[unit]; }
  /// Tells of units with a row that has no figure beside one that has: the figure is theirs. Rows of several
  /// files or sheets are no such rows, for one of these may lack the column.
  void tell_rows_without();

 private:
  /// The first that is said of a unit: what all later cells are held against.
  struct First {
    bool said = false;
    bool spared = false;  ///< "không áp dụng"
    std::size_t row = 0;  ///< of the table
    double number = 0;
    std::string word;
    std::optional<std::size_t> without;  ///< the first row that has no figure
  };

  /// Where the unit's first figure stands: "a.csv, dòng 4"; without the file where `row` is in the same.
  base::Text first_place(std::uint32_t unit, std::size_t row) const;
  void disagree(std::uint32_t unit, std::size_t row, const base::Text& first, const base::Text& now);
  base::Text said_first(std::uint32_t unit) const;
  void refuse(std::uint32_t unit, std::size_t row, const std::string& rule, const base::Text& what);

  const model::Indicator& m_indicator;
  const model::Table& m_table;
  Figures& m_into;
  std::vector<bool> m_refused;
  std::vector<First> m_firsts;  // one a unit
};

/// Whether any unit has a figure or a word.
bool has_values(const Figures& figures);

/// Blanks the cells that say "không áp dụng" and tells which they were: that is no missing figure.
std::vector<bool> take_not_applicable(model::Column& column);

/// Fills Figures::blank: units without a figure, but for those that have no row at all, whose figure was
/// refused, or that the figure is not for: about these there is a finding already, or nothing to say.
void find_blanks(Figures& figures, const Gathering& gathering, const TableJoin& join);

void mark_edited(const EditedTable& edited, const std::string& field, Figures& figures);

}  // namespace ntmap::app
