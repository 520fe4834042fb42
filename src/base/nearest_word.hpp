#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/text.hpp"

namespace ntmap::base {

/// Letters to insert, delete, replace or swap with their neighbour to turn one word into the other
/// (optimal string alignment), counted in code points of UTF-8; ASCII capitals count as equal.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate a mistyped word most likely meant: the nearest by edit_distance(), the first of equals;
/// when even that differs in more than a third of the letters (at least 2 are allowed), the only one that
/// holds the word; otherwise nothing.
std::optional<std::string> nearest_word(std::string_view word, std::span<const std::string> candidates);

/// Remedy for a name that is not there: "Did you mean X? There are: X, Y, Z." Lists at most 20.
Text nearest_word_advice(std::string_view word, std::span<const std::string> candidates);

}  // namespace ntmap::base
