#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/polygon_set.hpp"

namespace ntmap::bench {

struct CountryOptions {
  std::size_t units = 3321;
  std::size_t vertices = 7'130'000;  ///< over all rings, hit within 1 %
  std::uint64_t seed = 1;
};

/// A made-up country of the size and shape of Vietnam's commune layer: EPSG:4326, every border between
/// two units wiggly and equal bit by bit on both sides, islands along the coast, two far archipelagos,
/// and some units that lie as an enclave within another.
struct CountryLayer {
  model::PolygonSet polygons;           ///< valid with the default options; shells counter-clockwise
  std::vector<std::string> codes;       ///< "00001" ..., one a unit
  std::vector<std::uint32_t> district;  ///< some 700 districts
  std::vector<std::uint32_t> province;  ///< some 63 provinces, made of whole districts
};

/// The same options give the same bits.
CountryLayer make_country(const CountryOptions& options = {});

/// Round areas (`corners` vertices each) strewn over the country, many of them overlapping:
/// water supply schemes or consolidated land.
model::PolygonSet make_areas(std::size_t count = 2000, std::size_t corners = 240, std::uint64_t seed = 2);

}  // namespace ntmap::bench
