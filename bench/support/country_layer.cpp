#include "support/country_layer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

namespace ntmap::bench {
namespace {

using base::Vec2;

/// West and east border of the country at some latitudes, roughly.
struct Latitude {
  double lat, west, east;
};
constexpr std::array<Latitude, 15> k_shape{{{8.6, 104.7, 105.2},
                                            {9.4, 104.8, 106.1},
                                            {10.2, 105.0, 107.0},
                                            {11.0, 105.6, 108.3},
                                            {12.0, 106.5, 109.2},
                                            {13.0, 107.2, 109.3},
                                            {14.0, 107.5, 109.1},
                                            {15.0, 107.5, 108.9},
                                            {16.0, 107.0, 108.2},
                                            {18.0, 105.2, 106.3},
                                            {19.0, 104.4, 105.8},
                                            {20.5, 103.6, 106.8},
                                            {21.6, 103.0, 107.5},
                                            {22.4, 103.4, 106.9},
                                            {23.3, 104.6, 105.8}}};
constexpr std::size_t k_rows = 148;
constexpr std::size_t k_enclave_every = 60;  // one unit in so many holds an enclave
constexpr std::size_t k_islands_in_a_row = 14;
constexpr std::size_t k_archipelago_islands = 25;

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : m_state(seed) {}
  std::uint64_t bits() {
    std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  double between(double low, double high) {
    return low + (high - low) * (static_cast<double>(bits() >> 11) * 0x1p-53);
  }

 private:
  std::uint64_t m_state;
};

double row_latitude(std::size_t line) {
  const double bottom = k_shape.front().lat;
  const double top = k_shape.back().lat;
  return bottom + (top - bottom) * static_cast<double>(line) / static_cast<double>(k_rows);
}

Latitude shape_at(double lat) {
  const auto above =
      std::find_if(k_shape.begin() + 1, k_shape.end() - 1, [&](const Latitude& l) { return l.lat >= lat; });
  const Latitude& a = *(above - 1);
  const double t = (lat - a.lat) / (above->lat - a.lat);
  return {lat, a.west + t * (above->west - a.west), a.east + t * (above->east - a.east)};
}

/// A border from node to node: its chord, and how many rings will use it.
struct Arc {
  Vec2 from, to;
  std::size_t uses = 0;
  std::vector<double> xy;  ///< without the last vertex
};

struct Step {
  std::size_t arc;
  bool backwards;
};
using Ring = std::vector<Step>;
struct Unit {
  std::vector<std::vector<Ring>> parts;
  std::size_t row = 0;
  std::size_t column = 0;
};

/// The country as chords between nodes, before they are made wiggly.
class Mesh {
 public:
  Mesh(std::size_t wanted, std::uint64_t seed) : m_random(seed) {
    plan_rows(wanted);
    for (std::size_t line = 0; line <= k_rows; ++line) add_line(line);
    for (std::size_t row = 0; row < k_rows; ++row) add_row(row);
    for (std::size_t row = 0; row < k_rows; ++row) add_islands(row);
    for (const Vec2 centre : {Vec2{111.8, 16.4}, Vec2{113.9, 9.8}}) add_archipelago(centre);
  }

  std::vector<Arc> arcs;
  std::vector<Unit> units;

 private:
  struct Node {
    double t = 0;  ///< 0 at the west border, 1 at the east border
    Vec2 at;
  };
  struct Line {
    std::vector<Node> nodes;
    std::size_t first_arc = 0;  ///< arc first_arc + i runs from node i to node i + 1
  };

  void plan_rows(std::size_t wanted) {
    const std::size_t far = 2;
    double width = 0;
    for (std::size_t row = 0; row < k_rows; ++row) width += row_width(row);
    const double grid = static_cast<double>(wanted - far) / (1 + 1.0 / k_enclave_every);
    double planned = 0;
    std::size_t done = 0;
    for (std::size_t row = 0; row < k_rows; ++row) {
      planned += row_width(row) / width * grid;
      const double columns = std::max(2.0, std::round(planned - static_cast<double>(done)));
      m_columns.push_back(static_cast<std::size_t>(columns));
      done += m_columns.back();
    }
    m_enclaves = wanted > done + far ? wanted - done - far : 0;
  }
  static double row_width(std::size_t row) {
    const Latitude l = shape_at(row_latitude(row) * 0.5 + row_latitude(row + 1) * 0.5);
    return l.east - l.west;
  }
  /// Where the dividers of a row stand; every second row is moved by half a unit, as bricks are.
  std::vector<double> dividers(std::size_t row) const {
    std::vector<double> out;
    const double n = static_cast<double>(m_columns[row]);
    const double shift = row % 2 == 0 ? 0 : 0.4;
    for (std::size_t c = 1; c < m_columns[row]; ++c) out.push_back((static_cast<double>(c) - shift) / n);
    return out;
  }

