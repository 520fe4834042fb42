#include "names/name_decision.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "names/name_rivals.hpp"

namespace ntmap::names {

Verdict NameDecision::decide(const std::vector<Reading>& readings, const Scope& scope, bool bare) const {
  const std::vector<Hit> hits = m_index.find(readings, scope);
  if (hits.empty() || hits.front().rank == Rank::weak) return look_elsewhere(readings, scope, hits);
  const std::vector<Hit> best = best_hits(hits, bare);
  const Hit& first = best.front();
  const auto doubtful = [&](Doubt doubt) { return ambiguous(first.rank, ids_of(best, hits), doubt); };
  const bool rivalled =
      first.rank == Rank::scanner && std::any_of(hits.begin(), hits.end(), [](const Hit& hit) {
        return hit.rank == Rank::letter && !hit.type_conflicts;
      });
  const bool marks_only = first.rank > Rank::unmarked &&
                          std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
                            return reading.name.key.bare == m_index.name(first.id).name.key.bare;
                          });
  if (best.size() > 1 || rivalled || (marks_only && is_twinned(hits, first)) || with_or_without_one(hits))
    return doubtful(Doubt::several);
  if (first.rank > Rank::unmarked) {
    const std::vector<Hit> also = rivals(readings, scope, hits, first.id, marks_only);
    if (!also.empty()) {
      return ambiguous(first.rank, ids_of(best, also), Doubt::several);
    }
  }
  if (first.type_conflicts) return doubtful(Doubt::other_type);
  if (scope.foreign) return doubtful(Doubt::other_place);
  if (!scope.districts.empty() && first.rank > Rank::legacy) {
    const std::vector<Hit> wide = m_index.find(readings, m_index.widened(scope));
    if (!wide.empty() && wide.front().rank < first.rank && wide.front().rank <= Rank::legacy) {
      return ambiguous(first.rank, ids_of(best, wide), Doubt::elsewhere);
    }
  }
  return matched(first.id, rule_of(first.rank), score_of(first.rank));
}

/// Kỳ Lăm is one mark away from Kỳ Lâm and from Kỳ Lam alike, whichever a scanner mistakes more often.
bool NameDecision::is_twinned(const std::vector<Hit>& hits, const Hit& first) const {
  const auto letters = [&](const Hit& hit) -> const std::u32string& {
    return m_index.name(hit.id).name.key.bare;
  };
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
    return hit.id != first.id && !hit.type_conflicts && letters(hit) == letters(first);
  });
}

/// Other units that a name with a wrong letter may be: those one letter away, and those it may be cut off
/// from. A wrong mark (`marks_only`) is likelier than another letter in its place: Kỳ Vân is Kỳ Văn, not Kỳ
/// Tân.
std::vector<Hit> NameDecision::rivals(const std::vector<Reading>& readings, const Scope& scope,
                                      const std::vector<Hit>& hits, std::uint32_t first,
                                      bool marks_only) const {
  std::vector<Hit> out;
  for (const Reading& reading : readings) {
    if (reading.legacy || reading.scanned_one) continue;
    for (const Hit& hit : hits) {
      const Key& unit = m_index.name(hit.id).name.key;
      const bool replaced = unit.folded.size() == reading.name.key.folded.size();
      const bool near = within_one_letter(reading.name.key, unit) && !(marks_only && replaced);
      if (hit.id != first && !hit.type_conflicts && near) out.push_back(hit);
    }
    for (const std::uint32_t id : m_index.abbreviated(reading, scope)) {
      if (id != first && !types_conflict(reading.type, m_index.name(id))) out.push_back({.id = id});
    }
  }
  return out;
}

/// True where a stroke behind the name may be a 1 or none: there are Hòa Bình 1 and Hòa Bình for "Hòa Bình
/// |".
bool NameDecision::with_or_without_one(const std::vector<Hit>& hits) const {
  constexpr std::size_t k_number = 2;  // "#1"
  const auto numbered =
      std::find_if(hits.begin(), hits.end(), [](const Hit& hit) { return hit.scanned_one; });
  if (numbered == hits.end()) return false;
  const std::u32string_view with = m_index.name(numbered->id).name.key.bare;
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
    return m_index.name(hit.id).name.key.bare == with.substr(0, with.size() - k_number);
  });
}

/// Nothing in the row's own scope is near enough: what stands elsewhere is a suggestion only.
Verdict NameDecision::look_elsewhere(const std::vector<Reading>& readings, const Scope& scope,
                                     const std::vector<Hit>& near) const {
  if (!scope.districts.empty()) {
    const std::vector<Hit> wide = m_index.find(readings, m_index.widened(scope));
    if (!wide.empty() && wide.front().rank <= Rank::unmarked) {
      const Hit& first = wide.front();
      return ambiguous(first.rank, ids_of(wide, near), Doubt::elsewhere);
    }
  }
  std::vector<std::uint32_t> candidates = m_index.abbreviated(readings.front(), scope);
  add_missing(candidates, ids_of(near, {}));
  if (candidates.empty()) return unmatched(Doubt::nothing_near);
  return ambiguous(Rank::weak, std::move(candidates), Doubt::only_near);
}

}  // namespace ntmap::names
