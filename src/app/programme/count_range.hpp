#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/data/project_data.hpp"
#include "base/text.hpp"
#include "scene/classify.hpp"

namespace ntmap::app {

// How many criteria are met, not met or lapsed is a range where others are unknown: one unmet and eighteen
// unknown are from 1 to 19. Such a unit has no number, so that nothing takes the least for the whole (means,
// changes, ranks, tables); what is known of it goes along in its word, from ComputedFigure to Figures::texts.

/// The word of a unit with `known` such criteria and `unknown` ones of so many; empty where the number is
/// exact, and where no criterion is known at all.
std::string range_word(int known, int unknown, int total);

/// The range of a unit's number; nothing where the number is exact or not known at all.
std::optional<scene::ValueRange> count_range(const Figures& figures, std::size_t unit);
/// The same of all units, as classify() takes it.
std::vector<scene::ValueRange> count_ranges(const Figures& figures);

/// "ít nhất 6 tiêu chí, 2 chưa rõ" with the unit of measure; from 0 "nhiều nhất 2 tiêu chí, còn chưa rõ".
base::Text range_words(const scene::ValueRange& range, const base::Text& unit);
/// "≥ 6" where there is no room for more; from 0 "≤ 2".
std::string short_range(const scene::ValueRange& range);

}  // namespace ntmap::app
