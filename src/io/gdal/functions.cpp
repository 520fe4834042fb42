#include "io/gdal_library.hpp"

/// All that the library shows to the outside; the name is k_gdal_functions.
extern "C" [[gnu::visibility("default")]] const ntmap::io::GdalFunctions ntmap_gdal_functions;

const ntmap::io::GdalFunctions ntmap_gdal_functions{.describe_raster = &ntmap::io::describe_raster,
                                                    .georeference_pdf = &ntmap::io::georeference_pdf,
                                                    .is_raster_file = &ntmap::io::is_raster_file,
                                                    .read_ogr = &ntmap::io::read_ogr,
                                                    .read_points = &ntmap::io::read_points,
                                                    .read_raster = &ntmap::io::read_raster,
                                                    .wkt_for_gdal = &ntmap::io::wkt_for_gdal,
                                                    .write_geotiff = &ntmap::io::write_geotiff,
                                                    .write_gpkg = &ntmap::io::write_gpkg};
