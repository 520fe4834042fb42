#include "colour/vision.hpp"

#include "colour/contrast.hpp"
#include "colour/difference.hpp"

namespace ntmap::colour {
namespace {

using Matrix = std::array<double, 9>;

constexpr Matrix k_protanopia{0.152286, 1.052583,  -0.204868, 0.114503, 0.786281,
                              0.099216, -0.003882, -0.048116, 1.051998};
constexpr Matrix k_deuteranopia{0.367322, 0.860646,  -0.227968, 0.280085, 0.672501,
                                0.047413, -0.011820, 0.042940,  0.968881};
constexpr Matrix k_tritanopia{1.255528, -0.076749, -0.178779, -0.078411, 0.930809,
                              0.147602, 0.004733,  0.691367,  0.303900};

LinearRgb times(const Matrix& m, const LinearRgb& c) {
  return {m[0] * c.r + m[1] * c.g + m[2] * c.b, m[3] * c.r + m[4] * c.g + m[5] * c.b,
          m[6] * c.r + m[7] * c.g + m[8] * c.b};
}

}  // namespace

base::Text name_of(Vision vision) {
  switch (vision) {
    case Vision::normal:
      return {"mắt thường", "normal vision"};
    case Vision::protanopia:
      return {"mù màu đỏ", "protanopia"};
    case Vision::deuteranopia:
      return {"mù màu lục", "deuteranopia"};
    case Vision::tritanopia:
      return {"mù màu lam", "tritanopia"};
    case Vision::greyscale:
      return {"in đen trắng", "greyscale"};
  }
  return {};
}

model::Rgb simulated(model::Rgb colour, Vision vision) {
  const LinearRgb light = to_linear(colour);
  switch (vision) {
    case Vision::normal:
      break;
    case Vision::protanopia:
      return from_linear(times(k_protanopia, light));
    case Vision::deuteranopia:
      return from_linear(times(k_deuteranopia, light));
    case Vision::tritanopia:
      return from_linear(times(k_tritanopia, light));
    case Vision::greyscale: {
      const double grey = relative_luminance(colour);
      return from_linear({grey, grey, grey});
    }
  }
  return colour;
}

}  // namespace ntmap::colour
