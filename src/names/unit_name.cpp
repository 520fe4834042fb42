#include "names/unit_name.hpp"

#include <algorithm>

#include "names/letters.hpp"
#include "names/name_frame.hpp"
#include "names/tokens.hpp"
#include "names/type_words.hpp"
#include "names/unicode.hpp"

namespace ntmap::names {
namespace {

using View = std::u32string_view;

/// A type behind the name, parted from it by a bracket, a comma or a dash. Its first token, or size.
std::size_t trailing_type(View characters, const std::vector<Token>& tokens, std::size_t first,
                          TypeWords& found) {
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

/// The name as it stands, and what it is where its first word has a type glued to it.
std::vector<UnitName> with_glued_types(const UnitName& whole, const Token& first, View characters,
                                       std::size_t end) {
  std::vector<UnitName> out{whole};
  for (const GluedType& glued : glued_types(first)) {
    // Apostrophes and marks of their own are in the characters only.
    if (tokens_of(characters.substr(first.begin, glued.letters)).front().small.size() != glued.letters)
      continue;
    UnitName typed{glued.type, slice(characters, first.begin + glued.letters, end)};
    if (glued.sure) return {std::move(typed)};
    out.push_back(std::move(typed));
  }
  return out;
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
  const std::u32string all = key_characters(text);
  const View characters = without_note(all);
  const std::vector<Token> tokens = tokens_of(characters);
  if (tokens.empty()) return {UnitName{}};
  const std::size_t first = lead_of(tokens);
  TypeWords behind;
  const std::size_t last = trailing_type(characters, tokens, first, behind);
  const std::size_t end = place_of(tokens, last, characters);
  const UnitName whole{behind.type, slice(characters, tokens[first].begin, end)};
  if (behind.type != UnitType::none) return {whole};
  const TypeWords front = type_at(tokens, first);
  if (front.tokens == 0) return with_glued_types(whole, tokens[first], characters, end);
  if (first + front.tokens >= tokens.size()) return {whole};
  const std::size_t name_at = tokens[first + front.tokens].begin;
  const UnitName typed{front.type, slice(characters, name_at, end)};
  if (front.sure) return {typed};
  // Beside letters with marks, "Phuong" and "Huyền" are names first; in a text without marks, types.
  const bool bare_text = std::all_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return without_marks(token.small) == token.small;
  });
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
  const TypeWords found = type_at(tokens, 0);
  return found.tokens > 0 && found.tokens == tokens.size() ? found.type : UnitType::none;
}

}  // namespace ntmap::names
