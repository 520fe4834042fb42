#include "criteria/code_validity.hpp"

namespace ntmap::criteria {
namespace {

std::optional<Date> day_of(std::string_view text, std::string_view of_a_year) {
  if (text.empty()) return Date{};
  if (text.size() == 4) return Date::parse(std::string(text) + std::string(of_a_year));
  return Date::parse(text);
}

std::optional<CodeValidity> between(std::string_view from, std::string_view to) {
  const auto first = day_of(from, "-01-01");
  const auto last = day_of(to, "-12-31");
  if (!first || !last || (!first->empty() && !last->empty() && *last < *first)) return std::nullopt;
  return CodeValidity{*first, *last};
}

}  // namespace

std::optional<CodeValidity> code_validity_from(std::string_view text) {
  constexpr std::string_view k_until = "until ";
  if (text.empty() || text == "all") return CodeValidity{};
  if (text.starts_with(k_until)) return between({}, text.substr(k_until.size()));
  const std::size_t dots = text.find("..");
  if (dots != std::string_view::npos) return between(text.substr(0, dots), text.substr(dots + 2));
  return between(text, text);
}

bool is_for_units(const CodeValidity& code, const CodeValidity& units) {
  const bool before = !code.to.empty() && !units.from.empty() && code.to < units.from;
  const bool after = !code.from.empty() && !units.to.empty() && code.from > units.to;
  return !before && !after;
}

}  // namespace ntmap::criteria
