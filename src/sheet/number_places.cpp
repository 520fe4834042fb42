#include "sheet/number_places.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>
#include <vector>

namespace ntmap::sheet {
namespace {

using base::Box;
using base::Vec2;

constexpr int k_idle_rounds = 40;       // of moves without gain, before some number is given up
constexpr int k_polish_rounds = 3;      // of moves to better places once there is no conflict
constexpr double k_first_weight = 4;    // of a conflict, against the costs of places (0 to some 10)
constexpr double k_leader_cost = 2.5;   // of standing beside the map rather than on the unit
constexpr double k_length_cost = 0.3;   // of a leader, per text size
constexpr double k_circle_cost = 1.5;   // of each circle that is covered
constexpr double k_most_of_unit = 0.6;  // a unit so much covered is marked, however small it is
constexpr int k_most_across = 13;       // places tried along each side of a unit
constexpr int k_directions = 32;        // of leaders

/// One way to place a number.
struct Spot {
  Box box;  ///< with the gap round it
  bool leader = false;
  Vec2 from;
  Vec2 to;
  double cost = 0;
};

bool boxes_meet(const Box& a, const Box& b) {
  return a.min_x < b.max_x && b.min_x < a.max_x && a.min_y < b.max_y && b.min_y < a.max_y;
}

bool lines_cross(Vec2 a, Vec2 b, Vec2 c, Vec2 d) {
  const auto side = [](Vec2 p, Vec2 q, Vec2 r) {
    return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  };
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

bool line_meets(const Box& box, Vec2 a, Vec2 b) {
  if (std::max(a.x, b.x) < box.min_x || std::min(a.x, b.x) > box.max_x || std::max(a.y, b.y) < box.min_y ||
      std::min(a.y, b.y) > box.max_y)
    return false;
  if (box.contains(a) || box.contains(b)) return true;
  const std::array<Vec2, 4> corners{
      {{box.min_x, box.min_y}, {box.max_x, box.min_y}, {box.max_x, box.max_y}, {box.min_x, box.max_y}}};
  for (std::size_t i = 0; i < corners.size(); ++i) {
    if (lines_cross(a, b, corners[i], corners[(i + 1) % corners.size()])) return true;
  }
  return false;
}

bool in_conflict(const Spot& a, const Spot& b) {
  if (boxes_meet(a.box, b.box)) return true;
  if (a.leader && line_meets(b.box, a.from, a.to)) return true;
  if (b.leader && line_meets(a.box, b.from, b.to)) return true;
  return a.leader && b.leader && lines_cross(a.from, a.to, b.from, b.to);
}

/// The cells that a unit takes.
struct PixelExtent {
  int min_x = std::numeric_limits<int>::max();
  int min_y = std::numeric_limits<int>::max();
  int max_x = -1;
  int max_y = -1;
  int count = 0;
};

/// Finds the possible places of numbers.
class Spots {
 public:
  Spots(const scene::UnitRaster& raster, std::span<const Box> obstacles, std::span<const Box> circles,
        const scene::LabelRules& rules)
      : m_raster(raster), m_obstacles(obstacles), m_circles(circles), m_rules(rules) {
    for (int y = 0; y < raster.rows; ++y) {
      for (int x = 0; x < raster.columns; ++x) add_cell(raster.at(x, y), x, y);
    }
  }

  std::vector<Spot> of(const scene::LabelRequest& request, Vec2 size) const {
    std::vector<Spot> spots;
    add_on_unit(spots, request, size);
    if (m_rules.leaders) add_with_leader(spots, request, size);
    return spots;
  }

 private:
  struct Cover {
    int own = 0;
    int foreign = 0;
    int all = 0;
  };

  void add_cell(std::uint32_t unit, int x, int y) {
    if (unit == scene::k_no_unit) return;
    if (unit >= m_extents.size()) m_extents.resize(unit + 1);
    PixelExtent& extent = m_extents[unit];
    extent.min_x = std::min(extent.min_x, x);
    extent.min_y = std::min(extent.min_y, y);
    extent.max_x = std::max(extent.max_x, x);
    extent.max_y = std::max(extent.max_y, y);
    ++extent.count;
  }

  Cover cover_of(const Box& box, std::uint32_t unit) const {
    const auto cell = [&](double page, double start, int count) {
      return std::clamp(static_cast<int>(std::floor((page - start) / m_raster.cell)), 0, count - 1);
    };
    const int x0 = cell(box.min_x, m_raster.frame.min_x, m_raster.columns);
    const int x1 = cell(box.max_x, m_raster.frame.min_x, m_raster.columns);
    const int y0 = cell(box.min_y, m_raster.frame.min_y, m_raster.rows);
    const int y1 = cell(box.max_y, m_raster.frame.min_y, m_raster.rows);
    Cover cover{.all = (x1 - x0 + 1) * (y1 - y0 + 1)};
    for (int y = y0; y <= y1; ++y) {
      for (int x = x0; x <= x1; ++x) {
        const std::uint32_t found = m_raster.at(x, y);
        cover.own += found == unit ? 1 : 0;
        cover.foreign += found != unit && found != scene::k_no_unit ? 1 : 0;
      }
    }
    return cover;
  }

  bool free(const Box& box) const {
    const Box& frame = m_raster.frame;
    return box.min_x >= frame.min_x && box.max_x <= frame.max_x && box.min_y >= frame.min_y &&
           box.max_y <= frame.max_y &&
           std::none_of(m_obstacles.begin(), m_obstacles.end(),
                        [&](const Box& o) { return boxes_meet(o, box); });
  }

  double circles_under(const Box& box) const {
    return k_circle_cost *
           static_cast<double>(std::count_if(m_circles.begin(), m_circles.end(),
                                             [&](const Box& circle) { return boxes_meet(circle, box); }));
  }

  /// Places whose middle lies in the unit's bounds, about its best point.
  void add_on_unit(std::vector<Spot>& spots, const scene::LabelRequest& request, Vec2 size) const {
    if (request.unit >= m_extents.size() || m_extents[request.unit].count == 0) return;
    const PixelExtent& extent = m_extents[request.unit];
    const double left = m_raster.frame.min_x + extent.min_x * m_raster.cell;
    const double top = m_raster.frame.min_y + extent.min_y * m_raster.cell;
    const double width = (extent.max_x - extent.min_x + 1) * m_raster.cell;
    const double height = (extent.max_y - extent.min_y + 1) * m_raster.cell;
    const auto steps = [](double length, double step) {
      return std::clamp(static_cast<int>(length / step), 2, k_most_across);
    };
    const int columns = steps(width, size.x / 6);
    const int rows = steps(height, size.y / 6);
    add_on_unit_at(spots, request, size, request.point);
    for (int row = 0; row <= rows; ++row) {
      for (int column = 0; column <= columns; ++column)
        add_on_unit_at(spots, request, size, {left + width * column / columns, top + height * row / rows});
    }
  }

  void add_on_unit_at(std::vector<Spot>& spots, const scene::LabelRequest& request, Vec2 size,
                      Vec2 middle) const {
    const Box box{middle.x - size.x / 2, middle.y - size.y / 2, middle.x + size.x / 2, middle.y + size.y / 2};
    if (!free(box)) return;
    const Cover cover = cover_of(box, request.unit);
    const double own = static_cast<double>(cover.own) / cover.all;
    const double foreign = static_cast<double>(cover.foreign) / cover.all;
    const bool marks = cover.own >= k_most_of_unit * m_extents[request.unit].count;
    if (!marks && (own < m_rules.least_own || foreign > m_rules.most_foreign)) return;
    const double aside =
        std::hypot((middle.x - request.point.x) / size.x, (middle.y - request.point.y) / size.y);
    spots.push_back({.box = box, .cost = 4 * foreign - own + 0.5 * aside + circles_under(box)});
  }

  /// Places beside all units, as near as they get in each direction.
  void add_with_leader(std::vector<Spot>& spots, const scene::LabelRequest& request, Vec2 size) const {
    const Vec2 start = request.circle > 0 ? request.anchor : request.point;
    for (int d = 0; d < k_directions; ++d) {
      const double angle = 2 * std::numbers::pi * d / k_directions;
      const Vec2 direction{std::cos(angle), std::sin(angle)};
      int found = 0;
      for (double length = m_rules.font; length <= m_rules.longest_leader && found < 5;
           length += m_rules.font / 2)
        found += add_at_end(spots, request, size, start, direction, length) ? 1 : 0;
    }
  }

  bool add_at_end(std::vector<Spot>& spots, const scene::LabelRequest& request, Vec2 size, Vec2 start,
                  Vec2 direction, double length) const {
    // Beside a circle: what keeps others off it is a square that its corners stick out of.
    const Vec2 from = start + direction * (1.15 * request.circle);
    const Vec2 end = from + direction * length;
    const Vec2 middle = end + Vec2{direction.x * size.x / 2, direction.y * size.y / 2};
    const Box box{middle.x - size.x / 2, middle.y - size.y / 2, middle.x + size.x / 2, middle.y + size.y / 2};
    if (!free(box)) return false;
    const Cover cover = cover_of(box, request.unit);
    if (cover.own + cover.foreign > 0) return false;
    const Vec2 to{std::clamp(end.x, box.min_x, box.max_x), std::clamp(end.y, box.min_y, box.max_y)};
    if (std::any_of(m_obstacles.begin(), m_obstacles.end(),
                    [&](const Box& obstacle) { return line_meets(obstacle, from, to); }))
      return false;
    spots.push_back({box, true, start + direction * request.circle, to,
                     k_leader_cost + k_length_cost * length / m_rules.font + circles_under(box)});
    return true;
  }

  const scene::UnitRaster& m_raster;
  std::span<const Box> m_obstacles;
  std::span<const Box> m_circles;
  const scene::LabelRules& m_rules;
  std::vector<PixelExtent> m_extents;  // of each unit
};

/// Chooses one place for each number. Pairs that stay in conflict weigh more and more, which leads out of
/// dead ends (Morris, "The breakout method for escaping from local minima", AAAI 1993).
class Choice {
 public:
  explicit Choice(std::vector<std::vector<Spot>> spots)
      : m_spots(std::move(spots)),
        m_at(m_spots.size(), 0),
        m_weights(m_spots.size() * m_spots.size(), k_first_weight) {
    for (std::size_t i = 0; i < m_spots.size(); ++i) {
      m_lost.push_back(m_spots[i].empty());
      if (!m_lost[i]) m_at[i] = cheapest(i, i);
    }
  }

  void solve() {
    std::vector<std::size_t> best = m_at;
    std::size_t fewest = conflicts().size();
    for (int idle = 0; idle < k_idle_rounds && fewest > 0; ++idle) {
      if (!move_those_in_conflict()) make_conflicts_heavier();
      const std::size_t now = conflicts().size();
      if (now >= fewest) continue;
      fewest = now;
      best = m_at;
      idle = 0;
    }
    m_at = best;
    give_up_some();
    polish();
  }

  bool lost(std::size_t i) const { return m_lost[i]; }
  const Spot& spot(std::size_t i) const { return m_spots[i][m_at[i]]; }

 private:
  using Pair = std::pair<std::size_t, std::size_t>;

  double& weight(std::size_t i, std::size_t j) { return m_weights[i * m_spots.size() + j]; }

  /// The place of `i` that costs least against the first `others` numbers.
  std::size_t cheapest(std::size_t i, std::size_t others) {
    std::size_t best = m_at[i];
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t s = 0; s < m_spots[i].size(); ++s) {
      double cost = m_spots[i][s].cost;
      for (std::size_t j = 0; j < others && cost < least; ++j) {
        if (j != i && !m_lost[j] && in_conflict(m_spots[i][s], spot(j))) cost += weight(i, j);
      }
      if (cost < least) least = cost, best = s;
    }
    return best;
  }

  std::vector<Pair> conflicts() const {
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < m_spots.size(); ++i) {
      for (std::size_t j = i + 1; j < m_spots.size(); ++j) {
        if (!m_lost[i] && !m_lost[j] && in_conflict(spot(i), spot(j))) pairs.emplace_back(i, j);
      }
    }
    return pairs;
  }

