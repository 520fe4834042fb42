#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/assessment.hpp"
#include "base/text.hpp"
#include "model/project.hpp"
#include "model/table.hpp"

namespace ntmap::app {

/// What the criteria say of each unit about the figure that a map shows.
struct MapVerdicts {
  const criteria::SetResult* set = nullptr;  ///< where they come from; lives as long as the assessment
  base::Text criterion;                      ///< "Tiêu chí 17: Môi trường và an toàn thực phẩm"
  std::vector<base::Text> verdicts;          ///< one a unit; empty texts where the set is not for the unit
  /// Reserve in percent of the threshold, positive on the good side of it whatever its sign; of several
  /// figures the smallest. NaN where there is none; empty where the map is of no one criterion.
  std::vector<double> margins;
  std::vector<base::Text> evidence;  ///< short: what decided, with threshold, decision, file and row
};

/// Verdicts for a map of `indicator` on the first `units` units of the assessment: of one criterion
/// ("verdict:17"), of the whole set ("unmet", "met"), or of the indicator whose figure the map shows (field
/// "ntm.10"). Nothing for maps that no set in force judges.
std::optional<MapVerdicts> map_verdicts(const Assessment& assessment, const model::Indicator& indicator,
                                        std::size_t units);

/// One row a unit and indicator of a set: numbers, names, verdicts, the deciding figure with its threshold
/// and margin (percent of the threshold), evidence; texts in `lang`. For attribute tables of exports.
model::Table verdict_table(const Assessment& assessment, const criteria::SetResult& set,
                           const std::vector<std::string>& codes, const std::vector<std::string>& names,
                           base::Lang lang);

}  // namespace ntmap::app
