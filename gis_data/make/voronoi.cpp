#include "make/voronoi.hpp"

namespace ntmap::sample {

namespace {

constexpr double k_grid = 1.0;  // metres

std::vector<Geometry> cell_edges(const Geos& geos, const std::vector<Point>& seats,
                                 const GEOSGeometry* outline) {
  std::vector<Geometry> points;
  for (const Point& seat : seats) points.push_back(geos.point(seat));
  const Geometry sites = geos.collect(std::move(points));
  const Geometry diagram =
      geos.own(GEOSVoronoiDiagram_r(geos.handle(), sites.get(), outline, 0, 0), "Voronoi diagram");
  std::vector<Geometry> edges;
  for (const Geometry& cell : geos.parts(diagram.get())) edges.push_back(geos.boundary(cell.get()));
  return edges;
}

/// Edges and outline cut where they cross, all on the grid.
std::vector<Geometry> noded(const Geos& geos, std::vector<Geometry> lines, const GEOSGeometry* outline) {
  lines.push_back(geos.boundary(outline));
  const Geometry all = geos.collect(std::move(lines));
  return geos.parts(geos.own(GEOSUnaryUnionPrec_r(geos.handle(), all.get(), k_grid), "noding").get());
}

/// The borders of the faces, merged into chains that end at nodes.
Geometry merged_borders(const Geos& geos, const std::vector<Geometry>& faces, const GEOSGeometry* outline) {
  std::vector<Geometry> borders;
  for (const Geometry& face : faces)
    if (geos.contains(outline, geos.inner_point(face.get()).get()))
      borders.push_back(geos.boundary(face.get()));
  const Geometry lines = geos.unite_all(geos.collect(std::move(borders)).get());
  return geos.own(GEOSLineMerge_r(geos.handle(), lines.get()), "line merge");
}

}  // namespace

std::vector<Chain> voronoi_chains(const Geos& geos, const std::vector<Point>& seats,
                                  const GEOSGeometry* outline) {
  const std::vector<Geometry> faces = geos.polygonize(noded(geos, cell_edges(geos, seats, outline), outline));
  const Geometry merged = merged_borders(geos, faces, outline);
  const Geometry rim = geos.buffer(geos.boundary(outline).get(), 3 * k_grid);
  std::vector<Chain> chains;
  for (const Geometry& part : geos.parts(merged.get()))
    chains.push_back({geos.vertices(part.get()), geos.contains(rim.get(), part.get())});
  return chains;
}

}  // namespace ntmap::sample
