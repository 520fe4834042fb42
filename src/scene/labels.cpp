#include "scene/labels.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <optional>

namespace ntmap::scene {
namespace {

using base::Box;
using base::Vec2;

/// One way to write a label.
struct Variant {
  std::vector<std::string> lines;
  double font = 0;
  Vec2 size;  ///< with the gap on every side
};

Box box_at(Vec2 centre, Vec2 size) {
  return {centre.x - size.x / 2, centre.y - size.y / 2, centre.x + size.x / 2, centre.y + size.y / 2};
}

bool overlap(const Box& a, const Box& b) {
  return a.min_x < b.max_x && b.min_x < a.max_x && a.min_y < b.max_y && b.min_y < a.max_y;
}

Vec2 size_of(const std::vector<std::string>& lines, double font, double gap, const MeasureText& measure) {
  Vec2 size;
  for (const std::string& line : lines) {
    const Vec2 one = measure(line, font);
    size.x = std::max(size.x, one.x);
    size.y += one.y;
  }
  return {size.x + 2 * gap, size.y + 2 * gap};
}

/// The break at a space that makes the longer of the two lines shortest.
std::optional<std::vector<std::string>> in_two_lines(const std::string& text, const MeasureText& measure) {
  std::optional<std::vector<std::string>> best;
  double best_width = std::numeric_limits<double>::infinity();
  for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1)) {
    std::vector<std::string> lines{text.substr(0, at), text.substr(at + 1)};
    if (lines[0].empty() || lines[1].empty()) continue;
    const double width = std::max(measure(lines[0], 100).x, measure(lines[1], 100).x);
    if (width < best_width) {
      best_width = width;
      best = std::move(lines);
    }
  }
  return best;
}

std::vector<Variant> variants_of(const std::string& text, const LabelRules& rules,
                                 const MeasureText& measure) {
  std::vector<std::vector<std::string>> layouts{{text}};
  if (rules.wrap) {
    if (auto two = in_two_lines(text, measure)) layouts.push_back(std::move(*two));
  }
  std::vector<Variant> variants;
  for (const double share : {1.0, 0.92, 0.84, 0.76}) {
    const double font = std::max(rules.font * share, rules.smallest_font);
    for (const auto& lines : layouts) {
      variants.push_back({lines, font, size_of(lines, font, rules.gap, measure)});
    }
    if (font <= rules.smallest_font) break;
  }
  return variants;
}

/// How many cells of a rectangle belong to one unit, in constant time, within the unit's bounding box.
class UnitWindow {
 public:
  UnitWindow(const UnitRaster& raster, std::uint32_t unit, int column, int row, int columns, int rows)
      : m_column(column),
        m_row(row),
        m_columns(columns),
        m_rows(rows),
        m_sums(static_cast<std::size_t>(columns + 1) * static_cast<std::size_t>(rows + 1), 0) {
    for (int y = 0; y < rows; ++y) {
      for (int x = 0; x < columns; ++x) {
        const int own = raster.at(column + x, row + y) == unit ? 1 : 0;
        sum(x + 1, y + 1) = own + sum(x, y + 1) + sum(x + 1, y) - sum(x, y);
      }
    }
  }

  /// The centre, in cells, nearest to `wanted` of a rectangle of w x h cells wholly in the unit.
  std::optional<Vec2> nearest_fit(int w, int h, Vec2 wanted) {
    std::optional<Vec2> best;
    double best_distance = std::numeric_limits<double>::infinity();
    for (int y = 0; y + h <= m_rows; ++y) {
      for (int x = 0; x + w <= m_columns; ++x) {
        if (sum(x + w, y + h) - sum(x, y + h) - sum(x + w, y) + sum(x, y) < w * h) continue;
        const Vec2 centre{m_column + x + w / 2.0, m_row + y + h / 2.0};
        const double distance = std::hypot(centre.x - wanted.x, centre.y - wanted.y);
        if (distance < best_distance) {
          best_distance = distance;
          best = centre;
        }
      }
    }
    return best;
  }

 private:
  int& sum(int x, int y) {
    return m_sums[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_columns + 1) +
                  static_cast<std::size_t>(x)];
  }
  int m_column, m_row, m_columns, m_rows;
  std::vector<int> m_sums;
};

