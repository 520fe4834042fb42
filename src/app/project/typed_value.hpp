#pragma once

#include <optional>
#include <string>

#include "base/text.hpp"

namespace ntmap::app {

/// A value as edits store it: "98.5", a word, or empty for no data.
std::string stored_text(double value);

/// What a person typed into a cell of numbers: a number as the language writes it (98,5 or 98.5), "đạt" and
/// "chưa đạt" (met and not met) as 1 and 0, nothing for no data. No value for anything else.
std::optional<std::string> stored_value(const std::string& typed, base::Lang lang);

/// A stored value as the language writes it.
std::string shown_text(const std::string& stored, base::Lang lang);

}  // namespace ntmap::app