  bool move_those_in_conflict() {
    bool moved = false;
    for (const auto& [i, j] : conflicts()) {
      for (const std::size_t one : {i, j}) {
        const std::size_t to = cheapest(one, m_spots.size());
        moved = moved || to != m_at[one];
        m_at[one] = to;
      }
    }
    return moved;
  }

  void make_conflicts_heavier() {
    for (const auto& [i, j] : conflicts()) {
      weight(i, j) += k_first_weight;
      weight(j, i) += k_first_weight;
    }
  }

  /// Until no conflict is left: the number that has most of them; of two the later, less important one.
  void give_up_some() {
    for (auto pairs = conflicts(); !pairs.empty(); pairs = conflicts()) {
      std::vector<std::size_t> count(m_spots.size(), 0);
      for (const auto& [i, j] : pairs) ++count[i], ++count[j];
      std::size_t worst = 0;
      for (std::size_t i = 0; i < count.size(); ++i) {
        if (count[i] >= count[worst]) worst = i;
      }
      m_lost[worst] = true;
    }
  }

  void polish() {
    std::fill(m_weights.begin(), m_weights.end(), std::numeric_limits<double>::infinity());
    for (int round = 0; round < k_polish_rounds; ++round) {
      for (std::size_t i = 0; i < m_spots.size(); ++i) {
        if (!m_lost[i]) m_at[i] = cheapest(i, m_spots.size());
      }
    }
  }

