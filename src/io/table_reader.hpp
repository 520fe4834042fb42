#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/finding.hpp"
#include "io/column_measures.hpp"
#include "io/vector_reader.hpp"
#include "model/table.hpp"

namespace ntmap::io {

struct TableFile;

struct TableOptions {
  std::string sheet;   ///< empty: the first sheet that is not hidden or empty
  int header_row = 0;  ///< from 1; 0: find it
  /// What read_tables() does to each file or sheet before it puts it to the others: texts decoded, each file
  /// by its own encoding.
  std::function<void(TableFile&)> prepare = {};
};

struct TableFile {
  model::Table table;
  EncodingHints encoding;  ///< raw for a .dbf or a CSV that is not UTF-8/16
  std::vector<std::string> other_sheets;
  Measures measures;
  base::Findings findings;
};

/// Reads a table: CSV (own reader), XLSX, ODS, DBF. Title rows above the header and total rows
/// ("Tổng", "Cộng") are left out and named in the findings.
TableFile read_table(const std::filesystem::path& path, const TableOptions& options);

/// One file, and the sheet of it; "*" means every visible sheet.
struct TableSource {
  std::filesystem::path path;
  std::string sheet;
};

/// Reads several files or sheets (one a district) as one table: rows one after another, columns matched
/// by name; a column that a part lacks is no data there, with a finding. table.parts says which rows come
/// from where, and rows that come twice are findings. Raw texts of parts in different encodings are reported,
/// since the hints are the first's, unless `prepare` decodes them.
TableFile read_tables(const std::vector<TableSource>& sources, const TableOptions& options);

/// Sheets of a workbook that are not hidden; one empty name for files without sheets.
std::vector<std::string> visible_sheets(const std::filesystem::path& path);

/// A column as numbers, by rules that planners' files need: decimal comma or point, grouping marks,
/// "%" signs; #DIV/0! and other words become no data. `percent` columns whose numbers lie in 0..1
/// beside texts in 0..100 are brought to 0..100. Everything that was decided is in `findings`, each
/// with the row in the file.
struct NumberColumn {
  std::vector<double> values;  ///< NaN: no data
  base::Findings findings;
};
NumberColumn read_numbers(const model::Table& table, const model::Column& column, bool percent);

}  // namespace ntmap::io
