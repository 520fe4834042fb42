#include "names/match.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/parallel.hpp"
#include "names/fold.hpp"
#include "names/match_report.hpp"
#include "names/name_rivals.hpp"
#include "names/unicode.hpp"
#include "names/unit_index.hpp"

namespace ntmap::names {
namespace {

constexpr std::size_t k_candidates_shown = 5;
constexpr std::size_t k_rows_a_slice = 256;

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

/// Where the place of a unit begins behind its name, and how many bytes stand between; nothing where the cell
/// holds a name alone.
struct Separator {
  std::size_t at = std::string::npos;
  std::size_t size = 0;
};

/// A comma or semicolon parts name and place; a dash or a bracket only where a district or province is named
/// behind it ("Đức Thủy (huyện Đức Thọ)"), since names and types stand there as well.
Separator separator_of(const std::string& name) {
  if (const std::size_t at = name.find_first_of(",;"); at != std::string::npos) return {at, 1};
  for (const std::string_view mark : {" - ", " – ", "("}) {
    const std::size_t at = name.find(mark);
    if (at == std::string::npos) continue;
    const UnitName behind = parse_unit_name(std::string_view(name).substr(at + mark.size()));
    if (is_above_commune(behind.type) && !fold(behind.name).empty()) return {at, mark.size()};
  }
  return {};
}

bool same_place(const std::string& a, const std::string& b) {
  return grade(ComparedName(parse_unit_name(a).name), ComparedName(parse_unit_name(b).name)) < Grade::weak;
}

/// "Xã Kỳ Sơn, huyện Kỳ Anh, tỉnh Hà Tĩnh" in one cell fills the fields that are empty.
MatchRow without_address(const MatchRow& row) {
  const Separator first = separator_of(row.name);
  if (first.at == std::string::npos) return row;
  const std::size_t from = first.at + first.size;
  const std::size_t second = row.name.find_first_of(",;)", from);
  const std::string behind = row.name.substr(from, second == std::string::npos ? second : second - from);
  if (unit_type_from(behind) != UnitType::none) return row;
  MatchRow out = row;
  out.name = row.name.substr(0, first.at);
  const bool province = parse_unit_name(behind).type == UnitType::province;
  std::string& place = province ? out.province : out.district;
  // "Kỳ Sơn, Kỳ Tân" beside a district are two communes, not a commune and its place.
  if (!place.empty() && !same_place(place, behind)) return row;
  if (place.empty()) place = behind;
  if (out.province.empty() && second != std::string::npos) out.province = row.name.substr(second + 1);
  return out;
}

/// What is decided about one row, before its sentence is written.
struct Verdict {
  RowMatch match;
  Doubt doubt = Doubt::none;
  AliasUse alias = AliasUse::plain;
  std::uint32_t alias_unit = k_no_unit;
};

/// Facts about the table that decisions on single rows need.
struct TableFacts {
  std::size_t coded = 0;  ///< rows with a code
  std::size_t found = 0;  ///< of them, those whose code is a unit's
  /// At least half of the codes are units' codes, or half of the units have one (a table of the whole country
  /// beside one province), or there are codes only.
  bool codes_trusted = false;
  bool bare = false;  ///< no text has a mark: all were lost
};

class RowMatcher {
 public:
  RowMatcher(const UnitIndex& index, const AliasBook& aliases, TableFacts facts)
      : m_index(index), m_aliases(aliases), m_facts(facts) {}

