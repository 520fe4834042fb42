#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ntmap::criteria {

/// The candidate with the fewest changed, missing or added bytes, of equals the one with the longer common
/// start, then the first; nothing when even
/// that one differs in more than a third of its length (at least 2).
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace ntmap::criteria
