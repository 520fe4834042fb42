#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.hpp"
#include "base/text.hpp"
#include "model/polygon_set.hpp"

namespace ntmap::crs {

/// What a coordinate system is, in words for planners and codes for programs.
struct Description {
  std::string definition;      ///< "EPSG:9209" when sure (confidence 100), else WKT2
  std::string epsg;            ///< "9209", best guess; empty when none fits
  int confidence = 0;          ///< 0..100 that `epsg` is right; below 100 say so and ask
  base::Text name;             ///< "VN-2000, kinh tuyến trục 105°30', múi chiếu 3°"
  bool geographic = false;     ///< coordinates are degrees
  double metres_per_unit = 1;  ///< projected only
};

/// Describes "EPSG:n", WKT1 (also Esri's), WKT2 or PROJ text. Throws Error{data} when it is none.
/// A hand-made "TM-3 on WGS 84" .prj is near a VN-2000 zone but about 224 m off: confidence < 100.
Description describe(std::string_view definition);

/// Guesses from coordinates alone, for files without a .prj, by the extent of Vietnam: WGS 84
/// longitude and latitude, or the VN-2000 zones that would put the box inside the country, best first;
/// every guess has confidence below 100. Also finds swapped axes (`swapped`).
struct Guess {
  Description description;
  bool swapped = false;
};
std::vector<Guess> guess_from_extent(const base::Box& box, std::string_view province_hint = {});

/// Moves x0 y0 x1 y1 ... in place, x east (or longitude) first in both systems.
/// VN-2000 and WGS 84 differ by EPSG:6960. Grids are never fetched from the network, and systems whose
/// datum is unknown are not taken for one another. On all threads.
/// Throws Error{data} naming both systems when no transformation exists or a point cannot be moved; the
/// array may then be half moved.
void transform(std::span<double> xy, std::string_view from, std::string_view to);

/// Geodesic area of a feature in hectares on the CRS's ellipsoid, holes taken off; coordinates in `crs`.
/// Edges are geodesics; those under 200 m are taken by the authalic latitude (within 1e-9 of the area).
/// Throws Error{data} when `crs` is neither geographic nor projected.
double area_hectares(const model::PolygonSet& polygons, std::size_t feature, std::string_view crs);
/// The same for all features, on all threads.
std::vector<double> areas_hectares(const model::PolygonSet& polygons, std::string_view crs);
/// The same for one feature after another, made ready once: several threads may call it at a time.
class HectareMeter {
 public:
  /// Throws Error{data} when `crs` is neither geographic nor projected.
  explicit HectareMeter(std::string_view crs);
  ~HectareMeter();
  HectareMeter(const HectareMeter&) = delete;
  HectareMeter& operator=(const HectareMeter&) = delete;

  double operator()(const model::PolygonSet& polygons, std::size_t feature) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> m_parts;
};
/// Geodesic length of x0 y0 x1 y1 ... in metres.
double length_metres(std::span<const double> xy, std::string_view crs);

}  // namespace ntmap::crs
