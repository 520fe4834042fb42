#pragma once

#include <cstddef>
#include <vector>

#include "base/geometry.hpp"
#include "sheet/composer.hpp"

namespace ntmap::sheet {

/// The columns of numbered names beside a meeting map.
struct MeetingList {
  double left = 0;
  double top = 0;
  double row = 0;  ///< pitch of the lines, page pixels
  double column_width = 0;
  std::size_t columns = 0;
  std::size_t rows = 0;

  std::size_t room() const { return columns * rows; }
};

/// As many columns as the units need, at most a share of the area that leaves room for the map.
MeetingList plan_list(Composer& composer, const base::Box& area, const std::vector<std::size_t>& units);

/// The units that a list of that room holds, in list order: all of them, or the most important.
/// Those that are left out are added to the layout's unplaced ones.
std::vector<std::size_t> listed_units(Composer& composer, std::vector<std::size_t> units, std::size_t room);

/// Sets number and name of every unit; the numbers count from 1. Selected units are set in bold.
void set_list(Composer& composer, const MeetingList& list, const std::vector<std::size_t>& units);

}  // namespace ntmap::sheet