  void add_line(std::size_t number) {
    struct Mark {
      double t;
      double pull;
    };
    std::vector<Mark> marks{{0, 0}, {1, 0}};
    if (number > 0) {
      for (const double t : dividers(number - 1)) marks.push_back({t, -1});
    }
    if (number < k_rows) {
      for (const double t : dividers(number)) marks.push_back({t, 1});
    }
    std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.t < b.t; });
    const double near = 0.33 / static_cast<double>(m_columns[std::min(number, k_rows - 1)]);
    const double lat = row_latitude(number);
    const Latitude l = shape_at(lat);
    Line line;
    for (const Mark& mark : marks) {
      const bool last = mark.t == 1;
      if (!line.nodes.empty() && mark.t - line.nodes.back().t < near) {
        if (!last || line.nodes.size() == 1) continue;
        line.nodes.pop_back();
      }
      const double height = row_latitude(1) - row_latitude(0);
      line.nodes.push_back({mark.t, {l.west + mark.t * (l.east - l.west), lat + mark.pull * 0.1 * height}});
    }
    line.first_arc = arcs.size();
    for (std::size_t i = 0; i + 1 < line.nodes.size(); ++i) {
      arcs.push_back({line.nodes[i].at, line.nodes[i + 1].at, 0, {}});
    }
    m_lines.push_back(std::move(line));
  }

  /// The node of a line nearest to `t`: where a divider ends.
  static std::size_t node_at(const Line& line, double t) {
    const auto nearer = [t](const Node& a, const Node& b) { return std::abs(a.t - t) < std::abs(b.t - t); };
    return static_cast<std::size_t>(std::min_element(line.nodes.begin(), line.nodes.end(), nearer) -
                                    line.nodes.begin());
  }
  static void walk(Ring& ring, const Line& line, std::size_t from, std::size_t to) {
    for (; from < to; ++from) ring.push_back({line.first_arc + from, false});
    for (; from > to; --from) ring.push_back({line.first_arc + from - 1, true});
  }

  void add_row(std::size_t row) {
    const Line& below = m_lines[row];
    const Line& above = m_lines[row + 1];
    std::vector<double> t = dividers(row);
    t.insert(t.begin(), 0);
    t.push_back(1);
    const std::size_t first = arcs.size();
    for (const double at : t) {
      arcs.push_back({below.nodes[node_at(below, at)].at, above.nodes[node_at(above, at)].at, 0, {}});
    }
    for (std::size_t c = 0; c + 1 < t.size(); ++c) {
      Ring shell;
      walk(shell, below, node_at(below, t[c]), node_at(below, t[c + 1]));
      shell.push_back({first + c + 1, false});
      walk(shell, above, node_at(above, t[c + 1]), node_at(above, t[c]));
      shell.push_back({first + c, true});
      Unit unit{{{shell}}, row, c};
      const bool holds_enclave = m_enclaves > 0 && units.size() % k_enclave_every == k_enclave_every / 2;
      const double half = 0.5 * (row_latitude(row) + row_latitude(row + 1));
      const Latitude l = shape_at(half);
      const Vec2 centre{l.west + (t[c] + t[c + 1]) / 2 * (l.east - l.west), half};
      if (!holds_enclave) {
        units.push_back(std::move(unit));
        continue;
      }
      const Ring enclave = add_loop(centre, 0.015);
      unit.parts[0].push_back(reversed(enclave));
      units.push_back(std::move(unit));
      units.push_back({{{enclave}}, row, c});
      --m_enclaves;
    }
    m_last_of_row.push_back(units.size() - 1);
  }

  /// A closed border of six chords round a point, counter-clockwise.
  Ring add_loop(Vec2 centre, double radius) {
    Ring ring;
    std::array<Vec2, 6> corners;
    for (std::size_t i = 0; i < corners.size(); ++i) {
      const double angle = std::numbers::pi / 3 * static_cast<double>(i);
      const double r = radius * m_random.between(0.8, 1);
      corners[i] = centre + Vec2{std::cos(angle) * r, std::sin(angle) * r};
    }
    for (std::size_t i = 0; i < corners.size(); ++i) {
      ring.push_back({arcs.size(), false});
      arcs.push_back({corners[i], corners[(i + 1) % corners.size()], 0, {}});
    }
    return ring;
  }
  static Ring reversed(const Ring& ring) {
    Ring out(ring.rbegin(), ring.rend());
    for (Step& step : out) step.backwards = !step.backwards;
    return out;
  }

  void add_islands(std::size_t row) {
    const double lat = 0.5 * (row_latitude(row) + row_latitude(row + 1));
    const double coast = shape_at(lat).east;
    for (std::size_t i = 0; i < k_islands_in_a_row; ++i) {
      const double lon = coast + 0.3 + 0.09 * static_cast<double>(i);
      units[m_last_of_row[row]].parts.push_back({add_loop({lon, lat}, m_random.between(0.0004, 0.02))});
    }
  }
  void add_archipelago(Vec2 centre) {
    Unit unit{{}, k_rows, units.size()};
    for (std::size_t i = 0; i < k_archipelago_islands; ++i) {
      const Vec2 place{0.1 * static_cast<double>(i % 5), 0.1 * static_cast<double>(i / 5)};
      unit.parts.push_back({add_loop(centre + place, m_random.between(0.002, 0.01))});
    }
    units.push_back(std::move(unit));
  }

