#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/finding.hpp"
#include "base/job.hpp"
#include "model/polygon_set.hpp"

namespace ntmap::io {

/// One record of a .shp: where its content lies.
struct ShpRecord {
  std::uint64_t offset = 0;  ///< of the content, after the record's 8-byte head
  std::uint32_t length = 0;  ///< of the content, bytes
};

/// The records of a shapefile, found and checked without reading their content.
struct ShpIndex {
  std::vector<ShpRecord> records;
  base::Findings findings;  ///< .shx missing or different, file cut off, header wrong
};

/// Finds the records of the .shp. The .shx (empty path: there is none) says which records count; where it
/// is missing or contradicts a .shp that is sound from end to end, the .shp itself is walked and a finding
/// says so. Nothing is written. Throws Error{data} for a file that is no shapefile of polygons (naming
/// what it holds) or when neither file makes sense.
ShpIndex index_shp(const std::filesystem::path& shp, const std::filesystem::path& shx,
                   const std::string& file);

/// Reads the polygons of the records, one feature each, on all threads; Z and M are dropped with a note.
/// A record whose structure is broken or whose coordinates are not finite gives an empty feature and a
/// finding that names it; boxes that do not fit their coordinates (a sign of damage) give a finding.
/// Byte layout: ESRI Shapefile Technical Description, July 1998.
model::PolygonSet read_shp(const std::filesystem::path& shp, const std::vector<ShpRecord>& records,
                           const std::string& file, base::Findings& findings, const base::Job& job);

}  // namespace ntmap::io
