#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/geometry.hpp"
#include "gl/framebuffer.hpp"
#include "gl/map_style.hpp"
#include "gl/mesh_cache.hpp"
#include "gl/program.hpp"
#include "gl/unit_look.hpp"
#include "scene/camera.hpp"
#include "scene/mesh.hpp"

namespace ntmap::gl {

/// One layer of a map. The first one is the map proper; the others lie over its fills and under its
/// borders, as areas with transparency and hatching.
struct MapLayer {
  std::vector<scene::MeshPiece> pieces;  ///< in the order of the chunks, as LiveLayer gives them
  const UnitLook* look = nullptr;        ///< of the same units; not null
  float opacity = 1;                     ///< of the fill, 0..1
  float hatch_opacity = 1;               ///< of the hatching over it, 0..1
  bool borders = true;
};

/// Draws a map into its own picture. Fills are drawn without antialiasing, so that neighbours leave no
/// seam; antialiased borders go on top. Where only the camera moved, by whole pixels, the old picture
/// is moved and what came into view is drawn; where meshes came or went that part is drawn; where nothing
/// changed nothing is drawn.
/// Needs the GL context of its cache, current at every call. Leaves no framebuffer bound and blending,
/// scissor and depth test off.
class MapRenderer {
 public:
  /// Compiles the shaders: Error{data} when the driver refuses one. `cache` must outlive it.
  explicit MapRenderer(MeshCache& cache);

  /// Brings the picture up to date; it has the camera's size, at most Framebuffer::max_size() each way.
  /// False when it was so already.
  bool draw(const scene::Camera& camera, std::span<const MapLayer> layers, const MapStyle& style);
  /// What the last draw() made.
  const Framebuffer& picture() const { return m_picture; }
  /// Forgets what it drew: the next picture is drawn afresh, its hatching from the corner on.
  void forget() { m_shown.reset(); }
  /// Has the driver compile for real what draw() will need, which else the first picture waits for.
  void warm_up();

 private:
  /// Columns and rows of the picture, from its bottom left corner.
  struct Region {
    int x, y, width, height;
  };
  /// Ranges of one mesh that follow one another.
  struct Run {
    const MeshBuffers* buffers;
    const scene::Mesh* mesh;
    scene::MeshSpan triangles;
    scene::MeshSpan dots;
    std::array<scene::MeshSpan, scene::k_border_ranks> borders;
  };
  /// What the picture shows now.
  struct Shown {
    scene::Camera camera;
    MapStyle style;
    std::vector<MapLayer> layers;
    std::vector<std::uint64_t> revisions;
  };

  std::optional<std::array<int, 2>> moved_by(const Shown& next) const;
  bool same_look(const Shown& next) const;
  base::Box changed_area(const Shown& next) const;
  static Region region_of(const scene::Camera& camera, const base::Box& box, double reach);
  void scroll(const Shown& next, std::array<int, 2> by);
  void move_hatch(const Shown& next);
  void draw_region(const Shown& what, Region region);
  std::vector<Run> runs_in(const MapLayer& layer, const base::Box& box);
  void draw_fills(const Shown& what, const MapLayer& layer, std::span<const Run> runs) const;
  void draw_borders(const Shown& what, const MapLayer& layer, std::span<const Run> runs) const;
  void draw_lines(const Shown& what, const LineLook& look, std::uint32_t flag, std::span<const Run> runs,
                  std::size_t rank) const;

  MeshCache& m_cache;
  Program m_fill;
  Program m_fill_hatched;
  Program m_line;
  Framebuffer m_picture;
  Framebuffer m_spare;
  std::optional<Shown> m_shown;
  base::Vec2 m_hatch_origin;  // pixels from the bottom left corner
};

}  // namespace ntmap::gl
