#include "geom/z_order.hpp"

#include <array>
#include <utility>

namespace ntmap::geom {

void sort_by_z(std::vector<ZKey>& keys, std::vector<ZKey>& spare) {
  constexpr std::uint32_t k_bins = 1024;
  std::array<std::array<std::uint32_t, k_bins>, 3> counts{};
  for (const ZKey& key : keys) {
    for (std::uint32_t round = 0; round < 3; ++round) ++counts[round][(key.z >> (10 * round)) % k_bins];
  }
  spare.resize(keys.size());
  for (std::uint32_t round = 0; round < 3; ++round) {
    std::uint32_t sum = 0;
    for (std::uint32_t& count : counts[round]) sum += std::exchange(count, sum);
    for (const ZKey& key : keys) spare[counts[round][(key.z >> (10 * round)) % k_bins]++] = key;
    keys.swap(spare);
  }
}

}  // namespace ntmap::geom
