#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace ntmap::test {

/// A picture: 4 bytes a pixel (red, green, blue, alpha), rows from the top.
struct Image {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;
};

/// Reads a PNG; fails the test and gives an empty image when it cannot be read.
Image read_png(const std::filesystem::path& path);
void write_png(const std::filesystem::path& path, const Image& image);

/// How two pictures of one size differ.
struct ImageDifference {
  bool same_size = false;
  int largest = 0;       ///< largest difference of any byte
  double share_off = 0;  ///< share of pixels with a byte off by more than the tolerance
};
ImageDifference difference(const Image& a, const Image& b, int tolerance);

/// Compares with tests/golden/<name>.png: at most `share` of the pixels off by more than `tolerance`. Returns
/// an empty text when they agree, else what differs; the new picture is then left beside the build as
/// golden/<name>.png. With NTMAP_UPDATE_GOLDEN set the golden picture is written instead.
std::string compare_with_golden(const Image& image, const std::string& name, int tolerance = 24,
                                double share = 0.01);

}  // namespace ntmap::test
