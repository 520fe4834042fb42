#include "names/letters.hpp"

#include <array>
#include <string>

#include "names/unicode.hpp"

namespace ntmap::names {
namespace {

struct Family {
  char32_t base;
  Shape shape;
  std::u32string_view tones;  ///< in the order of Tone
};

constexpr std::array<Family, 12> k_families{{
    {U'a', Shape::plain, U"aàảãáạ"},
    {U'a', Shape::breve, U"ăằẳẵắặ"},
    {U'a', Shape::circumflex, U"âầẩẫấậ"},
    {U'e', Shape::plain, U"eèẻẽéẹ"},
    {U'e', Shape::circumflex, U"êềểễếệ"},
    {U'i', Shape::plain, U"iìỉĩíị"},
    {U'o', Shape::plain, U"oòỏõóọ"},
    {U'o', Shape::circumflex, U"ôồổỗốộ"},
    {U'o', Shape::horn, U"ơờởỡớợ"},
    {U'u', Shape::plain, U"uùủũúụ"},
    {U'u', Shape::horn, U"ưừửữứự"},
    {U'y', Shape::plain, U"yỳỷỹýỵ"},
}};

constexpr std::size_t k_table_end = 0x1F00;  ///< behind the last Vietnamese letter, U+1EF9

/// 1 + family * 6 + tone of every Vietnamese vowel, 0 for all other characters.
constexpr std::array<std::uint8_t, k_table_end> make_places() {
  std::array<std::uint8_t, k_table_end> out{};
  for (std::size_t family = 0; family < k_families.size(); ++family) {
    for (std::size_t tone = 0; tone < 6; ++tone) {
      out[k_families[family].tones[tone]] = static_cast<std::uint8_t>(1 + family * 6 + tone);
    }
  }
  return out;
}

constexpr std::array<std::uint8_t, k_table_end> k_places = make_places();

}  // namespace

Letter letter(char32_t c) {
  if (c == U'đ' || c == U'ð' || c == U'ɖ') return {U'd', Shape::stroke, Tone::level};
  const std::uint8_t place = c < k_table_end ? k_places[c] : std::uint8_t{0};
  if (place == 0) return {base_letter(c)};
  const Family& family = k_families[(place - 1u) / 6];
  return {family.base, family.shape, static_cast<Tone>((place - 1u) % 6)};
}

char32_t character(Letter parts) {
  if (parts.base == U'd' && parts.shape == Shape::stroke) return U'đ';
  for (const Family& family : k_families) {
    if (family.base == parts.base && family.shape == parts.shape) {
      return family.tones[static_cast<std::size_t>(parts.tone)];
    }
  }
  return parts.base;
}

bool is_vowel(char32_t base) {
  return std::u32string_view(U"aeiouy").find(base) != std::u32string_view::npos;
}

std::u32string without_marks(std::u32string_view lower_case) {
  std::u32string out;
  out.reserve(lower_case.size());
  for (const char32_t c : lower_case) out += letter(c).base;
  return out;
}

}  // namespace ntmap::names
