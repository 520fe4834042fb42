#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "app/data/join_plan.hpp"
#include "app/data/name_candidate.hpp"
#include "base/text.hpp"
#include "names/match.hpp"

namespace ntmap::app {

// What a person looks up and decides in the lists of a join.

/// By which rule a row found its unit, in words: "theo mã", "gần giống tên".
base::Text match_words(names::MatchRule rule);

/// Whether a row was matched by its name alone; such a match can be changed by a choice, while a code decides
/// over any.
bool by_name(names::MatchRule rule);

/// Indices of the matched rows whose words, unit or rule (in that language) hold all that was typed, accents
/// and capitals aside, in their order; all of them when nothing was.
std::vector<std::size_t> rows_that_fit(const std::vector<MatchedRow>& rows, std::string_view typed,
                                       base::Lang lang);

/// Units to choose from for a row of that district, at most `limit`: those that hold all words that were
/// typed, accents and capitals aside. Units of the row's own district come first, and of them those that no
/// other row means.
std::vector<NameCandidate> units_to_choose(const std::vector<JoinUnit>& units, std::string_view typed,
                                           const std::string& district, std::size_t limit);

/// From now on this spelling, in rows of that district, means the unit; replaces an earlier choice for it.
void choose_unit(JoinPlan& plan, const std::string& name, const std::string& district,
                 const std::string& code);
/// The spelling means again what the rules make of it.
void withdraw_choice(JoinPlan& plan, const std::string& name, const std::string& district);

}  // namespace ntmap::app
