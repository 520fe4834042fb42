#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"

namespace ntmap::app {

/// Key and value as TOML writes them; an empty value means that the key is not written.
using TomlKeys = std::vector<std::pair<std::string, std::string>>;

/// "…" with what TOML wants escaped; keeps letters as they are.
std::string toml_text(std::string_view text);
std::string toml_number(double value);
std::string toml_list(const std::vector<double>& numbers);
std::string toml_list(const std::vector<std::string>& texts);

/// KEY where both languages say the same, else KEY_vi and KEY_en; nothing for an empty text. Always gives
/// all three keys, so that one that no longer holds goes.
void add_bilingual(TomlKeys& keys, const std::string& key, const base::Text& text);

/// "key = value" lines of what has a value.
std::string toml_lines(const TomlKeys& keys);

}  // namespace ntmap::app
