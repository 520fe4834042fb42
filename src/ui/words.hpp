#pragma once

#include <cstdint>
#include <vector>

#include "app/map_content.hpp"
#include "base/text.hpp"
#include "model/project.hpp"

namespace ntmap::ui {

/// What a map says about one unit in passing, line by line: district, value, and its class where that
/// says more than the value.
std::vector<base::Text> tip_words(const app::MapContent& map, std::uint32_t unit);

/// File and row that the value comes from; empty when no row gave one.
base::Text source_words(const app::MapContent& map, std::uint32_t unit);

/// The project's title; of data opened directly the name of the file.
base::Text title_words(const model::Project& project);

/// The value with its unit of measure, or "chưa rõ".
base::Text value_words(const app::MapContent& map, std::uint32_t unit);

}  // namespace ntmap::ui
