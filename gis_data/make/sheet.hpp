#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace ntmap::sample {

/// Empty, text, or a number with so many decimals.
struct Number {
  double value = 0;
  int decimals = 0;
};
using Cell = std::variant<std::monostate, std::string, Number>;

/// A table as an office sends it.
struct Sheet {
  std::string title;  ///< only XLSX has room for it
  std::vector<std::string> header;
  std::vector<std::vector<Cell>> rows;
  bool made_up = true;  ///< CSV: with the column GHI_CHU that says so; false where the rows say it themselves
  bool total_row = false;  ///< XLSX: a last row "Tổng" that adds the whole numbers up
};

/// Said in every made-up file: as a column in CSV, in the title row of XLSX.
inline constexpr const char* k_made_up = "Số liệu minh họa, không phải số liệu thật";

enum class CsvStyle {
  vietnamese,  ///< semicolons and decimal commas
  plain,       ///< commas and decimal points
};

/// UTF-8 with a last column GHI_CHU, filled in the first row.
void write_csv(const std::filesystem::path& file, const Sheet& sheet, CsvStyle style);

/// One sheet "Số liệu": a merged title row, an empty row, the header, the rows. The same sheet gives the
/// same cells; the archive's own dates differ.
void write_xlsx(const std::filesystem::path& file, const Sheet& sheet);

}  // namespace ntmap::sample
