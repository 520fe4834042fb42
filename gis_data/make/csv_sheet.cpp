#include <fmt/format.h>

#include "make/csv.hpp"
#include "make/sheet.hpp"

namespace ntmap::sample {

namespace {

std::string quoted(const std::string& text, char separator) {
  if (text.find(separator) == std::string::npos && text.find('"') == std::string::npos) return text;
  std::string result = "\"";
  for (const char c : text) result += c == '"' ? std::string("\"\"") : std::string(1, c);
  return result + '"';
}

std::string cell_text(const Cell& cell, CsvStyle style, char separator) {
  if (const auto* text = std::get_if<std::string>(&cell)) return quoted(*text, separator);
  const auto* number = std::get_if<Number>(&cell);
  if (number == nullptr) return {};
  std::string result = fmt::format("{:.{}f}", number->value, number->decimals);
  if (style == CsvStyle::vietnamese)
    if (const std::size_t point = result.find('.'); point != std::string::npos) result[point] = ',';
  return result;
}

}  // namespace

void write_csv(const std::filesystem::path& file, const Sheet& sheet, CsvStyle style) {
  const char separator = style == CsvStyle::vietnamese ? ';' : ',';
  std::string out;
  const auto add = [&](const std::vector<Cell>& cells, const char* note) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) out += separator;
      out += cell_text(cells[i], style, separator);
    }
    if (sheet.made_up) out += separator + quoted(note, separator);
    out += '\n';
  };
  add(std::vector<Cell>(sheet.header.begin(), sheet.header.end()), "GHI_CHU");
  for (std::size_t i = 0; i < sheet.rows.size(); ++i) add(sheet.rows[i], i == 0 ? k_made_up : "");
  write_text(file, out);
}

}  // namespace ntmap::sample
