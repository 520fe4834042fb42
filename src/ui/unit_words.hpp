#pragma once

#include <cstdint>
#include <vector>

#include "app/map_content.hpp"
#include "base/text.hpp"

namespace ntmap::ui {

/// What a map says about one unit, line by line: district, value, class, and where the value stands.
std::vector<base::Text> unit_words(const app::MapContent& map, std::uint32_t unit);

/// The value with its unit of measure, or "chưa rõ".
base::Text value_words(const app::MapContent& map, std::uint32_t unit);

}  // namespace ntmap::ui
