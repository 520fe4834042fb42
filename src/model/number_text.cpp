#include "model/number_text.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace ntmap::model {

std::string number_text(double value) {
  constexpr double k_smallest = 1e-7;
  constexpr double k_largest = 1e15;
  if (!std::isfinite(value)) return {};
  std::array<char, 64> buffer{};
  const double size = std::abs(value);
  const bool plain = size == 0 || (size >= k_smallest && size < k_largest);
  char* const last = buffer.data() + buffer.size();
  const auto end = plain ? std::to_chars(buffer.data(), last, value, std::chars_format::fixed)
                         : std::to_chars(buffer.data(), last, value);
  return {buffer.data(), end.ptr};
}

}  // namespace ntmap::model
