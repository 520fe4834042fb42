#include "colour/bivariate.hpp"

#include "colour/difference.hpp"

namespace ntmap::colour {
namespace {

// Chosen by search for the largest least difference over all pairs and all kinds of colour vision.
constexpr model::Rgb k_both_low{0xeb, 0xf2, 0xf0};
constexpr model::Rgb k_first_high{0x4a, 0x7f, 0xc1};
constexpr model::Rgb k_second_high{0xb5, 0x76, 0x2d};
constexpr model::Rgb k_both_high{0x30, 0x33, 0x36};

double share(int i, int count) {
  return count > 1 ? static_cast<double>(i) / (count - 1) : 1;
}

}  // namespace

std::vector<model::Rgb> bivariate_palette(int columns, int rows) {
  std::vector<model::Rgb> colours;
  for (int row = 0; row < rows; ++row) {
    const double up = share(row, rows);
    const model::Rgb low = mix(k_both_low, k_second_high, up);
    const model::Rgb high = mix(k_first_high, k_both_high, up);
    for (int column = 0; column < columns; ++column)
      colours.push_back(mix(low, high, share(column, columns)));
  }
  return colours;
}

}  // namespace ntmap::colour
