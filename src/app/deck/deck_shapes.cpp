#include "app/deck/deck_shapes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "geom/coverage.hpp"

namespace ntmap::app {
namespace {

// Steps across the larger side: on a screen of 1,920 pixels the map can be enlarged eight times before a step
// is seen as one pixel.
constexpr double k_grid = 16384;
// Borders may move by this many steps; at full view that is a sixth of a pixel.
constexpr double k_tolerance = 1.5;

class Grid {
 public:
  explicit Grid(const base::Box& box) : m_box(box) {
    m_scale = k_grid / std::max({box.width(), box.height(), 1e-9});
  }
  double scale() const { return m_scale; }
  long width() const { return std::lround(m_box.width() * m_scale); }
  long height() const { return std::lround(m_box.height() * m_scale); }
  long x(double world) const { return std::lround((world - m_box.min_x) * m_scale); }
  long y(double world) const { return std::lround((m_box.max_y - world) * m_scale); }
  std::string head() const {
    return fmt::format(R"("w":{},"h":{},"x":{},"y":{},"s":{})", width(), height(), m_box.min_x, m_box.max_y,
                       m_scale);
  }

 private:
  base::Box m_box;
  double m_scale = 1;
};

std::string arcs_text(const model::LineSet& arcs, const Grid& grid) {
  std::string out;
  for (std::size_t arc = 0; arc < arcs.line_count(); ++arc) {
    if (arc > 0) out += ' ';
    long at_x = 0;
    long at_y = 0;
    const auto xy = arcs.line(arc);
    for (std::size_t i = 0; i + 1 < xy.size(); i += 2) {
      const long x = grid.x(xy[i]);
      const long y = grid.y(xy[i + 1]);
      // The last point stays even where it falls on the one before: arcs must meet.
      const bool last = i + 3 >= xy.size();
      if (i > 0 && !last && x == at_x && y == at_y) continue;
      step_text(out, x - at_x);
      step_text(out, y - at_y);
      at_x = x;
      at_y = y;
    }
  }
  return out;
}

std::string rings_json(const geom::Coverage& coverage, std::size_t unit) {
  std::string out = "[";
  for (std::uint32_t part = coverage.feature_start[unit]; part < coverage.feature_start[unit + 1]; ++part) {
    for (std::uint32_t ring = coverage.part_start[part]; ring < coverage.part_start[part + 1]; ++ring) {
      out += out.size() > 1 ? ",[" : "[";
      for (std::uint32_t i = coverage.ring_start[ring]; i < coverage.ring_start[ring + 1]; ++i) {
        const std::uint32_t arc = coverage.ring_arcs[i];
        const long signed_arc = (arc & 1U) != 0 ? ~static_cast<long>(arc / 2) : static_cast<long>(arc / 2);
        fmt::format_to(std::back_inserter(out), "{}{}", i > coverage.ring_start[ring] ? "," : "", signed_arc);
      }
      out += ']';
    }
  }
  return out + ']';
}

}  // namespace

void step_text(std::string& out, long step) {
  unsigned long rest =
      step < 0 ? (static_cast<unsigned long>(-step) << 1U) | 1U : static_cast<unsigned long>(step) << 1U;
  do {
    const unsigned long five = rest & 31U;
    rest >>= 5U;
    const auto letter = static_cast<char>(63 + five + (rest != 0 ? 32 : 0));
    // The backslash would need escaping in JSON, and the exclamation mark is no letter of its own.
    out += letter == '\\' ? '!' : letter;
  } while (rest != 0);
}

std::string deck_shapes(const Units& units) {
  const Grid grid(units.layer.polygons.box());
  const geom::Coverage coverage =
      geom::simplify(geom::build_coverage(units.layer.polygons), k_tolerance / grid.scale());
  std::string out = "{" + grid.head() + ",\"arcs\":\"" + arcs_text(coverage.arcs, grid) + "\",\"rings\":[";
  for (std::size_t unit = 0; unit < coverage.feature_count(); ++unit)
    out += (unit > 0 ? "," : "") + rings_json(coverage, unit);
  return out + "]}";
}

}  // namespace ntmap::app
