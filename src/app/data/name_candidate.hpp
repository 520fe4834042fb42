#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "names/match.hpp"

namespace ntmap::app {

/// A unit that a spelling may mean, for a person to choose.
struct NameCandidate {
  std::string code;
  std::string label;       ///< full name, with the district where there is one
  bool elsewhere = false;  ///< lies in another district than the row says: to be asked back
};

/// Whether rows say another district of the units' than that of a unit. Districts are one where their names
/// are within a letter of one another and their types do not differ.
class DistrictCheck {
 public:
  /// The districts of all units; empty ones and those that come again count for nothing.
  explicit DistrictCheck(std::vector<std::string> districts);
  explicit DistrictCheck(const std::vector<names::MatchUnit>& units);

  /// True where `said` is a district of the units' and `district`, the unit's, is another. Districts that are
  /// no unit's say nothing here.
  bool elsewhere(const std::string& said, const std::string& district);

 private:
  std::vector<std::string> m_districts;
  std::map<std::pair<std::string, std::string>, bool> m_known;
};

}  // namespace ntmap::app
