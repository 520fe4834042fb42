#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/polygon_set.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::test {

/// One field of a .dbf made by hand.
struct DbfField {
  std::string name;
  char type;
  std::uint8_t length;
  std::uint8_t decimals = 0;
};

/// The bytes of a dBASE III table; each cell is padded to its field (numbers to the right).
std::string dbf_bytes(const std::vector<DbfField>& fields, const std::vector<std::vector<std::string>>& rows,
                      unsigned char language_id = 0);

/// A .shp and its .shx with one polygon record a feature, rings closed and clockwise shells as the format
/// wants; boxes are right. `type` 5, 15 (Z and M zero) or 25.
struct ShpBytes {
  std::string shp;
  std::string shx;
};
ShpBytes shp_bytes(const model::PolygonSet& polygons, std::int32_t type = 5);

/// The same from rings as they are to stand in the file (x0 y0 x1 y1 ..., closing vertex included).
using FileRings = std::vector<std::vector<double>>;
ShpBytes shp_bytes(const std::vector<FileRings>& features, std::int32_t type = 5);

/// Writes communes.shp, .shx, .dbf (fields code and name) for these features; returns the .shp.
std::filesystem::path write_shapefile(const TemporaryFolder& folder, const model::PolygonSet& polygons,
                                      const std::vector<std::vector<std::string>>& rows);

/// Puts numbers into bytes at a place.
void put_big32(std::string& bytes, std::size_t at, std::uint32_t value);
void put_little32(std::string& bytes, std::size_t at, std::uint32_t value);
void put_double(std::string& bytes, std::size_t at, double value);

/// A zip archive with these entries, stored without packing.
std::string zip_bytes(const std::vector<std::pair<std::string, std::string>>& entries);

/// An .xlsx of one or more sheets from the XML inside <worksheet>; styles 0 general, 1 percent (0.0%),
/// 2 date, 3 accounting ("_-* #,##0\ _d_-"). `states` may hide sheets ("hidden").
struct XlsxSheet {
  std::string name;
  std::string xml;
  std::string state;
};
std::string xlsx_bytes(const std::vector<XlsxSheet>& sheets, std::string_view shared_strings = {});

/// An .ods from the XML inside <office:spreadsheet>.
std::string ods_bytes(std::string_view tables);

}  // namespace ntmap::test
