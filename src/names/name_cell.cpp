#include "names/name_cell.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "names/detect_encoding.hpp"
#include "names/name_frame.hpp"
#include "names/name_grade.hpp"
#include "names/type_words.hpp"
#include "names/unicode.hpp"
#include "names/unit_name.hpp"

namespace ntmap::names {
namespace {

using Chars = std::string_view;

/// What may part a name from its place.
struct Mark {
  std::size_t at = std::string::npos;
  Chars sign = {};
  std::size_t end() const { return at + sign.size(); }
};

constexpr std::array<Chars, 9> k_signs{",", ";", "/", "(", "[", " - ", "–", "—", "-"};
constexpr Chars k_list_signs = ",;/";

/// The marks of a text in their order; no more than a cell of names has.
std::vector<Mark> marks_of(Chars text) {
  constexpr std::size_t k_most = 8;
  std::vector<Mark> out;
  constexpr Chars k_first_bytes = ",;/([ -\xE2";
  for (std::size_t at = 0; out.size() < k_most;) {
    at = text.find_first_of(k_first_bytes, at);
    if (at == Chars::npos) break;
    const auto* const sign = std::find_if(k_signs.begin(), k_signs.end(), [&](Chars candidate) {
      return text.substr(at).starts_with(candidate);
    });
    if (sign != k_signs.end()) out.push_back({at, *sign});
    at += sign == k_signs.end() ? 1 : sign->size();
  }
  return out;
}

constexpr Chars k_outside_name = " \t\r\n";
constexpr Chars k_outside_place = " \t\r\n)]";

Chars stripped(Chars text, Chars outside = k_outside_name) {
  const std::size_t first = text.find_first_not_of(outside);
  if (first == Chars::npos) return {};
  return text.substr(first, text.find_last_not_of(outside) - first + 1);
}

bool is_typed_place(Chars text) {
  const UnitName place = parse_unit_name(text);
  return is_above_commune(place.type) && unit_type_from(text) == UnitType::none && !fold(place.name).empty();
}

/// Up to the next mark that ends a place.
Chars first_part(Chars text) {
  return text.substr(0, std::min({text.find_first_of(",;()"), text.find(" - "), text.find(" – ")}));
}

bool same_place(const std::string& a, Chars b) {
  const UnitName one = parse_unit_name(a);
  const UnitName other = parse_unit_name(b);
  const bool typed = one.type != UnitType::none && other.type != UnitType::none;
  return (!typed || one.type == other.type) &&
         grade(ComparedName(one.name), ComparedName(other.name)) < Grade::weak;
}

/// A type of districts or provinces with a name behind it, or glued to one ("huyệnkỳanh", not "H'leo").
bool begins_place(const std::vector<Token>& tokens, std::size_t at) {
  const TypeWords type = type_at(tokens, at);
  if (type.tokens > 0) return is_above_commune(type.type) && at + type.tokens < tokens.size();
  const std::vector<GluedType> glued = glued_types(tokens[at]);
  return std::any_of(glued.begin(), glued.end(),
                     [](const GluedType& one) { return is_above_commune(one.type) && one.letters > 1; });
}

/// Where a type of districts or provinces begins inside a text ("xã Kỳ Sơn | huyện Kỳ Anh").
std::vector<std::pair<std::string, std::string>> parted_at_types(Chars text) {
  constexpr std::size_t k_most = 4;
  const std::u32string characters = key_characters(text);
  const std::vector<Token> tokens = tokens_of(characters);
  std::vector<std::pair<std::string, std::string>> out;
  for (std::size_t at = 1; at < tokens.size() && out.size() < k_most; ++at) {
    if (!begins_place(tokens, at)) continue;
    const std::u32string_view all = characters;
    out.emplace_back(to_utf8(all.substr(0, tokens[at].begin)), to_utf8(all.substr(tokens[at].begin)));
  }
  return out;
}

/// "Can Lộc", "huyện Can Lộc - Hà Tĩnh", "huyện Can Lộc tỉnh Hà Tĩnh": its one or two places.
void read_place(Chars place, CellParts& out) {
  std::string rest;
  out.district = stripped(place, k_outside_place);
  if (const std::vector<Mark> marks = marks_of(place); !marks.empty() && marks.front().at > 0) {
    out.district = stripped(place.substr(0, marks.front().at), k_outside_place);
    rest = stripped(place.substr(marks.front().end()), k_outside_place);
  } else if (const auto parts = parted_at_types(place); !parts.empty()) {
    out.district = stripped(parts.front().first, k_outside_place);
    rest = stripped(parts.front().second, k_outside_place);
  }
  out.province = rest;
  out.typed = is_typed_place(out.district);
  if (rest.empty() && parse_unit_name(out.district).type == UnitType::province)
    std::swap(out.district, out.province);
}

void add_parts(std::vector<CellParts>& out, CellParts parts, Chars name, Chars place) {
  parts.name = stripped(name);
  read_place(place, parts);
  if (fold(parts.name).empty() || fold(parts.district + parts.province).empty()) return;
  const bool may_be_province = !parts.typed && parts.province.empty();
  out.push_back(parts);
  if (may_be_province) {
    std::swap(parts.district, parts.province);
    out.push_back(std::move(parts));
  }
}

/// All ways to part a text at its marks and at the types in it.
void part_text(const std::string& text, bool legacy, std::vector<CellParts>& out) {
  const Chars all = text;
  for (const Mark& mark : marks_of(all)) {
    const Chars before = all.substr(0, mark.at);
    const Chars behind = all.substr(mark.end());
    CellParts parts{.comma = mark.sign == "," || mark.sign == ";",
                    .listed = k_list_signs.find(mark.sign) != Chars::npos,
                    .legacy = legacy};
    add_parts(out, parts, before, behind);
    if (mark.sign == "(" || mark.sign == "[") continue;
    parts.name_first = false;
    add_parts(out, parts, behind, before);
  }
  for (const auto& [name, place] : parted_at_types(all)) add_parts(out, {.legacy = legacy}, name, place);
}

/// The cell without a harmless note behind all of it.
std::string without_last_note(const std::string& cell) {
  if (cell.find_first_of("([") == std::string::npos) return cell;
  const std::u32string characters = key_characters(cell);
  const std::u32string_view rest = without_note(characters);
  return rest.size() == characters.size() ? cell : to_utf8(rest);
}

/// The same, and without the number or authority in front.
std::string without_frame(const std::string& cell) {
  std::string out = without_last_note(cell);
  const std::u32string characters = key_characters(out);
  const std::vector<Token> tokens = tokens_of(characters);
  const std::size_t lead = lead_of(tokens);
  return lead == 0 ? out : to_utf8(std::u32string_view(characters).substr(tokens[lead].begin));
}

}  // namespace

MatchRow without_address(const MatchRow& row) {
  const std::string noteless = without_last_note(row.name);
  const Chars cell = noteless;
  for (const Mark& mark : marks_of(cell)) {
    if (mark.sign == "/" || mark.sign == "-") continue;
    const Chars behind = first_part(cell.substr(mark.end()));
    const Chars before = cell.substr(0, mark.at);
    const bool named = !fold(before).empty() && unit_type_from(before) == UnitType::none;
    if (!named || !is_typed_place(behind)) continue;
    MatchRow out = row;
    out.name = stripped(before);
    std::string& place = parse_unit_name(behind).type == UnitType::province ? out.province : out.district;
    // "Kỳ Sơn, huyện Tân Kỳ" beside another district contradicts it.
    if (!place.empty() && !same_place(place, behind)) return row;
    if (place.empty()) place = behind;
    const Chars after = cell.substr(std::min(cell.size(), mark.end() + behind.size() + 1));
    if (out.province.empty() && !stripped(after, k_outside_place).empty())
      out.province = stripped(after, k_outside_place);
    return out;
  }
  return row;
}

std::vector<CellParts> ways_to_part(const std::string& cell) {
  std::vector<CellParts> out;
  part_text(without_frame(cell), false, out);
  if (is_ascii(cell)) return out;
  for (const Disguise disguise : {Disguise::mojibake, Disguise::cp1258, Disguise::tcvn3, Disguise::vni}) {
    if (disguise != Disguise::mojibake && !shows(disguise, cell)) continue;
    const std::string other = undisguised(cell, disguise);
    if (other != cell) part_text(without_frame(other), true, out);
  }
  return out;
}

std::optional<std::string> without_doubtful_note(const std::string& cell) {
  const std::u32string characters = key_characters(cell);
  std::u32string_view before;
  if (!has_doubtful_note(characters, before)) return std::nullopt;
  return to_utf8(before);
}

}  // namespace ntmap::names
