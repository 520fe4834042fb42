#pragma once

#include <memory>
#include <span>
#include <vector>

#include "base/job.hpp"
#include "gl/headless_context.hpp"
#include "gl/image.hpp"
#include "gl/map_renderer.hpp"
#include "model/class_list.hpp"
#include "scene/camera.hpp"
#include "scene/mesh.hpp"

namespace ntmap::gl {

/// One layer of a picture that is drawn once; the first is the map proper, the others lie over it.
struct PictureLayer {
  std::shared_ptr<const scene::Mesh> mesh;    ///< from scene::prepare_all(source, scene::exact_cell(...))
  const model::ClassList* classes = nullptr;  ///< of the same units; not null
  float opacity = 1;
  float hatch_opacity = 1;
  bool borders = true;
};

/// Refuses (Error{usage}) sizes below one pixel, over 100,000 pixels a side or over 256 million in all.
void check_picture_size(int width, int height);

/// Draws maps without a window: context, shaders and renderer together. To make one takes some 40 ms,
/// which another thread can use to read and prepare the data.
class PicturePainter {
 public:
  /// Pictures that are wider or higher than `tile` pixels are drawn in tiles of that size.
  explicit PicturePainter(int tile = 4096);

  /// The picture that the camera sees, of its size; large ones are drawn in tiles.
  Image paint(const scene::Camera& camera, std::span<const PictureLayer> layers, const MapStyle& style,
              const base::Job& job = {});

 private:
  int m_tile;
  HeadlessContext m_context;  // before what lives in it
  MeshCache m_cache;
  MapRenderer m_renderer;
};

}  // namespace ntmap::gl
