#pragma once

#include <string>
#include <vector>

#include "app/data/project_data.hpp"
#include "base/finding.hpp"
#include "criteria/figures.hpp"
#include "criteria/value_table.hpp"

namespace ntmap::app {

/// All figures of one period with the rules by which they go over to other units.
struct FigureColumns {
  criteria::ValueTable values;
  std::vector<criteria::ColumnSpec> specs;  ///< sorted by id
  std::vector<std::string> indicators;      ///< columns that the project's indicators show, in their order
  base::Findings findings;
};

/// Gathers the figures of the criteria tables and the indicators that stand in tables. A column is called
/// by its field. An indicator of words is 1 where the word says đạt and 0 where it says chưa đạt.
/// Findings: crosswalk.no-rule for an indicator without a rule, crosswalk.no-weight for a mean without
/// anything to weight it; errors crosswalk.percent-summed for percentages that are to be added, which are not
/// carried, and crosswalk.negative-weight for each weight below zero.
FigureColumns figure_columns(ProjectData& data, const model::Period& period, const base::Job& job = {});

}  // namespace ntmap::app
