#include "make/cells.hpp"

#include <fmt/format.h>

#include <limits>
#include <stdexcept>

namespace ntmap::sample {

namespace {

std::size_t seat_in(const Geos& geos, const GEOSGeometry* face, const std::vector<Geometry>& seats) {
  std::size_t found = seats.size();
  for (std::size_t i = 0; i < seats.size(); ++i) {
    if (!geos.contains(face, seats[i].get())) continue;
    if (found != seats.size())
      throw std::runtime_error(fmt::format("seats {} and {} share a cell", found, i));
    found = i;
  }
  return found;
}

std::size_t nearest_seat(const Geos& geos, const GEOSGeometry* face, const std::vector<Geometry>& seats) {
  std::size_t best = 0;
  double least = std::numeric_limits<double>::max();
  for (std::size_t i = 0; i < seats.size(); ++i) {
    const double distance = geos.distance(face, seats[i].get());
    if (distance < least) {
      least = distance;
      best = i;
    }
  }
  return best;
}

Geometry coverage_union(const Geos& geos, std::vector<Geometry> parts) {
  const Geometry all = geos.collect(std::move(parts));
  Geometry result = geos.own(GEOSCoverageUnion_r(geos.handle(), all.get()), "coverage union");
  GEOSNormalize_r(geos.handle(), result.get());
  return result;
}

}  // namespace

std::vector<Geometry> cells_of(const Geos& geos, const std::vector<Line>& borders,
                               const std::vector<Point>& seats) {
  std::vector<Geometry> lines;
  std::vector<Geometry> points;
  for (const Line& border : borders) lines.push_back(geos.line(border));
  for (const Point& seat : seats) points.push_back(geos.point(seat));
  std::vector<std::vector<Geometry>> faces(seats.size());
  for (Geometry& face : geos.polygonize(lines)) {
    std::size_t seat = seat_in(geos, face.get(), points);
    // The outline may cut a cell: the part without the seat stays with it.
    if (seat == seats.size()) seat = nearest_seat(geos, face.get(), points);
    faces[seat].push_back(std::move(face));
  }
  std::vector<Geometry> cells;
  for (std::size_t i = 0; i < seats.size(); ++i) {
    if (faces[i].empty()) throw std::runtime_error(fmt::format("seat {} has no cell", i));
    cells.push_back(coverage_union(geos, std::move(faces[i])));
  }
  return cells;
}

Geometry dissolve(const Geos& geos, const std::vector<Geometry>& cells, const std::vector<std::string>& keys,
                  const std::string& key) {
  std::vector<Geometry> parts;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (keys[i] != key) continue;
    for (Geometry& part : geos.parts(cells[i].get())) parts.push_back(std::move(part));
  }
  if (parts.empty()) throw std::runtime_error(fmt::format("{}: no land", key));
  return coverage_union(geos, std::move(parts));
}

}  // namespace ntmap::sample
