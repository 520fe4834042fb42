#include "support/image_difference.hpp"

#include <gtest/gtest.h>
#include <png.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "support/temporary_folder.hpp"

namespace ntmap::test {

Image read_png(const std::filesystem::path& path) {
  png_image header;
  std::memset(&header, 0, sizeof header);
  header.version = PNG_IMAGE_VERSION;
  Image image;
  if (png_image_begin_read_from_file(&header, path.c_str()) == 0) {
    ADD_FAILURE() << path << ": " << header.message;
    return image;
  }
  header.format = PNG_FORMAT_RGBA;
  image.width = static_cast<int>(header.width);
  image.height = static_cast<int>(header.height);
  image.rgba.resize(PNG_IMAGE_SIZE(header));
  EXPECT_NE(png_image_finish_read(&header, nullptr, image.rgba.data(), 0, nullptr), 0)
      << path << header.message;
  return image;
}

void write_png(const std::filesystem::path& path, const Image& image) {
  png_image header;
  std::memset(&header, 0, sizeof header);
  header.version = PNG_IMAGE_VERSION;
  header.width = static_cast<png_uint_32>(image.width);
  header.height = static_cast<png_uint_32>(image.height);
  header.format = PNG_FORMAT_RGBA;
  std::filesystem::create_directories(path.parent_path());
  EXPECT_NE(png_image_write_to_file(&header, path.c_str(), 0, image.rgba.data(), 0, nullptr), 0) << path;
}

ImageDifference difference(const Image& a, const Image& b, int tolerance) {
  ImageDifference result;
  result.same_size = a.width == b.width && a.height == b.height && !a.rgba.empty();
  if (!result.same_size) return result;
  std::size_t off = 0;
  for (std::size_t i = 0; i < a.rgba.size(); i += 4) {
    int worst = 0;
    for (std::size_t part = 0; part < 4; ++part) {
      worst = std::max(worst, std::abs(int{a.rgba[i + part]} - int{b.rgba[i + part]}));
    }
    result.largest = std::max(result.largest, worst);
    off += worst > tolerance ? 1 : 0;
  }
  result.share_off = 4.0 * static_cast<double>(off) / static_cast<double>(a.rgba.size());
  return result;
}

std::string compare_with_golden(const Image& image, const std::string& name, int tolerance, double share) {
  const std::filesystem::path golden = checkout("tests/golden/" + name + ".png");
  if (std::getenv("NTMAP_UPDATE_GOLDEN") != nullptr) {
    write_png(golden, image);
    return {};
  }
  const ImageDifference found = difference(read_png(golden), image, tolerance);
  if (found.same_size && found.share_off <= share) return {};
  const std::filesystem::path kept = std::filesystem::path(NTMAP_BINARY_DIR) / "golden" / (name + ".png");
  write_png(kept, image);
  return name +
         (found.same_size ? ": " + std::to_string(100 * found.share_off) + " % of the pixels are off"
                          : ": another size") +
         "; the new picture is " + kept.string();
}

}  // namespace ntmap::test
