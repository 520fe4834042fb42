#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ntmap::io {

/// What the text of a file says of one feature's shape, to be held against what a library read of it: GDAL
/// leaves a ring with one bad position out without a word.
struct ShapeText {
  std::size_t positions = 0;  ///< as written, good or not
  std::size_t damaged = 0;    ///< of these: no two numbers; in KML also rings without any position
  std::string first_damaged;  ///< as written, shortened
  std::size_t line = 0;       ///< of the first damaged one, from 1; 0 where there is none
};

struct ShapeTexts {
  std::vector<ShapeText> features;  ///< in the order of the file
  bool in_order = true;  ///< a reader gives them in that order; false where they have numbers of their own
  std::string crs;       ///< GeoJSON's member "crs" as written; empty where there is none, or null
};

/// One pass over the text each, without a tree. Texts that are no such format give what can be made of them:
/// whether they can be read is the library's to say.
ShapeTexts scan_geojson(std::string_view text);
/// Placemarks; text in UTF-8 or any encoding that is ASCII in its lower half.
ShapeTexts scan_kml(std::string_view text);
/// Objects of a MapInfo interchange file.
ShapeTexts scan_mif(std::string_view text);

}  // namespace ntmap::io
