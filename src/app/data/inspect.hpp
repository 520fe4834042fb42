#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/data/load_layer.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"
#include "crs/crs.hpp"
#include "io/raster_reader.hpp"
#include "model/table.hpp"

namespace ntmap::app {

/// How the letters of one field were read, and how else they might be.
struct FieldReading {
  std::string field;
  base::Text encoding;  ///< "TCVN3 (ABC)"
  base::Text reason;    ///< "nhận dạng theo nội dung"
  bool utf8 = false;    ///< it is what everyone uses today: nothing to choose
  struct Candidate {
    base::Text encoding;
    std::vector<std::string> rows;  ///< up to five different texts, read this way
  };
  std::vector<Candidate> candidates;  ///< best first
};

/// What a file holds and what is wrong with it, for people who have not seen it before.
struct Inspection {
  std::string path;
  std::string driver;
  std::string layer;
  std::vector<std::string> other_layers;
  bool has_geometry = false;
  std::size_t vertices = 0;
  crs::Description crs;
  std::optional<io::RasterSummary> raster;  ///< of a raster; there are then no fields and rows
  std::size_t invalid = 0;                  ///< features with invalid geometry
  model::Table table;                       ///< decoded
  std::vector<FieldReading> readings;       ///< of the fields with letters beyond ASCII
  base::Findings findings;
};

struct InspectRequest {
  std::string path;  ///< PATH[:layer] or PATH[:sheet]
  std::string encoding = "auto";
  std::string crs;
};

/// Polygons, a raster or a table, by the file's extension. Throws Error when it cannot be read at all.
Inspection inspect(const InspectRequest& request, const base::Job& job = {});

}  // namespace ntmap::app
