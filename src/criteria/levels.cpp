#include "criteria/levels.hpp"

#include <algorithm>

#include "criteria/word_list.hpp"

namespace ntmap::criteria {
namespace {

bool has_key_failed(const SetResult& result, std::uint32_t unit, const RevocationRule& rule) {
  for (std::size_t c = 0; c < result.set().criteria.size(); ++c) {
    const Criterion& criterion = result.set().criteria[c];
    if (!criterion.gate && result.criterion(c, unit).verdict() == Verdict::not_met &&
        is_one_of(criterion.name.vi, rule.key_criteria)) {
      return true;
    }
  }
  return false;
}

State state_of_title(const Standing& s, const SetResult& result, std::uint32_t unit,
                     const RevocationRule& rule) {
  if (is_revocable(rule, s.failed, s.total, has_key_failed(result, unit, rule))) return State::revocable;
  if (s.failed > 0) return State::lapsed;
  if (s.evaluated.verdict() == Verdict::met) return State::recognised;
  return s.evaluated.verdict() == Verdict::not_met ? State::lapsed : State::recognised_unchecked;
}

/// Whether the first title counts before the second on the day: held before ended, later before earlier. Of
/// one day, the surer row and then the one with the smaller id, so that the order of rows changes nothing.
bool counts_before(const Recognition& a, const Recognition& b, Date day, Counted counted) {
  const bool held = held_on(a, day, counted);
  if (held != held_on(b, day, counted)) return held;
  if (day_of(a, counted) != day_of(b, counted)) return day_of(a, counted) > day_of(b, counted);
  const auto sure = [](const Recognition& r) {
    return r.confidence == "high" ? 2 : (r.confidence == "medium" ? 1 : 0);
  };
  return sure(a) != sure(b) ? sure(a) > sure(b) : a.id < b.id;
}

/// The title of the unit that counts on the day; null for none.
const Recognition* title_of(std::span<const Recognition> recognitions, std::uint32_t unit,
                            const std::vector<std::string>& ranks, Date day, Counted counted) {
  const Recognition* best = nullptr;
  for (const Recognition& r : recognitions) {
    if (r.unit != unit || !is_one_of(r.rank, ranks) || day_of(r, counted) > day) continue;
    if (best == nullptr || counts_before(r, *best, day, counted)) best = &r;
  }
  return best;
}

/// Whether the merged unit holds a title that was decided for it, not only for its parts.
bool decided_anew(std::span<const Recognition> recognitions, std::uint32_t unit,
                  const std::vector<std::string>& ranks, Date since, Date day, Counted counted) {
  return std::any_of(recognitions.begin(), recognitions.end(), [&](const Recognition& r) {
    return r.unit == unit && is_one_of(r.rank, ranks) && held_on(r, day, counted) &&
           (r.after_merger || day_of(r, Counted::from_decision) >= since);
  });
}

bool any_part_held(const Merger& merger, const std::vector<std::string>& ranks) {
  return std::any_of(merger.parts.begin(), merger.parts.end(), [&](const auto& part) {
    return std::any_of(part.begin(), part.end(),
                       [&](const std::string& rank) { return is_one_of(rank, ranks); });
  });
}

}  // namespace

void expire(std::vector<Recognition>& recognitions, std::string_view rank, int years) {
  for (Recognition& r : recognitions) {
    if (r.rank == rank && r.ends.empty()) r.ends = day_of(r, Counted::from_decision).plus_months(12 * years);
  }
}

Date day_of(const Recognition& r, Counted counted) {
  if (counted == Counted::from_attainment && r.attainment_year != 0) {
    // A decision of an earlier year than the one it is for is a slip, which check names; it moves nothing.
    return r.decided.year == r.attainment_year ? r.decided : Date::end_of_year(r.attainment_year);
  }
  return r.decided.empty() ? Date::end_of_year(r.attainment_year) : r.decided;
}

bool held_on(const Recognition& r, Date day, Counted counted) {
  return in_force(day, day_of(r, counted), r.ends);
}

std::vector<std::string> ranks_from(const Catalogue& catalogue, std::string_view rank) {
  std::vector<std::string> out{std::string(rank)};
  // Each round adds ranks whose set needs a set of a rank already in; at most one new rank a set.
  for (std::size_t round = 0; round < catalogue.sets().size(); ++round) {
    for (const CriteriaSet& set : catalogue.sets()) {
      std::vector<std::string> needs = set.requires_sets;
      for (const Criterion& c : set.criteria) {
        for (const Indicator& i : c.indicators) {
          if (i.kind == IndicatorKind::prerequisite) needs.push_back(i.other_set);
        }
      }
      const bool above = std::any_of(needs.begin(), needs.end(), [&](const std::string& id) {
        const CriteriaSet* other = catalogue.find(id);
        return other != nullptr && is_one_of(other->rank, out);
      });
      if (above && !is_one_of(set.rank, out)) out.push_back(set.rank);
    }
  }
  return out;
}

bool is_of_older_set(const Recognition& r, int first_year) {
  const int year = r.attainment_year != 0 ? r.attainment_year : r.decided.year;
  return year != 0 && year < first_year;
}

Titles titles_of(const std::string& set, std::span<const Recognition> recognitions, std::size_t unit_count,
                 const std::vector<std::string>& ranks, Date day, Counted counted, int first_year) {
  Titles out{set, std::vector<Verdict>(unit_count, Verdict::not_met),
             std::vector<std::uint8_t>(unit_count, 0)};
  for (const Recognition& r : recognitions) {
    if (r.unit >= unit_count || !is_one_of(r.rank, ranks) || !held_on(r, day, counted)) continue;
    // One title of the set's own years is enough, whatever was held before.
    const bool older = is_of_older_set(r, first_year);
    const bool first = out.by_unit[r.unit] != Verdict::met;
    out.by_unit[r.unit] = Verdict::met;
    if (first || !older) out.of_older_set[r.unit] = older ? 1 : 0;
  }
  return out;
}

bool is_revocable(const RevocationRule& rule, int failed, int total, bool key_failed) {
  if (total == 0) return false;
  return reaches_percent(failed, total, rule.share) ||
         (key_failed && reaches_percent(failed, total, rule.share_with_key));
}

bool is_revocable_by_children(const RevocationRule& rule, std::int64_t revoked, std::int64_t communes) {
  return communes > 0 && rule.children_share && reaches_percent(revoked, communes, *rule.children_share);
}

base::Text word(State state) {
  switch (state) {
    case State::nothing:
      return {"chưa đạt", "not met"};
    case State::evaluated:
      return {"đạt theo số liệu, chưa công nhận", "met by the figures, not recognised"};
    case State::recognised:
      return {"đã công nhận, vẫn đạt", "recognised and still met"};
    case State::recognised_unchecked:
      return {"đã công nhận, số liệu hiện tại chưa rõ", "recognised, today's figures unknown"};
    case State::lapsed:
      return {"đã công nhận, nay hụt tiêu chí hoặc điều kiện", "recognised, criteria or conditions lapsed"};
    case State::revocable:
      return {"đã công nhận, đến mức phải thu hồi", "recognised, due for revocation"};
    case State::expired:
      return {"hết thời hạn công nhận", "title expired"};
    case State::pending_after_merger:
      return {"chờ thừa nhận sau sáp nhập", "pending after merger"};
  }
  return {};
}

Standing standing(const SetResult& result, std::uint32_t unit, std::span<const Recognition> recognitions,
                  const std::vector<std::string>& ranks, Date day, Counted counted,
                  const RevocationRule& rule, const Merger* merger) {
  Standing out;
  const CriteriaCount count = result.count(unit);
  out.evaluated = result.overall(unit);
  out.failed = count.not_met;
  out.unknown = count.unknown;
  out.total = count.total;
  out.recognition = title_of(recognitions, unit, ranks, day, counted);
  const bool met = out.evaluated.verdict() == Verdict::met;
  if (out.recognition == nullptr) {
    const bool waits = merger != nullptr && any_part_held(*merger, ranks);
    out.state = waits ? State::pending_after_merger : (met ? State::evaluated : State::nothing);
    return out;
  }
  out.older_set = is_of_older_set(*out.recognition, result.set().first_year);
  if (!held_on(*out.recognition, day, counted)) {
    out.state = State::expired;
  } else if (merger != nullptr && !decided_anew(recognitions, unit, ranks, merger->since, day, counted)) {
    out.state = State::pending_after_merger;
  } else {
    out.state = state_of_title(out, result, unit, rule);
  }
  return out;
}

}  // namespace ntmap::criteria
