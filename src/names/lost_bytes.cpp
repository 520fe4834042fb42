#include "names/lost_bytes.hpp"

#include <algorithm>
#include <cstddef>

#include "names/syllable.hpp"
#include "names/unicode.hpp"

namespace ntmap::names {
namespace {

constexpr char32_t k_put_back = 0xFFFF;  ///< stands behind a letter that got its byte back
constexpr std::string_view k_put_back_bytes = "\xEF\xBF\xBF";

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

bool continues(unsigned char byte) {
  return (byte & 0xC0U) == 0x80U;
}

/// The byte that is missing behind this lead; 0 where it cannot be told.
char lost_byte(unsigned char lead, unsigned char next) {
  if (next == 0 || next == ' ') return '\xA0';
  return lead == 0xC4 ? '\x90' : '\0';
}

/// The bytes with each lost one put back and marked; `proof` says whether any letter was whole.
std::optional<std::string> put_back(std::string_view bytes, bool& proof) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size();) {
    const unsigned char lead = byte_at(bytes, at);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xE0 ? 3 : 2;
    if (lead >= 0x80 && (lead < 0xC3 || lead >= 0xF0)) return std::nullopt;
    std::size_t have = 1;
    while (have < length && continues(byte_at(bytes, at + have))) ++have;
    out += bytes.substr(at, have);
    if (have == length) {
      proof = proof || length > 1;
    } else {
      const char lost = have + 1 == length ? lost_byte(lead, byte_at(bytes, at + have)) : '\0';
      if (lost == '\0') return std::nullopt;
      out += lost;
      out += k_put_back_bytes;
    }
    at += have;
  }
  return is_valid_utf8(out) ? std::optional(out) : std::nullopt;
}

bool holds_small_letter(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "XÃ" at the head is a type in capitals.
bool may_be_capitals(std::string_view bytes) {
  return !holds_small_letter(bytes) || (bytes.starts_with("X\xC3") && (bytes.size() == 2 || bytes[2] == ' '));
}

std::u32string small_word(std::u32string_view text, std::size_t begin, std::size_t end) {
  std::u32string out;
  for (std::size_t at = begin; at < end; ++at) {
    if (text[at] != k_put_back) out += lower(text[at]);
  }
  return out;
}

/// Whether the blank behind a letter that was put back is that lost byte: "Hà ng" was Hàng.
bool blank_is_the_byte(std::u32string_view text, std::size_t blank) {
  if (blank + 1 >= text.size()) return false;
  if (text[blank + 1] == U' ') return true;
  std::size_t begin = blank;
  while (begin > 0 && text[begin - 1] != U' ') --begin;
  std::size_t end = blank + 1;
  while (end < text.size() && (is_letter(text[end]) || is_mark(text[end]))) ++end;
  const std::u32string behind = small_word(text, blank + 1, end);
  const bool goes_on = is_upper(text[begin]) && !is_upper(text[blank + 1]);  // "Đà i" of Đài
  return !behind.empty() && (goes_on || !is_syllable(behind, Marks::optional)) &&
         is_syllable(small_word(text, begin, blank) + behind);
}

}  // namespace

std::optional<std::string> restored_utf8(std::string_view bytes) {
  bool proof = false;
  const std::optional<std::string> marked = put_back(bytes, proof);
  if (!marked || (!proof && may_be_capitals(bytes))) return std::nullopt;
  const std::u32string text = to_u32(nfc(*marked));
  std::u32string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != k_put_back) {
      out += text[at];
    } else if (at + 1 < text.size() && text[at + 1] == U' ' && blank_is_the_byte(text, at + 1)) {
      ++at;
    }
  }
  return nfc(to_utf8(out));
}

}  // namespace ntmap::names
