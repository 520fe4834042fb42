#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ntmap::sample {

/// A comma-separated table of the sources, all cells as text.
class CsvTable {
 public:
  /// Throws std::runtime_error when the file cannot be read or a row has another number of cells.
  explicit CsvTable(const std::filesystem::path& path);

  std::size_t size() const { return m_rows.size(); }
  /// Throws std::runtime_error for an unknown column.
  const std::string& cell(std::size_t row, std::string_view column) const;

 private:
  std::string m_name;
  std::vector<std::string> m_header;
  std::vector<std::vector<std::string>> m_rows;
};

/// Writes the text as it is, making the folders above it. Throws std::runtime_error.
void write_text(const std::filesystem::path& path, std::string_view text);

}  // namespace ntmap::sample
