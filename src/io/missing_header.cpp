#include "io/missing_header.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/grid_rows.hpp"
#include "io/header_rows.hpp"
#include "io/number_reader.hpp"
#include "io/total_row_reader.hpp"

namespace ntmap::io {
namespace {

using CellRow = std::vector<Cell>;

constexpr std::size_t k_rows_asked = 200;  ///< rows below that tell what a column holds

/// What headings of columns say alone or in front of more words.
constexpr auto k_heading_starts = std::to_array<std::string_view>(
    {"tên",     "mã",         "số",        "tỷ lệ",     "tỉ lệ",     "đơn vị",   "đvhc",      "địa phương",
     "địa bàn", "kết quả",    "ghi chú",   "diện tích", "dân số",    "tiêu chí", "chỉ tiêu",  "nội dung",
     "họ tên",  "họ và tên",  "thời gian", "ngày",      "danh hiệu", "xếp loại", "ten",       "ma",
     "don vi",  "dia phuong", "dia ban",   "ket qua",   "ghi chu",   "ty le",    "dien tich", "code",
     "name",    "district",   "commune",   "note",      "value",     "type",     "unit"});

/// What they say alone only: with more behind it is a name ("Xã Kỳ Anh", "TT Nghèn", "Năm Căn").
constexpr auto k_headings = std::to_array<std::string_view>(
    {"xã", "phường", "thị trấn", "huyện", "thị xã", "tỉnh", "stt", "tt", "năm", "hộ", "loại", "cấp",
     "xa", "phuong", "huyen",    "tinh",  "nam",    "loai", "cap", "so", "ho",  "id", "year", "province"});

/// Types in front of the names of units, small; behind them a name begins with a capital.
constexpr auto k_types = std::to_array<std::string_view>(
    {"xã",     "x.",           "phường",         "p.",    "thị trấn", "tt.", "tt",     "huyện",    "h.",
     "thị xã", "tx.",          "thành phố",      "tp.",   "quận",     "xa",  "phuong", "thi tran", "huyen",
     "x\xB7",  "ph\xAD\xEAng", "th\xDE tr\xCAn", "xa\xF5"});

bool is_filled_cell(const CellRow& row, std::size_t column) {
  return column < row.size() && row[column].kind != CellKind::empty;
}

std::string words_of_cell(const Cell& cell) {
  return std::string(trimmed(cell_text(cell)));
}

bool says_no_data(const Cell& cell) {
  return cell.kind == CellKind::text && parse_number_text(cell.text).shape == NumberShape::no_data;
}

bool is_words(const Cell& cell) {
  return cell.kind == CellKind::text && parse_number_text(cell.text).shape == NumberShape::word;
}

bool ends_heading(std::string_view rest) {
  return rest.empty() || std::string_view(" /,(-.:_\n").find(rest.front()) != std::string_view::npos;
}

/// "Tên xã", "Xã, phường", "ma_xa": what says of a column what it holds.
bool is_heading(std::string_view words) {
  const std::string small = lower_vietnamese(words);
  const auto begins = [&](std::string_view start) {
    return small.starts_with(start) && ends_heading(std::string_view(small).substr(start.size()));
  };
  const auto alone = [&](std::string_view word) {
    return begins(word) && (small.size() == word.size() || small[word.size()] != ' ');
  };
  return std::any_of(k_heading_starts.begin(), k_heading_starts.end(), begins) ||
         std::any_of(k_headings.begin(), k_headings.end(), alone);
}

/// Whether a name begins here: a capital of ASCII or, in UTF-8, one with a mark.
bool begins_with_capital(std::string_view words) {
  if (words.empty()) return false;
  if (words.front() >= 'A' && words.front() <= 'Z') return true;
  const auto lead = static_cast<unsigned char>(words.front());
  const std::string_view letter = words.substr(0, lead >= 0xE1 ? 3 : 2);
  return lead >= 0x80 && lower_vietnamese(letter) != letter;
}

/// "Xã Kỳ Anh", "TT. Nghèn", "X· Kú Anh".
bool is_typed_name(std::string_view words) {
  const std::string small = lower_vietnamese(words);
  return std::any_of(k_types.begin(), k_types.end(), [&](std::string_view type) {
    if (!small.starts_with(type)) return false;
    const std::string_view rest = words.substr(type.size());
    const bool parted = type.back() == '.' || rest.starts_with(' ');
    return parted && begins_with_capital(trimmed(rest));
  });
}

/// How a code is made: digits as 9, letters as A, the rest as it stands. Empty for what is no code: without a
/// digit, with blanks, short numbers, years, figures with decimals.
std::string make_of_code(const Cell& cell) {
  constexpr std::size_t k_shortest = 4;
  std::string make = words_of_cell(cell);
  if (make.size() < k_shortest) return {};
  bool digits = false;
  bool others = false;
  for (char& letter : make) {
    const bool digit = letter >= '0' && letter <= '9';
    const bool plain = (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
    if (!digit && !plain && letter != '-' && letter != '_' && letter != '/') return {};
    digits = digits || digit;
    others = others || !digit;
    letter = digit ? '9' : plain ? 'A' : letter;
  }
  const bool year = !others && is_column_name(cell);
  return digits && !year ? make : std::string();
}

double count_in(const Cell& cell) {
  const NumberText read = parse_number_text(cell_text(cell));
  return read.shape == NumberShape::plain ? number_value(read, '.') : -1;
}

enum class Speaks : std::uint8_t { nothing, for_data, for_header };

/// A row and what stands below it.
class RowJudge {
 public:
  RowJudge(const Grid& grid, std::size_t at) : m_row(grid.rows[at]) {
    const std::size_t end = std::min(grid.rows.size(), at + 1 + k_rows_asked);
    for (std::size_t i = at + 1; i < end; ++i) {
      if (filled_cells(grid.rows[i]) >= 2 && !is_same(grid.rows[i])) m_below.push_back(&grid.rows[i]);
    }
  }

  bool is_data() const {
    bool data = false;
    for (std::size_t column = 0; column < m_row.size(); ++column) {
      const Speaks says = speaks(column);
      if (says == Speaks::for_header) return false;
      data = data || says == Speaks::for_data;
    }
    return data;
  }

  bool has_heading() const { return count_headings(m_row) > 0; }

  bool holds_figures(std::size_t column) const {
    const std::vector<const Cell*> cells = cells_below(column);
    const auto words = static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(), [](const Cell* cell) { return is_words(*cell); }));
    return 2 * words < cells.size();
  }

