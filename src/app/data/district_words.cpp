#include "app/data/district_words.hpp"

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <string_view>
#include <utility>

#include "names/fold.hpp"

namespace ntmap::app {
namespace {

using names::UnitType;

std::vector<std::string> title_words(std::string text) {
  std::replace(text.begin(), text.end(), '_', ' ');
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

std::string joined_between(const std::vector<std::string>& words, std::size_t first, std::size_t end) {
  std::string out;
  for (std::size_t i = first; i < end; ++i) {
    if (i > first) out += ' ';
    out += words[i];
  }
  return out;
}

std::string joined_from(const std::vector<std::string>& words, std::size_t first) {
  return joined_between(words, first, words.size());
}

/// "1.", "02", "IV)", "A.", "-", "*": how lists count what stands behind.
bool is_list_number(std::string_view word) {
  if (word.find_first_not_of("0123456789.,)-–*+") == std::string_view::npos) return true;
  const bool closed = word.back() == '.' || word.back() == ')';
  if (!closed || word.size() < 2) return false;
  word.remove_suffix(1);
  const bool letter = word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z' && word[0] != 'H' &&
                      word[0] != 'Q' && word[0] != 'T';  // "H. Kỳ Anh" is a type
  return letter || word.find_first_not_of("IVX") == std::string_view::npos;
}

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         word.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Where the words begin behind the numbers of a list; "I" and "A" alone count before a type only.
std::size_t behind_list_number(const std::vector<std::string>& words) {
  std::size_t at = 0;
  while (at + 1 < words.size() && is_list_number(words[at])) ++at;
  return at;
}

std::string before_remark(const std::string& text) {
  const std::size_t end = text.find_first_of("(:");
  return end == 0 ? text : text.substr(0, end);
}

/// The words of a line without the marks that stand around them: "Huyện:", "(Can", "Lộc,".
std::vector<std::string> words_of_line(const std::string& line) {
  constexpr std::string_view k_marks = ",:;()\"";
  std::vector<std::string> words;
  for (std::string& word : title_words(line)) {
    word.erase(0, std::min(word.find_first_not_of(k_marks), word.size()));
    word.erase(word.find_last_not_of(k_marks) + 1);
    if (!word.empty()) words.push_back(std::move(word));
  }
  return words;
}

/// Some of the words as a name; a full stop behind the last ends the sentence.
std::string name_between(const std::vector<std::string>& words, std::size_t first, std::size_t end) {
  std::string out = joined_between(words, first, end);
  if (out.ends_with('.')) out.pop_back();
  return out;
}

}  // namespace

DistrictWords::DistrictWords(std::span<const names::MatchUnit> units, bool bare)
    : m_places(units), m_districts(m_places.size()), m_bare(bare) {
  for (std::uint32_t unit = 0; unit < units.size(); ++unit) {
    const std::uint32_t place = m_places.of_unit(unit);
    if (place == DistrictPlaces::k_none) continue;
    std::vector<std::string>& known = m_districts[place];
    if (std::find(known.begin(), known.end(), units[unit].district) == known.end())
      known.push_back(units[unit].district);
  }
}

std::optional<SaidDistrict> DistrictWords::named(const std::string& text) const {
  const names::UnitName said = names::parse_unit_name(text);
  if (said.type == UnitType::province) return std::nullopt;
  if (said.type != UnitType::none && !names::is_above_commune(said.type)) return std::nullopt;
  const std::uint32_t place = m_places.find(text);
  if (place == DistrictPlaces::k_none) return std::nullopt;
  SaidDistrict out{.typed = said.type != UnitType::none};
  for (const std::string& district : m_districts[place]) {
    const UnitType type = names::parse_unit_name(district).type;
    if (!out.typed || type == UnitType::none || type == said.type) out.districts.push_back(district);
  }
  if (out.districts.empty()) return std::nullopt;
  out.spelled =
      out.districts.size() == 1 ? out.districts.front() : names::parse_unit_name(out.districts.front()).name;
  if (m_bare) out.spelled = names::search_key(out.spelled);
  return out;
}

std::optional<SaidDistrict> DistrictWords::of_heading(const std::string& text) const {
  if (text.empty()) return std::nullopt;
  if (auto whole = named(text)) return whole;
  const std::vector<std::string> words = title_words(before_remark(text));
  const std::size_t first = behind_list_number(words);
  return words.empty() ? std::nullopt : named(joined_from(words, first));
}

std::optional<SaidDistrict> DistrictWords::of_title(const std::string& text) const {
  if (auto whole = named(text)) return whole;
  std::vector<std::string> words = title_words(text);
  if (words.size() > 1 && is_year(words.back())) {
    words.pop_back();
    const std::string last = names::search_key(words.back());
    if (last == "nam" && words.size() > 1) words.pop_back();
  }
  if (words.empty()) return std::nullopt;
  if (auto plain = named(joined_from(words, behind_list_number(words)))) return plain;
  for (std::size_t at = 1; at < words.size(); ++at) {
    auto behind = named(joined_from(words, at));
    if (behind && behind->typed) return behind;
  }
  return std::nullopt;
}

std::optional<SaidDistrict> DistrictWords::within(const std::vector<std::string>& lines) const {
  constexpr std::size_t k_longest = 6;  // words: a type of two and a name of four
  std::optional<SaidDistrict> out;
  for (const std::string& line : lines) {
    const std::vector<std::string> words = words_of_line(line);
    for (std::size_t at = 0; at < words.size(); ++at) {
      std::optional<SaidDistrict> said;
      for (std::size_t end = std::min(words.size(), at + k_longest); end > at + 1 && !said; --end)
        said = named(name_between(words, at, end));
      if (!said || !said->typed) continue;
      if (out && out->districts != said->districts) return std::nullopt;
      out = std::move(said);
    }
  }
  return out;
}

}  // namespace ntmap::app