bool segments_cross(Vec2 a, Vec2 b, Vec2 c, Vec2 d) {
  const auto side = [](Vec2 p, Vec2 q, Vec2 r) {
    return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  };
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

bool segment_meets(const Box& box, Vec2 a, Vec2 b) {
  if (box.contains(a) || box.contains(b)) return true;
  const std::array<Vec2, 4> corners{
      {{box.min_x, box.min_y}, {box.max_x, box.min_y}, {box.max_x, box.max_y}, {box.min_x, box.max_y}}};
  for (std::size_t i = 0; i < 4; ++i) {
    if (segments_cross(a, b, corners[i], corners[(i + 1) % 4])) return true;
  }
  return false;
}

/// Shares of a box's cells that lie in its own unit and in other units; the rest is empty ground.
struct Cover {
  double own = 0;
  double foreign = 0;
};

class Placer {
 public:
  Placer(std::span<const LabelRequest> requests, const UnitRaster& raster, std::span<const Box> obstacles,
         const LabelRules& rules, const MeasureText& measure, std::span<const PlacedLabel> standing)
      : m_requests(requests),
        m_raster(raster),
        m_rules(rules),
        m_standing(standing),
        m_taken(obstacles.begin(), obstacles.end()) {
    for (const PlacedLabel& label : standing) m_taken.push_back(label.box.grown(rules.gap));
    m_obstacles = m_taken.size();
    for (const LabelRequest& request : requests)
      m_variants.push_back(variants_of(request.text, rules, measure));
    find_unit_boxes();
    sum_land();
  }

  LabelPlacement place() {
    std::vector<std::size_t> open = by_importance();
    // Labels within their own units cannot meet one another, so they all come first.
    std::erase_if(open, [&](std::size_t i) { return place_inside(i); });
    // A name that sticks out a little reads better than one at the end of a line, and that better than one
    // that lies half in its neighbours.
    for (const Tolerance& tolerance :
         {strict(), Tolerance{m_rules.least_own, m_rules.most_foreign, m_rules.longest_leader}}) {
      m_tolerance = tolerance;
      if (m_rules.overhang) std::erase_if(open, [&](std::size_t i) { return place_overhanging(i); });
      if (m_rules.leaders) std::erase_if(open, [&](std::size_t i) { return place_with_leader(i); });
      if (m_rules.overhang) move_others_for(open);
    }
    m_result.unplaced = std::move(open);
    std::sort(m_result.placed.begin(), m_result.placed.end(),
              [](const PlacedLabel& a, const PlacedLabel& b) { return a.request < b.request; });
    return std::move(m_result);
  }

 private:
  struct Cells {
    int min_x = std::numeric_limits<int>::max();
    int min_y = std::numeric_limits<int>::max();
    int max_x = -1;
    int max_y = -1;
  };

  void find_unit_boxes() {
    std::uint32_t most = 0;
    for (const LabelRequest& request : m_requests) most = std::max(most, request.unit + 1);
    m_cells.resize(most);
    for (int y = 0; y < m_raster.rows; ++y) {
      for (int x = 0; x < m_raster.columns; ++x) {
        const std::uint32_t unit = m_raster.at(x, y);
        if (unit >= most) continue;
        Cells& cells = m_cells[unit];
        cells.min_x = std::min(cells.min_x, x);
        cells.min_y = std::min(cells.min_y, y);
        cells.max_x = std::max(cells.max_x, x);
        cells.max_y = std::max(cells.max_y, y);
      }
    }
  }

  /// How many cells below and left of a corner belong to any unit: hundreds of places are tried for a label.
  void sum_land() {
    const auto width = static_cast<std::size_t>(m_raster.columns) + 1;
    m_land.assign(width * (static_cast<std::size_t>(m_raster.rows) + 1), 0);
    for (int y = 0; y < m_raster.rows; ++y) {
      int row = 0;
      const std::size_t above = (static_cast<std::size_t>(y) + 1) * width;
      for (int x = 0; x < m_raster.columns; ++x) {
        row += m_raster.at(x, y) != k_no_unit ? 1 : 0;
        const std::size_t at = above + static_cast<std::size_t>(x) + 1;
        m_land[at] = m_land[at - width] + row;
      }
    }
  }

  /// Cells of any unit in a rectangle, ends included.
  int land_in(int x0, int y0, int x1, int y1) const {
    const auto sum = [&](int x, int y) {
      return m_land[static_cast<std::size_t>(y) * (static_cast<std::size_t>(m_raster.columns) + 1) +
                    static_cast<std::size_t>(x)];
    };
    return sum(x1 + 1, y1 + 1) - sum(x0, y1 + 1) - sum(x1 + 1, y0) + sum(x0, y0);
  }

  /// Cells of one unit in a rectangle, ends included.
  int cells_in(std::uint32_t unit, int x0, int y0, int x1, int y1) const {
    const Cells& cells = m_cells[unit];
    int own = 0;
    for (int y = std::max(y0, cells.min_y); y <= std::min(y1, cells.max_y); ++y)
      for (int x = std::max(x0, cells.min_x); x <= std::min(x1, cells.max_x); ++x)
        own += m_raster.at(x, y) == unit ? 1 : 0;
    return own;
  }

  std::vector<std::size_t> by_importance() const {
    std::vector<std::size_t> order(m_requests.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return m_requests[a].importance > m_requests[b].importance;
    });
    return order;
  }

  bool place_inside(std::size_t i) {
    const LabelRequest& request = m_requests[i];
    const Cells& cells = m_cells[request.unit];
    if (cells.max_x < 0) return false;
    const int columns = cells.max_x - cells.min_x + 1;
    const int rows = cells.max_y - cells.min_y + 1;
    UnitWindow window(m_raster, request.unit, cells.min_x, cells.min_y, columns, rows);
    const Vec2 wanted{(request.point.x - m_raster.frame.min_x) / m_raster.cell,
                      (request.point.y - m_raster.frame.min_y) / m_raster.cell};
    for (const Variant& variant : m_variants[i]) {
      // With room to the borders where there is some, else just inside them.
      for (const double room : {0.6 * variant.font, 0.0}) {
        const int w = static_cast<int>(std::ceil((variant.size.x + room) / m_raster.cell));
        const int h = static_cast<int>(std::ceil((variant.size.y + room) / m_raster.cell));
        const auto centre = window.nearest_fit(w, h, wanted);
        if (!centre) continue;
        const Box box = box_at({m_raster.frame.min_x + centre->x * m_raster.cell,
                                m_raster.frame.min_y + centre->y * m_raster.cell},
                               variant.size);
        if (!free(box)) continue;
        put(i, variant, box).inside = true;
        return true;
      }
    }
    return false;
  }

  /// For the most important of the labels without a place; a crowded map is not helped by moving names.
  void move_others_for(std::vector<std::size_t>& open) {
    int tries = 0;
    std::erase_if(open, [&](std::size_t i) { return ++tries <= k_most_moves && place_by_moving_another(i); });
  }

  bool place_anyhow(std::size_t i) {
    return place_inside(i) || (m_rules.overhang && place_overhanging(i)) ||
           (m_rules.leaders && place_with_leader(i));
  }

  /// Takes a placed label near by off the map, if then both find a place; else all stays as it was.
  bool place_by_moving_another(std::size_t i) {
    const Box near =
        box_at(m_requests[i].point, m_variants[i].front().size).grown(m_variants[i].front().size.y);
    for (std::size_t k = 0; k < m_result.placed.size(); ++k) {
      if (!overlap(m_result.placed[k].box, near)) continue;
      const auto placed = m_result.placed;
      const auto taken = m_taken;
      const std::size_t other = m_result.placed[k].request;
      // Boxes are taken in the order of placing, after the obstacles.
      m_taken.erase(m_taken.begin() + static_cast<std::ptrdiff_t>(m_obstacles + k));
      m_result.placed.erase(m_result.placed.begin() + static_cast<std::ptrdiff_t>(k));
      const bool found = (place_inside(i) || place_overhanging(i)) && place_anyhow(other);
      if (found) return true;
      m_result.placed = placed;
      m_taken = taken;
    }
    return false;
  }

  /// The first variant and place about the point that sticks out least over other units.
  bool place_overhanging(std::size_t i) {
    const LabelRequest& request = m_requests[i];
    for (const Variant& variant : m_variants[i]) {
      std::optional<Box> best;
      double best_cost = std::numeric_limits<double>::infinity();
      for (int step_y = -4; step_y <= 4; ++step_y) {
        for (int step_x = -6; step_x <= 6; ++step_x) {
          const Vec2 centre{request.point.x + step_x * variant.size.x / 10,
                            request.point.y + step_y * variant.size.y / 5};
          const Box box = box_at(centre, variant.size);
          const Cover cover = cover_of(box, request.unit);
          if (cover.own < m_tolerance.least_own || cover.foreign > m_tolerance.most_foreign || !free(box))
            continue;
          const double cost = 4 * cover.foreign - cover.own + std::hypot(step_x / 10.0, step_y / 5.0);
          if (cost < best_cost) {
            best_cost = cost;
            best = box;
          }
        }
      }
      if (!best) continue;
      put(i, variant, *best);
      return true;
    }
    return false;
  }

  bool place_with_leader(std::size_t i) {
    const LabelRequest& request = m_requests[i];
    const Variant& variant = m_variants[i].front();
    constexpr int directions = 32;
    const int distances = static_cast<int>(2 * m_tolerance.longest_leader / m_rules.font) - 1;
    const Vec2 start = request.circle > 0 ? request.anchor : request.point;
    for (int step = 0; step < distances; ++step) {
      const double distance = m_rules.font * (1 + step / 2.0);
      for (int d = 0; d < directions; ++d) {
        // East first, then alternately north and south of it: the sea is mostly there.
        const int turn = (d + 1) / 2 * (d % 2 == 0 ? 1 : -1);
        const double angle = 2 * std::numbers::pi * turn / directions;
        const Vec2 direction{std::cos(angle), std::sin(angle)};
        // Beside a circle: what keeps others off it is a square that its corners stick out of.
        const Vec2 from = start + direction * (1.15 * request.circle);
        const Vec2 end = from + direction * distance;
        const Vec2 centre = end + Vec2{direction.x * variant.size.x / 2, direction.y * variant.size.y / 2};
        const Box box = box_at(centre, variant.size);
        const Vec2 to{std::clamp(end.x, box.min_x, box.max_x), std::clamp(end.y, box.min_y, box.max_y)};
        const Cover cover = cover_of(box, request.unit);
        if (cover.own + cover.foreign > 0 || !free(box) || !leader_free(from, to)) continue;
        PlacedLabel& label = put(i, variant, box);
        label.leader = true;
        label.leader_from = start + direction * request.circle;
        label.leader_to = to;
        return true;
      }
    }
    return false;
  }

  Cover cover_of(const Box& box, std::uint32_t unit) const {
    const auto cell_of = [&](double page, double start, int count) {
      return std::clamp(static_cast<int>(std::floor((page - start) / m_raster.cell)), 0, count - 1);
    };
    const int x0 = cell_of(box.min_x, m_raster.frame.min_x, m_raster.columns);
    const int x1 = cell_of(box.max_x, m_raster.frame.min_x, m_raster.columns);
    const int y0 = cell_of(box.min_y, m_raster.frame.min_y, m_raster.rows);
    const int y1 = cell_of(box.max_y, m_raster.frame.min_y, m_raster.rows);
    const int own = cells_in(unit, x0, y0, x1, y1);
    const int foreign = land_in(x0, y0, x1, y1) - own;
    const double all = (x1 - x0 + 1.0) * (y1 - y0 + 1.0);
    return {own / all, foreign / all};
  }

  bool free(const Box& box) const {
    const Box& frame = m_raster.frame;
    if (box.min_x < frame.min_x || box.max_x > frame.max_x || box.min_y < frame.min_y ||
        box.max_y > frame.max_y) {
      return false;
    }
    if (std::any_of(m_taken.begin(), m_taken.end(), [&](const Box& taken) { return overlap(taken, box); }))
      return false;
    return no_leader([&](Vec2 from, Vec2 to) { return segment_meets(box, from, to); });
  }

  /// Whether no leader, of these labels and of those that stood before, meets something.
  template <class Meets>
  bool no_leader(const Meets& meets) const {
    const auto met = [&](const PlacedLabel& label) {
      return label.leader && meets(label.leader_from, label.leader_to);
    };
    return std::none_of(m_standing.begin(), m_standing.end(), met) &&
           std::none_of(m_result.placed.begin(), m_result.placed.end(), met);
  }

  bool leader_free(Vec2 from, Vec2 to) const {
    if (std::any_of(m_taken.begin(), m_taken.end(),
                    [&](const Box& taken) { return segment_meets(taken, from, to); })) {
      return false;
    }
    return no_leader([&](Vec2 a, Vec2 b) { return segments_cross(from, to, a, b); });
  }

  PlacedLabel& put(std::size_t i, const Variant& variant, const Box& box) {
    m_taken.push_back(box);
    PlacedLabel label;
    label.request = i;
    label.lines = variant.lines;
    label.font = variant.font;
    label.box = box.grown(-m_rules.gap);
    m_result.placed.push_back(std::move(label));
    return m_result.placed.back();
  }

  /// How far a label may stick out: shares as in LabelRules.
  struct Tolerance {
    double least_own;
    double most_foreign;
    double longest_leader;  ///< page pixels
  };
  Tolerance strict() const { return {0.75, 0.1, 0.5 * m_rules.longest_leader}; }

  static constexpr int k_most_moves = 12;

  std::span<const LabelRequest> m_requests;
  const UnitRaster& m_raster;
  const LabelRules& m_rules;
  std::span<const PlacedLabel> m_standing;
  std::vector<Box> m_taken;  // obstacles and labels that stood before, then the placed labels in their order
  std::size_t m_obstacles = 0;
  std::vector<std::vector<Variant>> m_variants;
  std::vector<Cells> m_cells;
  std::vector<int> m_land;  // see sum_land()
  Tolerance m_tolerance = strict();
  LabelPlacement m_result;
};

}  // namespace

LabelPlacement place_labels(std::span<const LabelRequest> requests, const UnitRaster& raster,
                            std::span<const Box> obstacles, const LabelRules& rules,
                            const MeasureText& measure, std::span<const PlacedLabel> standing) {
  return Placer(requests, raster, obstacles, rules, measure, standing).place();
}

}  // namespace ntmap::scene
