#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/data/crosswalk_steps.hpp"
#include "app/data/figure_columns.hpp"
#include "app/data/project_data.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"
#include "criteria/decimal.hpp"
#include "criteria/figures.hpp"
#include "criteria/value_table.hpp"

namespace ntmap::app {

struct CarryRequest {
  std::string from;  ///< vintages
  std::string to;
  std::string period;  ///< whose figures; empty: the latest of the old units that has any
};

/// What one new unit is made of, over all steps of the chain.
struct UnitPart {
  std::uint32_t old_unit = 0;
  std::optional<criteria::Decimal> share;  ///< of the old unit, 0..1; nothing: not known
  bool by_area = false;                    ///< the share is estimated from areas
};

/// One figure, carried over, with what it was before.
struct CarriedColumn {
  criteria::ColumnSpec spec;  ///< its rule is spec.carry, its weight spec.weight
  bool indicator = false;     ///< one of the project's indicators, not only a figure of the criteria
  std::size_t old_count = 0;  ///< units with a value
  std::size_t new_count = 0;
  std::size_t estimated = 0;     ///< new units whose value rests on a share by area
  std::size_t parts_differ = 0;  ///< new units whose parts disagree
  std::size_t some_parts = 0;    ///< new units with parts that the figure does not apply to
  std::size_t missing = 0;       ///< new units without a value because a part has none
  double old_total = 0;          ///< sum, or weighted mean where the rule is mean; NaN: neither
  double new_total = 0;
};

/// Figures of the units of one vintage as figures of the units of a later one.
struct CarriedFigures {
  std::vector<CrosswalkStep> steps;
  std::string period;
  std::shared_ptr<const Units> old_units;
  std::shared_ptr<const Units> new_units;
  criteria::ValueTable old_values;
  criteria::ValueTable values;                   ///< of the new units; only columns with a rule
  std::vector<CarriedColumn> columns;            ///< as in `values`: the indicators first
  std::vector<std::string> left_out;             ///< columns without a rule
  std::vector<std::vector<UnitPart>> parts;      ///< of each new unit, by old unit
  std::map<std::string, WordPair> words;         ///< of the columns of words, by id
  std::map<std::string, std::string> column_of;  ///< of each indicator that stands in a table, by its id
  base::Findings findings;                       ///< of the tables, the steps, and totals that were not kept

  /// Old units that lack the figure and so leave this new unit without it.
  std::vector<std::uint32_t> lacking(const std::string& column, std::uint32_t new_unit) const;
};

/// Carries the indicators of a project and the figures of its criteria tables over a change of units, step
/// by step: each by the rule of its indicator (`carry`), else of its figure, else (a percentage with a
/// weight) as a weighted mean. Throws Error for vintages, periods and files that are not there, and
/// Error{data} when the crosswalk itself is wrong: nothing is carried by a crosswalk that loses a unit.
CarriedFigures carry_figures(ProjectData& data, const CarryRequest& request, const base::Job& job = {});

/// "cộng", "bình quân theo so_ho": the rule of a column for readers.
base::Text rule_text(const criteria::ColumnSpec& spec);

}  // namespace ntmap::app
