#pragma once

#include <cstdint>
#include <string_view>

namespace ntmap::sample {

/// The same numbers on every machine: splitmix64, without the standard library's unspecified distributions.
class Random {
 public:
  explicit Random(std::uint64_t seed) : m_state(seed) {}
  /// A generator whose numbers depend on the text alone ("18754/2023/3.1").
  explicit Random(std::string_view key);

  std::uint64_t next();
  /// In [0, 1).
  double unit();
  /// In [low, high).
  double between(double low, double high);
  /// In [0, n).
  int below(int n);
  bool chance(double probability) { return unit() < probability; }

 private:
  std::uint64_t m_state;
};

}  // namespace ntmap::sample
