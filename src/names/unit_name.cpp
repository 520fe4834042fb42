#include "names/unit_name.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "names/letters.hpp"
#include "names/name_grade.hpp"
#include "names/syllable.hpp"
#include "names/tokens.hpp"
#include "names/unicode.hpp"

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

struct Found {
  UnitType type = UnitType::none;
  std::size_t tokens = 0;
  bool sure = true;
};

/// How the spelling stands at the head of these tokens; no tokens when it does not. Two words are a
/// type whatever happened to their marks; one word with other marks (Huyền, Phượng) may be a name.
Found head(const Spelling& spelling, std::span<const Token> tokens) {
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
  return same_letters ? Found{spelling.type, words, words == 2} : Found{};
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
Found damaged_head(std::span<const Token> tokens) {
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

Found type_at(std::span<const Token> tokens, std::size_t at) {
  Found best;
  for (const Spelling& spelling : k_spellings) {
    const Found found = head(spelling, tokens.subspan(at));
    if (found.tokens > 0 && found.sure) return found;
    if (found.tokens > 0 && best.tokens == 0) best = found;
  }
  return best.tokens > 0 ? best : damaged_head(tokens.subspan(at));
}

/// Where the name begins behind "UBND" and a number of a list ("1. Xã ...", "2) ...").
std::size_t skip_lead(const std::vector<Token>& tokens) {
  std::size_t at = 0;
  const bool listed = tokens.size() > 1 && is_number(tokens[0].small) && !tokens[1].glued &&
                      (tokens[0].after == U'.' || tokens[0].after == U')');
  if (listed && !is_number(tokens[1].small)) ++at;
  if (at + 1 < tokens.size() && tokens[at].small == U"ubnd") ++at;
  return at;
}

/// A type behind the name, parted from it by a bracket, a comma or a dash. Its first token, or size.
std::size_t trailing_type(View characters, const std::vector<Token>& tokens, std::size_t first,
                          Found& found) {
  for (std::size_t at = first + 1; at < tokens.size() && at <= first + 8; ++at) {
    const View between = characters.substr(tokens[at - 1].end, tokens[at].begin - tokens[at - 1].end);
    if (between.find_first_of(U"([,;-–") == View::npos) continue;
    found = type_at(tokens, at);
    if (found.tokens > 0 && found.sure && at + found.tokens == tokens.size()) return at;
  }
  found = {};
  return tokens.size();
}

std::string slice(View characters, std::size_t begin, std::size_t end) {
  while (begin < end && !is_letter(characters[begin]) &&
         (characters[begin] < U'0' || characters[begin] > U'9')) {
    ++begin;
  }
  const View blank = U" \t\r\n.,;([{-–\u00A0";
  while (end > begin && blank.find(characters[end - 1]) != View::npos) --end;
  return to_utf8(characters.substr(begin, end - begin));
}

std::size_t place_of(const std::vector<Token>& tokens, std::size_t index, View characters) {
  return index < tokens.size() ? tokens[index].begin : characters.size();
}

}  // namespace

base::Text type_name(UnitType type) {
  switch (type) {
    case UnitType::none:
      break;
    case UnitType::commune:
      return base::text("xã", "commune");
    case UnitType::ward:
      return base::text("phường", "ward");
    case UnitType::town:
      return base::text("thị trấn", "town");
    case UnitType::special_zone:
      return base::text("đặc khu", "special zone");
    case UnitType::district:
      return base::text("huyện", "district");
    case UnitType::urban_district:
      return base::text("quận", "urban district");
    case UnitType::district_town:
      return base::text("thị xã", "district-level town");
    case UnitType::city:
      return base::text("thành phố", "city");
    case UnitType::province:
      return base::text("tỉnh", "province");
  }
  return {};
}

std::vector<UnitName> unit_name_readings(std::string_view text) {
  const std::u32string characters = key_characters(text);
  const std::vector<Token> tokens = tokens_of(characters);
  if (tokens.empty()) return {UnitName{}};
  const std::size_t first = skip_lead(tokens);
  Found behind;
  const std::size_t last = trailing_type(characters, tokens, first, behind);
  const std::size_t end = place_of(tokens, last, characters);
  const UnitName whole{behind.type, slice(characters, tokens[first].begin, end)};
  if (behind.type != UnitType::none) return {whole};
  const Found front = type_at(tokens, first);
  if (front.tokens == 0 || first + front.tokens >= tokens.size()) return {whole};
  const std::size_t name_at = tokens[first + front.tokens].begin;
  const UnitName typed{front.type, slice(characters, name_at, end)};
  if (front.sure) return {typed};
  // Beside letters with marks, "Phuong" and "Huyền" are names first; in a text without marks, types.
  const bool bare_text = std::all_of(tokens.begin(), tokens.end(),
                                     [](const Token& token) { return bare(token.small) == token.small; });
  return bare_text ? std::vector{typed, whole} : std::vector{whole, typed};
}

UnitName parse_unit_name(std::string_view text) {
  return unit_name_readings(text).front();
}

bool is_above_commune(UnitType type) {
  return type == UnitType::district || type == UnitType::urban_district || type == UnitType::district_town ||
         type == UnitType::city || type == UnitType::province;
}

UnitType unit_type_from(std::string_view text) {
  const std::vector<Token> tokens = tokens_of(key_characters(text));
  if (tokens.empty()) return UnitType::none;
  const Found found = type_at(tokens, 0);
  return found.tokens > 0 && found.tokens == tokens.size() ? found.type : UnitType::none;
}

}  // namespace ntmap::names
