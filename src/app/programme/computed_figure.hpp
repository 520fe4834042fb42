#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/programme/assessment.hpp"
#include "app/project/config_section.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// Compares the period with another (`of`, `since`): needs two periods, so ProjectData answers it.
inline constexpr const char* k_compute_change = "change";
/// The titles of the units that became these: needs the period before the reform.
inline constexpr const char* k_compute_old_titles = "old_titles";

/// Rule of the note on units of whose number of criteria only a range is known.
inline constexpr const char* k_rule_at_least = "figures.at-least";

/// Checks what an [[indicators]] entry says of where its values come from: `table`, or `compute` with the
/// keys that this way of computing needs. Throws the Error of the section.
void check_compute(const ConfigSection& section, const model::Indicator& indicator);

/// One figure of every unit of the map, from the verdicts and registers of a period.
struct ComputedFigure {
  std::vector<double> values;                ///< NaN: unknown, or only a range of it known (count_range.hpp)
  std::vector<std::string> words;            ///< filled by what gives words, else ranges; empty: unknown
  std::vector<std::uint8_t> not_applicable;  ///< 1: another type of unit, or one left out of the programme
  /// 1: not applicable, and yet in the number that shares are of (rule N01); empty: none.
  std::vector<std::uint8_t> in_base;
  std::vector<std::uint32_t> source_row;  ///< where a figure of a table is behind it; else 0
  std::string file;
  bool illustrative = false;  ///< a verdict or reserve in it rests on an illustrative threshold
  std::int64_t at_least = 0;  ///< units of whose number of criteria only a range is known
};

/// Computes what `compute` of an [[indicators]] entry asks for (docs/project-file.md says what there is).
/// Throws Error naming the nearest set, criterion, figure or target.
ComputedFigure compute_indicator(const Assessment& assessment, const model::Indicator& indicator);

}  // namespace ntmap::app
