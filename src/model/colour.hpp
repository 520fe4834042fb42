#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ntmap::model {

/// An sRGB colour, opaque.
struct Rgb {
  std::uint8_t r = 0;
  std::uint8_t g = 0;
  std::uint8_t b = 0;
  bool operator==(const Rgb&) const = default;
};

/// Reads "#rrggbb"; nothing for any other text.
std::optional<Rgb> rgb_from(std::string_view text);
/// "#rrggbb", small letters.
std::string to_hex(Rgb colour);

enum class PaletteKind : std::uint8_t { sequential, diverging, qualitative };

/// Colours for a given number of classes, low to high.
struct Palette {
  std::string name;
  PaletteKind kind = PaletteKind::sequential;
  std::vector<Rgb> colours;
};

}  // namespace ntmap::model
