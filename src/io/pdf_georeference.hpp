#pragma once

#include <filesystem>
#include <string>

#include "base/geometry.hpp"

namespace ntmap::io {

/// Makes a PDF of one page a GeoPDF (ISO 32000 geospatial viewport): readers then show coordinates, and GDAL
/// and QGIS place the page. The page itself stays as it is, vectors and texts included; the same page gives
/// the same bytes.
///
/// `page` is the whole page in pixels of 1/96 inch on the map's coordinates, `map` the world box of the map's
/// frame on it, `crs` "EPSG:n" or WKT. Throws Error{io}; the file at `pdf` is written anew and may then be
/// broken, so give it a PendingFile's temporary. `shown` is the name that errors give.
void georeference_pdf(const std::filesystem::path& pdf, const base::PixelGrid& page, const base::Box& map,
                      const std::string& crs, const std::filesystem::path& shown);

}  // namespace ntmap::io
