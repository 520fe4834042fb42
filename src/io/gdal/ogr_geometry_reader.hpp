#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/finding.hpp"
#include "io/shape_text.hpp"
#include "model/polygon_set.hpp"

class OGRGeometry;
class OGRPolygon;

namespace ntmap::io {

/// Puts the polygons of OGR geometries into a flat set, one feature after another, and notes what it met.
class OgrGeometryReader {
 public:
  OgrGeometryReader(model::PolygonSet& polygons, const std::string& file, base::Findings& findings);

  /// Takes the geometry of the next feature; null gives an empty feature. Curves become lines, heights
  /// are dropped, points and lines inside a collection are left out, with findings. Where the file's text
  /// holds more positions than the geometry, or damaged ones, the shape lacks a part and is refused.
  void take(const OGRGeometry* geometry, const ShapeText* written = nullptr);
  /// Throws Error{data} when no feature held a polygon; adds the findings about the whole layer.
  void finish();

 private:
  void add(const OGRGeometry& geometry);
  void add(const OGRPolygon& polygon);
  void tell_lost(const ShapeText& written);
  void note(base::Severity severity, const char* rule, base::Text what);

  model::PolygonSet& m_polygons;
  const std::string& m_file;
  base::Findings& m_findings;
  std::size_t m_positions = 0;  ///< of the polygons of this feature
  std::size_t m_others = 0;     ///< geometries that are points or lines
  bool m_higher = false;
  bool m_curved = false;
  bool m_not_finite = false;
  bool m_other_here = false;
  std::vector<double> m_xy;
  std::vector<std::uint32_t> m_ring_start;
};

}  // namespace ntmap::io
