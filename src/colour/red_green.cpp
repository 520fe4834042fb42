#include "colour/red_green.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "colour/difference.hpp"

namespace ntmap::colour {
namespace {

constexpr double k_least_chroma = 22;  // below it a colour is a grey or a pale tint
// Hues in CIELAB, degrees.
constexpr double k_red_from = -25;
constexpr double k_red_to = 62;
constexpr double k_green_from = 105;
constexpr double k_green_to = 172;
constexpr double k_brown = 74;
constexpr double k_teal = 205;

struct Polar {
  double hue = 0;  ///< -180..180
  double chroma = 0;
};

Polar polar_of(const Lab& lab) {
  return {std::atan2(lab.b, lab.a) * 180 / std::numbers::pi, std::hypot(lab.a, lab.b)};
}

bool between(const Polar& colour, double from, double to) {
  return colour.chroma >= k_least_chroma && colour.hue >= from && colour.hue <= to;
}
bool is_red(const Polar& colour) {
  return between(colour, k_red_from, k_red_to);
}
bool is_green(const Polar& colour) {
  return between(colour, k_green_from, k_green_to);
}

model::Rgb with_hue(const Lab& lab, double chroma, double hue) {
  const double angle = hue * std::numbers::pi / 180;
  return from_lab({lab.l, chroma * std::cos(angle), chroma * std::sin(angle)});
}

}  // namespace

bool red_against_green(std::span<const model::Rgb> colours) {
  const auto any = [&](bool (*is)(const Polar&)) {
    return std::any_of(colours.begin(), colours.end(), [&](model::Rgb c) { return is(polar_of(to_lab(c))); });
  };
  return any(is_red) && any(is_green);
}

void part_red_from_green(std::vector<model::Rgb>& colours) {
  for (model::Rgb& colour : colours) {
    const Lab lab = to_lab(colour);
    const Polar polar = polar_of(lab);
    // Teals as strong as a pure green are beyond the screen; clipping would turn their hue.
    if (is_red(polar)) colour = with_hue(lab, std::min(polar.chroma, 60.0), k_brown);
    if (is_green(polar)) colour = with_hue(lab, std::min(polar.chroma, 34.0), k_teal);
  }
}

}  // namespace ntmap::colour
