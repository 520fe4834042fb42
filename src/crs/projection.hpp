#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ntmap::crs {

inline constexpr double k_radians_a_degree = 0.017453292519943295;

/// What PROJ reads from the definition of a coordinate system.
struct Facts {
  std::string name;
  std::string epsg;  ///< written in the definition itself; empty when it is not
  std::string wkt;   ///< WKT2
  bool geographic = false;
  bool projected = false;
  double metres_per_unit = 1;
  std::string datum;  ///< name of the datum
  double semi_major = 0;
  double inverse_flattening = 0;
  bool transverse_mercator = false;
  double central_meridian = 0;    ///< degrees, transverse Mercator only
  double latitude_of_origin = 0;  ///< degrees
  double scale = 1;
  double false_easting = 0;
  double false_northing = 0;
  std::optional<std::array<double, 7>> to_wgs84;  ///< TOWGS84 values written in the definition
};

/// Reads "EPSG:n", WKT or PROJ text; nothing when PROJ cannot.
std::optional<Facts> read_facts(std::string_view definition);

/// A code that PROJ's database knows the system under, with its confidence (0..100). Slow (0.2 s).
struct Identity {
  std::string epsg;
  int confidence = 0;
};
Identity identify(std::string_view definition);

/// A coordinate operation of PROJ: x east first, degrees where geographic. One a thread.
class Operation {
 public:
  /// From a PROJ pipeline text.
  explicit Operation(const std::string& pipeline);
  /// Between two systems as PROJ's database has it, without grids from the network and without the guess
  /// that different datums are the same. Throws Error{data} where there is none.
  Operation(std::string_view from, std::string_view to);
  ~Operation();
  Operation(Operation&&) noexcept;
  Operation& operator=(Operation&&) noexcept;

  /// The same for another thread.
  Operation clone() const;
  /// Moves x0 y0 x1 y1 ... in place; false when a point could not be moved (it is infinite then).
  bool apply(std::span<double> xy);

 private:
  struct Parts;
  explicit Operation(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> m_parts;
};

/// From a system to degrees of longitude and latitude on its own datum, and that ellipsoid.
struct Geodetic {
  std::optional<Operation> to_degrees;  ///< nothing when the coordinates are degrees already
  double semi_major = 6378137;
  double flattening = 1 / 298.257223563;
};
/// Throws Error{data} when the system is neither geographic nor projected.
Geodetic geodetic_of(std::string_view crs);

}  // namespace ntmap::crs
