#include "base/finding_count.hpp"

namespace ntmap::base {

Text more_like_these(std::size_t count) {
  return text("và {} chỗ khác như vậy", "and {} more like these", {count});
}

std::size_t things_told_by(const Finding& finding) {
  if (!finding.place.empty()) return 1;
  std::size_t count = 0;
  for (const char c : finding.what.en)
    if (c >= '0' && c <= '9') count = 10 * count + static_cast<std::size_t>(c - '0');
  return finding.what == more_like_these(count) ? count : 1;
}

}  // namespace ntmap::base