  /// `given` is the row as the table has it, with an address in its name.
  Verdict decide(const MatchRow& given, const MatchRow& row, const Scope& scope) const {
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

 private:
  Verdict decide_unaided(const MatchRow& row, const Scope& scope) const {
    const std::vector<Reading> readings = readings_of(row.name, unit_type_from(row.type));
    const bool by_code = m_facts.codes_trusted && !row.code.empty();
    if (by_code) {
      const UnitIndex::CodeHits hits = m_index.by_code(row.code);
      if (!hits.units.empty()) return decide_by_code(hits, readings, scope);
    }
    if (readings.empty()) return unmatched(row.code.empty() ? Doubt::no_name : Doubt::nothing_near);
    Verdict verdict = decide_by_name(readings, scope);
    if (verdict.match.status != MatchStatus::matched || row.code.empty()) return verdict;
    if (by_code) demote(verdict, Doubt::code_unknown);
    return by_code ? verdict : against_code(row, std::move(verdict));
  }

  /// Codes that are set aside decide nothing, but one that is another unit's letter for letter is a
  /// contradiction all the same.
  Verdict against_code(const MatchRow& row, Verdict by_name) const {
    const UnitIndex::CodeHits coded = m_index.by_code(row.code);
    const std::uint32_t named = by_name.match.unit;
    if (coded.padded || coded.units.size() != 1 || coded.units.front() == named) return by_name;
    return ambiguous(by_name.match.rule, 0.5, {named, coded.units.front()}, Doubt::code_other_name);
  }

  /// What was confirmed of the whole cell, address and all, is of that place only.
  std::optional<AliasBook::Found> alias_of(const MatchRow& given, const MatchRow& row) const {
    if (m_aliases.empty()) return std::nullopt;
    if (given.name != row.name) {
      if (const auto whole = m_aliases.find(given.name, given.district, given.province))
        return AliasBook::Found{whole->code, true, true};
    }
    return m_aliases.find(row.name, row.district, row.province);
  }

  /// Whether the alias leaves open a place that the row names, and the unit is not there.
  bool elsewhere(const AliasBook::Found& alias, const MatchRow& row, std::uint32_t unit,
                 const Scope& scope) const {
    const bool open_district = !alias.names_district && !row.district.empty();
    const bool open_province = !alias.names_province && !row.province.empty();
    if ((open_district || open_province) && scope.foreign) return true;
    return (open_district && !m_index.in_districts(unit, scope)) ||
           (open_province && !m_index.in_provinces(unit, scope));
  }

  bool codes_another(const MatchRow& row, std::uint32_t unit) const {
    if (!m_facts.codes_trusted || row.code.empty()) return false;
    const std::vector<std::uint32_t> units = m_index.by_code(row.code).units;
    return units.size() == 1 && units.front() != unit;
  }

  static Verdict matched(std::uint32_t unit, MatchRule rule, double score) {
    Verdict out;
    out.match = {MatchStatus::matched, rule, unit, score, {unit}, {}};
    return out;
  }

  static Verdict unmatched(Doubt doubt) {
    Verdict out;
    out.doubt = doubt;
    return out;
  }

  static Verdict ambiguous(MatchRule rule, double score, std::vector<std::uint32_t> candidates, Doubt doubt) {
    if (candidates.size() > k_candidates_shown) candidates.resize(k_candidates_shown);
    Verdict out;
    out.match = {MatchStatus::ambiguous, rule, k_no_unit, score, std::move(candidates), {}};
    out.doubt = doubt;
    return out;
  }

  static void demote(Verdict& verdict, Doubt doubt) {
    verdict.match.status = MatchStatus::ambiguous;
    verdict.match.unit = k_no_unit;
    verdict.doubt = doubt;
  }

  /// A code settles the row unless the name next to it is not at all that unit's, means another unit better,
  /// or is of another type: codes are given again to other units when units merge.
  Verdict decide_by_code(const UnitIndex::CodeHits& hits, const std::vector<Reading>& readings,
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

  /// True where the marks of the row are lost with those of its table or district.
  bool lost_marks(const std::vector<Reading>& readings, const Scope& scope) const {
    return (m_facts.bare || scope.bare) && !readings.front().name.key.marked;
  }

  /// How near the row's name is to a unit's, wherever that lies.
  static Rank rank_of_name(const std::vector<Reading>& readings, const NameIndex::Entry& unit) {
    Rank out = Rank::weak;
    for (const Reading& reading : readings) out = std::min(out, rank_of(reading, unit.name).value_or(out));
    return out;
  }

  /// True where the name, read in the row's scope, is nearer to other units than to this one, or as near
  /// where this one is outside.
  static bool names_others(const std::vector<Hit>& named, std::uint32_t unit, Rank own, bool bare) {
    const auto level = [&](Rank rank) { return bare && rank <= Rank::unmarked ? Rank::unmarked : rank; };
    const std::vector<Hit> best = best_hits(named, bare);
    if (best.empty() || level(own) < level(best.front().rank)) return false;
    return std::none_of(best.begin(), best.end(), [&](const Hit& hit) { return hit.id == unit; });
  }

  Verdict decide_by_name(const std::vector<Reading>& readings, const Scope& scope) const {
    const bool bare = lost_marks(readings, scope);
    const std::vector<Hit> hits = m_index.find(readings, scope);
    if (hits.empty() || hits.front().rank == Rank::weak) return look_elsewhere(readings, scope, hits);
    const std::vector<Hit> best = best_hits(hits, bare);
    const Hit& first = best.front();
    const auto doubtful = [&](Doubt doubt) {
      return ambiguous(rule_of(first.rank), score_of(first.rank), ids_of(best, hits), doubt);
    };
    const bool rivalled =
        first.rank == Rank::scanner && std::any_of(hits.begin(), hits.end(), [](const Hit& hit) {
          return hit.rank == Rank::letter && !hit.type_conflicts;
        });
    // Kỳ Lăm is one mark away from Kỳ Lâm and from Kỳ Lam alike, whichever a scanner mistakes more often.
    const auto bare_key = [&](std::uint32_t id) -> const std::u32string& {
      return m_index.name(id).name.key.bare;
    };
    const bool marks_only = first.rank > Rank::unmarked &&
                            std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
                              return reading.name.key.bare == bare_key(first.id);
                            });
    const bool twinned =
        marks_only && std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
          return hit.id != first.id && !hit.type_conflicts && bare_key(hit.id) == bare_key(first.id);
        });
    if (best.size() > 1 || rivalled || twinned || with_or_without_one(hits)) return doubtful(Doubt::several);
    if (first.rank > Rank::unmarked) {
      const std::vector<Hit> also = rivals(readings, scope, hits, first.id, marks_only);
      if (!also.empty()) {
        return ambiguous(rule_of(first.rank), score_of(first.rank), ids_of(best, also), Doubt::several);
      }
    }
    if (first.type_conflicts) return doubtful(Doubt::other_type);
    if (scope.foreign) return doubtful(Doubt::other_place);
    if (!scope.districts.empty() && first.rank > Rank::legacy) {
      const std::vector<Hit> wide = m_index.find(readings, m_index.widened(scope));
      if (!wide.empty() && wide.front().rank < first.rank && wide.front().rank <= Rank::legacy) {
        return ambiguous(rule_of(first.rank), score_of(first.rank), ids_of(best, wide), Doubt::elsewhere);
      }
    }
    return matched(first.id, rule_of(first.rank), score_of(first.rank));
  }

