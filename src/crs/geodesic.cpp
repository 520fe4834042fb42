#include "crs/crs.hpp"

#include <geodesic.h>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <utility>
#include <vector>

#include "base/parallel.hpp"
#include "crs/projection.hpp"

namespace ntmap::crs {
namespace {

constexpr double k_square_metres_a_hectare = 10'000;
constexpr double k_short_edge = 0.0018;  // degrees, about 200 m

/// Areas on one ellipsoid. Coordinates are degrees.
class Ellipsoid {
 public:
  Ellipsoid(double semi_major, double flattening)
      : m_eccentricity2(flattening * (2 - flattening)),
        m_half_b2(semi_major * semi_major * (1 - m_eccentricity2) / 2) {
    geod_init(&m_geodesic, semi_major, flattening);
  }

  /// Area to the left of a ring in square metres, negative when it runs clockwise.
  double ring_area(std::span<const double> ring) const {
    if (ring.size() < 6) return 0;
    double sum = 0;
    Corner from = corner(&ring[ring.size() - 2]);
    for (std::size_t i = 0; i < ring.size(); i += 2) {
      const Corner to = corner(&ring[i]);
      sum += under_edge(from, to);
      from = to;
    }
    return -sum;  // an edge that runs east has the ring's inside above it
  }

  double length(std::span<const double> line) const {
    double sum = 0;
    for (std::size_t i = 2; i + 1 < line.size(); i += 2) {
      double metres = 0;
      geod_inverse(&m_geodesic, line[i - 1], line[i - 2], line[i + 1], line[i], &metres, nullptr, nullptr);
      sum += metres;
    }
    return sum;
  }

 private:
  struct Corner {
    double lon, lat;
    double below;  ///< area between the equator and this latitude, for one radian of longitude
  };
  /// Source: Snyder, "Map projections: a working manual" (1987), formula 3-12 (authalic latitude).
  Corner corner(const double* at) const {
    const double sine = std::sin(at[1] * k_radians_a_degree);
    if (m_eccentricity2 <= 0) return {at[0], at[1], 2 * m_half_b2 * sine};
    const double e = std::sqrt(m_eccentricity2);
    return {at[0], at[1],
            m_half_b2 * (sine / (1 - m_eccentricity2 * sine * sine) + std::atanh(e * sine) / e)};
  }
  /// Area between an edge and the equator. Long edges are geodesics; on short ones the difference is none.
  double under_edge(const Corner& a, const Corner& b) const {
    if (std::abs(b.lon - a.lon) < k_short_edge && std::abs(b.lat - a.lat) < k_short_edge) {
      return (b.lon - a.lon) * k_radians_a_degree * (a.below + b.below) / 2;
    }
    double area = 0;
    geod_geninverse(&m_geodesic, a.lat, a.lon, b.lat, b.lon, nullptr, nullptr, nullptr, nullptr, nullptr,
                    nullptr, &area);
    return area;
  }

  geod_geodesic m_geodesic{};
  double m_eccentricity2;
  double m_half_b2;
};

/// Areas of the features begin..end in hectares; moves rings to degrees where they are not.
void measure(const model::PolygonSet& polygons, std::size_t begin, std::size_t end,
             const Ellipsoid& ellipsoid, Operation* to_degrees, double* hectares) {
  std::vector<double> moved;
  for (std::size_t f = begin; f < end; ++f) {
    double sum = 0;
    for (std::uint32_t p = polygons.feature_start[f]; p < polygons.feature_start[f + 1]; ++p) {
      for (std::uint32_t r = polygons.part_start[p]; r < polygons.part_start[p + 1]; ++r) {
        auto ring = polygons.ring(r);
        if (to_degrees != nullptr) {
          moved.assign(ring.begin(), ring.end());
          to_degrees->apply(moved);
          ring = moved;
        }
        const double area = std::abs(ellipsoid.ring_area(ring));
        sum += r == polygons.part_start[p] ? area : -area;
      }
    }
    hectares[f - begin] = sum / k_square_metres_a_hectare;
  }
}

}  // namespace

double area_hectares(const model::PolygonSet& polygons, std::size_t feature, std::string_view crs) {
  Geodetic geodetic = geodetic_of(crs);
  double out = 0;
  measure(polygons, feature, feature + 1, Ellipsoid(geodetic.semi_major, geodetic.flattening),
          geodetic.to_degrees ? &*geodetic.to_degrees : nullptr, &out);
  return out;
}

std::vector<double> areas_hectares(const model::PolygonSet& polygons, std::string_view crs) {
  const std::size_t n = polygons.feature_count();
  std::vector<double> out(n);
  if (n == 0) return out;
  const Geodetic geodetic = geodetic_of(crs);
  const Ellipsoid ellipsoid(geodetic.semi_major, geodetic.flattening);
  const std::size_t slices = std::min(n, 4 * base::thread_count());
  const std::size_t grain = (n + slices - 1) / slices;
  std::vector<Operation> operations;  // one a slice, made here: an operation may not be read by two threads
  for (std::size_t begin = 0; geodetic.to_degrees && begin < n; begin += grain) {
    operations.push_back(geodetic.to_degrees->clone());
  }
  base::parallel_for(n, grain, [&](std::size_t begin, std::size_t end) {
    measure(polygons, begin, end, ellipsoid, operations.empty() ? nullptr : &operations[begin / grain],
            &out[begin]);
  });
  return out;
}

/// The ellipsoid, and operations that no thread is using at the moment.
struct HectareMeter::Parts {
  explicit Parts(Geodetic from)
      : geodetic(std::move(from)), ellipsoid(geodetic.semi_major, geodetic.flattening) {}

  Operation take() {
    const std::scoped_lock lock(mutex);
    if (idle.empty()) return geodetic.to_degrees->clone();
    Operation operation = std::move(idle.back());
    idle.pop_back();
    return operation;
  }
  void give_back(Operation operation) {
    const std::scoped_lock lock(mutex);
    idle.push_back(std::move(operation));
  }

  Geodetic geodetic;
  Ellipsoid ellipsoid;
  std::mutex mutex;
  std::vector<Operation> idle;
};

HectareMeter::HectareMeter(std::string_view crs) : m_parts(std::make_unique<Parts>(geodetic_of(crs))) {}
HectareMeter::~HectareMeter() = default;

double HectareMeter::operator()(const model::PolygonSet& polygons, std::size_t feature) const {
  double out = 0;
  if (!m_parts->geodetic.to_degrees) {
    measure(polygons, feature, feature + 1, m_parts->ellipsoid, nullptr, &out);
    return out;
  }
  Operation operation = m_parts->take();
  measure(polygons, feature, feature + 1, m_parts->ellipsoid, &operation, &out);
  m_parts->give_back(std::move(operation));
  return out;
}

double length_metres(std::span<const double> xy, std::string_view crs) {
  Geodetic geodetic = geodetic_of(crs);
  std::vector<double> degrees(xy.begin(), xy.end());
  if (geodetic.to_degrees) geodetic.to_degrees->apply(degrees);
  return Ellipsoid(geodetic.semi_major, geodetic.flattening).length(degrees);
}

}  // namespace ntmap::crs
