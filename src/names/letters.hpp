#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ntmap::names {

/// Shape of a Vietnamese letter apart from its tone.
enum class Shape : std::uint8_t { plain, breve, circumflex, horn, stroke };

enum class Tone : std::uint8_t { level, grave, hook, tilde, acute, dot };

/// A lower-case letter in its three parts: "ậ" is a, circumflex, dot; "đ" is d, stroke, level.
struct Letter {
  char32_t base = 0;
  Shape shape = Shape::plain;
  Tone tone = Tone::level;

  bool marked() const { return shape != Shape::plain || tone != Tone::level; }
  bool operator==(const Letter&) const = default;
};

/// The parts of a lower-case character; foreign marks (ñ, č) are cut off, other characters stay.
/// Look-alikes of đ (ð, ɖ) are đ.
Letter letter(char32_t lower_case);

/// The character of these parts; the bare base where Vietnamese has no such letter.
char32_t character(Letter letter);

/// True for a, e, i, o, u, y.
bool is_vowel(char32_t base);

/// The characters without any mark ("thạch hà" is "thach ha").
std::u32string without_marks(std::u32string_view lower_case);

}  // namespace ntmap::names
