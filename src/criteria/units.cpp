#include "criteria/units.hpp"

#include <algorithm>

namespace ntmap::criteria {
namespace {

struct RegionName {
  std::string_view word;
  std::string_view vi;
  std::string_view en;
};

constexpr std::array<RegionName, k_region_count> k_regions = {{
    {"national", "chung cả nước", "national"},
    {"tdmnpb", "Trung du miền núi phía Bắc", "Northern midlands and mountains"},
    {"dbsh", "Đồng bằng sông Hồng", "Red River delta"},
    {"btb", "Bắc Trung Bộ", "North Central"},
    {"dhntb", "Duyên hải Nam Trung Bộ", "South Central coast"},
    {"taynguyen", "Tây Nguyên", "Central Highlands"},
    {"dnb", "Đông Nam Bộ", "Southeast"},
    {"dbscl", "Đồng bằng sông Cửu Long", "Mekong delta"},
}};

}  // namespace

std::optional<Region> region_from(std::string_view word) {
  for (std::size_t i = 0; i < k_regions.size(); ++i) {
    if (k_regions[i].word == word) return static_cast<Region>(i);
  }
  return std::nullopt;
}

std::string_view word(Region region) {
  return region == Region::none ? std::string_view{} : k_regions[static_cast<std::size_t>(region)].word;
}

base::Text name_of(Region region) {
  if (region == Region::none) return {"chưa rõ vùng", "region not known"};
  const RegionName& name = k_regions[static_cast<std::size_t>(region)];
  return {std::string(name.vi), std::string(name.en)};
}

Region effective_region(Region province, bool specially_difficult, bool safe_zone, bool poor_district) {
  return specially_difficult || (safe_zone && poor_district) ? Region::tdmnpb : province;
}

bool is_below(const Units& units, std::uint32_t unit, std::uint32_t ancestor) {
  // The count of steps is bounded, so a wrong table with a loop of parents ends too.
  for (std::size_t steps = 0; steps < units.size() && unit < units.size(); ++steps) {
    unit = units[unit].parent;
    if (unit == ancestor) return true;
  }
  return false;
}

bool has_type(const Unit& unit, const std::vector<std::string>& types) {
  return types.empty() || std::find(types.begin(), types.end(), unit.type) != types.end();
}

}  // namespace ntmap::criteria
