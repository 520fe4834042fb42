#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/programme/assessment.hpp"
#include "base/text.hpp"
#include "criteria/evidence.hpp"
#include "model/project.hpp"

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

/// Verdicts for a map of `indicator` on the first `units` units of the assessment: of one criterion or
/// indicator
/// ("verdict:17", "value:17.1", "margin:17.1"), of the whole set ("unmet", "met", "unknown"), or of the
/// indicator whose figure the map shows (field "ntm.10"). Nothing for maps that no set in force judges.
std::optional<MapVerdicts> map_verdicts(const Assessment& assessment, const model::Indicator& indicator,
                                        std::size_t units);

/// Evidence as it leaves the program: files by their names, since folders of one computer say nothing on
/// another.
criteria::Evidence portable_evidence(const Assessment& assessment, const criteria::SetResult& set,
                                     std::size_t indicator, std::size_t unit);

/// A reserve as a share in percent, without the dust of binary fractions: -4.5, not -4.499999999999993.
double margin_percent(double share);

}  // namespace ntmap::app
