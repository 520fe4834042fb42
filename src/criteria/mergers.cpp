#include "criteria/mergers.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace ntmap::criteria {
namespace {

using Ranks = std::vector<std::string>;

/// The day before; what a part held when it ended.
Date day_before(Date day) {
  if (day.day > 1) return {day.year, day.month, static_cast<std::uint8_t>(day.day - 1)};
  if (day.month == 1) return Date::end_of_year(day.year - 1);
  return Date{day.year, static_cast<std::uint8_t>(day.month - 1), 31}.plus_months(0);
}

void add_all(Ranks& to, const Ranks& from) {
  for (const std::string& rank : from) {
    if (std::find(to.begin(), to.end(), rank) == to.end()) to.push_back(rank);
  }
}

class MergerFinder {
 public:
  MergerFinder(std::span<const UnitChange> changes, std::span<const Recognition> recognitions,
               Counted counted)
      : m_changes(changes), m_counted(counted) {
    for (const Recognition& r : recognitions) m_titles[r.unit_code].push_back(&r);
    for (const UnitChange& change : changes) {
      auto& links = m_links.emplace_back();
      auto& goals = m_goals.emplace_back();
      for (const CrosswalkLink& link : change.crosswalk->links) {
        links[link.new_code].push_back(&link);
        ++goals[link.old_code];
      }
    }
  }

  /// The merger that made the unit: the latest one, seen through changes that only moved or renamed it.
  std::optional<Merger> made(std::string_view code, std::size_t change = 0) const {
    if (change == m_changes.size()) return std::nullopt;
    const auto found = m_links[change].find(code);
    if (found == m_links[change].end()) return made(code, change + 1);
    const auto& parts = found->second;
    if (parts.size() == 1 && is_whole(*parts.front(), change))
      return made(parts.front()->old_code, change + 1);
    Merger out;
    out.since = m_changes[change].from;
    for (const CrosswalkLink* part : parts)
      out.parts.push_back(held(part->old_code, change, day_before(out.since)));
    return out;
  }

 private:
  /// An old unit with one row goes over whole, whatever the row says of shares.
  bool is_whole(const CrosswalkLink& link, std::size_t change) const {
    return m_goals[change].find(link.old_code)->second == 1;
  }

  /// The ranks that a unit before the change held on a day.
  Ranks held(std::string_view code, std::size_t change, Date day) const {
    Ranks ranks;
    bool known = false;
    if (const auto titles = m_titles.find(code); titles != m_titles.end()) {
      for (const Recognition* r : titles->second) {
        const auto days = code_validity_from(r->code_valid);
        if (!days || !is_for_units(*days, m_changes[change].old_days)) continue;
        known = true;
        if (held_on(*r, day, m_counted)) add_all(ranks, {r->rank});
      }
    }
    if (known || change + 1 == m_changes.size()) return ranks;
    const auto found = m_links[change + 1].find(code);
    if (found == m_links[change + 1].end()) return held(code, change + 1, day);
    for (const CrosswalkLink* part : found->second) add_all(ranks, held(part->old_code, change + 1, day));
    return ranks;
  }

  std::span<const UnitChange> m_changes;
  Counted m_counted;
  std::map<std::string, std::vector<const Recognition*>, std::less<>> m_titles;
  std::vector<std::map<std::string, std::vector<const CrosswalkLink*>, std::less<>>> m_links;  // by new code
  std::vector<std::map<std::string, int, std::less<>>> m_goals;  // how many new units an old one goes to
};

}  // namespace

std::vector<std::optional<Merger>> mergers_of(const Units& units, std::span<const UnitChange> changes,
                                              std::span<const Recognition> recognitions, Counted counted) {
  std::vector<std::optional<Merger>> out(units.size());
  if (changes.empty()) return out;
  const MergerFinder finder(changes, recognitions, counted);
  for (std::size_t unit = 0; unit < units.size(); ++unit) out[unit] = finder.made(units[unit].code);
  return out;
}

}  // namespace ntmap::criteria
