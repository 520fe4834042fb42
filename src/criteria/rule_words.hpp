#pragma once

#include <span>

#include "base/text.hpp"
#include "criteria/evidence.hpp"
#include "criteria/rule.hpp"

namespace ntmap::criteria {

/// A rule in words, on one unit's figures (`figures`: one for each of Rule::names(), in that order, with name
/// and unit): what is compared with what, and of a choice only the side that counts for the unit, with the
/// reason: "tỷ lệ trường đạt cơ sở vật chất mức độ 1: 66,7 % < 70 % (vì số trường học: 4 > 3)".
/// Of alternatives only one that holds, or all of them where none does.
base::Text rule_words(const Rule& rule, std::span<const FigureEvidence> figures, const Unit& unit);

}  // namespace ntmap::criteria
