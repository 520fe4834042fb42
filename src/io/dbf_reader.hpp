#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/finding.hpp"
#include "model/table.hpp"

namespace ntmap::io {

/// A dBASE table as read. Texts hold the file's own bytes, trailing spaces dropped; numbers are NaN where
/// the cell is blank; a number field with a cell that is no number ("1,5") becomes a mixed column that
/// keeps that text. Rows marked deleted are kept and marked, so that rows and shapes stay in step.
struct DbfFile {
  int language_id = 0;
  std::vector<std::string> field_names;  ///< all fields of the file, read or not
  std::vector<model::Column> columns;    ///< the fields asked for, in the file's order
  std::size_t row_count = 0;             ///< rows that are really there
  std::vector<bool> deleted;             ///< for each row
  base::Findings findings;
};

/// Reads the named fields of a .dbf (all when `fields` is empty; unknown names are passed over).
/// Throws Error{data} when the header is broken; a truncated file gives the rows that are there and a
/// finding. `file` is the path to name in findings.
DbfFile read_dbf(const std::filesystem::path& path, const std::vector<std::string>& fields,
                 const std::string& file);

}  // namespace ntmap::io
