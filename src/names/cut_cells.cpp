#include "names/cut_cells.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "names/unicode.hpp"

namespace ntmap::names {
namespace {

using base::text;

/// Bytes of the letter that the text breaks off in; 0 where it ends with a whole one.
std::size_t half_letter(std::string_view bytes) {
  constexpr std::size_t k_longest = 3;  // of a part
  for (std::size_t part = 1; part <= std::min(k_longest, bytes.size()); ++part) {
    const auto byte = static_cast<unsigned char>(bytes[bytes.size() - part]);
    if (byte >= 0x80 && byte < 0xC0) continue;
    const std::size_t length = byte < 0xC2 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 1;
    return length > part ? part : 0;
  }
  return 0;
}

std::string without_part(const std::string& cell) {
  std::string whole = cell.substr(0, cell.size() - half_letter(cell));
  while (whole.ends_with(' ')) whole.pop_back();
  return whole;
}

/// The cells of one column that are as long as the longest.
struct FullCells {
  std::size_t width = 0;
  std::set<std::string> different;
  std::vector<std::size_t> cut;  ///< rows, from 0
  std::size_t whole = 0;
};

FullCells full_cells(const std::vector<std::string>& cells) {
  FullCells out;
  for (const std::string& cell : cells) out.width = std::max(out.width, cell.size());
  for (const std::string& cell : cells) {
    if (cell.size() == out.width) out.different.insert(cell);
  }
  for (std::size_t row = 0; row < cells.size() && out.width > 0; ++row) {
    if (cells[row].size() != out.width) continue;
    const std::size_t part = half_letter(cells[row]);
    const bool sure = part > 1 || (part == 1 && out.different.size() > 1);
    if (sure && is_valid_utf8(without_part(cells[row]))) {
      out.cut.push_back(row);
    } else if (part == 0) {
      ++out.whole;
    }
  }
  return out;
}

/// Whether the column is UTF-8 by what is whole in it.
bool is_utf8_apart(const std::vector<std::string>& cells, const FullCells& full) {
  constexpr std::size_t k_good_a_bad = 9;
  std::size_t good = 0;
  std::size_t bad = 0;
  auto next = full.cut.begin();
  for (std::size_t row = 0; row < cells.size(); ++row) {
    const bool cut = next != full.cut.end() && *next == row;
    if (cut) ++next;
    const std::string cell = cut ? without_part(cells[row]) : cells[row];
    if (is_ascii(cell)) continue;
    ++(is_valid_utf8(cell) ? good : bad);
  }
  return good >= full.cut.size() && good >= k_good_a_bad * bad;
}

base::Finding cut_finding(const model::Table& table, const model::Column& column, const FullCells& full,
                          const std::string& first) {
  constexpr std::size_t k_named = 8;
  std::string rows;
  for (std::size_t i = 0; i < std::min(k_named, full.cut.size()); ++i) {
    const std::size_t row = full.cut[i];
    rows += i == 0 ? "" : ", ";
    rows += std::to_string(row < table.source_row.size() ? table.source_row[row] : row + 1);
  }
  if (full.cut.size() > k_named) rows += ", …";
  base::Text what =
      text("{} ô bị cắt giữa một chữ vì trường chỉ rộng {} byte (như “{}…”); phần còn nguyên được giữ",
           "{} cells were cut inside a letter, for the field is {} bytes wide (such as “{}…”); what is "
           "whole was kept",
           {full.cut.size(), full.width, first});
  if (full.whole > 0)
    what = text("{}; {} ô khác cũng đầy trường, có thể bị cắt",
                "{}; {} other cells fill it too and may be cut", {what, full.whole});
  return {base::Severity::warning,
          "encoding.cut",
          table.file,
          text("dòng {}, cột {}", "row {}, column {}", {rows, nfc(column.name)}),
          std::move(what),
          text("Xin lại lớp có trường rộng hơn (hoặc dạng GeoPackage); trong lúc chờ, ghép theo mã.",
               "Ask for the layer with a wider field, or as a GeoPackage; join by code meanwhile.")};
}

}  // namespace

base::Findings trim_cut_cells(model::Table& table) {
  base::Findings findings;
  for (model::Column& column : table.columns) {
    const FullCells full = full_cells(column.texts);
    if (full.cut.empty() || !is_utf8_apart(column.texts, full)) continue;
    for (const std::size_t row : full.cut) column.texts[row] = without_part(column.texts[row]);
    findings.push_back(cut_finding(table, column, full, column.texts[full.cut.front()]));
  }
  return findings;
}

}  // namespace ntmap::names
