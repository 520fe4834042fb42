#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/finding.hpp"
#include "io/grid_reader.hpp"
#include "io/vector_reader.hpp"

namespace ntmap::io {

struct CsvFile {
  Grid grid;
  EncodingHints encoding;  ///< raw when the bytes are neither UTF-8 nor UTF-16
  char separator = ',';
  base::Findings findings;
};

/// Reads a text table (RFC 4180, also with ';' or tab between cells; a first line "sep=;" is obeyed).
/// UTF-8 and UTF-16 of both byte orders, with or without a mark, become UTF-8; other bytes stay raw.
/// A quote that is never closed, or closes in the middle of a cell, is taken as an ordinary character and
/// reported with its row, so that it cannot swallow the rows after it. Row numbers count lines of the file.
CsvFile read_csv(const std::filesystem::path& path);

/// The same on bytes in memory; `file` is the path to name in findings.
CsvFile parse_csv(std::string bytes, const std::string& file);

/// "UTF-16 LE" or "UTF-16 BE" where read_csv() takes the file for that; else empty.
std::string utf16_name(const std::filesystem::path& path);

}  // namespace ntmap::io
