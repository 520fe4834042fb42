#include "names/unicode.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace ntmap::names {
namespace {

const utf8proc_uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

/// The character at `at` and its length; -1 and one byte where the bytes are not UTF-8.
struct Step {
  utf8proc_int32_t character = -1;
  std::size_t length = 1;
};

Step step(std::string_view text, std::size_t at) {
  Step out;
  const auto read =
      utf8proc_iterate(bytes_of(text) + at, static_cast<utf8proc_ssize_t>(text.size() - at), &out.character);
  if (read > 0) {
    out.length = static_cast<std::size_t>(read);
  } else {
    out.character = -1;
  }
  return out;
}

/// Whether a text is in normal form C at a glance: Latin letters up to U+02FF and the precomposed Vietnamese
/// ones have no other form and combine with nothing. Most texts are.
bool plainly_composed(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Step next = step(text, at);
    const bool latin = next.character >= 0 && next.character < 0x300;
    if (!latin && (next.character < 0x1EA0 || next.character > 0x1EF9)) return false;
    at += next.length;
  }
  return true;
}

std::string mapped(std::string_view text, unsigned options) {
  const std::string clean = is_valid_utf8(text) ? std::string() : to_utf8(to_u32(text));
  const std::string_view source = clean.empty() ? text : std::string_view(clean);
  utf8proc_uint8_t* result = nullptr;
  const auto length = utf8proc_map(bytes_of(source), static_cast<utf8proc_ssize_t>(source.size()), &result,
                                   static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(result, &std::free);
  if (length < 0) return std::string(source);
  return {reinterpret_cast<const char*>(result), static_cast<std::size_t>(length)};
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const Step next = step(bytes, at);
    if (next.character < 0) return false;
    at += next.length;
  }
  return true;
}

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool has_c1_controls(std::string_view utf8) {
  if (is_ascii(utf8)) return false;
  const std::u32string characters = to_u32(utf8);
  return std::any_of(characters.begin(), characters.end(), [](char32_t c) { return c >= 0x80 && c <= 0x9F; });
}

std::string nfc(std::string_view text) {
  if (is_ascii(text) || plainly_composed(text)) return std::string(text);
  return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::u32string key_characters(std::string_view text) {
  if (is_ascii(text)) return {text.begin(), text.end()};
  return to_u32(mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_IGNORE));
}

std::u32string to_u32(std::string_view utf8) {
  std::u32string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const Step next = step(utf8, at);
    out += next.character < 0 ? k_replacement : static_cast<char32_t>(next.character);
    at += next.length;
  }
  return out;
}

std::string to_utf8(std::u32string_view characters) {
  std::string out;
  out.reserve(characters.size() * 2);
  for (const char32_t c : characters) {
    utf8proc_uint8_t buffer[4];
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), buffer);
    out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(length));
  }
  return out;
}

char32_t lower(char32_t c) {
  if (c < 0x80) return c >= U'A' && c <= U'Z' ? c + 32 : c;
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
}

char32_t upper(char32_t c) {
  return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c)));
}

bool is_upper(char32_t c) {
  return lower(c) != c;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool is_mark(char32_t c) {
  if (c < 0x80) return false;
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

char32_t base_letter(char32_t c) {
  if (c < 0x80) return c;
  utf8proc_int32_t buffer[8];
  int boundary = 0;
  const auto length =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), buffer, 8, UTF8PROC_DECOMPOSE, &boundary);
  return length > 0 && length <= 8 ? static_cast<char32_t>(buffer[0]) : c;
}

}  // namespace ntmap::names
