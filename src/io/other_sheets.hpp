#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "base/finding.hpp"
#include "io/spreadsheet_reader.hpp"
#include "model/table.hpp"

namespace ntmap::io {

/// Tells which visible sheets of a workbook were not read beside `read`: a warning with their rows where some
/// have the like header (one sheet a district or a year), else a note. Nothing where there is no other sheet.
std::optional<base::Finding> other_sheets_found(const std::filesystem::path& path, const model::Table& read,
                                                const std::vector<SheetName>& sheets);

}  // namespace ntmap::io
