#pragma once

#include <array>
#include <cstdint>

#include "base/text.hpp"
#include "model/colour.hpp"

namespace ntmap::colour {

/// How eyes, or a black-and-white printer, see a colour.
enum class Vision : std::uint8_t { normal, protanopia, deuteranopia, tritanopia, greyscale };

/// Greyscale last.
inline constexpr std::array<Vision, 5> k_all_visions{Vision::normal, Vision::protanopia, Vision::deuteranopia,
                                                     Vision::tritanopia, Vision::greyscale};

base::Text name_of(Vision vision);

/// The colour as seen so. Source of the matrices (severity 1): Machado, Oliveira and Fernandes, "A
/// physiologically-based model for simulation of color vision deficiency" (2009); grey is the luminance.
model::Rgb simulated(model::Rgb colour, Vision vision);

}  // namespace ntmap::colour
