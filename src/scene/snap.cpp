#include "scene/snap.hpp"

#include <utility>
#include <vector>

#include "base/parallel.hpp"

namespace ntmap::scene {

namespace {

// Adding and taking off 1.5 * 2^52 rounds to a whole number in two instructions (IEEE 754, round to
// nearest); std::floor is a library call on the baseline processor.
constexpr double k_round = 6755399441055744.0;

double to_lattice(double value, double per_cell) {
  return (value * per_cell + k_round) - k_round;
}

using Ring = std::vector<double>;  // x0 y0 x1 y1 ... in cells

bool same(const Ring& ring, std::size_t a, std::size_t b) {
  return ring[2 * a] == ring[2 * b] && ring[2 * a + 1] == ring[2 * b + 1];
}

// Drops repeated vertices and spikes (a, b, a) across the seam of the ring; returns its first vertex
// that stays. Those inside the ring are gone already.
std::size_t trim_seam(Ring& ring) {
  std::size_t first = 0;
  for (std::size_t n = ring.size() / 2; n - first >= 3; n = ring.size() / 2) {
    if (same(ring, first, n - 1) || same(ring, first, n - 2)) {
      ring.resize(ring.size() - 2);
    } else if (same(ring, first + 1, n - 1)) {
      ++first;
    } else {
      break;
    }
  }
  return first;
}

// The ring in whole cells; false when it collapses.
bool snap_ring(std::span<const double> ring, double per_cell, Ring& out, std::size_t& first) {
  out.clear();
  double last_x = k_round;  // no lattice point lies there
  double last_y = k_round;
  for (std::size_t i = 0; i + 1 < ring.size(); i += 2) {
    const double x = to_lattice(ring[i], per_cell);
    const double y = to_lattice(ring[i + 1], per_cell);
    if (x == last_x && y == last_y) continue;
    const std::size_t size = out.size();
    if (size >= 4 && out[size - 4] == x && out[size - 3] == y) {
      out.resize(size - 2);
    } else {
      out.push_back(x);
      out.push_back(y);
    }
    last_x = x;
    last_y = y;
  }
  first = trim_seam(out);
  return out.size() / 2 - first >= 3;
}

void snap_part(const model::PolygonSet& from, std::uint32_t part, double cell, Ring& ring,
               model::PolygonSet& to) {
  const double per_cell = 1 / cell;
  const std::uint32_t shell = from.part_start[part];
  bool kept = false;
  for (std::uint32_t r = shell; r < from.part_start[part + 1]; ++r) {
    std::size_t first = 0;
    const bool stands = snap_ring(from.ring(r), per_cell, ring, first);
    if (r == shell && !stands) return;
    if (!stands) continue;
    for (std::size_t i = 2 * first; i < ring.size(); ++i) to.xy.push_back(ring[i] * cell);
    to.end_ring();
    kept = true;
  }
  if (kept) to.end_part();
}

void append(model::PolygonSet& to, const model::PolygonSet& from) {
  const auto add = [](std::vector<std::uint32_t>& list, const std::vector<std::uint32_t>& more) {
    const std::uint32_t base = list.back();
    for (std::size_t i = 1; i < more.size(); ++i) list.push_back(base + more[i]);
  };
  to.xy.insert(to.xy.end(), from.xy.begin(), from.xy.end());
  add(to.ring_start, from.ring_start);
  add(to.part_start, from.part_start);
  add(to.feature_start, from.feature_start);
}

}  // namespace

model::PolygonSet snap(const model::PolygonSet& polygons, std::span<const std::uint32_t> units, double cell) {
  constexpr std::size_t k_slice = 32;
  std::vector<model::PolygonSet> slices((units.size() + k_slice - 1) / k_slice);
  base::parallel_for(slices.size(), 1, [&](std::size_t begin, std::size_t end) {
    Ring ring;
    for (std::size_t slice = begin; slice < end; ++slice) {
      for (std::uint32_t unit :
           units.subspan(slice * k_slice, std::min(k_slice, units.size() - slice * k_slice))) {
        for (std::uint32_t part = polygons.feature_start[unit]; part < polygons.feature_start[unit + 1];
             ++part) {
          snap_part(polygons, part, cell, ring, slices[slice]);
        }
        slices[slice].end_feature();
      }
    }
  });
  model::PolygonSet all;
  std::size_t vertices = 0;
  for (const model::PolygonSet& slice : slices) vertices += slice.xy.size();
  all.xy.reserve(vertices);
  for (const model::PolygonSet& slice : slices) append(all, slice);
  return all;
}

}  // namespace ntmap::scene
