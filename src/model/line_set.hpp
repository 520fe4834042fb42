#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ntmap::model {

/// Polylines stored flat: line i has the vertices line_start[i] .. line_start[i + 1] of xy (CRS units).
/// A closed line repeats its first vertex at the end.
struct LineSet {
  std::vector<double> xy;
  std::vector<std::uint32_t> line_start{0};

  std::size_t line_count() const { return line_start.size() - 1; }
  std::span<const double> line(std::size_t i) const {
    return std::span(xy).subspan(2 * std::size_t{line_start[i]},
                                 2 * std::size_t{line_start[i + 1] - line_start[i]});
  }
  void add_vertex(double x, double y) {
    xy.push_back(x);
    xy.push_back(y);
  }
  void end_line() { line_start.push_back(static_cast<std::uint32_t>(xy.size() / 2)); }
};

}  // namespace ntmap::model
