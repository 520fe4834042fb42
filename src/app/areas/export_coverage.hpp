#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/areas/coverage_report.hpp"
#include "base/job.hpp"
#include "base/pending_file.hpp"
#include "base/text.hpp"
#include "model/project.hpp"
#include "model/table.hpp"

namespace ntmap::app {

struct CoverageExport {
  base::Lang lang = base::Lang::vi;
  bool by_year = false;  ///< a column of covered hectares for each year
  base::Overwrite overwrite = base::Overwrite::no;
};

/// One row a unit: type, district, unit_ha, then for each report covered_ha, covered_pct, areas; with weights
/// also weight, weight_covered, weight_pct, difference_pct; with a target gap_pct; with `by_year` ha_2023 and
/// so on, of the areas asked for, and ha_no_year with those without a year where they count. With several
/// reports their columns begin with the id of their areas ("nuoc_covered_ha"). Requires at least one report,
/// all over the same units.
model::Table coverage_table(const std::vector<CoverageReport>& reports, bool by_year);

/// Refuses (Error{usage}) extensions other than .csv, .xlsx, .gpkg, .geojson and .json, and targets that
/// cannot or must not be written. Call before any file is opened.
void check_coverage_export(const std::filesystem::path& target, base::Overwrite overwrite);

/// Writes units with coverage_table(), coloured by the first report's share.
void export_coverage(const model::Project& project, const std::vector<CoverageReport>& reports,
                     const std::filesystem::path& target, const CoverageExport& options,
                     const base::Job& job = {});

/// Refuses what export_pieces() cannot write: anything but .gpkg, .geojson and .json.
void check_pieces_export(const std::filesystem::path& target, base::Overwrite overwrite);

/// Writes what each unit and each chosen area share, one feature each: unit, area, status, date, hectares.
void export_pieces(const model::Project& project, const CoverageReport& report,
                   const std::filesystem::path& target, const CoverageExport& options,
                   const base::Job& job = {});

}  // namespace ntmap::app
