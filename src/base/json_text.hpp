#pragma once

#include <string>
#include <string_view>

namespace ntmap::base {

/// A text as a JSON string, quotes included: always valid JSON in UTF-8. Bytes that are no UTF-8 (a cut cell
/// of a file is quoted as it stands) become U+FFFD. With `in_page`, "<" is escaped as well, so that the JSON
/// may stand in a page.
std::string json_text(std::string_view text, bool in_page = false);

}  // namespace ntmap::base
