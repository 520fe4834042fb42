#pragma once

#include "io/crs_wkt.hpp"
#include "io/geotiff_writer.hpp"
#include "io/gpkg_writer.hpp"
#include "io/ogr_reader.hpp"
#include "io/pdf_georeference.hpp"
#include "io/point_reader.hpp"
#include "io/raster_reader.hpp"

namespace ntmap::io {

/// What the library ntmap_gdal (the files of io/gdal/) does. GDAL brings over a hundred libraries, which take
/// longer to load than most commands take to run; so gdal_library.cpp loads them with the first file that
/// needs them. A function that is new here: a line here, in gdal/functions.cpp and in gdal_library.cpp.
struct GdalFunctions {
  decltype(&io::describe_raster) describe_raster;
  decltype(&io::georeference_pdf) georeference_pdf;
  decltype(&io::is_raster_file) is_raster_file;
  decltype(&io::read_ogr) read_ogr;
  decltype(&io::read_points) read_points;
  decltype(&io::read_raster) read_raster;
  decltype(&io::wkt_for_gdal) wkt_for_gdal;
  decltype(&io::write_geotiff) write_geotiff;
  decltype(&io::write_gpkg) write_gpkg;
};

/// The name by which the library gives its GdalFunctions.
inline constexpr const char* k_gdal_functions = "ntmap_gdal_functions";

}  // namespace ntmap::io
