#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/data/project_data.hpp"
#include "base/finding.hpp"
#include "criteria/figures.hpp"
#include "criteria/value_table.hpp"

namespace ntmap::app {

/// What a column of words writes for đạt and chưa đạt: as its table does most.
struct WordPair {
  std::string met = "Đạt";
  std::string not_met = "Chưa đạt";
};

/// All figures of one period with the rules by which they go over to other units.
struct FigureColumns {
  criteria::ValueTable values;
  std::vector<criteria::ColumnSpec> specs;  ///< sorted by id
  std::vector<std::string> indicators;      ///< columns that the project's indicators show, in their order
  std::map<std::string, WordPair> words;    ///< of the columns that indicators of words read, by id
  std::map<std::string, std::string> column_of;  ///< of each indicator that stands in a table, by its id
  base::Findings findings;
};

/// Gathers the figures of the criteria tables and the indicators that stand in tables. A column is called
/// by its field, or by its indicator where several read that field, each with its own rule, or a table of the
/// criteria has a field of that name that the indicator does not read (crosswalk.field-shared). An indicator
/// of words is 1 where the word says đạt and 0 where it says chưa đạt. Findings: crosswalk.unknown-word for
/// words that say neither; crosswalk.no-rule for an indicator without a rule, crosswalk.no-weight for a mean
/// without anything to weight it; errors crosswalk.percent-summed for percentages that are to be added, which
/// are not carried, and crosswalk.negative-weight for each weight below zero.
FigureColumns figure_columns(ProjectData& data, const model::Period& period, const base::Job& job = {});

}  // namespace ntmap::app
