#include "make/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace ntmap::sample {

namespace {

std::vector<std::string> split_line(std::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
      cells.back() += '"';
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else if (c != '\r') {
      cells.back() += c;
    }
  }
  return cells;
}

}  // namespace

CsvTable::CsvTable(const std::filesystem::path& path) : m_name(path.filename().string()) {
  std::ifstream in(path);
  std::string line;
  if (!std::getline(in, line)) throw std::runtime_error(fmt::format("{}: cannot be read", path.string()));
  m_header = split_line(line);
  while (std::getline(in, line)) {
    m_rows.push_back(split_line(line));
    if (m_rows.back().size() != m_header.size())
      throw std::runtime_error(fmt::format("{}, line {}: {} cells, {} expected", m_name, m_rows.size() + 1,
                                           m_rows.back().size(), m_header.size()));
  }
}

const std::string& CsvTable::cell(std::size_t row, std::string_view column) const {
  const auto at = std::find(m_header.begin(), m_header.end(), column);
  if (at == m_header.end()) throw std::runtime_error(fmt::format("{}: no column {}", m_name, column));
  return m_rows.at(row)[static_cast<std::size_t>(at - m_header.begin())];
}

void write_text(const std::filesystem::path& path, std::string_view text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  if (!out.flush()) throw std::runtime_error(fmt::format("{}: cannot be written", path.string()));
}

}  // namespace ntmap::sample