  std::vector<std::vector<Spot>> m_spots;
  std::vector<std::size_t> m_at;  // in m_spots
  std::vector<bool> m_lost;
  std::vector<double> m_weights;  // of conflicts, by pair
};

}  // namespace

scene::LabelPlacement place_numbers(std::span<const scene::LabelRequest> requests,
                                    const scene::UnitRaster& raster, std::span<const Box> obstacles,
                                    std::span<const Box> circles, const scene::LabelRules& rules,
                                    const scene::MeasureText& measure) {
  std::vector<std::size_t> order(requests.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return requests[a].importance > requests[b].importance;
  });
  const Spots places(raster, obstacles, circles, rules);
  std::vector<std::vector<Spot>> spots;
  for (const std::size_t i : order) {
    const Vec2 size = measure(requests[i].text, rules.font);
    spots.push_back(places.of(requests[i], {size.x + 2 * rules.gap, size.y + 2 * rules.gap}));
  }
  Choice choice(std::move(spots));
  choice.solve();
  scene::LabelPlacement out;
  for (std::size_t k = 0; k < order.size(); ++k) {
    if (choice.lost(k)) {
      out.unplaced.push_back(order[k]);
      continue;
    }
    const Spot& spot = choice.spot(k);
    out.placed.push_back({.request = order[k],
                          .lines = {requests[order[k]].text},
                          .font = rules.font,
                          .box = spot.box.grown(-rules.gap),
                          .leader = spot.leader,
                          .leader_from = spot.from,
                          .leader_to = spot.to});
  }
  std::sort(out.placed.begin(), out.placed.end(),
            [](const scene::PlacedLabel& a, const scene::PlacedLabel& b) { return a.request < b.request; });
  return out;
}

}  // namespace ntmap::sheet
