#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/data/project_data.hpp"
#include "app/data/units.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"
#include "criteria/crosswalk.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// All crosswalks of a project's files, one for each pair of vintages, as the files say it.
struct ProjectCrosswalks {
  std::vector<criteria::Crosswalk> all;
  base::Findings findings;  ///< how the files were read, and their bad rows
};

/// Reads the files of [[crosswalks]]; several files about one pair of vintages are put together.
/// Throws Error for a file that cannot be read or lacks a column.
ProjectCrosswalks load_crosswalks(const model::Project& project);

/// One change of units, tied to the units of both vintages.
struct CrosswalkStep {
  criteria::Crosswalk crosswalk;
  std::shared_ptr<const Units> old_units;
  std::shared_ptr<const Units> new_units;
  criteria::UnitCrosswalk tied;
  base::Findings findings;  ///< of criteria::tie_units, of the names beside the codes (crosswalk_names.hpp),
                            ///< and of the map: crosswalk.elsewhere, an old unit that lies in another new
                            ///< one than the file says
};

/// Ties one crosswalk. Splits without shares are estimated from the areas that both maps share.
/// Throws Error when a vintage is not among the project's boundaries or cannot be read.
CrosswalkStep tie_step(ProjectData& data, const criteria::Crosswalk& crosswalk, const base::Job& job = {});

/// The fewest crosswalks that lead from one vintage to another ("2008" over "2020" to "2025-01").
/// Throws Error{not_found} where none do, saying what there is.
std::vector<criteria::Crosswalk> crosswalk_chain(const ProjectCrosswalks& crosswalks, const std::string& from,
                                                 const std::string& to);

/// Throws Error{data} with the first error among the findings, its place and remedy: a unit that is lost,
/// counted twice or divided by a share that does not read spoils all totals of the step `from` → `to`.
void refuse_errors(const base::Findings& findings, const std::string& from, const std::string& to);

/// What is wrong with all crosswalks of a project, for `check`.
base::Findings crosswalk_findings(ProjectData& data, const base::Job& job = {});

}  // namespace ntmap::app
