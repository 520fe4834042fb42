#pragma once

#include <filesystem>
#include <span>

#include "base/job.hpp"
#include "base/pending_file.hpp"
#include "model/table.hpp"

namespace ntmap::io {

struct CsvOptions {
  char separator = ',';  ///< ';' where spreadsheets use the decimal comma
  char decimal = '.';    ///< of numbers
};

/// Writes columns of equal length as CSV (RFC 4180) that spreadsheets open as meant: UTF-8 with a byte
/// order mark, CR LF, one header row. Cells with separators, quotes, line breaks or outer blanks are
/// quoted, and so are texts that look like numbers ("00097"); no data is an empty cell.
/// Error{data}: a text is not UTF-8. Error{io} and Error{cancelled} leave the old file.
void write_csv(std::span<const model::Column> columns, const CsvOptions& options,
               const std::filesystem::path& target, base::Overwrite overwrite, const base::Job& job = {});

}  // namespace ntmap::io
