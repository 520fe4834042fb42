#pragma once

#include "io/export_layer.hpp"

namespace ntmap::test {

/// Five units for writer tests: a square, a square with a hole, two parts, one without geometry and one
/// more square; codes with leading zeros, Vietnamese names, no-data cells, all special class states but
/// one, attributes of every column type. Coordinates are longitude and latitude (EPSG:4326).
io::ExportLayer sample_layer();

/// The same in VN-2000 TM-3 metres (EPSG:9209): the units 1 km wide.
io::ExportLayer sample_layer_in_metres();

}  // namespace ntmap::test
