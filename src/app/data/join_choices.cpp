#include "app/data/join_choices.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "names/fold.hpp"

namespace ntmap::app {
namespace {

using base::text;
using names::MatchRule;

std::vector<std::string> words_in(std::string_view typed) {
  const std::string key = names::search_key(typed);
  std::vector<std::string> words;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    if (end > at) words.push_back(key.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool holds(const std::string& key, const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return key.find(word) != std::string::npos; });
}

enum class Decides : unsigned char { no, in_any_district, here };

/// Whether a choice decides about rows of that spelling.
Decides decides(const model::ConfirmedName& one, const std::string& name, const std::string& district) {
  const names::AliasBook book({{one.name, one.district, {}, one.code}});
  const auto found = book.find(name, district, {});
  if (!found) return Decides::no;
  return found->names_district || district.empty() ? Decides::here : Decides::in_any_district;
}

}  // namespace

base::Text match_words(MatchRule rule) {
  switch (rule) {
    case MatchRule::alias:
      return text("đã xác nhận", "confirmed");
    case MatchRule::code:
      return text("theo mã", "by code");
    case MatchRule::code_padded:
      return text("theo mã, bù số 0 đầu", "by code, leading zeros put back");
    case MatchRule::exact:
      return text("đúng tên", "same name");
    case MatchRule::folded:
      return text("đúng tên, cách viết khác", "same name, spelt another way");
    case MatchRule::legacy:
      return text("đúng tên, phông chữ cũ", "same name, in an old font's letters");
    case MatchRule::unmarked:
      return text("đúng tên, thiếu dấu", "same name, marks missing");
    case MatchRule::fuzzy:
      return text("gần giống tên", "by likeness");
    case MatchRule::none:
      break;
  }
  return {};
}

bool by_name(MatchRule rule) {
  return rule >= MatchRule::exact;
}

std::vector<std::size_t> rows_that_fit(const std::vector<MatchedRow>& rows, std::string_view typed,
                                       base::Lang lang) {
  const std::vector<std::string> words = words_in(typed);
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string all = rows[i].words + " " + rows[i].unit + " " + match_words(rows[i].rule).in(lang);
    if (words.empty() || holds(names::search_key(all), words)) found.push_back(i);
  }
  return found;
}

std::vector<NameCandidate> units_to_choose(const std::vector<JoinUnit>& units, std::string_view typed,
                                           const std::string& district, std::size_t limit) {
  const std::vector<std::string> words = words_in(typed);
  std::vector<std::string> all_districts;
  for (const JoinUnit& unit : units) all_districts.push_back(unit.district);
  DistrictCheck districts(std::move(all_districts));
  std::vector<std::tuple<bool, bool, std::size_t>> found;  // elsewhere, taken, unit
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (holds(units[i].key, words))
      found.emplace_back(districts.elsewhere(district, units[i].district), units[i].taken, i);
  }
  std::sort(found.begin(), found.end());
  if (found.size() > limit) found.resize(limit);
  std::vector<NameCandidate> out;
  for (const auto& [elsewhere, taken, unit] : found)
    out.push_back({units[unit].code, units[unit].label, elsewhere});
  return out;
}

void choose_unit(JoinPlan& plan, const std::string& name, const std::string& district,
                 const std::string& code) {
  std::erase_if(plan.confirmed,
                [&](const auto& one) { return decides(one, name, district) == Decides::here; });
  plan.confirmed.push_back({.name = name, .district = district, .code = code});
}

void withdraw_choice(JoinPlan& plan, const std::string& name, const std::string& district) {
  for (const Decides nearest : {Decides::here, Decides::in_any_district}) {
    const auto removed = std::erase_if(
        plan.confirmed, [&](const auto& one) { return decides(one, name, district) == nearest; });
    if (removed > 0) return;
  }
}

}  // namespace ntmap::app
