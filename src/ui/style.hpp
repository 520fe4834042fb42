#pragma once

#include <cstdint>

namespace ntmap::ui {

enum class Appearance : std::uint8_t { light, dark };

/// Colours and spacing of the whole interface: calm, flat, one accent. `scale` multiplies every distance.
void apply_style(Appearance appearance, double scale);

}  // namespace ntmap::ui
