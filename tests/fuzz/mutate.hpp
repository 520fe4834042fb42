#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>

namespace ntmap::test {

/// Changes 1 to 4 places of the bytes: a byte, a bit, a run repeated, cut out or filled, or the end cut off.
inline std::string mutate(std::string bytes, std::mt19937& random) {
  const auto below = [&](std::size_t n) { return n == 0 ? 0 : random() % n; };
  for (std::size_t k = 1 + below(4); k > 0 && !bytes.empty(); --k) {
    const std::size_t at = below(bytes.size());
    const std::size_t run = 1 + below(std::min<std::size_t>(bytes.size() - at, 16));
    switch (below(6)) {
      case 0:
        bytes[at] = static_cast<char>(random() & 0xFFU);
        break;
      case 1:
        bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << below(8)));
        break;
      case 2:
        bytes.insert(at, bytes.substr(at, run));
        break;
      case 3:
        bytes.erase(at, run);
        break;
      case 4:
        bytes.replace(at, run, run, below(2) == 0 ? '\0' : '\xFF');
        break;
      default:
        if (below(4) == 0) bytes.resize(at);
    }
  }
  return bytes;
}

}  // namespace ntmap::test
