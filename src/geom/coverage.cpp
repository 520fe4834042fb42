#include "geom/coverage.hpp"

namespace ntmap::geom {
namespace {

/// Appends an arc without its last vertex, which the next arc of the ring starts with.
void append_arc(model::PolygonSet& into, std::span<const double> arc, bool backwards) {
  if (!backwards) {
    into.xy.insert(into.xy.end(), arc.begin(), arc.end() - 2);
    return;
  }
  for (std::size_t i = arc.size(); i > 2; i -= 2) into.add_vertex(arc[i - 2], arc[i - 1]);
}

}  // namespace

model::PolygonSet to_polygons(const Coverage& coverage) {
  model::PolygonSet out;
  out.part_start = coverage.part_start;
  out.feature_start = coverage.feature_start;
  out.ring_start.reserve(coverage.ring_start.size());
  std::size_t vertices = 0;
  for (const std::uint32_t step : coverage.ring_arcs) vertices += coverage.arcs.line(step / 2).size() / 2 - 1;
  out.xy.reserve(2 * vertices);
  for (std::size_t r = 0; r + 1 < coverage.ring_start.size(); ++r) {
    for (std::uint32_t i = coverage.ring_start[r]; i < coverage.ring_start[r + 1]; ++i) {
      const std::uint32_t step = coverage.ring_arcs[i];
      append_arc(out, coverage.arcs.line(step / 2), step % 2 != 0);
    }
    out.end_ring();
  }
  return out;
}

model::LineSet borders_between(const Coverage& coverage, std::span<const std::uint32_t> group_of,
                               bool with_outside) {
  model::LineSet out;
  const auto group = [&](std::uint32_t feature) {
    return feature == k_outside ? k_outside : group_of[feature];
  };
  for (std::size_t a = 0; a < coverage.arcs.line_count(); ++a) {
    const bool at_outside = coverage.left[a] == k_outside || coverage.right[a] == k_outside;
    if (at_outside ? !with_outside : group(coverage.left[a]) == group(coverage.right[a])) continue;
    const auto line = coverage.arcs.line(a);
    out.xy.insert(out.xy.end(), line.begin(), line.end());
    out.end_line();
  }
  return out;
}

}  // namespace ntmap::geom
