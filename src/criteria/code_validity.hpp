#pragma once

#include <optional>
#include <string_view>

#include "criteria/date.hpp"

namespace ntmap::criteria {

/// The days for which a code of a unit is meant; codes change meaning at reforms. Open ends are empty.
struct CodeValidity {
  Date from;
  Date to;
};

/// Reads "2020-01-01" (codes as they stood that day), "2015..2025-06-30", "until 2025-06-30", "all" and ""
/// (any day); a year alone is its first day in front of ".." and its last behind. Nothing for other texts.
std::optional<CodeValidity> code_validity_from(std::string_view text);

/// Whether a code so dated may be looked up among units that hold from `units.from` to `units.to`.
bool is_for_units(const CodeValidity& code, const CodeValidity& units);

}  // namespace ntmap::criteria
