#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "base/geometry.hpp"
#include "scene/layer_source.hpp"

namespace ntmap::scene {

/// A place relative to Mesh::origin and the unit it belongs to.
struct MeshVertex {
  float x = 0;
  float y = 0;
  std::uint32_t unit = 0;
};

/// A piece of a border, relative to Mesh::origin, with the units on both sides (geom::k_outside where
/// there is none).
struct MeshSegment {
  float x0 = 0;
  float y0 = 0;
  float x1 = 0;
  float y1 = 0;
  std::uint32_t left = 0;
  std::uint32_t right = 0;
};

/// `count` entries from `first` of one of the lists of a mesh.
struct MeshSpan {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

/// What one chunk holds in a mesh; parts of the picture outside `box` are not touched by it, but for
/// half a line's width and snapping.
struct MeshRange {
  std::uint32_t chunk = 0;
  base::Box box;
  MeshSpan triangles;  ///< into indices, count of indices
  MeshSpan dots;
  std::array<MeshSpan, k_border_ranks> borders;  ///< into segments, by BorderRank
};

/// Geometry ready for upload; immutable once made. Nothing in it depends on colours or classes.
struct Mesh {
  base::Vec2 origin;                   ///< CRS units
  double cell = 0;                     ///< size of the lattice it was snapped to, CRS units
  std::vector<MeshVertex> vertices;    ///< all vertices of a triangle are of one unit
  std::vector<std::uint32_t> indices;  ///< three a triangle
  std::vector<MeshVertex> dots;        ///< units too small to be seen at this level, one vertex each
  std::vector<MeshSegment> segments;   ///< each border once; sorted by rank, then range
  std::vector<MeshRange> ranges;
};

/// One range of a mesh, to be drawn.
struct MeshPiece {
  std::shared_ptr<const Mesh> mesh;
  std::uint32_t range = 0;
};

}  // namespace ntmap::scene
