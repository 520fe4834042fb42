#include "app/desk/search.hpp"

#include <algorithm>

#include "names/fold.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using base::text;

bool all_words_in(std::string_view words, std::string_view text) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (text.find(words.substr(0, end)) == std::string_view::npos) return false;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return true;
}

std::optional<int> key_score(std::string_view typed, std::string_view key) {
  if (typed.empty()) return 3;
  if (typed == key) return 0;
  const std::size_t at = key.find(typed);
  if (at == 0) return 1;
  if (at != std::string_view::npos) return key[at - 1] == ' ' ? 2 : 3;
  return all_words_in(typed, key) ? std::optional(4) : std::nullopt;
}

/// `typed` is a key already.
std::optional<int> best_key_score(std::string_view typed, const Text& title) {
  const auto vi = key_score(typed, names::search_key(title.vi));
  const auto en = key_score(typed, names::search_key(title.en));
  return vi && en ? std::min(vi, en) : (vi ? vi : en);
}

class Search {
 public:
  explicit Search(std::string_view typed) : m_typed(names::search_key(typed)) {}

  void take(Found found, std::string_view searched) {
    keep(std::move(found), key_score(m_typed, names::search_key(searched)));
  }
  void take_title(Found found) {
    const auto score = best_key_score(m_typed, found.title);
    keep(std::move(found), score);
  }

  std::vector<Found> best(std::size_t limit) {
    std::stable_sort(m_found.begin(), m_found.end(),
                     [](const Found& a, const Found& b) { return a.score < b.score; });
    if (m_found.size() > limit) m_found.resize(limit);
    return std::move(m_found);
  }

 private:
  void keep(Found found, std::optional<int> score) {
    if (!score) return;
    found.score = *score;
    m_found.push_back(std::move(found));
  }

  std::string m_typed;
  std::vector<Found> m_found;
};

void search_units(Search& search, const Units& units) {
  for (std::uint32_t unit = 0; unit < units.size(); ++unit) {
    const Text where = base::join({units.districts[unit], units.codes[unit]}, " · ");
    // The bare name comes first, so that "kỳ anh" is found at its beginning in "Xã Kỳ Anh".
    search.take(
        {.kind = Found::Kind::unit, .title = units.full_name(unit), .detail = where, .unit = unit, .id = {}},
        units.names[unit] + " " + units.types[unit] + " " + units.codes[unit]);
  }
}

void search_criteria(Search& search, const DeskContent& desk) {
  if (!desk.assessment || desk.main_set.empty()) return;
  for (const criteria::Criterion& one : desk.assessment->evaluation().find(desk.main_set)->set().criteria) {
    if (one.gate) continue;
    const Text title =
        text("Xã chưa đạt tiêu chí {}: {}", "Communes that fail criterion {}: {}", {one.no, one.name});
    search.take_title({.kind = Found::Kind::criterion,
                       .title = title,
                       .detail = text("chọn trên bản đồ", "select on the map"),
                       .id = one.no});
  }
}

}  // namespace

std::optional<int> match_score(std::string_view typed, std::string_view text) {
  return key_score(names::search_key(typed), names::search_key(text));
}

std::optional<int> title_score(std::string_view typed, const base::Text& title) {
  return best_key_score(names::search_key(typed), title);
}

std::vector<Found> search(std::string_view typed, const model::Project& project, const MapContent* map,
                          const DeskContent* desk, std::size_t limit) {
  Search search(typed);
  if (map != nullptr) search_units(search, map->units());
  for (const model::Theme& theme : project.themes) {
    search.take_title({.kind = Found::Kind::theme,
                       .title = theme.title,
                       .detail = text("chuyên đề", "theme"),
                       .id = theme.id});
  }
  for (const model::Period& period : project.periods) {
    search.take_title({.kind = Found::Kind::period,
                       .title = period.title,
                       .detail = text("kỳ", "period"),
                       .id = period.id});
  }
  if (desk != nullptr) search_criteria(search, *desk);
  return search.best(limit);
}

}  // namespace ntmap::app
