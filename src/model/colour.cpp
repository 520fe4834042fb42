#include "model/colour.hpp"

#include <charconv>

namespace ntmap::model {

std::optional<Rgb> rgb_from(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  unsigned value = 0;
  const auto end = std::from_chars(text.data() + 1, text.data() + 7, value, 16);
  if (end.ec != std::errc{} || end.ptr != text.data() + 7) return std::nullopt;
  return Rgb{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8 & 0xff),
             static_cast<std::uint8_t>(value & 0xff)};
}

std::string to_hex(Rgb colour) {
  constexpr char digits[] = "0123456789abcdef";
  std::string out = "#";
  for (const std::uint8_t part : {colour.r, colour.g, colour.b}) {
    out += digits[part >> 4];
    out += digits[part & 15];
  }
  return out;
}

}  // namespace ntmap::model
