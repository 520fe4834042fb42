#include "gl/map_picture.hpp"

#include <algorithm>
#include <cstdint>

#include "base/error.hpp"

namespace ntmap::gl {

namespace {

constexpr int k_longest_side = 100'000;
constexpr std::int64_t k_most_pixels = 256'000'000;  // about 1 GB

// The camera of a part of the picture, whose top left corner is column, row.
scene::Camera part_of(const scene::Camera& whole, int column, int row, int width, int height) {
  scene::Camera part = whole;
  const base::Vec2 centre = whole.to_world({column + width / 2.0, row + height / 2.0});
  part.limit({}, 0);
  part.resize(width, height);
  part.set_centre(centre);
  return part;
}

}  // namespace

void check_picture_size(int width, int height) {
  if (width >= 1 && height >= 1 && width <= k_longest_side && height <= k_longest_side &&
      std::int64_t{width} * height <= k_most_pixels) {
    return;
  }
  throw base::Error(
      base::ErrorKind::usage,
      base::text("Không vẽ được ảnh {}x{} điểm ảnh", "Cannot draw a picture of {}x{} pixels",
                 {base::Text(std::to_string(width)), base::Text(std::to_string(height))}),
      base::text(
          "Chọn từ 1 đến {} điểm ảnh mỗi chiều và không quá {} điểm ảnh tất cả; bản in lớn hơn: xuất PDF.",
          "Choose 1 to {} pixels each way and at most {} in all; for larger prints write a PDF.",
          {base::Text(k_longest_side), base::Text(k_most_pixels)}));
}

PicturePainter::PicturePainter(int tile) : m_tile(tile), m_renderer(m_cache) {
  m_renderer.warm_up();
}

Image PicturePainter::paint(const scene::Camera& camera, std::span<const PictureLayer> layers,
                            const MapStyle& style, const base::Job& job) {
  check_picture_size(camera.width(), camera.height());
  std::vector<UnitLook> looks;
  looks.reserve(layers.size());
  std::vector<MapLayer> drawn;
  for (const PictureLayer& layer : layers) {
    looks.emplace_back(layer.classes->class_of.size()).set_classes(*layer.classes);
    drawn.push_back({{}, &looks.back(), layer.opacity, layer.hatch_opacity, layer.borders});
    for (std::uint32_t range = 0; range < layer.mesh->ranges.size(); ++range) {
      drawn.back().pieces.push_back({layer.mesh, range});
    }
  }
  // The same picture whatever was drawn before.
  m_renderer.forget();
  Image image(camera.width(), camera.height());
  const int step_x = std::min({camera.width(), m_tile, Framebuffer::max_size()});
  const int step_y = std::min({camera.height(), m_tile, Framebuffer::max_size()});
  for (int row = 0; row < camera.height(); row += step_y) {
    for (int column = 0; column < camera.width(); column += step_x) {
      job.checkpoint();
      const int width = std::min(step_x, camera.width() - column);
      const int height = std::min(step_y, camera.height() - row);
      // Every tile is drawn at full size, so that the hatching goes on from one to the next.
      m_renderer.draw(part_of(camera, column, row, step_x, step_y), drawn, style);
      m_renderer.picture().read_into(image, column, row, width, height);
    }
  }
  return image;
}

}  // namespace ntmap::gl
