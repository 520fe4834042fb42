#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/data/project_data.hpp"
#include "base/job.hpp"
#include "base/text.hpp"

namespace ntmap::app {

/// How a unit came about since the point of a series before.
struct MadeUnit {
  std::size_t parts = 0;  ///< old units that went into it, whole or in part; 0: it is the one it was
  base::Text since;       ///< its first day, "1/7/2025"
};

/// An indicator in one period.
struct SeriesPoint {
  std::string period;  ///< id
  std::shared_ptr<const Units> units;
  std::vector<double> values;  ///< one a unit; NaN: no data
  double mean = 0;             ///< of the units that have the figure, each counted once
  std::size_t known = 0;       ///< units that have it
  std::size_t asked = 0;       ///< units that it applies to
  std::vector<MadeUnit> made;  ///< one a unit; empty: the units are those of the point before

  /// Whether so few units have the figure (less than three quarters) that its mean says little of all.
  bool partial() const { return 4 * known < 3 * asked; }

  /// The value of the unit that has both code and name of `unit` of `of`; NaN where there is none, for a code
  /// alone may mean another unit after a merger.
  double value_of(const Units& of, std::uint32_t unit) const;

  /// What made that unit out of others since the point before: its figures do not go on from there. Null
  /// where it is the same unit, or is not there.
  const MadeUnit* made_of(const Units& of, std::uint32_t unit) const;

 private:
  std::optional<std::uint32_t> here(const Units& of, std::uint32_t unit) const;
};

/// One point for each of the periods, from the first to the last that has a figure. Empty for indicators of
/// words.
std::vector<SeriesPoint> time_series(ProjectData& data, const std::string& indicator,
                                     const std::vector<std::string>& periods, const base::Job& job = {});

}  // namespace ntmap::app