  /// Other units that a name with a wrong letter may be: those one letter away, and those it may be cut off
  /// from. A wrong mark (`marks_only`) is likelier than another letter in its place: Kỳ Vân is Kỳ Văn, not Kỳ
  /// Tân.
  std::vector<Hit> rivals(const std::vector<Reading>& readings, const Scope& scope,
                          const std::vector<Hit>& hits, std::uint32_t first, bool marks_only) const {
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
  bool with_or_without_one(const std::vector<Hit>& hits) const {
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
  Verdict look_elsewhere(const std::vector<Reading>& readings, const Scope& scope,
                         const std::vector<Hit>& near) const {
    if (!scope.districts.empty()) {
      const std::vector<Hit> wide = m_index.find(readings, m_index.widened(scope));
      if (!wide.empty() && wide.front().rank <= Rank::unmarked) {
        const Hit& first = wide.front();
        return ambiguous(rule_of(first.rank), score_of(first.rank), ids_of(wide, near), Doubt::elsewhere);
      }
    }
    std::vector<std::uint32_t> candidates = m_index.abbreviated(readings.front(), scope);
    for (const std::uint32_t id : ids_of(near, {})) {
      if (std::find(candidates.begin(), candidates.end(), id) == candidates.end()) candidates.push_back(id);
    }
    if (candidates.empty()) return unmatched(Doubt::nothing_near);
    return ambiguous(MatchRule::fuzzy, score_of(Rank::weak), std::move(candidates), Doubt::only_near);
  }

  /// Units of both lists, each once, those of the first list first.
  static std::vector<std::uint32_t> ids_of(const std::vector<Hit>& first, const std::vector<Hit>& then) {
    std::vector<std::uint32_t> out;
    for (const std::vector<Hit>* hits : {&first, &then}) {
      for (const Hit& hit : *hits) {
        if (std::find(out.begin(), out.end(), hit.id) == out.end()) out.push_back(hit.id);
      }
    }
    return out;
  }

  const UnitIndex& m_index;
  const AliasBook& m_aliases;
  TableFacts m_facts;
};

TableFacts facts_of(const UnitIndex& index, const std::vector<MatchRow>& rows) {
  TableFacts out{.bare = true};
  std::vector<bool> has_code(index.size());
  bool named = false;
  for (const MatchRow& row : rows) {
    out.coded += row.code.empty() ? 0u : 1u;
    const std::vector<std::uint32_t> units =
        row.code.empty() ? std::vector<std::uint32_t>{} : index.by_code(row.code).units;
    out.found += units.empty() ? 0u : 1u;
    for (const std::uint32_t unit : units) has_code[unit] = true;
    named = named || !row.name.empty();
    out.bare = out.bare && is_ascii(row.name) && is_ascii(row.district) && is_ascii(row.province);
  }
  const auto covered = static_cast<std::size_t>(std::count(has_code.begin(), has_code.end(), true));
  out.codes_trusted =
      out.coded > 0 && (!named || out.found * 2 >= out.coded || covered * 2 >= has_code.size());
  return out;
}

/// Codes that are set aside because most are no unit's, and how many of the rest mean another unit than the
/// name does.
base::Findings unused_codes(const std::vector<MatchRow>& rows, const std::vector<Doubt>& doubts,
                            const TableFacts& facts) {
  if (facts.coded == 0 || facts.codes_trusted) return {};
  const bool named =
      std::any_of(rows.begin(), rows.end(), [](const MatchRow& row) { return !row.name.empty(); });
  if (!named) return {};
  const auto against = std::count(doubts.begin(), doubts.end(), Doubt::code_other_name);
  base::Text what =
      base::text("chỉ {} trong {} mã của bảng là mã trong ranh giới; không dùng mã, ghép theo tên",
                 "only {} of {} codes are the boundaries'; codes are not used, rows are matched by name",
                 {facts.found, facts.coded});
  if (against > 0) {
    what = base::join(
        {what,
         base::text("{} dòng có mã của đơn vị khác đơn vị mang tên ấy, để người xác nhận",
                    "{} rows have the code of another unit than the name's and are ambiguous", {against})},
        "; ");
  }
  return {{base::Severity::warning,
           "join.codes-unused",
           {},
           {},
           std::move(what),
           base::text("Kiểm tra trường mã của bảng và mốc thời gian của ranh giới.",
                      "Check the table's field of codes, and the date of the boundaries.")}};
}

/// The scope of each row; rows of one district share the work.
std::vector<const Scope*> scopes_of(const UnitIndex& index, const std::vector<MatchRow>& rows,
                                    std::unordered_map<std::string, Scope>& known) {
  std::vector<const Scope*> out;
  out.reserve(rows.size());
  for (const MatchRow& row : rows) {
    const auto [at, fresh] = known.try_emplace(row.district + '\x1F' + row.province);
    if (fresh) at->second = index.scope(row.district, row.province);
    out.push_back(&at->second);
  }
  return out;
}

void count(MatchReport& report) {
  for (const RowMatch& match : report.rows) {
    if (match.status == MatchStatus::matched) {
      ++report.matched;
    } else if (match.status == MatchStatus::ambiguous) {
      ++report.ambiguous;
    } else {
      ++report.unmatched;
    }
  }
}

}  // namespace

UnitMatcher::UnitMatcher(std::vector<MatchUnit> units)
    : m_index(std::make_unique<const UnitIndex>(std::move(units))) {}
UnitMatcher::~UnitMatcher() = default;
UnitMatcher::UnitMatcher(UnitMatcher&&) noexcept = default;
UnitMatcher& UnitMatcher::operator=(UnitMatcher&&) noexcept = default;

MatchReport UnitMatcher::match(const std::vector<MatchRow>& given, const AliasBook& aliases,
                               std::span<const std::uint32_t> row_numbers) const {
  std::vector<MatchRow> rows;
  rows.reserve(given.size());
  for (const MatchRow& row : given) rows.push_back(without_address(row));
  std::unordered_map<std::string, Scope> known;
  const std::vector<const Scope*> scopes = scopes_of(*m_index, rows, known);
  const TableFacts facts = facts_of(*m_index, rows);
  const RowMatcher matcher(*m_index, aliases, facts);
  MatchReport report;
  report.rows.resize(rows.size());
  std::vector<std::pair<AliasUse, std::uint32_t>> uses(rows.size());
  std::vector<Doubt> doubts(rows.size(), Doubt::none);
  base::parallel_for(rows.size(), k_rows_a_slice, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      Verdict verdict = matcher.decide(given[i], rows[i], *scopes[i]);
      uses[i] = {verdict.alias, verdict.alias_unit};
      doubts[i] = verdict.doubt;
      verdict.match.why = explain(*m_index, rows[i], verdict.match, verdict.doubt);
      report.rows[i] = std::move(verdict.match);
    }
  });
  count(report);
  report.findings = claim_findings(*m_index, rows, report.rows, row_numbers);
  for (base::Finding& finding : unused_codes(rows, doubts, facts))
    report.findings.push_back(std::move(finding));
  for (std::size_t i = 0; i < uses.size(); ++i) {
    if (uses[i].first == AliasUse::plain) continue;
    report.notes.push_back({i, alias_note(*m_index, given[i], uses[i].first, uses[i].second)});
  }
  return report;
}

bool UnitMatcher::knows_code(std::string_view code) const {
  return m_index->by_code(code).units.size() == 1;
}

}  // namespace ntmap::names
