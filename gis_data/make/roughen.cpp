#include "make/roughen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

#include "make/random.hpp"

namespace ntmap::sample {

namespace {

/// Segments longer than this (metres) are bent no further than one of this length.
constexpr double k_longest = 5000;

double on_grid(double value) {
  return std::round(value * 10) / 10;
}

void displace(Line& line, Point from, Point to, double share, double finest, Random& random) {
  const double dx = to.x - from.x;
  const double dy = to.y - from.y;
  if (std::hypot(dx, dy) >= finest) {
    const double along = random.between(0.42, 0.58);
    const double aside = random.between(-share, share) * std::min(1.0, k_longest / std::hypot(dx, dy));
    const Point middle = {on_grid(from.x + dx * along - dy * aside),
                          on_grid(from.y + dy * along + dx * aside)};
    displace(line, from, middle, share, finest, random);
    displace(line, middle, to, share, finest, random);
  } else {
    line.push_back(to);
  }
}

Line bend(const Line& line, double share, double finest) {
  Random random(fmt::format("{:.0f} {:.0f} {:.0f} {:.0f}", line.front().x, line.front().y, line.back().x,
                            line.back().y));
  Line result = {line.front()};
  for (std::size_t i = 1; i < line.size(); ++i) displace(result, line[i - 1], line[i], share, finest, random);
  return result;
}

/// Whether the bent line leaves a seat on the other side: whether the seat lies (even-odd) in the ring of the
/// straight line and the bent one.
bool passes_a_seat(const Line& straight, const Line& bent, const std::vector<Point>& seats) {
  Line ring = straight;
  ring.insert(ring.end(), bent.rbegin(), bent.rend());
  return std::any_of(seats.begin(), seats.end(), [&](Point seat) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
      if ((ring[i].y > seat.y) != (ring[j].y > seat.y) &&
          seat.x < (ring[j].x - ring[i].x) * (seat.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
        inside = !inside;
    return inside;
  });
}

/// Finds the chains that cross themselves, meet another one elsewhere than at common ends, or come close to
/// a seat.
class CrossingSearch {
 public:
  CrossingSearch(const Geos& geos, const std::vector<Line>& lines, const std::vector<Point>& seats)
      : m_geos(geos) {
    constexpr double k_clear = 250;  // metres around a seat
    for (const Line& line : lines) m_lines.push_back(geos.line(line));
    for (const Point& seat : seats) m_lines.push_back(geos.buffer(geos.point(seat).get(), k_clear));
    m_tree = GEOSSTRtree_create_r(geos.handle(), 10);
    for (Geometry& line : m_lines) GEOSSTRtree_insert_r(geos.handle(), m_tree, line.get(), line.get());
  }
  ~CrossingSearch() { GEOSSTRtree_destroy_r(m_geos.handle(), m_tree); }
  CrossingSearch(const CrossingSearch&) = delete;
  CrossingSearch& operator=(const CrossingSearch&) = delete;

  bool crosses(std::size_t index) {
    m_current = m_lines[index].get();
    m_found = GEOSisSimple_r(m_geos.handle(), m_current) != 1;
    GEOSSTRtree_query_r(m_geos.handle(), m_tree, m_current, &CrossingSearch::visit, this);
    return m_found;
  }

 private:
  static void visit(void* item, void* self) {
    auto& search = *static_cast<CrossingSearch*>(self);
    if (item == search.m_current || search.m_found) return;
    search.m_found = search.meet_inside(static_cast<const GEOSGeometry*>(item));
  }

  bool meet_inside(const GEOSGeometry* other) const {
    char* matrix = GEOSRelate_r(m_geos.handle(), m_current, other);
    if (matrix == nullptr) throw std::runtime_error("GEOS failed: relate");
    const bool inside = matrix[0] != 'F' || matrix[1] != 'F' || matrix[3] != 'F';
    GEOSFree_r(m_geos.handle(), matrix);
    return inside;
  }

  const Geos& m_geos;
  std::vector<Geometry> m_lines;
  GEOSSTRtree* m_tree = nullptr;
  const GEOSGeometry* m_current = nullptr;
  bool m_found = false;
};

}  // namespace

std::vector<Line> roughen(const Geos& geos, const std::vector<Chain>& chains, const std::vector<Point>& seats,
                          const Roughness& roughness) {
  std::vector<double> shares;
  for (const Chain& chain : chains) shares.push_back(chain.outer ? roughness.outer : roughness.inner);
  constexpr int k_rounds = 12;
  for (int round = 0; round < k_rounds; ++round) {
    std::vector<Line> lines;
    for (std::size_t i = 0; i < chains.size(); ++i)
      lines.push_back(bend(chains[i].line, shares[i], roughness.finest));
    CrossingSearch search(geos, lines, seats);
    bool clean = true;
    for (std::size_t i = 0; i < chains.size(); ++i) {
      if (!search.crosses(i) && !passes_a_seat(chains[i].line, lines[i], seats)) continue;
      shares[i] = round + 2 < k_rounds ? shares[i] / 2 : 0;
      clean = false;
    }
    if (clean) return lines;
  }
  throw std::runtime_error("the borders still cross after they were straightened");
}

}  // namespace ntmap::sample
