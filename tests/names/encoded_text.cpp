#include "names/encoded_text.hpp"

#include <array>
#include <map>

#include "names/encoding.hpp"
#include "names/letters.hpp"
#include "names/unicode.hpp"

namespace ntmap::test {
namespace {

using names::Letter;
using names::Shape;
using names::Tone;

/// Calls use(parts, capital, character) for each character.
template <typename Use>
void each_letter(std::string_view text, Use use) {
  for (const char32_t c : names::to_u32(names::nfc(text))) {
    use(names::letter(names::lower(c)), names::is_upper(c), c);
  }
}

constexpr std::array<char32_t, 6> k_tone_marks{0, 0x0300, 0x0309, 0x0303, 0x0301, 0x0323};
constexpr std::array<char32_t, 4> k_shape_marks{0, 0x0306, 0x0302, 0x031B};

bool is_vietnamese(Letter parts) {
  return parts.marked() && parts.base < 0x80;
}

}  // namespace

char32_t capital_of(char32_t small) {
  if (small >= U'a' && small <= U'z') return small - 32;
  if (small < 0x80 || names::is_mark(small)) return small;
  return small < 0x100 ? small - 32 : small - 1;
}

std::string to_nfd(std::string_view text) {
  std::u32string out;
  each_letter(text, [&](Letter parts, bool capital, char32_t c) {
    if (!is_vietnamese(parts) || parts.base == U'd') {
      out += c;
      return;
    }
    out += capital ? capital_of(parts.base) : parts.base;
    const char32_t shape = k_shape_marks[static_cast<std::size_t>(parts.shape)];
    const char32_t tone = k_tone_marks[static_cast<std::size_t>(parts.tone)];
    // Canonical order: horn, then dot below, then what stands above.
    const bool tone_first = parts.tone == Tone::dot && parts.shape != Shape::horn;
    for (const char32_t mark : {tone_first ? tone : shape, tone_first ? shape : tone}) {
      if (mark != 0) out += mark;
    }
  });
  return names::to_utf8(out);
}

std::string to_half_composed(std::string_view text) {
  std::u32string out;
  each_letter(text, [&](Letter parts, bool capital, char32_t c) {
    const Tone tone = parts.tone;
    parts.tone = Tone::level;
    const char32_t small = names::character(parts);
    out += tone == Tone::level ? c : capital ? capital_of(small) : small;
    if (tone != Tone::level) out += k_tone_marks[static_cast<std::size_t>(tone)];
  });
  return names::to_utf8(out);
}

/// The bytes are found by decoding each byte, so that a table is written down only once; the decoder's
/// table is held against the published one in encoding_test.cpp.
std::string to_tcvn3(std::string_view text) {
  static const std::map<std::string, char> k_bytes = [] {
    std::map<std::string, char> out;
    for (int byte = 0xA1; byte <= 0xFE; ++byte) {
      const char c = static_cast<char>(byte);
      out.emplace(names::decode(std::string_view(&c, 1), names::Encoding::tcvn3), c);
    }
    return out;
  }();
  std::string out;
  each_letter(text, [&](Letter parts, bool, char32_t c) {
    if (const auto found = k_bytes.find(names::to_utf8({&c, 1})); found != k_bytes.end()) {
      out += found->second;
      return;
    }
    // The capital font: a small letter's code shown as a capital.
    const char32_t small = names::lower(c);
    const auto found = k_bytes.find(names::to_utf8({&small, 1}));
    out += found != k_bytes.end() ? found->second : static_cast<char>(c < 0x80 ? c : parts.base);
  });
  return out;
}

std::string to_vni(std::string_view text) {
  static constexpr std::array<unsigned char, 6> k_plain{0, 0xF8, 0xFB, 0xF5, 0xF9, 0xEF};
  static constexpr std::array<unsigned char, 6> k_circumflex{0xE2, 0xE0, 0xE5, 0xE3, 0xE1, 0xE4};
  static constexpr std::array<unsigned char, 6> k_breve{0xEA, 0xE8, 0xFA, 0xFC, 0xE9, 0xEB};
  static const std::map<char32_t, unsigned char> k_single{
      {U'ì', 0xEC}, {U'í', 0xED}, {U'ỉ', 0xE6}, {U'ĩ', 0xF3}, {U'ị', 0xF2}, {U'ỵ', 0xEE}, {U'đ', 0xF1}};
  std::string out;
  each_letter(text, [&](Letter parts, bool capital, char32_t c) {
    const auto put = [&](unsigned byte) {
      if (byte != 0) out += static_cast<char>(capital && byte >= 0xE0 ? byte - 0x20 : byte);
    };
    if (const auto single = k_single.find(names::lower(c)); single != k_single.end()) {
      put(single->second);
      return;
    }
    const auto tone = static_cast<std::size_t>(parts.tone);
    if (parts.shape == Shape::horn) {
      put(parts.base == U'o' ? 0xF4 : 0xF6);
      put(k_plain[tone]);
      return;
    }
    out += static_cast<char>(capital ? capital_of(parts.base) : parts.base);
    put(parts.shape == Shape::circumflex ? k_circumflex[tone]
        : parts.shape == Shape::breve    ? k_breve[tone]
                                         : k_plain[tone]);
  });
  return out;
}

std::string to_cp1258(std::string_view text) {
  static const std::map<char32_t, unsigned char> k_bytes{
      {U'Ă', 0xC3}, {0x0300, 0xCC}, {U'Đ', 0xD0}, {0x0309, 0xD2}, {U'Ơ', 0xD5}, {U'Ư', 0xDD}, {0x0303, 0xDE},
      {U'ă', 0xE3}, {0x0301, 0xEC}, {U'đ', 0xF0}, {0x0323, 0xF2}, {U'ơ', 0xF5}, {U'ư', 0xFD}};
  std::string out;
  for (const char32_t c : names::to_u32(to_half_composed(text))) {
    const auto found = k_bytes.find(c);
    out += static_cast<char>(found != k_bytes.end() ? found->second : c);
  }
  return out;
}

std::string as_latin1_text(std::string_view bytes) {
  std::u32string out;
  for (const char c : bytes) out += static_cast<unsigned char>(c);
  return names::to_utf8(out);
}

std::string without_any_mark(std::string_view text) {
  std::u32string out;
  each_letter(text, [&](Letter parts, bool capital, char32_t c) {
    out += !is_vietnamese(parts) ? c : capital ? capital_of(parts.base) : parts.base;
  });
  return names::to_utf8(out);
}

}  // namespace ntmap::test
