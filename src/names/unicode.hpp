#pragma once

#include <string>
#include <string_view>

namespace ntmap::names {

/// What stands where bytes are not UTF-8.
inline constexpr char32_t k_replacement = 0xFFFD;

bool is_valid_utf8(std::string_view bytes);
bool is_ascii(std::string_view bytes);

/// True where the text holds control characters U+0080 to U+009F: the mark of bytes read in the wrong
/// encoding, since no office types them.
bool has_c1_controls(std::string_view utf8);

/// The text in normal form C: letter and marks as one character, however they were typed. Bytes that
/// are not UTF-8 become U+FFFD. This is the form of every text behind the door of the program.
std::string nfc(std::string_view text);

/// Code points of a text in compatibility form KC, without invisible characters (soft hyphen, zero
/// width space): what keys are made of. Full-width letters become plain ones.
std::u32string key_characters(std::string_view text);

/// Code points as they stand; bytes that are not UTF-8 become U+FFFD.
std::u32string to_u32(std::string_view utf8);
std::string to_utf8(std::u32string_view characters);

char32_t lower(char32_t c);
char32_t upper(char32_t c);
bool is_upper(char32_t c);
bool is_letter(char32_t c);
bool is_mark(char32_t c);

/// The letter without any mark: the first character of its canonical decomposition.
char32_t base_letter(char32_t c);

}  // namespace ntmap::names
