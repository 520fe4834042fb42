#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/desk/unit_table.hpp"
#include "app/programme/assessment.hpp"
#include "base/job.hpp"

namespace ntmap::app {

/// Everything that the panels beside the map show of one period. Immutable; made after the map, in a job.
struct DeskContent {
  std::string period;  ///< id; empty without periods
  UnitTable table;
  std::shared_ptr<const Assessment> assessment;  ///< null when the project has no criteria
  std::vector<std::string> sets;                 ///< criteria sets in use
  std::string main_set;                          ///< the one shown first; empty without any
  std::map<std::string, std::string> table_of;   ///< field of a criteria table -> that table's id
  base::Findings findings;                       ///< of units, tables and criteria, each once

  const Units& units() const { return *table.units; }
};

DeskContent desk_content(ProjectData& data, const std::string& period, const base::Job& job = {});

}  // namespace ntmap::app
