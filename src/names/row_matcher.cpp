#include "names/row_matcher.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "names/provinces.hpp"

namespace ntmap::names {
namespace {

Rank rank_of_name(const std::vector<Reading>& readings, const NameIndex::Entry& unit) {
  Rank out = Rank::weak;
  for (const Reading& reading : readings) out = std::min(out, rank_of(reading, unit.name).value_or(out));
  return out;
}

/// True where the name, read in the row's scope, is nearer to other units than to this one, or as near
/// where this one is outside.
bool names_others(const std::vector<Hit>& named, std::uint32_t unit, Rank own, bool bare) {
  const auto level = [&](Rank rank) { return bare && rank <= Rank::unmarked ? Rank::unmarked : rank; };
  const std::vector<Hit> best = best_hits(named, bare);
  if (best.empty() || level(own) < level(best.front().rank)) return false;
  return std::none_of(best.begin(), best.end(), [&](const Hit& hit) { return hit.id == unit; });
}

bool is_by_code(MatchRule rule) {
  return rule == MatchRule::code || rule == MatchRule::code_padded;
}

/// Whether the cell is to be taken apart: it is near no name as it stands, or contradicts its code.
bool may_hold_more(const Verdict& verdict) {
  const MatchRule rule = verdict.match.rule;
  return !verdict.is_matched() &&
         (rule == MatchRule::none || is_by_code(rule) || verdict.doubt == Doubt::only_near);
}

/// One verdict of several about the same row: the match that all strictest ones make, else their candidates.
Verdict agreed(std::vector<Verdict> verdicts) {
  const auto order = [](const Verdict& verdict) {
    return std::tuple(verdict.doubt != Doubt::places_differ, verdict.match.rule, !verdict.is_matched());
  };
  std::stable_sort(verdicts.begin(), verdicts.end(),
                   [&](const Verdict& a, const Verdict& b) { return order(a) < order(b); });
  Verdict& first = verdicts.front();
  std::vector<std::uint32_t> units;
  for (const Verdict& verdict : verdicts) {
    if (!first.is_matched() || verdict.is_matched()) add_missing(units, verdict.match.candidates);
  }
  if (units.size() == first.match.candidates.size()) return std::move(first);
  const Doubt doubt = first.is_matched() ? Doubt::several : first.doubt;
  return ambiguous(first.match.rule, first.match.score, std::move(units), doubt);
}

MatchRow parted_row(const MatchRow& row, const CellParts& parts) {
  MatchRow out = row;
  out.name = parts.name;
  if (out.district.empty()) out.district = parts.district;
  if (out.province.empty()) out.province = parts.province;
  return out;
}

}  // namespace

Verdict RowMatcher::decide(const MatchRow& given, const MatchRow& row, const Scope& scope) const {
  const auto alias = alias_of(given, row);
  if (!alias) return decide_unaided(row, scope);
  const std::vector<std::uint32_t> units = m_index.by_code(alias->code).units;
  if (units.size() != 1) return decide_unaided(row, scope);
  const std::uint32_t unit = units.front();
  AliasUse use = AliasUse::plain;
  if (elsewhere(*alias, row, unit, scope)) {
    use = AliasUse::other_place;
  } else if (codes_another(row, unit)) {
    use = decide_unaided(row, scope).match.status == MatchStatus::matched ? AliasUse::other_code
                                                                          : AliasUse::over_code;
  }
  const bool refused = use == AliasUse::other_place || use == AliasUse::other_code;
  Verdict out = refused ? decide_unaided(row, scope) : matched(unit, MatchRule::alias, 1);
  if (out.match.unit != unit || !refused) out.alias = use;
  out.alias_unit = unit;
  return out;
}

/// What was confirmed of the whole cell, address and all, is of that place only.
std::optional<AliasBook::Found> RowMatcher::alias_of(const MatchRow& given, const MatchRow& row) const {
  if (m_aliases.empty()) return std::nullopt;
  if (given.name != row.name) {
    if (const auto whole = m_aliases.find(given.name, given.district, given.province))
      return AliasBook::Found{whole->code, true, true};
  }
  return m_aliases.find(row.name, row.district, row.province);
}

/// Whether the alias leaves open a place that the row names, and the unit is not there.
bool RowMatcher::elsewhere(const AliasBook::Found& alias, const MatchRow& row, std::uint32_t unit,
                           const Scope& scope) const {
  const bool open_district = !alias.names_district && !row.district.empty();
  const bool open_province = !alias.names_province && !row.province.empty();
  if ((open_district || open_province) && scope.foreign) return true;
  return (open_district && !m_index.in_districts(unit, scope)) ||
         (open_province && !m_index.in_provinces(unit, scope));
}

bool RowMatcher::codes_another(const MatchRow& row, std::uint32_t unit) const {
  if (!m_facts.codes_trusted || row.code.empty()) return false;
  const std::vector<std::uint32_t> units = m_index.by_code(row.code).units;
  return units.size() == 1 && units.front() != unit;
}

/// As the cell stands, and else by its parts.
Verdict RowMatcher::decide_unaided(const MatchRow& row, const Scope& scope) const {
  Verdict whole = decide_alone(row, scope);
  if (may_hold_more(whole)) return decide_parted(row, scope, std::move(whole));
  return whole.is_matched() ? against_note(row, scope, std::move(whole)) : whole;
}

/// "Hòa Bình (1)" is Hòa Bình 1, or Hòa Bình with a footnote where there is such a unit.
Verdict RowMatcher::against_note(const MatchRow& row, const Scope& scope, Verdict whole) const {
  if (row.name.find_first_of("([") == std::string::npos) return whole;
  const std::optional<std::string> plain = without_doubtful_note(row.name);
  if (!plain) return whole;
  MatchRow other = row;
  other.name = *plain;
  const Verdict without = decide_alone(other, scope);
  if (!without.is_matched() || without.match.unit == whole.match.unit) return whole;
  return ambiguous(whole.match.rule, whole.match.score, {whole.match.unit, without.match.unit}, Doubt::noted);
}

Verdict RowMatcher::decide_alone(const MatchRow& row, const Scope& scope) const {
  const std::vector<Reading> readings = readings_of(row.name, unit_type_from(row.type));
  const bool by_code = m_facts.codes_trusted && !row.code.empty();
  if (by_code) {
    const UnitIndex::CodeHits hits = m_index.by_code(row.code);
    if (!hits.units.empty()) return decide_by_code(hits, readings, scope);
  }
  if (readings.empty()) return unmatched(row.code.empty() ? Doubt::no_name : Doubt::nothing_near);
  Verdict verdict = against_type(row, scope, m_names.decide(readings, scope, lost_marks(readings, scope)));
  if (!verdict.is_matched() || row.code.empty()) return verdict;
  if (by_code) demote(verdict, Doubt::code_unknown);
  return by_code ? verdict : against_code(row, std::move(verdict));
}

/// A column of types that says another type than the name does counts where there is such a unit too.
Verdict RowMatcher::against_type(const MatchRow& row, const Scope& scope, Verdict by_name) const {
  const UnitType column = unit_type_from(row.type);
  if (!by_name.is_matched() || !types_conflict(column, m_index.name(by_name.match.unit))) return by_name;
  std::vector<Reading> readings = readings_of(row.name);
  for (Reading& reading : readings) reading.type = column;
  const Verdict typed = m_names.decide(readings, scope, lost_marks(readings, scope));
  if (!typed.is_matched()) return by_name;
  return ambiguous(by_name.match.rule, by_name.match.score, {by_name.match.unit, typed.match.unit},
                   Doubt::other_type);
}

/// A code settles the row unless the name next to it is not at all that unit's, means another unit better,
/// or is of another type: codes are given again to other units when units merge.
Verdict RowMatcher::decide_by_code(const UnitIndex::CodeHits& hits, const std::vector<Reading>& readings,
                                   const Scope& scope) const {
  const MatchRule rule = hits.padded ? MatchRule::code_padded : MatchRule::code;
  if (hits.units.size() > 1) return ambiguous(rule, 1, hits.units, Doubt::several);
  const std::uint32_t unit = hits.units.front();
  if (readings.empty()) return matched(unit, rule, 1);
  const std::vector<Hit> named = m_index.find(readings, scope);
  const NameIndex::Entry& own = m_index.name(unit);
  bool fits = false;
  bool type_fits = false;
  for (const Reading& reading : readings) {
    if (grade(reading.name, own.name) == Grade::none) continue;
    fits = true;
    type_fits = type_fits || !types_conflict(reading.type, own);
  }
  const bool others = names_others(named, unit, rank_of_name(readings, own), lost_marks(readings, scope));
  if (fits && type_fits && !others) return matched(unit, rule, 1);
  std::vector<std::uint32_t> candidates{unit};
  for (const Hit& hit : named) {
    if (hit.id != unit) candidates.push_back(hit.id);
  }
  return ambiguous(rule, 0.5, std::move(candidates),
                   fits && !others ? Doubt::other_type : Doubt::code_other_name);
}

/// Codes that are set aside decide nothing, but one that is another unit's letter for letter is a
/// contradiction all the same.
Verdict RowMatcher::against_code(const MatchRow& row, Verdict by_name) const {
  const UnitIndex::CodeHits coded = m_index.by_code(row.code);
  const std::uint32_t named = by_name.match.unit;
  if (coded.padded || coded.units.size() != 1 || coded.units.front() == named) return by_name;
  return ambiguous(by_name.match.rule, 0.5, {named, coded.units.front()}, Doubt::code_other_name);
}

/// True where the marks of the row are lost with those of its table or district.
bool RowMatcher::lost_marks(const std::vector<Reading>& readings, const Scope& scope) const {
  return (m_facts.bare || scope.bare) && !readings.front().name.key.marked;
}

Verdict RowMatcher::decide_parted(const MatchRow& row, const Scope& scope, Verdict whole) const {
  std::vector<Verdict> found;
  for (const CellParts& parts : ways_to_part(row.name)) {
    if (std::optional<Verdict> verdict = decide_parts(row, scope, parts))
      found.push_back(std::move(*verdict));
  }
  if (found.empty()) {
    const std::optional<std::string> plain = without_doubtful_note(row.name);
    if (!plain) return whole;
    MatchRow other = row;
    other.name = *plain;
    Verdict verdict = decide_unaided(other, scope);
    if (verdict.is_matched()) demote(verdict, Doubt::noted);
    return verdict.match.candidates.empty() ? whole : verdict;
  }
  return agreed(std::move(found));
}

/// Nothing where there are no such place and name.
std::optional<Verdict> RowMatcher::decide_parts(const MatchRow& row, const Scope& scope,
                                                const CellParts& parts) const {
  const std::optional<Scope> place = place_of(parts);
  if (!place) return decide_without_place(row, scope, parts);
  const MatchRow parted = parted_row(row, parts);
  const std::optional<Scope> both = UnitIndex::common(scope, *place);
  if (!both) {
    std::vector<std::uint32_t> candidates = decide_alone(parted, *place).match.candidates;
    add_missing(candidates, decide_alone(parted, scope).match.candidates);
    if (candidates.empty()) return std::nullopt;
    return ambiguous(Rank::exact, std::move(candidates), Doubt::places_differ);
  }
  Verdict verdict = decide_alone(parted, *both);
  const bool weak = verdict.match.rule == MatchRule::fuzzy && !verdict.is_matched();
  if (verdict.match.candidates.empty() || (weak && !parts.typed)) return std::nullopt;
  if (!verdict.is_matched()) return verdict;
  verdict.parted = parted;
  if (parts.legacy && verdict.match.rule < MatchRule::legacy && verdict.match.rule >= MatchRule::exact) {
    verdict.match.rule = MatchRule::legacy;
    verdict.match.score = score_of(Rank::legacy);
  }
  return against_place(parted, parts, *both, std::move(verdict));
}

/// Where the places of the cell are; nothing where they are none of the units' or these do not say theirs. A
/// province is passed over where the units name none.
std::optional<Scope> RowMatcher::place_of(const CellParts& parts) const {
  const bool passed =
      !m_index.has_provinces() && !parts.district.empty() &&
      (parse_unit_name(parts.province).type == UnitType::province || is_province_name(parts.province));
  const bool comparable = (parts.district.empty() || m_index.has_districts()) &&
                          (parts.province.empty() || m_index.has_provinces() || passed);
  if (!comparable) return std::nullopt;
  return m_index.named_scope(parts.district, passed ? std::string() : parts.province);
}

/// A place that is none of the units' makes the name a suggestion, and nothing where it may be a village.
/// Where the units say no districts one that is typed is passed over, as one of another column is.
std::optional<Verdict> RowMatcher::decide_without_place(const MatchRow& row, const Scope& scope,
                                                        const CellParts& parts) const {
  const bool unsaid = !parts.district.empty() && !m_index.has_districts();
  if (!parts.name_first || !(parts.comma || parts.typed || unsaid)) return std::nullopt;
  const MatchRow parted = parted_row(row, parts);
  Verdict verdict = decide_alone(parted, scope);
  if (!verdict.is_matched() || verdict.match.rule == MatchRule::fuzzy) return std::nullopt;
  if (parts.typed && unsaid) {
    verdict.parted = parted;
  } else {
    demote(verdict, Doubt::other_place);
  }
  return verdict;
}

/// What speaks against a place that does not say what it is: in a list of units it may be one of them ("Kỳ
/// Châu, Kỳ Anh"), and a city (Hà Tĩnh) may be the province of its name. A code decides between them.
Verdict RowMatcher::against_place(const MatchRow& row, const CellParts& parts, const Scope& scope,
                                  Verdict verdict) const {
  if (parts.typed || is_by_code(verdict.match.rule)) return verdict;
  std::vector<std::uint32_t> candidates{verdict.match.unit};
  const auto also = [&](const std::string& name, const Scope& where) {
    const std::vector<Hit> best = best_hits(m_index.find(readings_of(name), where), false);
    if (!best.empty() && best.front().rank <= Rank::unmarked) add_missing(candidates, ids_of(best, {}));
  };
  const bool two_units = parts.listed || !parts.name_first;
  if (two_units && parts.province.empty()) also(parts.district, scope);
  if (parts.province.empty() && is_province_name(parts.district)) also(row.name, m_index.widened(scope));
  if (candidates.size() == 1) return verdict;
  return ambiguous(verdict.match.rule, verdict.match.score, std::move(candidates), Doubt::several);
}

}  // namespace ntmap::names
