#include "app/data/name_candidate.hpp"

#include <algorithm>

#include "names/name_grade.hpp"
#include "names/unit_name.hpp"

namespace ntmap::app {
namespace {

bool one_district(const std::string& spelled, const std::string& known) {
  const names::UnitName a = names::parse_unit_name(spelled);
  const names::UnitName b = names::parse_unit_name(known);
  const bool other_type =
      a.type != b.type && a.type != names::UnitType::none && b.type != names::UnitType::none;
  return !other_type &&
         names::grade(names::ComparedName(a.name), names::ComparedName(b.name)) < names::Grade::weak;
}

std::vector<std::string> districts_named(const std::vector<names::MatchUnit>& units) {
  std::vector<std::string> out;
  for (const names::MatchUnit& unit : units) out.push_back(unit.district);
  return out;
}

}  // namespace

DistrictCheck::DistrictCheck(const std::vector<names::MatchUnit>& units)
    : DistrictCheck(districts_named(units)) {}

DistrictCheck::DistrictCheck(std::vector<std::string> districts) : m_districts(std::move(districts)) {
  std::sort(m_districts.begin(), m_districts.end());
  m_districts.erase(std::unique(m_districts.begin(), m_districts.end()), m_districts.end());
  std::erase(m_districts, std::string());
}

bool DistrictCheck::elsewhere(const std::string& said, const std::string& district) {
  if (said.empty() || district.empty()) return false;
  const auto [known, fresh] = m_known.try_emplace({said, district});
  if (fresh) {
    known->second = !one_district(said, district) &&
                    std::any_of(m_districts.begin(), m_districts.end(),
                                [&](const std::string& other) { return one_district(said, other); });
  }
  return known->second;
}

}  // namespace ntmap::app
