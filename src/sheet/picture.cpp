#include "sheet/picture.hpp"

#include <png.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "base/error.hpp"

namespace ntmap::sheet {
namespace {

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Closer>;

[[noreturn]] void fail(base::ErrorKind kind, const std::filesystem::path& path, base::Text what) {
  throw base::Error(kind, std::move(what),
                    {"kiểm tra đường dẫn và chỗ trống trên đĩa", "check the path and the free space"})
      .at(path.string());
}

// libpng may not return after an error; throwing through it is what its manual allows in C++.
[[noreturn]] void on_png_error(png_structp, png_const_charp message) {
  throw base::Error(base::ErrorKind::io, {std::string("PNG: ") + message});
}
void on_png_warning(png_structp, png_const_charp) {}

struct Writer {
  Writer()
      : png(png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, on_png_error, on_png_warning)),
        info(png_create_info_struct(png)) {}
  ~Writer() { png_destroy_write_struct(&png, &info); }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  png_structp png;
  png_infop info;
};

std::uint32_t pixel(const PictureView& picture, std::size_t i) {
  const std::uint8_t* p = picture.rgba.data() + 4 * i;
  return std::uint32_t{p[0]} << 24 | std::uint32_t{p[1]} << 16 | std::uint32_t{p[2]} << 8 | p[3];
}

/// The picture as palette indices; nothing when it has more than 256 colours or is not opaque.
struct Indexed {
  std::vector<png_color> palette;
  std::vector<std::uint8_t> indices;
};

class Palette {
 public:
  /// The index of a colour; nothing when it would be the 257th.
  std::optional<std::uint8_t> index_of(std::uint32_t colour) {
    std::size_t slot = (colour * 2654435761U) >> 22;
    while (m_used[slot] && m_keys[slot] != colour) slot = (slot + 1) % m_keys.size();
    if (!m_used[slot]) {
      if (m_colours.size() == 256) return std::nullopt;
      m_used[slot] = true;
      m_keys[slot] = colour;
      m_index[slot] = static_cast<std::uint8_t>(m_colours.size());
      m_colours.push_back({static_cast<png_byte>(colour >> 24), static_cast<png_byte>(colour >> 16 & 255),
                           static_cast<png_byte>(colour >> 8 & 255)});
    }
    return m_index[slot];
  }
  std::vector<png_color> take() { return std::move(m_colours); }

 private:
  std::array<std::uint32_t, 1024> m_keys{};
  std::array<bool, 1024> m_used{};
  std::array<std::uint8_t, 1024> m_index{};
  std::vector<png_color> m_colours;
};

std::optional<Indexed> indexed(const PictureView& picture) {
  const std::size_t pixels = picture.rgba.size() / 4;
  Indexed result;
  result.indices.reserve(pixels);  // most pictures have too many colours, and then its pages stay untouched
  Palette palette;
  for (std::size_t i = 0; i < pixels;) {
    const std::uint32_t colour = pixel(picture, i);
    std::size_t end = i + 1;
    while (end < pixels && pixel(picture, end) == colour) ++end;
    const auto index = (colour & 255) == 255 ? palette.index_of(colour) : std::nullopt;
    if (!index) return std::nullopt;
    result.indices.insert(result.indices.end(), end - i, *index);
    i = end;
  }
  result.palette = palette.take();
  return result;
}

bool opaque(const PictureView& picture) {
  for (std::size_t i = 3; i < picture.rgba.size(); i += 4) {
    if (picture.rgba[i] != 255) return false;
  }
  return true;
}

void write_rows(png_structp png, const std::uint8_t* rows, std::size_t stride, int height) {
  for (int y = 0; y < height; ++y) png_write_row(png, rows + static_cast<std::size_t>(y) * stride);
}

void write(const Writer& writer, const PictureView& picture, double dpi) {
  const auto palette = indexed(picture);
  const bool rgb = !palette && opaque(picture);
  const int type = palette ? PNG_COLOR_TYPE_PALETTE : rgb ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGBA;
  png_set_IHDR(writer.png, writer.info, static_cast<png_uint_32>(picture.width),
               static_cast<png_uint_32>(picture.height), 8, type, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  const auto pixels_a_metre = static_cast<png_uint_32>(std::lround(dpi / 0.0254));
  png_set_pHYs(writer.png, writer.info, pixels_a_metre, pixels_a_metre, PNG_RESOLUTION_METER);
  // Map pictures are runs of equal pixels: deflate finds them without filters, at its fastest level.
  png_set_compression_level(writer.png, 1);
  png_set_filter(writer.png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  if (palette) {
    png_set_PLTE(writer.png, writer.info, palette->palette.data(), static_cast<int>(palette->palette.size()));
  }
  png_write_info(writer.png, writer.info);
  const std::size_t width = static_cast<std::size_t>(picture.width);
  if (palette) {
    write_rows(writer.png, palette->indices.data(), width, picture.height);
  } else {
    if (rgb) png_set_filler(writer.png, 0, PNG_FILLER_AFTER);
    write_rows(writer.png, picture.rgba.data(), 4 * width, picture.height);
  }
  png_write_end(writer.png, writer.info);
}

}  // namespace

void write_png(const std::filesystem::path& path, const PictureView& picture, double dpi) {
  const std::size_t pixels = static_cast<std::size_t>(std::max(picture.width, 0)) *
                             static_cast<std::size_t>(std::max(picture.height, 0));
  if (pixels == 0 || picture.rgba.size() != 4 * pixels) {
    throw base::Error(base::ErrorKind::usage, {"ảnh không có điểm ảnh nào", "the picture has no pixels"});
  }
  File file(std::fopen(path.c_str(), "wb"));
  if (!file) fail(base::ErrorKind::io, path, {"không ghi được tệp", "the file cannot be written"});
  try {
    const Writer writer;
    png_init_io(writer.png, file.get());
    write(writer, picture, dpi);
  } catch (base::Error& error) {
    throw error.at(path.string());
  }
  if (std::fflush(file.get()) != 0)
    fail(base::ErrorKind::io, path, {"không ghi hết được tệp", "the file could not be written to its end"});
}

}  // namespace ntmap::sheet
