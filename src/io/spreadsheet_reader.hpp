#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/finding.hpp"
#include "io/grid_reader.hpp"

namespace ntmap::io {

/// One sheet of a workbook.
struct SheetName {
  std::string name;
  bool hidden = false;
};

/// A workbook's sheets, and one of them as cells.
struct SheetFile {
  Grid grid;
  std::vector<SheetName> sheets;
  base::Findings findings;
};

/// Reads one sheet of an .xlsx or .ods by our own code, since what planners need (cell addresses, percent
/// formats, merged and hidden cells, formulas without a stored value) is lost by GDAL's drivers.
/// `sheet` empty: the first that is neither hidden nor empty. Dates become "2025-12-31".
/// Throws Error for a broken file or a sheet that is not there (the nearest name is suggested).
SheetFile read_xlsx(const std::filesystem::path& path, const std::string& sheet);
SheetFile read_ods(const std::filesystem::path& path, const std::string& sheet);

/// All sheets that are not hidden, in their order; damaged ones are left out.
std::vector<Grid> visible_grids(const std::filesystem::path& path);
std::vector<Grid> visible_xlsx_grids(const std::filesystem::path& path);
std::vector<Grid> visible_ods_grids(const std::filesystem::path& path);

/// The number a percent-formatted cell shows: 0.57 gives exactly 57, as if the digits had moved.
double percent_shown(double fraction);

/// Index of the sheet of that name; Error{not_found} with the nearest name otherwise.
std::size_t named_sheet(const std::vector<SheetName>& sheets, const std::string& name,
                        const std::string& file);

}  // namespace ntmap::io
