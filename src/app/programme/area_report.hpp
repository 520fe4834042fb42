#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/programme/assessment.hpp"
#include "base/text.hpp"
#include "criteria/analysis.hpp"
#include "criteria/responsibility.hpp"
#include "criteria/rollup.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// One criteria set over the units of an area.
struct SetSummary {
  std::string set;
  base::Text name;
  criteria::Share evaluated;                  ///< met by the figures; says what it is a share of
  std::optional<criteria::Share> recognised;  ///< hold the title or a higher one; nothing: titles unknown
  std::int64_t lapsed = 0;                    ///< recognised, now failing criteria
  std::int64_t lapsed_conditions = 0;         ///< of those: failing conditions only, no criterion
  std::int64_t revocable = 0;       ///< of those: failing so much that 18/2022/QĐ-TTg takes the title
  std::int64_t pending = 0;         ///< merged units that wait for a new decision (rule M01)
  std::int64_t of_older_set = 0;    ///< recognised by an older set, to be confirmed (rule C06)
  std::int64_t illustrative = 0;    ///< verdicts by the figures that rest on an illustrative threshold
  criteria::CriteriaMean criteria;  ///< 17,03 tiêu chí/xã
};

/// One figure of the programme over an area, as it may be shown: "69/170 xã (40,6 %)".
struct FigureSummary {
  std::string id;
  base::Text name;
  std::string unit;
  criteria::FigureValue value;
  base::Text shown;  ///< with its unit and what is missing in it; why there is none where there is none
};

/// A district, the province, or the whole of a project that is neither.
struct AreaSummary {
  std::uint32_t unit = criteria::k_no_unit;  ///< index in the tree; k_no_unit: the whole project
  std::string code;
  std::string name;
  std::int64_t communes = 0;  ///< units of type xã
  std::int64_t excluded = 0;  ///< of those: do not implement the programme
  std::vector<SetSummary> sets;
  std::vector<FigureSummary> figures;
};

/// Roll-ups of a level: one area for each district, or one for the province (for the whole project where
/// its file names no province). Empty for districts where there are none, as after June 2025.
std::vector<AreaSummary> area_summaries(const Assessment& assessment, model::UnitLevel level);

/// "169/170 trên tổng số (99,4 %), trong đó 112 theo bộ tiêu chí cũ, cần xác nhận lại"; empty where titles
/// are not known.
base::Text recognised_text(const SetSummary& set);

/// What recognised units fall short of now: "nay hụt tiêu chí, trong đó 2 chỉ hụt điều kiện".
base::Text lapsed_words(const SetSummary& set);

/// A figure with its unit and what is missing in it.
base::Text figure_text(const criteria::Figure& figure, const criteria::FigureValue& value);

/// Units the set is for, without those left out of the programme.
std::vector<std::uint32_t> implementing_units(const Assessment& assessment,
                                              const criteria::SetResult& result);

/// The sets in force that some unit is judged by, each after those it needs.
std::vector<const criteria::SetResult*> judging_sets(const Assessment& assessment);

/// What is not met or unknown, most tasks first. Throws Error naming the nearest set.
std::vector<criteria::Remainder> left_by_department(const Assessment& assessment, const std::string& set);
std::vector<criteria::Remainder> left_by_sponsor(const Assessment& assessment, const std::string& set);

/// Units against criteria: who misses what.
struct UnmetMatrix {
  std::vector<std::string> numbers;  ///< of the criteria, "1".."19"; conditions too
  std::vector<base::Text> names;
  std::vector<std::uint32_t> units;      ///< nearest to the set first; those that met it are not in
  std::vector<criteria::Mark> marks;     ///< row after row, a row a unit
  std::vector<criteria::Tally> tallies;  ///< of each criterion, over all implementing units

  criteria::Mark at(std::size_t row, std::size_t column) const {
    return marks[row * numbers.size() + column];
  }
};
UnmetMatrix unmet_matrix(const Assessment& assessment, const std::string& set);

/// Units that have not met the set, nearest first, and by which criteria.
std::vector<criteria::Nearness> nearest_units(const Assessment& assessment, const std::string& set);
/// Which single criterion, if mended everywhere, lifts most units.
std::vector<criteria::Lift> single_lifts(const Assessment& assessment, const std::string& set);
/// How many units another threshold for one indicator would flip.
criteria::ThresholdChange change_threshold(const Assessment& assessment, const std::string& set,
                                           const std::string& code, criteria::Decimal threshold);

}  // namespace ntmap::app
