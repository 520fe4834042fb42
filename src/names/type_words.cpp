#include "names/type_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "names/letters.hpp"
#include "names/name_grade.hpp"
#include "names/syllable.hpp"

namespace ntmap::names {
namespace {

using View = std::u32string_view;

/// One spelling of a type: up to two words in small letters.
struct Spelling {
  UnitType type;
  View first;
  View second = {};
  bool sure = true;  ///< false: without marks it may be the first word of a name
};

/// Longer spellings first. Words of one consonant cannot be syllables, so they need no dot.
constexpr std::array<Spelling, 43> k_spellings{{
    {UnitType::town, U"thị", U"trấn"},
    {UnitType::town, U"thi", U"tran"},
    {UnitType::town, U"t", U"trấn"},
    {UnitType::town, U"t", U"tran"},
    {UnitType::town, U"t", U"tr"},
    {UnitType::town, U"t", U"t"},
    {UnitType::town, U"tt"},
    {UnitType::town, U"ttr"},
    {UnitType::town, U"ttrấn"},
    {UnitType::district_town, U"thị", U"xã"},
    {UnitType::district_town, U"thi", U"xa"},
    {UnitType::district_town, U"t", U"xã"},
    {UnitType::district_town, U"t", U"x"},
    {UnitType::district_town, U"tx"},
    {UnitType::district_town, U"txã"},
    {UnitType::city, U"thành", U"phố"},
    {UnitType::city, U"thanh", U"pho"},
    {UnitType::city, U"t", U"phố"},
    {UnitType::city, U"t", U"pho"},
    {UnitType::city, U"t", U"p"},
    {UnitType::city, U"tp"},
    {UnitType::city, U"tphố"},
    {UnitType::special_zone, U"đặc", U"khu"},
    {UnitType::special_zone, U"dac", U"khu"},
    {UnitType::special_zone, U"đ", U"k"},
    {UnitType::special_zone, U"đk"},
    {UnitType::commune, U"xã"},
    {UnitType::commune, U"xa", {}, false},
    {UnitType::commune, U"x"},
    {UnitType::ward, U"phường"},
    {UnitType::ward, U"phuong", {}, false},
    {UnitType::ward, U"ph"},
    {UnitType::ward, U"p"},
    {UnitType::ward, U"f"},
    {UnitType::district, U"huyện"},
    {UnitType::district, U"huyen", {}, false},
    {UnitType::district, U"h"},
    {UnitType::urban_district, U"quận"},
    {UnitType::urban_district, U"quan", {}, false},
    {UnitType::urban_district, U"q"},
    {UnitType::province, U"tỉnh"},
    {UnitType::province, U"tinh", {}, false},
    {UnitType::province, U"t"},
}};

std::u32string bare(View small) {
  return without_marks(small);
}

bool same_but_marks(View a, View b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char32_t x, char32_t y) { return letter(x).base == letter(y).base; });
}

/// How the spelling stands at the head of these tokens; no tokens when it does not. Two words are a
/// type whatever happened to their marks; one word with other marks (Huyền, Phượng) may be a name.
TypeWords head(const Spelling& spelling, std::span<const Token> tokens) {
  if (tokens.empty()) return {};
  const std::size_t words = spelling.second.empty() ? 1 : 2;
  if (words == 2 && tokens[0].small == std::u32string(spelling.first) + std::u32string(spelling.second)) {
    return {spelling.type, 1, spelling.first.size() > 1};
  }
  if (tokens.size() < words) return {};
  if (tokens[0].small == spelling.first && (words == 1 || tokens[1].small == spelling.second)) {
    return {spelling.type, words, spelling.sure};
  }
  const bool same_letters = same_but_marks(tokens[0].small, spelling.first) &&
                            (words == 1 || same_but_marks(tokens[1].small, spelling.second));
  return same_letters ? TypeWords{spelling.type, words, words == 2} : TypeWords{};
}

