#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/geometry.hpp"
#include "model/polygon_set.hpp"

namespace ntmap::scene {

/// How strong a border is: between two units of one district, between districts, between provinces
/// or against the outside.
enum class BorderRank : std::uint8_t { unit, district, province };
inline constexpr std::size_t k_border_ranks = 3;

/// District and province of each unit, as numbers. An empty list: no border of that rank inside.
struct BorderGroups {
  std::vector<std::uint32_t> district;
  std::vector<std::uint32_t> province;
};

/// What meshes are made from: full geometry, groups, and the units sorted into chunks that lie close
/// together. Immutable and shared with background jobs.
class LayerSource {
 public:
  /// Units near one another: order()[first..end).
  struct Chunk {
    base::Box box;
    std::uint32_t first = 0;
    std::uint32_t end = 0;
  };

  /// `polygons` must not be null; groups must be empty or as long as there are features (else
  /// std::invalid_argument, for the caller is wrong). Vertices must be finite. Linear in the vertices.
  LayerSource(std::shared_ptr<const model::PolygonSet> polygons, BorderGroups groups = {});

  const model::PolygonSet& polygons() const { return *m_polygons; }
  const std::shared_ptr<const model::PolygonSet>& shared_polygons() const { return m_polygons; }
  std::size_t unit_count() const { return m_polygons->feature_count(); }
  const base::Box& box() const { return m_box; }
  /// Boxes of the units; empty where a unit has no geometry.
  std::span<const base::Box> unit_boxes() const { return m_unit_boxes; }
  std::span<const Chunk> chunks() const { return m_chunks; }
  std::uint32_t chunk_of(std::uint32_t unit) const { return m_chunk_of[unit]; }
  /// The units of a chunk.
  std::span<const std::uint32_t> units_of(const Chunk& chunk) const {
    return std::span(m_order).subspan(chunk.first, chunk.end - chunk.first);
  }
  /// The rank of the border between two units; either may be geom::k_outside.
  BorderRank rank(std::uint32_t left, std::uint32_t right) const;
  /// The units of a chunk and those that may touch them, in increasing order.
  std::vector<std::uint32_t> with_neighbours(const Chunk& chunk) const;

 private:
  void find_boxes();
  void make_chunks();

  std::shared_ptr<const model::PolygonSet> m_polygons;
  BorderGroups m_groups;
  base::Box m_box;
  std::vector<base::Box> m_unit_boxes;
  std::vector<std::uint32_t> m_order;
  std::vector<Chunk> m_chunks;
  std::vector<std::uint32_t> m_chunk_of;
};

}  // namespace ntmap::scene
