#pragma once

#include <string>
#include <string_view>

/// Names as programs write them that are not in Unicode's composed form.
namespace ntmap::test {

/// The capital of a small letter, Vietnamese ones included; other characters as they are.
char32_t capital_of(char32_t small);

/// Decomposed (NFD), and half composed (shape in the letter, tone behind it).
std::string to_nfd(std::string_view text);
std::string to_half_composed(std::string_view text);

/// Bytes of legacy encodings; letters that the encoding lacks keep their base letter.
std::string to_tcvn3(std::string_view text);
std::string to_vni(std::string_view text);
std::string to_cp1258(std::string_view text);
/// Bytes taken for Latin-1 and written as UTF-8: how a sheet typed in an old font arrives.
std::string as_latin1_text(std::string_view bytes);

/// Without any mark, "đ" included.
std::string without_any_mark(std::string_view text);

}  // namespace ntmap::test
