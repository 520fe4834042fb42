#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "base/finding.hpp"
#include "model/table.hpp"
#include "names/match.hpp"

namespace ntmap::app {

/// Rows of a table that have a code and no name, and whose code is no unit's: told together, for where the
/// boundaries are of another date there are hundreds.
class UnknownCodes {
 public:
  /// Takes the row where it is one of these; false: it is not.
  bool take(const model::Table& table, std::size_t row, const names::MatchRow& said,
            const names::RowMatch& match);
  /// join.unmatched (warning), one a file: how many, where and which codes. `table` as it was taken from.
  base::Findings findings(const model::Table& table) const;

 private:
  struct Code {
    std::size_t row;
    std::string code;
  };
  std::map<std::string, std::vector<Code>> m_by_file;
};

}  // namespace ntmap::app
