#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "names/match_report.hpp"
#include "names/name_search.hpp"

namespace ntmap::names {

/// What is decided about one row, before its sentence is written.
struct Verdict {
  RowMatch match = {};
  Doubt doubt = Doubt::none;
  AliasUse alias = AliasUse::plain;
  std::uint32_t alias_unit = k_no_unit;
  std::optional<MatchRow> parted = {};  ///< the row with its name and place apart, where it was matched so

  bool is_matched() const { return match.status == MatchStatus::matched; }
};

Verdict matched(std::uint32_t unit, MatchRule rule, double score);
Verdict unmatched(Doubt doubt);
/// No more candidates are kept than a person looks at.
Verdict ambiguous(MatchRule rule, double score, std::vector<std::uint32_t> candidates, Doubt doubt);
/// The same with the rule and score of a rank.
Verdict ambiguous(Rank rank, std::vector<std::uint32_t> candidates, Doubt doubt);
/// Makes a match a suggestion.
void demote(Verdict& verdict, Doubt doubt);

MatchRule rule_of(Rank rank);
double score_of(Rank rank);

/// Units of both lists, each once, those of the first list first.
std::vector<std::uint32_t> ids_of(const std::vector<Hit>& first, const std::vector<Hit>& then);
/// Adds those that are not there yet.
void add_missing(std::vector<std::uint32_t>& ids, const std::vector<std::uint32_t>& more);

}  // namespace ntmap::names