/// True where one letter was added, lost or changed.
bool one_edit(View a, View b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (a.size() > b.size() + 1) return false;
  const auto split = std::mismatch(b.begin(), b.end(), a.begin());
  const auto at = static_cast<std::size_t>(split.first - b.begin());
  return a.substr(std::min(at + 1, a.size())) ==
         b.substr(std::min(at + (a.size() == b.size() ? 1u : 0u), b.size()));
}

/// True where a scanner took one letter for two ("Hiiyện").
bool one_split_letter(View typed, View letters) {
  if (typed.size() != letters.size() + 1) return false;
  const auto split = std::mismatch(letters.begin(), letters.end(), typed.begin());
  const auto at = static_cast<std::size_t>(split.first - letters.begin());
  return at < letters.size() && typed.substr(at + 2) == letters.substr(at + 1) &&
         std::any_of(std::begin(k_scanner_pairs), std::end(k_scanner_pairs), [&](const ScannerPair& pair) {
           return pair.one == letters[at] && pair.two == typed.substr(at, 2);
         });
}

/// A long type word with one wrong letter ("Huyộu", "Thị trấu", "Hiiyện"). One that is a syllable of its own
/// ("Phong") is a name.
TypeWords damaged_head(std::span<const Token> tokens) {
  for (const Spelling& spelling : k_spellings) {
    const std::size_t count = spelling.second.empty() ? 1 : 2;
    const std::size_t length = spelling.first.size() + spelling.second.size();
    if (length < 5 || tokens.size() <= count) continue;
    const std::size_t typed_length = tokens[0].small.size() + (count == 1 ? 0 : tokens[1].small.size());
    if (typed_length + 1 < length || typed_length > length + 1) continue;
    const std::u32string letters = bare(std::u32string(spelling.first) + std::u32string(spelling.second));
    const std::u32string typed = bare(count == 1 ? tokens[0].small : tokens[0].small + tokens[1].small);
    if (!one_edit(typed, letters) && !one_split_letter(typed, letters)) continue;
    if (count == 2 || !is_syllable(typed, Marks::optional)) return {spelling.type, count, false};
  }
  return {};
}

/// Those that a word may begin with. Of those of one letter only the common ones.
std::vector<GluedType> types_in_front_of(View word) {
  std::vector<GluedType> out;
  for (const Spelling& spelling : k_spellings) {
    if (!same_but_marks(word.substr(0, 1), spelling.first.substr(0, 1))) continue;
    const std::u32string letters = std::u32string(spelling.first) + std::u32string(spelling.second);
    const bool common = letters.size() > 1 || letters == U"x" || letters == U"p" || letters == U"h";
    if (!common || word.size() <= letters.size()) continue;
    const View head = word.substr(0, letters.size());
    if (!same_but_marks(head, letters)) continue;
    const bool marked = bare(letters) != letters;
    const bool sure = head == letters && (marked || letters.starts_with(U"tt"));  // no word begins with tt
    const auto known = std::find_if(out.begin(), out.end(), [&](const GluedType& other) {
      return other.type == spelling.type && other.letters == letters.size();
    });
    if (known == out.end()) out.push_back({spelling.type, letters.size(), sure});
  }
  return out;
}

}  // namespace

TypeWords type_at(std::span<const Token> tokens, std::size_t at) {
  TypeWords best;
  for (const Spelling& spelling : k_spellings) {
    const TypeWords found = head(spelling, tokens.subspan(at));
    if (found.tokens > 0 && found.sure) return found;
    if (found.tokens > 0 && best.tokens == 0) best = found;
  }
  return best.tokens > 0 ? best : damaged_head(tokens.subspan(at));
}

std::vector<GluedType> glued_types(const Token& token) {
  const View word = token.small;
  std::vector<GluedType> all = types_in_front_of(word);
  if (all.empty() || is_syllable(word, Marks::optional)) return {};
  std::vector<GluedType> out;
  for (const GluedType& type : all) {
    if (reads_as_syllables(word.substr(type.letters))) out.push_back(type);
  }
  if (!out.empty()) return out;
  const auto longest = std::max_element(
      all.begin(), all.end(), [](const GluedType& a, const GluedType& b) { return a.letters < b.letters; });
  return longest->letters > 1 ? std::vector{*longest} : out;
}

}  // namespace ntmap::names
