#include "names/name_cell.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "names/name_frame.hpp"
#include "names/name_grade.hpp"
#include "names/type_words.hpp"
#include "names/unicode.hpp"
#include "names/unit_name.hpp"

namespace ntmap::names {
namespace {

using Text = std::string_view;

/// What may part a name from its place.
struct Mark {
  std::size_t at = std::string::npos;
  Text sign = {};
  std::size_t end() const { return at + sign.size(); }
};

constexpr std::array<Text, 9> k_signs{",", ";", "/", "(", "[", " - ", "–", "—", "-"};
constexpr Text k_list_signs = ",;/";

/// The marks of a text in their order; no more than a cell of names has.
std::vector<Mark> marks_of(Text text) {
  constexpr std::size_t k_most = 8;
  std::vector<Mark> out;
  for (std::size_t at = 0; at < text.size() && out.size() < k_most;) {
    const auto* const sign = std::find_if(k_signs.begin(), k_signs.end(), [&](Text candidate) {
      return text.substr(at).starts_with(candidate);
    });
    if (sign != k_signs.end()) out.push_back({at, *sign});
    at += sign == k_signs.end() ? 1 : sign->size();
  }
  return out;
}

constexpr Text k_blank = " \t\r\n";
constexpr Text k_blank_or_bracket = " \t\r\n)]";

Text trimmed(Text text, Text outside = k_blank) {
  const std::size_t first = text.find_first_not_of(outside);
  if (first == Text::npos) return {};
  return text.substr(first, text.find_last_not_of(outside) - first + 1);
}

bool is_typed_place(Text text) {
  const UnitName place = parse_unit_name(text);
  return is_above_commune(place.type) && unit_type_from(text) == UnitType::none && !fold(place.name).empty();
}

/// Up to the next mark that ends a place.
Text first_part(Text text) {
  return text.substr(0, text.find_first_of(",;()"));
}

bool same_place(const std::string& a, Text b) {
  const UnitName one = parse_unit_name(a);
  const UnitName other = parse_unit_name(b);
  const bool typed = one.type != UnitType::none && other.type != UnitType::none;
  return (!typed || one.type == other.type) &&
         grade(ComparedName(one.name), ComparedName(other.name)) < Grade::weak;
}

/// Where a type of districts or provinces begins inside a text ("xã Kỳ Sơn | huyện Kỳ Anh").
std::vector<std::pair<std::string, std::string>> parted_at_types(Text text) {
  constexpr std::size_t k_most = 4;
  const std::u32string characters = key_characters(text);
  const std::vector<Token> tokens = tokens_of(characters);
  std::vector<std::pair<std::string, std::string>> out;
  for (std::size_t at = 1; at + 1 < tokens.size() && out.size() < k_most; ++at) {
    const TypeWords type = type_at(tokens, at);
    if (type.tokens == 0 || !is_above_commune(type.type) || at + type.tokens >= tokens.size()) continue;
    const std::u32string_view all = characters;
    out.emplace_back(to_utf8(all.substr(0, tokens[at].begin)), to_utf8(all.substr(tokens[at].begin)));
  }
  return out;
}

/// "Can Lộc", "huyện Can Lộc - Hà Tĩnh", "huyện Can Lộc tỉnh Hà Tĩnh": its one or two places.
void read_place(Text place, CellParts& out) {
  std::string rest;
  out.district = trimmed(place, k_blank_or_bracket);
  if (const std::vector<Mark> marks = marks_of(place); !marks.empty() && marks.front().at > 0) {
    out.district = trimmed(place.substr(0, marks.front().at), k_blank_or_bracket);
    rest = trimmed(place.substr(marks.front().end()), k_blank_or_bracket);
  } else if (const auto parts = parted_at_types(place); !parts.empty()) {
    out.district = trimmed(parts.front().first, k_blank_or_bracket);
    rest = trimmed(parts.front().second, k_blank_or_bracket);
  }
  out.province = rest;
  out.typed = is_typed_place(out.district);
  if (rest.empty() && parse_unit_name(out.district).type == UnitType::province)
    std::swap(out.district, out.province);
}

void add(std::vector<CellParts>& out, CellParts parts, Text name, Text place) {
  parts.name = trimmed(name);
  read_place(place, parts);
  if (fold(parts.name).empty() || fold(parts.district + parts.province).empty()) return;
  const bool may_be_province = !parts.typed && parts.province.empty();
  out.push_back(parts);
  if (may_be_province) {
    std::swap(parts.district, parts.province);
    out.push_back(std::move(parts));
  }
}

}  // namespace

MatchRow without_address(const MatchRow& row) {
  const Text cell = row.name;
  for (const Mark& mark : marks_of(cell)) {
    if (mark.sign == "/" || mark.sign == "-") continue;
    const Text behind = first_part(cell.substr(mark.end()));
    if (!is_typed_place(behind) || unit_type_from(cell.substr(0, mark.at)) != UnitType::none) continue;
    MatchRow out = row;
    out.name = trimmed(cell.substr(0, mark.at));
    std::string& place = parse_unit_name(behind).type == UnitType::province ? out.province : out.district;
    // "Kỳ Sơn, huyện Tân Kỳ" beside another district contradicts it.
    if (!place.empty() && !same_place(place, behind)) return row;
    if (place.empty()) place = behind;
    const Text after = cell.substr(std::min(cell.size(), mark.end() + behind.size() + 1));
    if (out.province.empty() && !trimmed(after, k_blank_or_bracket).empty())
      out.province = trimmed(after, k_blank_or_bracket);
    return out;
  }
  return row;
}

std::vector<CellParts> ways_to_part(const std::string& cell) {
  std::vector<CellParts> out;
  const Text text = cell;
  for (const Mark& mark : marks_of(text)) {
    const Text before = text.substr(0, mark.at);
    const Text behind = text.substr(mark.end());
    CellParts parts{.comma = mark.sign == "," || mark.sign == ";",
                    .listed = k_list_signs.find(mark.sign) != Text::npos};
    add(out, parts, before, behind);
    if (mark.sign == "(" || mark.sign == "[") continue;
    parts.name_first = false;
    add(out, parts, behind, before);
  }
  for (const auto& [name, place] : parted_at_types(text)) add(out, {}, name, place);
  return out;
}

std::optional<std::string> without_doubtful_note(const std::string& cell) {
  const std::u32string characters = key_characters(cell);
  std::u32string_view before;
  if (!has_doubtful_note(characters, before)) return std::nullopt;
  return to_utf8(before);
}

}  // namespace ntmap::names
