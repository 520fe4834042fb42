#include "app/data/group_means.hpp"

#include <algorithm>
#include <cmath>

namespace ntmap::app {

std::vector<GroupMean> group_means(const Units& units, std::span<const double> values) {
  std::vector<GroupMean> groups(units.district_count);
  for (std::uint32_t unit = 0; unit < units.size(); ++unit) {
    GroupMean& group = groups[units.district_of[unit]];
    group.name = units.districts[unit];
    group.units.push_back(unit);
    if (std::isnan(values[unit])) {
      ++group.missing;
    } else {
      ++group.count;
      group.mean += values[unit];
    }
  }
  std::erase_if(groups, [](const GroupMean& group) { return group.count == 0; });
  for (GroupMean& group : groups) group.mean /= static_cast<double>(group.count);
  std::stable_sort(groups.begin(), groups.end(),
                   [](const GroupMean& a, const GroupMean& b) { return a.mean > b.mean; });
  return groups;
}

}  // namespace ntmap::app
