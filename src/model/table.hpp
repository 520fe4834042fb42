#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace ntmap::model {

/// "No data" in a column of numbers. Ask with std::isnan.
inline constexpr double k_no_data = std::numeric_limits<double>::quiet_NaN();

enum class ColumnType : std::uint8_t {
  text,    ///< every cell is text
  number,  ///< every cell is a number or no data
  mixed,   ///< some cells are numbers, others text, as spreadsheets have it
};

/// One field of a table or layer. Codes ("00097") are text from end to end.
///
/// text: `texts` filled; an empty string is no data. number: `numbers` filled; NaN is no data.
/// mixed: both filled; where numbers[i] is NaN the cell is texts[i].
struct Column {
  std::string name;
  ColumnType type = ColumnType::text;
  std::vector<std::string> texts;
  std::vector<double> numbers;

  std::size_t size() const { return type == ColumnType::text ? texts.size() : numbers.size(); }
  bool has_text(std::size_t row) const {
    return type != ColumnType::number && !texts[row].empty() &&
           (type == ColumnType::text || std::isnan(numbers[row]));
  }
  bool has_number(std::size_t row) const { return type != ColumnType::text && !std::isnan(numbers[row]); }
  bool is_missing(std::size_t row) const { return !has_text(row) && !has_number(row); }
  /// The cell as text; numbers in their shortest form ("98.5"), no data as "".
  std::string text(std::size_t row) const;
  bool operator==(const Column&) const = default;
};

/// One of several files or sheets that a table was put together from.
struct TablePart {
  std::string file;
  std::string sheet;
  std::uint32_t header_row = 0;
  std::size_t first_row = 0;             ///< its first row in the table; it goes on to the next part
  std::vector<std::string> titles = {};  ///< the texts of each row above the header
  bool operator==(const TablePart&) const = default;
};

/// A table as read: columns of equal length, and where each row stood in its file.
struct Table {
  std::string file;              ///< path as the user gave it; of the first part when there are several
  std::string sheet;             ///< sheet or layer; empty where the format has none
  std::uint32_t header_row = 0;  ///< row of the header in the file, from 1; 0 when there is none
  std::vector<Column> columns;
  std::vector<std::uint32_t> source_row;  ///< row in the file, from 1, of each row here
  std::vector<TablePart> parts;           ///< when put together from several files or sheets, else empty
  std::vector<std::string> titles = {};   ///< the texts of each row above the header, of the first part

  const std::string& file_of(std::size_t row) const;
  const std::string& sheet_of(std::size_t row) const;

  std::size_t row_count() const { return columns.empty() ? 0 : columns.front().size(); }
  /// The column of that exact name, or null.
  const Column* find(std::string_view name) const;
};

}  // namespace ntmap::model
