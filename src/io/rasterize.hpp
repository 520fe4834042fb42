#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/geometry.hpp"
#include "base/job.hpp"
#include "model/polygon_set.hpp"

namespace ntmap::io {

/// A grid over `box` with square pixels of `resolution` (CRS units), its corner at the north-west of
/// the box and its size rounded as gdal_rasterize -tr does.
/// Throws Error{usage} when the resolution is not positive, or the box is empty or gives more than
/// 2^31 - 1 columns or rows.
base::PixelGrid grid_by_resolution(const base::Box& box, double resolution);

/// A grid of exactly that size over `box`, as gdal_rasterize -ts does. Throws Error{usage} for sizes
/// below 1 and empty boxes.
base::PixelGrid grid_by_size(const base::Box& box, int width, int height);

/// Burns one value a feature into `pixels` (row-major, grid.width * grid.height, already filled with
/// the background).
///
/// A pixel belongs to a feature when its centre does, with the rules of gdal_rasterize without -at,
/// pixel by pixel: a centre on a left edge is outside, on a right edge inside, on a level edge inside;
/// the rings of a part are filled even-odd, part after part; later features overwrite.
/// The result does not depend on the count of threads. Pixel is std::uint8_t or std::uint32_t.
template <class Pixel>
void rasterize(const model::PolygonSet& polygons, const base::PixelGrid& grid, std::span<const Pixel> burn,
               std::span<Pixel> pixels, const base::Job& job = {});

extern template void rasterize<std::uint8_t>(const model::PolygonSet&, const base::PixelGrid&,
                                             std::span<const std::uint8_t>, std::span<std::uint8_t>,
                                             const base::Job&);
extern template void rasterize<std::uint32_t>(const model::PolygonSet&, const base::PixelGrid&,
                                              std::span<const std::uint32_t>, std::span<std::uint32_t>,
                                              const base::Job&);

}  // namespace ntmap::io
