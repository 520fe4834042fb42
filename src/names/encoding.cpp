#include "names/encoding.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "names/letters.hpp"
#include "names/unicode.hpp"

namespace ntmap::names {
namespace {

/// Bytes 0x80 to 0x9F of Windows-1252; undefined ones keep their C1 control, so that nothing is lost.
constexpr std::u32string_view k_cp1252_high =
    U"\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F"
    U"\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178";

/// Bytes 0xB5 to 0xFE of TCVN3, small letters with a tone; U+0000 where ABC fonts have nothing.
constexpr std::u32string_view k_tcvn3_tones(
    U"àảãáạ\0ằẳẵắ\0\0\0\0\0\0\0ặầẩẫấậè\0ẻẽéẹềểễếệìỉ\0\0\0ĩíịò\0ỏõóọồổỗốộờởỡớợù\0ủũúụừửữứựỳỷỹýỵ", 74);

constexpr std::u32string_view k_tcvn3_shapes = U"ĂÂÊÔƠƯĐăâêôơưđ";  ///< bytes 0xA1 to 0xAE

constexpr unsigned char byte(char c) {
  return static_cast<unsigned char>(c);
}

char32_t from_cp1252(unsigned char c) {
  return c >= 0x80 && c <= 0x9F ? k_cp1252_high[c - 0x80u] : char32_t{c};
}

char32_t from_cp1258(unsigned char c) {
  switch (c) {
    case 0xC3:
      return U'Ă';
    case 0xCC:
      return 0x0300;
    case 0xD0:
      return U'Đ';
    case 0xD2:
      return 0x0309;
    case 0xD5:
      return U'Ơ';
    case 0xDD:
      return U'Ư';
    case 0xDE:
      return 0x0303;
    case 0xE3:
      return U'ă';
    case 0xEC:
      return 0x0301;
    case 0xF0:
      return U'đ';
    case 0xF2:
      return 0x0323;
    case 0xF5:
      return U'ơ';
    case 0xFD:
      return U'ư';
    case 0xFE:
      return U'₫';
    default:
      return from_cp1252(c);
  }
}

char32_t from_tcvn3(unsigned char c) {
  if (c >= 0xA1 && c <= 0xAE) return k_tcvn3_shapes[c - 0xA1u];
  const char32_t toned = c >= 0xB5 && c <= 0xFE ? k_tcvn3_tones[c - 0xB5u] : U'\0';
  return toned != U'\0' ? toned : from_cp1252(c);
}

bool has_no_tcvn3_capital(char32_t c) {
  return c != U'\0' && k_tcvn3_tones.find(c) != std::u32string_view::npos;
}

/// TCVN3 has no capitals with a tone: people typed the small letter and showed it in a capital font. A
/// word whose other letters are capitals was one (HåNG: HỒNG); a small letter with a tone begins a name
/// where every word that could begin with a capital does so (ích Hậu: Ích Hậu).
std::u32string with_capitals(std::u32string text) {
  bool name = false;
  bool prose = false;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    std::size_t capitals = 0;
    std::size_t small = 0;
    for (; end < text.size() && is_letter(text[end]); ++end) {
      if (is_upper(text[end])) ++capitals;
      if (!is_upper(text[end]) && !has_no_tcvn3_capital(text[end])) ++small;
    }
    if (capitals >= 2 && small == 0) {
      for (std::size_t at = begin; at < end; ++at) text[at] = upper(text[at]);
    }
    if (end > begin) {
      name = name || is_upper(text[begin]);
      prose = prose || (!is_upper(text[begin]) && !has_no_tcvn3_capital(text[begin]));
    }
    begin = end + 1;
  }
  if (!name || prose) return text;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at == 0 || !is_letter(text[at - 1])) text[at] = upper(text[at]);
  }
  return text;
}

/// A mark byte of VNI: what it puts on the letter before it.
struct VniMark {
  unsigned char code;  ///< the byte of small letters; that of capitals is 0x20 less
  Shape shape;
  Tone tone;
};

constexpr std::array<VniMark, 17> k_vni_marks{{
    {0xF8, Shape::plain, Tone::grave},
    {0xFB, Shape::plain, Tone::hook},
    {0xF5, Shape::plain, Tone::tilde},
    {0xF9, Shape::plain, Tone::acute},
    {0xEF, Shape::plain, Tone::dot},
    {0xE2, Shape::circumflex, Tone::level},
    {0xE0, Shape::circumflex, Tone::grave},
    {0xE5, Shape::circumflex, Tone::hook},
    {0xE3, Shape::circumflex, Tone::tilde},
    {0xE1, Shape::circumflex, Tone::acute},
    {0xE4, Shape::circumflex, Tone::dot},
    {0xEA, Shape::breve, Tone::level},
    {0xE8, Shape::breve, Tone::grave},
    {0xFA, Shape::breve, Tone::hook},
    {0xE9, Shape::breve, Tone::acute},
    {0xFC, Shape::breve, Tone::tilde},
    {0xEB, Shape::breve, Tone::dot},
}};

/// The letters that VNI keeps in one byte, small ones; capitals are 0x20 less.
char32_t vni_single(unsigned char small) {
  switch (small) {
    case 0xEC:
      return U'ì';
    case 0xED:
      return U'í';
    case 0xE6:
      return U'ỉ';
    case 0xF3:
      return U'ĩ';
    case 0xF2:
      return U'ị';
    case 0xEE:
      return U'ỵ';
    case 0xF1:
      return U'đ';
    case 0xF4:
      return U'ơ';
    case 0xF6:
      return U'ư';
    default:
      return U'\0';
  }
}

