#include "scene/prepare.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "base/parallel.hpp"
#include "geom/coverage.hpp"
#include "geom/triangulate.hpp"
#include "scene/snap.hpp"

namespace ntmap::scene {

namespace {

// Cells a pixel: a half would leave notches along slanting borders that the eye sees.
constexpr double k_cells_per_pixel = 3;
// Vertices go while the triangle they make is below half a square pixel: that looks the same, and a
// third of the triangles is left.
constexpr double k_tolerance_cells = 1.0 * k_cells_per_pixel;
// A unit whose box is smaller than this each way may miss every pixel centre.
constexpr double k_dot_cells = 2 * k_cells_per_pixel;
// An island smaller than this each way gets no outline: it would hide the colour.
constexpr double k_outline_cells = 6 * k_cells_per_pixel;

/// A level of some units, before it becomes a mesh. Local feature i is units[i].
struct Level {
  std::vector<std::uint32_t> units;
  geom::Coverage coverage;
  model::PolygonSet polygons;
  double cell = 0;
};

Level make_level(const LayerSource& source, std::vector<std::uint32_t> units, double cell,
                 const base::Job& job) {
  Level level{std::move(units), {}, {}, cell};
  const model::PolygonSet snapped = snap(source.polygons(), level.units, cell);
  job.checkpoint();
  level.coverage = geom::build_coverage(snapped);
  job.checkpoint();
  level.coverage = geom::simplify(level.coverage, k_tolerance_cells * cell);
  level.polygons = geom::to_polygons(level.coverage);
  job.checkpoint();
  return level;
}

/// The mesh of one chunk, segments still apart by rank.
struct ChunkMesh {
  std::vector<MeshVertex> vertices;
  std::vector<std::uint32_t> indices;
  std::vector<MeshVertex> dots;
  std::array<std::vector<MeshSegment>, k_border_ranks> segments;
};

class ChunkMeshes {
 public:
  ChunkMeshes(const LayerSource& source, const Level& level, base::Vec2 origin)
      : m_source(source), m_level(level), m_origin(origin) {}

  void add_fill(std::uint32_t unit, ChunkMesh& mesh) const;
  void add_borders(std::span<ChunkMesh> mesh_of_chunk, std::uint32_t first_chunk) const;

 private:
  MeshVertex place(base::Vec2 point, std::uint32_t unit) const {
    return {static_cast<float>(point.x - m_origin.x), static_cast<float>(point.y - m_origin.y), unit};
  }
  void add_dot(std::uint32_t unit, ChunkMesh& mesh) const;

