#include "base/counted.hpp"

#include <string>
#include <string_view>

namespace ntmap::base {
namespace {

constexpr std::size_t k_shortest_plural = 4;  // shorter words in "s" are abbreviations, such as "hrs"

/// Of the plurals that end otherwise than in "s", those of this field.
std::string singular(const std::string& plural) {
  for (const auto& [many, one] : {std::pair<std::string_view, std::string_view>{"criteria", "criterion"},
                                  {"people", "person"},
                                  {"ies", "y"}}) {
    if (plural.ends_with(many)) return plural.substr(0, plural.size() - many.size()) + std::string(one);
  }
  const std::size_t word = plural.find_last_of(" /");
  const std::size_t length = plural.size() - (word == std::string::npos ? 0 : word + 1);
  const bool ends_in_s = plural.ends_with('s') && !plural.ends_with("ss");
  return ends_in_s && length >= k_shortest_plural ? plural.substr(0, plural.size() - 1) : plural;
}

}  // namespace

Text unit_of_one(const Text& unit) {
  return {unit.vi, singular(unit.en)};
}

Text with_unit(const Text& number, const Text& unit) {
  return join({number, number.en == "1" ? unit_of_one(unit) : unit}, " ");
}

}  // namespace ntmap::base
