#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace ntmap::app {

/// A value as edits store it: "98.5", a word, or empty for no data.
std::string stored_text(double value);

/// What a person may have meant who typed that into a cell of numbers: a number, "đạt" and "chưa đạt" (met
/// and not met) as 1 and 0, nothing for no data. Two values for what can be thousands or three decimals
/// ("48.500"), first as the language writes numbers; none for anything else.
std::vector<std::string> stored_readings(const std::string& typed, base::Lang lang);

/// The first of them.
std::optional<std::string> stored_value(const std::string& typed, base::Lang lang);

/// A stored value as the language writes it.
std::string shown_text(const std::string& stored, base::Lang lang);

}  // namespace ntmap::app