  /// The widest row below.
  std::size_t width() const {
    std::size_t out = 0;
    for (const CellRow* row : m_below) out = std::max(out, row->size());
    return out;
  }

 private:
  bool is_same(const CellRow& other) const {
    for (std::size_t c = 0; c < std::max(m_row.size(), other.size()); ++c) {
      if (is_filled_cell(m_row, c) != is_filled_cell(other, c)) return false;
      if (is_filled_cell(other, c) && words_of_cell(other[c]) != words_of_cell(m_row[c])) return false;
    }
    return true;
  }

  std::vector<const Cell*> cells_below(std::size_t column) const {
    std::vector<const Cell*> out;
    for (const CellRow* row : m_below) {
      if (is_filled_cell(*row, column) && !says_no_data((*row)[column])) out.push_back(&(*row)[column]);
    }
    return out;
  }

  Speaks speaks(std::size_t column) const {
    const Cell& cell = m_row[column];
    if (cell.kind == CellKind::empty || says_no_data(cell)) return Speaks::nothing;
    const std::string words = words_of_cell(cell);
    if (cell.kind == CellKind::text && is_heading(words)) return Speaks::for_header;
    const std::vector<const Cell*> below = cells_below(column);
    if (below.size() < 2) return Speaks::nothing;
    if (is_words(cell) && holds_figures(column) && make_of_code(cell).empty()) return Speaks::for_header;
    const bool data = goes_on(cell, below) || is_made_alike(cell, below) ||
                      stands_again(cell, words, below) || is_named_alike(words, below);
    return data ? Speaks::for_data : Speaks::nothing;
  }

  /// 1 above 2 and 3.
  static bool goes_on(const Cell& cell, const std::vector<const Cell*>& below) {
    const double first = count_in(cell);
    return first >= 1 && count_in(*below[0]) == first + 1 && count_in(*below[1]) == first + 2;
  }

  static bool is_made_alike(const Cell& cell, const std::vector<const Cell*>& below) {
    const std::string make = make_of_code(cell);
    if (make.empty()) return false;
    const auto alike = static_cast<std::size_t>(std::count_if(
        below.begin(), below.end(), [&](const Cell* other) { return make_of_code(*other) == make; }));
    return 10 * alike >= 8 * below.size();
  }

  static bool stands_again(const Cell& cell, const std::string& words,
                           const std::vector<const Cell*>& below) {
    return is_words(cell) && std::any_of(below.begin(), below.end(),
                                         [&](const Cell* other) { return words_of_cell(*other) == words; });
  }

  static bool is_named_alike(const std::string& words, const std::vector<const Cell*>& below) {
    if (!is_typed_name(words)) return false;
    const auto alike = static_cast<std::size_t>(std::count_if(
        below.begin(), below.end(), [](const Cell* other) { return is_typed_name(words_of_cell(*other)); }));
    return 2 * alike >= below.size();
  }

  const CellRow& m_row;
  std::vector<const CellRow*> m_below;
};

/// How many of the first columns are filled; 0 where there is a gap, or a cell that names nothing.
std::size_t first_columns(const CellRow& row) {
  std::size_t count = 0;
  while (is_filled_cell(row, count)) ++count;
  const bool names =
      std::all_of(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(count), is_column_name);
  return names && count == filled_cells(row) ? count : 0;
}

}  // namespace

bool is_row_of_data(const Grid& grid, std::size_t at) {
  return RowJudge(grid, at).is_data();
}

std::size_t count_headings(const std::vector<Cell>& row) {
  return static_cast<std::size_t>(std::count_if(row.begin(), row.end(), [](const Cell& cell) {
    return cell.kind == CellKind::text && is_heading(words_of_cell(cell));
  }));
}

bool names_first_columns(const Grid& grid, std::size_t at) {
  const std::size_t named = first_columns(grid.rows[at]);
  if (named < 2 || at + 2 >= grid.rows.size()) return false;
  const RowJudge judge(grid, at);
  if (judge.width() <= named || (!judge.has_heading() && !is_row_of_data(grid, at + 1))) return false;
  if (RowJudge(grid, at + 1).has_heading()) return false;
  for (std::size_t column = named; column < judge.width(); ++column) {
    if (judge.holds_figures(column)) return false;
  }
  return true;
}

}  // namespace ntmap::io