const VniMark* vni_mark(unsigned char small) {
  for (const VniMark& mark : k_vni_marks) {
    if (mark.code == small) return &mark;
  }
  return nullptr;
}

/// The capital of a small letter of Vietnamese: 32 places before it in Latin-1, else next to it.
char32_t capital_of(char32_t small) {
  return small < 0x100 ? small - 32 : small - 1;
}

/// The letter that base and mark make; U+0000 where VNI has no such pair.
char32_t vni_pair(char32_t before, const VniMark& mark) {
  const char32_t small = lower(before);
  Letter parts = letter(small);
  if (parts.tone != Tone::level || !is_vowel(parts.base)) return U'\0';
  if (mark.shape != Shape::plain) {
    if (parts.shape != Shape::plain) return U'\0';
    parts.shape = mark.shape;
  }
  parts.tone = mark.tone;
  const char32_t made = character(parts);
  if (letter(made) != parts) return U'\0';
  return small == before ? made : capital_of(made);
}

std::u32string from_vni(std::string_view bytes) {
  std::u32string out;
  for (const char raw : bytes) {
    const unsigned char c = byte(raw);
    if (c < 0xC0) {
      out += from_cp1252(c);
      continue;
    }
    const bool capital = c < 0xE0;
    const auto small = static_cast<unsigned char>(capital ? c + 0x20 : c);
    const VniMark* mark = vni_mark(small);
    const char32_t pair = mark != nullptr && !out.empty() ? vni_pair(out.back(), *mark) : U'\0';
    if (pair != U'\0') {
      out.back() = pair;
    } else if (const char32_t single = vni_single(small); single != U'\0') {
      out += capital ? capital_of(single) : single;
    } else {
      out += char32_t{c};
    }
  }
  return out;
}

template <typename Table>
std::u32string by_table(std::string_view bytes, Table table) {
  std::u32string out;
  out.reserve(bytes.size());
  for (const char c : bytes) out += table(byte(c));
  return out;
}

/// Letters and digits of a label, small: "ANSI 1258\r\n" is "ansi1258".
std::string label_letters(std::string_view label) {
  std::string out;
  for (const char c : label) {
    if (byte(c) < 0x80 && std::isalnum(byte(c)) != 0) out += static_cast<char>(std::tolower(byte(c)));
  }
  return out;
}

}  // namespace

std::string_view encoding_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "UTF-8";
    case Encoding::cp1252:
      return "Windows-1252";
    case Encoding::cp1258:
      return "Windows-1258";
    case Encoding::tcvn3:
      return "TCVN3 (ABC)";
    case Encoding::vni:
      return "VNI";
  }
  return {};
}

std::optional<Encoding> encoding_from(std::string_view label) {
  struct Known {
    std::string_view word;
    Encoding encoding;
  };
  static constexpr std::array<Known, 18> k_words{{
      {"utf8", Encoding::utf8},
      {"65001", Encoding::utf8},
      {"unicode", Encoding::utf8},
      {"1252", Encoding::cp1252},
      {"88591", Encoding::cp1252},
      {"iso88591", Encoding::cp1252},
      {"latin1", Encoding::cp1252},
      {"l1", Encoding::cp1252},
      {"westerneuropean", Encoding::cp1252},
      {"1258", Encoding::cp1258},
      {"tcvn3", Encoding::tcvn3},
      {"tcvn", Encoding::tcvn3},
      {"abc", Encoding::tcvn3},
      {"tcvn3abc", Encoding::tcvn3},
      {"tcvn5712", Encoding::tcvn3},
      {"tcvn57121", Encoding::tcvn3},
      {"vni", Encoding::vni},
      {"vniwindows", Encoding::vni},
  }};
  std::string word = label_letters(label);
  for (const std::string_view prefix : {"ansi", "windows", "win", "cp", "oem", "codepage"}) {
    if (word.starts_with(prefix) && word.size() > prefix.size()) word.erase(0, prefix.size());
  }
  const auto* known =
      std::find_if(k_words.begin(), k_words.end(), [&](const Known& k) { return k.word == word; });
  if (known == k_words.end()) return std::nullopt;
  return known->encoding;
}

std::optional<Encoding> encoding_from_language_id(int id) {
  switch (id) {
    case 0x03:  // Windows ANSI
    case 0x58:  // Western European ANSI
    case 0x59:  // Spanish ANSI
      return Encoding::cp1252;
    default:
      return std::nullopt;
  }
}

std::string decode(std::string_view bytes, Encoding encoding) {
  if (is_ascii(bytes)) return std::string(bytes);
  switch (encoding) {
    case Encoding::utf8:
      return nfc(bytes);
    case Encoding::cp1252:
      return nfc(to_utf8(by_table(bytes, from_cp1252)));
    case Encoding::cp1258:
      return nfc(to_utf8(by_table(bytes, from_cp1258)));
    case Encoding::tcvn3:
      return nfc(to_utf8(with_capitals(by_table(bytes, from_tcvn3))));
    case Encoding::vni:
      return nfc(to_utf8(from_vni(bytes)));
  }
  return nfc(bytes);
}

std::optional<std::string> bytes_read_as_cp1252(std::string_view utf8) {
  if (is_ascii(utf8) || !is_valid_utf8(utf8)) return std::nullopt;
  std::string out;
  for (const char32_t c : to_u32(utf8)) {
    const std::size_t high = k_cp1252_high.find(c);
    if (high != std::u32string_view::npos) {
      out += static_cast<char>(0x80u + high);
    } else if (c <= 0xFF) {
      out += static_cast<char>(c);
    } else {
      return std::nullopt;
    }
  }
  return out;
}

}  // namespace ntmap::names
