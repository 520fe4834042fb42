#pragma once

#include <string_view>

namespace ntmap::names {

/// Whether a text is the name of one of the 63 provinces and cities of the state until June 2025 (those since
/// then are among them), with or without type and marks. Many have a city or district of the same name: Hà
/// Tĩnh.
bool is_province_name(std::string_view text);

}  // namespace ntmap::names