  const LayerSource& m_source;
  const Level& m_level;
  base::Vec2 m_origin;
};

void ChunkMeshes::add_dot(std::uint32_t unit, ChunkMesh& mesh) const {
  const base::Box& box = m_source.unit_boxes()[unit];
  if (!box.empty()) mesh.dots.push_back(place(box.centre(), unit));
}

void ChunkMeshes::add_fill(std::uint32_t unit, ChunkMesh& mesh) const {
  const auto found = std::lower_bound(m_level.units.begin(), m_level.units.end(), unit);
  const auto local = static_cast<std::size_t>(found - m_level.units.begin());
  const model::PolygonSet& set = m_level.polygons;
  const base::Box& box = m_source.unit_boxes()[unit];
  const double small = k_dot_cells * m_level.cell;
  const std::size_t first_index = mesh.indices.size();
  for (std::uint32_t part = set.feature_start[local]; part < set.feature_start[local + 1]; ++part) {
    geom::triangulate_part(set, part, mesh.indices);
  }
  if (mesh.indices.size() == first_index || (box.width() < small && box.height() < small)) {
    add_dot(unit, mesh);
  }
  if (mesh.indices.size() == first_index) return;
  const std::uint32_t first_vertex = set.ring_start[set.first_ring(local)];
  const std::uint32_t end_vertex = set.ring_start[set.end_ring(local)];
  const auto base = static_cast<std::uint32_t>(mesh.vertices.size());
  for (std::uint32_t v = first_vertex; v < end_vertex; ++v)
    mesh.vertices.push_back(place(set.vertex(v), unit));
  for (std::size_t i = first_index; i < mesh.indices.size(); ++i) {
    mesh.indices[i] = mesh.indices[i] - first_vertex + base;
  }
}

// Whether the line is closed and smaller than `size` each way.
bool small_loop(std::span<const double> line, double size) {
  if (line[0] != line[line.size() - 2] || line[1] != line[line.size() - 1]) return false;
  base::Box box;
  for (std::size_t i = 0; i < line.size(); i += 2) box.add(base::Vec2{line[i], line[i + 1]});
  return box.width() < size && box.height() < size;
}

// Each border goes to the chunk of the lower of its two units, whichever chunks are made together.
void ChunkMeshes::add_borders(std::span<ChunkMesh> mesh_of_chunk, std::uint32_t first_chunk) const {
  const geom::Coverage& coverage = m_level.coverage;
  const auto unit_of = [&](std::uint32_t local) {
    return local == geom::k_outside ? geom::k_outside : m_level.units[local];
  };
  for (std::size_t arc = 0; arc < coverage.arcs.line_count(); ++arc) {
    const std::uint32_t left = unit_of(coverage.left[arc]);
    const std::uint32_t right = unit_of(coverage.right[arc]);
    if (left == right) continue;
    const std::uint32_t chunk = m_source.chunk_of(std::min(left, right)) - first_chunk;
    if (chunk >= mesh_of_chunk.size()) continue;
    auto& segments = mesh_of_chunk[chunk].segments[static_cast<std::size_t>(m_source.rank(left, right))];
    const auto line = coverage.arcs.line(arc);
    const bool outer = left == geom::k_outside || right == geom::k_outside;
    if (outer && small_loop(line, k_outline_cells * m_level.cell)) continue;
    for (std::size_t i = 0; i + 3 < line.size(); i += 2) {
      const MeshVertex a = place({line[i], line[i + 1]}, 0);
      const MeshVertex b = place({line[i + 2], line[i + 3]}, 0);
      segments.push_back({a.x, a.y, b.x, b.y, left, right});
    }
  }
}

template <typename T>
MeshSpan append(std::vector<T>& to, const std::vector<T>& from) {
  const MeshSpan span{static_cast<std::uint32_t>(to.size()), static_cast<std::uint32_t>(from.size())};
  to.insert(to.end(), from.begin(), from.end());
  return span;
}

Mesh join(const LayerSource& source, std::span<const ChunkMesh> chunks, std::uint32_t first_chunk) {
  Mesh mesh;
  for (std::uint32_t i = 0; i < chunks.size(); ++i) {
    MeshRange range;
    range.chunk = first_chunk + i;
    range.box = source.chunks()[range.chunk].box;
    const auto base = static_cast<std::uint32_t>(mesh.vertices.size());
    append(mesh.vertices, chunks[i].vertices);
    range.triangles = append(mesh.indices, chunks[i].indices);
    for (auto at = mesh.indices.begin() + range.triangles.first; at != mesh.indices.end(); ++at) *at += base;
    range.dots = append(mesh.dots, chunks[i].dots);
    mesh.ranges.push_back(range);
  }
  for (std::size_t rank = 0; rank < k_border_ranks; ++rank) {
    for (std::size_t i = 0; i < chunks.size(); ++i) {
      mesh.ranges[i].borders[rank] = append(mesh.segments, chunks[i].segments[rank]);
    }
  }
  return mesh;
}

// A lattice point near the middle, so that vertices relative to it are exact as floats.
base::Vec2 origin_in(const base::Box& box, double cell) {
  if (box.empty()) return {};
  const base::Vec2 centre = box.centre();
  return {std::round(centre.x / cell) * cell, std::round(centre.y / cell) * cell};
}

Mesh make_mesh(const LayerSource& source, const Level& level, std::uint32_t first_chunk,
               std::uint32_t count) {
  base::Box box;
  for (std::uint32_t i = 0; i < count; ++i) box.add(source.chunks()[first_chunk + i].box);
  const base::Vec2 origin = origin_in(box, level.cell);
  const ChunkMeshes meshes(source, level, origin);
  std::vector<ChunkMesh> chunks(count);
  base::parallel_for(count, 4, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      for (std::uint32_t unit : source.units_of(source.chunks()[first_chunk + i])) {
        meshes.add_fill(unit, chunks[i]);
      }
    }
  });
  meshes.add_borders(chunks, first_chunk);
  Mesh mesh = join(source, chunks, first_chunk);
  mesh.origin = origin;
  mesh.cell = level.cell;
  return mesh;
}

}  // namespace

double exact_cell(double units_per_pixel) {
  return units_per_pixel / k_cells_per_pixel;
}

double level_cell(double units_per_pixel) {
  return std::exp2(std::floor(std::log2(exact_cell(units_per_pixel))));
}

Mesh prepare_all(const LayerSource& source, double cell, const base::Job& job) {
  std::vector<std::uint32_t> units(source.unit_count());
  std::iota(units.begin(), units.end(), 0u);
  const Level level = make_level(source, std::move(units), cell, job);
  return make_mesh(source, level, 0, static_cast<std::uint32_t>(source.chunks().size()));
}

Mesh prepare_chunk(const LayerSource& source, std::uint32_t chunk, double cell, const base::Job& job) {
  const Level level = make_level(source, source.with_neighbours(source.chunks()[chunk]), cell, job);
  return make_mesh(source, level, chunk, 1);
}

}  // namespace ntmap::scene
