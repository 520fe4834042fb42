#include "app/data/district_hints.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

namespace ntmap::app {
namespace {

/// What a row whose name is blank says instead: the last text in front of the names, as in cells merged over
/// both, else its only filled cell.
struct LoneText {
  std::string words = {};
  bool alone = true;  ///< there is nothing else in the row
};

LoneText lone_text(const model::Table& table, const model::Column* name, std::size_t row) {
  LoneText out;
  std::string other;
  bool in_front = true;
  for (const model::Column& column : table.columns) {
    in_front = in_front && &column != name;
    const std::string cell = column.text(row);
    if (cell.empty() || cell == out.words) continue;
    const bool counted = cell.find_first_not_of("0123456789.IVX") == std::string::npos;
    if (in_front && !column.has_number(row) && !counted)
      out.words = cell;
    else if (!counted || !in_front)
      other = cell;
  }
  out.alone = out.words.empty() != other.empty();
  if (out.words.empty()) out.words = other;
  return out;
}

class HintReader {
 public:
  HintReader(const model::Table& table, const model::Column* name, std::span<const names::MatchRow> rows,
             const DistrictWords& words)
      : m_table(table), m_name(name), m_rows(rows), m_words(words) {}

  DistrictHints read() {
    m_out.typed.resize(m_rows.size());
    for (std::size_t part = 0; part < std::max<std::size_t>(1, m_table.parts.size()); ++part) {
      const bool parted = !m_table.parts.empty();
      const RowRange range{parted ? m_table.parts[part].first_row : 0, part + 1 < m_table.parts.size()
                                                                           ? m_table.parts[part + 1].first_row
                                                                           : m_rows.size()};
      const std::string& file = parted ? m_table.parts[part].file : m_table.file;
      m_out.parts.push_back(range);
      m_out.sheets.push_back(m_words.of_title(parted ? m_table.parts[part].sheet : m_table.sheet));
      m_out.files.push_back(m_words.of_title(std::filesystem::path(file).stem().string()));
      m_out.grouped.push_back(is_grouped(range));
      m_out.titles.push_back(m_words.within(parted ? m_table.parts[part].titles : m_table.titles));
      m_out.any = m_out.any || m_out.sheets.back() || m_out.files.back() || m_out.titles.back() ||
                  m_out.grouped.back();
      for (std::size_t row = range.begin; row < range.end; ++row) read_row(row);
    }
    return std::move(m_out);
  }

 private:
  void read_row(std::size_t row) {
    const names::MatchRow& said = m_rows[row];
    if (!said.code.empty()) return;
    if (!said.name.empty()) {
      auto district = m_words.of_heading(said.name);
      m_out.any = m_out.any || district;
      if (district && district->typed) m_out.typed[row] = std::move(district);
      return;
    }
    const LoneText lone = said.district.empty() ? lone_text(m_table, m_name, row) : LoneText{said.district};
    if (lone.words.empty()) return;
    auto district = m_words.of_heading(lone.words);
    if (!district && !lone.alone) return;
    m_out.any = m_out.any || district;
    m_out.lone.push_back({row, std::move(district)});
  }

  /// Whether each district stands in one row only, the first of its rows, and more rows are blank than
  /// filled.
  bool is_grouped(RowRange part) const {
    std::set<std::string> seen;
    std::size_t blank = 0;
    for (std::size_t row = part.begin; row < part.end; ++row) {
      const names::MatchRow& said = m_rows[row];
      if (said.name.empty()) continue;
      if (said.district.empty()) {
        if (seen.empty()) return false;
        ++blank;
      } else if (!m_words.of_heading(said.district) || !seen.insert(said.district).second) {
        return false;
      }
    }
    return !seen.empty() && blank > seen.size();
  }

  const model::Table& m_table;
  const model::Column* m_name;
  std::span<const names::MatchRow> m_rows;
  const DistrictWords& m_words;
  DistrictHints m_out;
};

}  // namespace

DistrictHints district_hints(const model::Table& table, const model::Column* name,
                             std::span<const names::MatchRow> rows, const DistrictWords& words) {
  return HintReader(table, name, rows, words).read();
}

std::string heading_words(const model::Table& table, const model::Column* name, const names::MatchRow& said,
                          std::size_t row) {
  if (!said.name.empty()) return said.name;
  return said.district.empty() ? lone_text(table, name, row).words : said.district;
}

}  // namespace ntmap::app
