#pragma once

#include <string>
#include <string_view>

namespace ntmap::app {

/// A text as a JSON string, quotes included. "<" is escaped as well, so that JSON may stand in a page.
std::string json_text(std::string_view text);

}  // namespace ntmap::app
