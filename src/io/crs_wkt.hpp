#pragma once

#include <string>

namespace ntmap::io {

/// A coordinate system as WKT1 with its authority codes, from "EPSG:n" or WKT; empty for an empty text.
/// Throws Error{data} for anything else: files and URLs are never opened.
std::string wkt_for_gdal(const std::string& crs);

}  // namespace ntmap::io
