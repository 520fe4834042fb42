#include "names/verdict.hpp"

#include <algorithm>
#include <utility>

namespace ntmap::names {

Verdict matched(std::uint32_t unit, MatchRule rule, double score) {
  Verdict out;
  out.match = {MatchStatus::matched, rule, unit, score, {unit}, {}};
  return out;
}

Verdict unmatched(Doubt doubt) {
  Verdict out;
  out.doubt = doubt;
  return out;
}

Verdict ambiguous(MatchRule rule, double score, std::vector<std::uint32_t> candidates, Doubt doubt) {
  constexpr std::size_t k_candidates_shown = 5;
  if (candidates.size() > k_candidates_shown) candidates.resize(k_candidates_shown);
  Verdict out;
  out.match = {MatchStatus::ambiguous, rule, k_no_unit, score, std::move(candidates), {}};
  out.doubt = doubt;
  return out;
}

Verdict ambiguous(Rank rank, std::vector<std::uint32_t> candidates, Doubt doubt) {
  return ambiguous(rule_of(rank), score_of(rank), std::move(candidates), doubt);
}

void demote(Verdict& verdict, Doubt doubt) {
  verdict.match.status = MatchStatus::ambiguous;
  verdict.match.unit = k_no_unit;
  verdict.doubt = doubt;
}

MatchRule rule_of(Rank rank) {
  switch (rank) {
    case Rank::exact:
      return MatchRule::exact;
    case Rank::folded:
      return MatchRule::folded;
    case Rank::legacy:
      return MatchRule::legacy;
    case Rank::unmarked:
      return MatchRule::unmarked;
    case Rank::scanner:
    case Rank::letter:
    case Rank::weak:
      break;
  }
  return MatchRule::fuzzy;
}

double score_of(Rank rank) {
  switch (rank) {
    case Rank::exact:
      return 1;
    case Rank::folded:
      return 0.98;
    case Rank::legacy:
      return 0.96;
    case Rank::unmarked:
      return 0.9;
    case Rank::scanner:
      return 0.8;
    case Rank::letter:
      return 0.7;
    case Rank::weak:
      break;
  }
  return 0.5;
}

std::vector<std::uint32_t> ids_of(const std::vector<Hit>& first, const std::vector<Hit>& then) {
  std::vector<std::uint32_t> out;
  for (const std::vector<Hit>* hits : {&first, &then}) {
    for (const Hit& hit : *hits) {
      if (std::find(out.begin(), out.end(), hit.id) == out.end()) out.push_back(hit.id);
    }
  }
  return out;
}

void add_missing(std::vector<std::uint32_t>& ids, const std::vector<std::uint32_t>& more) {
  for (const std::uint32_t id : more) {
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  }
}

}  // namespace ntmap::names
