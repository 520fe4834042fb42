#include "make/outline.hpp"

#include <algorithm>
#include <cmath>

namespace ntmap::sample {

namespace {

constexpr std::size_t k_neighbours = 4;

double neighbour_distance(const std::vector<Point>& seats, std::size_t of) {
  std::vector<double> distances;
  for (std::size_t i = 0; i < seats.size(); ++i)
    if (i != of) distances.push_back(std::hypot(seats[i].x - seats[of].x, seats[i].y - seats[of].y));
  std::partial_sort(distances.begin(), distances.begin() + k_neighbours, distances.end());
  double sum = 0;
  for (std::size_t i = 0; i < k_neighbours; ++i) sum += distances[i];
  return sum / k_neighbours;
}

Geometry discs(const Geos& geos, const std::vector<Point>& seats, const Reach& reach) {
  std::vector<Geometry> parts;
  for (std::size_t i = 0; i < seats.size(); ++i) {
    const double radius = std::clamp(reach.share * neighbour_distance(seats, i), reach.least, reach.most);
    parts.push_back(geos.buffer(geos.point(seats[i]).get(), radius));
  }
  return geos.unite_all(geos.collect(std::move(parts)).get());
}

Geometry closed(const Geos& geos, const GEOSGeometry* land, double distance) {
  return geos.buffer(geos.buffer(land, distance).get(), -distance);
}

}  // namespace

Geometry outline_around(const Geos& geos, const std::vector<Point>& seats, const GEOSGeometry* country,
                        const Reach& reach) {
  constexpr double k_shore = 1200;  // metres of land around a seat that the coarse coast leaves in the sea
  constexpr double k_straight = 900;
  const Geometry reached = discs(geos, seats, reach);
  const Geometry region = geos.simplify(closed(geos, reached.get(), reach.smooth * 2).get(), k_straight);
  const Geometry inland = geos.intersection(region.get(), country);
  std::vector<Geometry> parts = geos.parts(inland.get());
  for (const Point& seat : seats) {
    const Geometry point = geos.point(seat);
    if (!geos.contains(country, geos.buffer(point.get(), k_shore / 2).get()))
      parts.push_back(geos.simplify(geos.buffer(point.get(), k_shore).get(), 150));
  }
  const Geometry land = geos.unite_all(geos.collect(std::move(parts)).get());
  return geos.largest_shell(closed(geos, land.get(), 600).get());
}

}  // namespace ntmap::sample