  Random m_random;
  std::vector<std::size_t> m_columns;
  std::vector<Line> m_lines;
  std::vector<std::size_t> m_last_of_row;
  std::size_t m_enclaves = 0;
};

/// Adds the vertices after `a` and before `b` of a border of `segments`: midpoint displacement, whose
/// reach shrinks with depth, and faster towards the nodes, so that borders that meet there do not cross.
struct Reach {
  double value;
  bool from_node, to_node;
  Reach inner(bool first) const {
    const bool at_node = first ? from_node : to_node;
    return {value * (at_node ? 0.4 : 0.93), first && from_node, !first && to_node};
  }
};
void wiggle(std::vector<double>& xy, Vec2 a, Vec2 b, std::size_t segments, Reach reach, Random& random) {
  if (segments < 2) return;
  const std::size_t half = segments / 2;
  const Vec2 along = b - a;
  const Vec2 mid = a + along * (static_cast<double>(half) / static_cast<double>(segments)) +
                   Vec2{-along.y, along.x} * random.between(-reach.value, reach.value);
  wiggle(xy, a, mid, half, reach.inner(true), random);
  xy.push_back(mid.x);
  xy.push_back(mid.y);
  wiggle(xy, mid, b, segments - half, reach.inner(false), random);
}

void count_uses(Mesh& mesh) {
  for (const Unit& unit : mesh.units) {
    for (const auto& part : unit.parts) {
      for (const Ring& ring : part) {
        for (const Step& step : ring) ++mesh.arcs[step.arc].uses;
      }
    }
  }
}

double chord(const Arc& arc) {
  return std::hypot(arc.to.x - arc.from.x, arc.to.y - arc.from.y);
}

void draw_arcs(Mesh& mesh, const CountryOptions& options) {
  double length = 0;
  for (const Arc& arc : mesh.arcs) length += chord(arc) * static_cast<double>(arc.uses);
  const double density = static_cast<double>(options.vertices) / length;
  for (std::size_t i = 0; i < mesh.arcs.size(); ++i) {
    Arc& arc = mesh.arcs[i];
    Random random(options.seed * 0x100000001ULL + i);
    const auto segments = static_cast<std::size_t>(std::max(1.0, std::round(chord(arc) * density)));
    arc.xy = {arc.from.x, arc.from.y};
    wiggle(arc.xy, arc.from, arc.to, segments, {0.09, true, true}, random);
  }
}

void add_ring(model::PolygonSet& into, const Mesh& mesh, const Ring& ring) {
  for (const Step& step : ring) {
    const Arc& arc = mesh.arcs[step.arc];
    if (!step.backwards) {
      into.xy.insert(into.xy.end(), arc.xy.begin(), arc.xy.end());
      continue;
    }
    into.add_vertex(arc.to.x, arc.to.y);
    for (std::size_t i = arc.xy.size(); i > 2; i -= 2) into.add_vertex(arc.xy[i - 2], arc.xy[i - 1]);
  }
  into.end_ring();
}

std::string code_of(std::size_t number) {
  std::string digits = std::to_string(number + 1);
  return std::string(digits.size() < 5 ? 5 - digits.size() : 0, '0') + digits;
}

}  // namespace

CountryLayer make_country(const CountryOptions& options) {
  Mesh mesh(options.units, options.seed);
  count_uses(mesh);
  draw_arcs(mesh, options);
  CountryLayer out;
  for (const Unit& unit : mesh.units) {
    for (const auto& part : unit.parts) {
      for (const Ring& ring : part) add_ring(out.polygons, mesh, ring);
      out.polygons.end_part();
    }
    out.polygons.end_feature();
    out.codes.push_back(code_of(out.codes.size()));
    const std::size_t province = std::min<std::size_t>(62, unit.row * 63 / k_rows);
    out.province.push_back(static_cast<std::uint32_t>(province));
    const std::size_t quarter = std::min<std::size_t>(11, unit.column / 5);
    out.district.push_back(static_cast<std::uint32_t>(province * 12 + quarter));
  }
  return out;
}

model::PolygonSet make_areas(std::size_t count, std::size_t corners, std::uint64_t seed) {
  Random random(seed);
  model::PolygonSet out;
  for (std::size_t i = 0; i < count; ++i) {
    const Latitude l = shape_at(random.between(k_shape.front().lat, k_shape.back().lat));
    const Vec2 centre{random.between(l.west, l.east), l.lat};
    const double radius = random.between(0.02, 0.08);
    for (std::size_t c = 0; c < corners; ++c) {
      const double angle = 2 * std::numbers::pi * static_cast<double>(c) / static_cast<double>(corners);
      const double r = radius * random.between(0.95, 1);
      out.add_vertex(centre.x + std::cos(angle) * r, centre.y + std::sin(angle) * r);
    }
    out.end_ring();
    out.end_part();
    out.end_feature();
  }
  return out;
}

}  // namespace ntmap::bench
