#include "criteria/mean_of_criteria.hpp"

namespace ntmap::criteria {

CriteriaMean mean_of_criteria(const SetResult& result, std::vector<std::uint32_t> units, Base base,
                              std::span<const std::uint8_t> excluded) {
  const auto is_out = [&](std::uint32_t u) { return !excluded.empty() && excluded[u] != 0; };
  CriteriaMean all = criteria_mean(result, units);
  std::erase_if(units, is_out);
  const CriteriaMean implementing = criteria_mean(result, units);
  if (base != Base::all) return implementing;
  all.unknown = implementing.unknown;
  return all;
}

}  // namespace ntmap::criteria
