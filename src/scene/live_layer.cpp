#include "scene/live_layer.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "scene/prepare.hpp"

namespace ntmap::scene {

namespace {

// Chunks are kept up to this many vertices: about 150 MB with their triangles and borders.
constexpr std::size_t k_kept_vertices = 4'000'000;
// Chunks this much of the view's size outside of it are made too, for the hand that drags the map.
constexpr double k_ahead = 0.25;
// Cells below extent / 2^22 add nothing: vertices relative to a chunk are floats of 24 bits.
constexpr double k_finest_steps = 4194304.0;

int level_of(double cell) {
  return std::ilogb(cell);
}

double longer_side(const base::Box& box) {
  return std::max(box.width(), box.height());
}

int finest_level(const LayerSource& source, int overview) {
  double largest = 0;
  for (const LayerSource::Chunk& chunk : source.chunks()) largest = std::max(largest, longer_side(chunk.box));
  return largest > 0 ? std::min(overview, level_of(largest / k_finest_steps)) : overview;
}

int overview_level(const LayerSource& source, int pixels) {
  const double extent = longer_side(source.box());
  return extent > 0 ? level_of(level_cell(extent / std::max(1, pixels))) : 0;
}

}  // namespace

LiveLayer::LiveLayer(std::shared_ptr<const LayerSource> source, std::function<void()> wake,
                     int overview_pixels)
    : m_source(std::move(source)),
      m_overview_level(overview_level(*m_source, overview_pixels)),
      m_finest_level(finest_level(*m_source, m_overview_level)),
      m_worker(m_source, std::move(wake)) {
  m_worker.request({MeshKey{m_overview_level}});
}

LiveLayer::LiveLayer(std::shared_ptr<const LayerSource> source, std::shared_ptr<const Mesh> overview,
                     std::function<void()> wake)
    : m_source(std::move(source)),
      m_overview_level(overview_level(*m_source, k_overview_pixels)),
      m_finest_level(finest_level(*m_source, m_overview_level)),
      m_overview(std::move(overview)),
      m_worker(m_source, std::move(wake)) {}

std::shared_ptr<const Mesh> LiveLayer::make_overview(const LayerSource& source, const base::Job& job) {
  const double cell = std::exp2(overview_level(source, k_overview_pixels));
  return std::make_shared<const Mesh>(prepare_all(source, cell, job));
}

int LiveLayer::level_for(const Camera& camera) const {
  return std::clamp(level_of(level_cell(camera.units_per_pixel())), m_finest_level, m_overview_level);
}

std::vector<std::uint32_t> LiveLayer::chunks_in(const base::Box& box) const {
  std::vector<std::uint32_t> found;
  for (std::uint32_t chunk = 0; chunk < m_source->chunks().size(); ++chunk) {
    if (m_source->chunks()[chunk].box.intersects(box)) found.push_back(chunk);
  }
  return found;
}

bool LiveLayer::update(const Camera& camera) {
  ++m_updates;
  bool changed = false;
  for (auto& [key, mesh] : m_worker.take()) {
    changed = true;
    if (key.chunk == MeshKey::k_all_chunks) {
      m_overview = std::move(mesh);
    } else {
      m_chunks[key] = {std::move(mesh), m_updates};
    }
  }
  if (!m_overview) return changed;
  const int level = level_for(camera);
  order(camera, level);
  forget_old();
  return changed;
}

void LiveLayer::order(const Camera& camera, int level) {
  std::vector<MeshKey> missing;
  if (level < m_overview_level) {
    const base::Box view = camera.view();
    const double ahead = k_ahead * longer_side(view);
    for (std::uint32_t chunk : chunks_in(view.grown(ahead))) {
      const auto found = m_chunks.find({level, chunk});
      if (found == m_chunks.end()) {
        missing.push_back({level, chunk});
      } else {
        found->second.last_used = m_updates;
      }
    }
    const auto urgency = [&](const MeshKey& key) {
      const base::Box& box = m_source->chunks()[key.chunk].box;
      const base::Vec2 apart = box.centre() - view.centre();
      return std::tuple(!box.intersects(view), std::hypot(apart.x, apart.y), key.chunk);
    };
    std::sort(missing.begin(), missing.end(),
              [&](const MeshKey& a, const MeshKey& b) { return urgency(a) < urgency(b); });
  }
  m_worker.request(std::move(missing));
}

// Takes out what was not used for the longest time; never what this view uses.
void LiveLayer::forget_old() {
  std::size_t vertices = 0;
  for (const auto& [key, entry] : m_chunks) vertices += entry.mesh->vertices.size();
  while (vertices > k_kept_vertices) {
    const auto oldest = std::min_element(m_chunks.begin(), m_chunks.end(), [](const auto& a, const auto& b) {
      return a.second.last_used < b.second.last_used;
    });
    if (oldest->second.last_used == m_updates) return;
    vertices -= oldest->second.mesh->vertices.size();
    m_chunks.erase(oldest);
  }
}

// The level asked for, else the next coarser one there is, else the overview.
std::optional<MeshPiece> LiveLayer::best(std::uint32_t chunk, int level) const {
  for (int l = level; l < m_overview_level; ++l) {
    const auto found = m_chunks.find({l, chunk});
    if (found != m_chunks.end()) return MeshPiece{found->second.mesh, 0};
  }
  if (!m_overview) return std::nullopt;
  return MeshPiece{m_overview, chunk};
}

std::vector<MeshPiece> LiveLayer::pieces(const Camera& camera) const {
  std::vector<MeshPiece> found;
  const int level = level_for(camera);
  for (std::uint32_t chunk : chunks_in(camera.view().grown(8 * camera.units_per_pixel()))) {
    if (auto piece = best(chunk, level)) found.push_back(std::move(*piece));
  }
  return found;
}

bool LiveLayer::complete(const Camera& camera) const {
  if (!m_overview) return false;
  const int level = level_for(camera);
  if (level == m_overview_level) return true;
  const auto chunks = chunks_in(camera.view());
  return std::all_of(chunks.begin(), chunks.end(), [&](std::uint32_t chunk) {
    return m_chunks.contains({level, chunk});
  });
}

}  // namespace ntmap::scene
