#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "io/number_reader.hpp"
#include "model/table.hpp"

namespace ntmap::io {

/// Cells such as "1.737" that are decimals only because a few others ("12.5") say so.
struct GroupDoubt {
  std::vector<std::size_t> groups;  ///< rows that hold thousands or three decimals
  std::vector<std::size_t> odd;     ///< rows of the same part with fewer or more decimals
  std::size_t witness = 0;          ///< row of a cell that can only have decimals
  bool undecided = false;           ///< nothing bears the witness out; else it is plausible and only told
};

/// For each part of the table (file or sheet) by itself: where a column's decimal mark `decimal` was decided
/// by cells that are far fewer than those which may be thousands. Numbers with three decimals are written
/// with one digit less in a tenth of all cells where final zeros are dropped, and in none where they are
/// kept; fewer than that is a slip in a column of thousands. A part without such a cell follows those of
/// other parts only where its figures are alike.
std::vector<GroupDoubt> doubtful_groups(const model::Table& table, const model::Column& column,
                                        const std::vector<NumberText>& texts, char decimal);

/// The first row of numeric cells whose thousands points a spreadsheet took for decimal points: 2.851 beside
/// 987, nearly all with three decimals, or 2.851 in a column that counts households or people.
std::optional<std::size_t> eaten_points(const model::Column& column);

}  // namespace ntmap::io
