#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ntmap::io {

enum class Utf16 : std::uint8_t { none, little_endian, big_endian };

/// How many of the first bytes tell UTF-16 from other texts.
inline constexpr std::size_t k_utf16_head = 4096;

/// Whether the bytes are UTF-16, and in which order: by their mark, else by zero bytes in every second place.
Utf16 utf16_form(std::string_view bytes);
/// "UTF-16 LE", "UTF-16 BE"; empty for none.
std::string_view name_of(Utf16 form);

/// Text brought to UTF-8 where the bytes themselves say how.
struct Decoded {
  std::string text;
  bool raw = false;      ///< neither UTF-8 nor UTF-16: the bytes are unchanged
  bool utf16 = false;    ///< the bytes were UTF-16
  bool damaged = false;  ///< UTF-16 with halves of characters, replaced by U+FFFD
};

/// Byte order marks decide first; then zero bytes in every second place mean UTF-16; then valid UTF-8.
Decoded to_utf8(std::string bytes);

/// True for well-formed UTF-8 (no overlong forms, no surrogates).
bool is_utf8(std::string_view bytes);

/// Appends a code point; U+FFFD for what is none.
void append_utf8(std::string& text, char32_t code_point);

}  // namespace ntmap::io
