#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "base/job.hpp"
#include "base/pending_file.hpp"
#include "model/colour.hpp"
#include "model/table.hpp"

namespace ntmap::io {

/// One column of a sheet.
struct SheetColumn {
  model::Column cells;            ///< texts are kept as texts ("00097"), no data is an empty cell
  std::string heading;            ///< empty: the column's name
  int decimals = -1;              ///< of numbers, with grouping marks; below 0 as many as each needs
  std::vector<model::Rgb> fills;  ///< cell colours, one a row; empty for none
};

/// One sheet: a header row, frozen, then the rows. Printed it is as wide as one page across, with the header
/// on each page.
struct Sheet {
  std::string name;  ///< cut to what spreadsheets take: 31 characters, no []:*?/\ marks
  std::vector<SheetColumn> columns;
  bool filter = true;      ///< filter buttons in the header row
  std::size_t frozen = 0;  ///< how many columns stay when others are scrolled
};

/// Writes a workbook (ECMA-376, Office Open XML) with the sheets in their order: columns as wide as their
/// texts, letters dark or light by their cell's colour. The same sheets give the same bytes.
/// Error{data}: a text that is not UTF-8 or over 32,767 characters, more rows than a sheet takes
/// (1,048,576), named by sheet and row. Error{io} and Error{cancelled} leave the old file.
void write_xlsx(std::span<const Sheet> sheets, const std::string& title, const std::filesystem::path& target,
                base::Overwrite overwrite, const base::Job& job = {});

}  // namespace ntmap::io
