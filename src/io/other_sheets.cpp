#include "io/other_sheets.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "io/header_rows.hpp"

namespace ntmap::io {
namespace {

using base::Severity;
using base::text;

std::vector<std::string> filled_texts(const std::vector<Cell>& row) {
  std::vector<std::string> out;
  for (const Cell& cell : row) {
    std::string written(trimmed(cell_text(cell)));
    if (!written.empty()) out.push_back(std::move(written));
  }
  return out;
}

/// Rows of the sheet below one that says most of what the header says; 0 where there is none.
std::size_t rows_below_header(const Grid& grid, const std::vector<std::string>& header) {
  constexpr std::size_t k_searched = 60;
  for (std::size_t row = 0; row < std::min(grid.rows.size(), k_searched); ++row) {
    const std::vector<std::string> texts = filled_texts(grid.rows[row]);
    const auto same =
        static_cast<std::size_t>(std::count_if(header.begin(), header.end(), [&](const std::string& name) {
          return std::find(texts.begin(), texts.end(), name) != texts.end();
        }));
    if (same >= 2 && same * 3 >= header.size() * 2) return grid.rows.size() - row - 1;
  }
  return 0;
}

/// What names the columns of the table, as its sheet writes it.
std::vector<std::string> header_texts(const std::vector<Grid>& grids, const model::Table& table) {
  for (const Grid& grid : grids) {
    const auto at = std::find(grid.row_number.begin(), grid.row_number.end(), table.header_row);
    if (grid.sheet == table.sheet && at != grid.row_number.end())
      return filled_texts(grid.rows[static_cast<std::size_t>(at - grid.row_number.begin())]);
  }
  return {};
}

}  // namespace

std::optional<base::Finding> other_sheets_found(const std::filesystem::path& path, const model::Table& read,
                                                const std::vector<SheetName>& sheets) {
  std::string names;
  for (const SheetName& sheet : sheets) {
    if (!sheet.hidden && sheet.name != read.sheet) names += (names.empty() ? "" : ", ") + sheet.name;
  }
  if (names.empty()) return std::nullopt;
  std::string like;
  std::size_t like_sheets = 0;
  std::size_t rows = 0;
  const std::vector<Grid> grids = visible_grids(path);
  const std::vector<std::string> header = header_texts(grids, read);
  for (const Grid& grid : grids) {
    const std::size_t below = grid.sheet == read.sheet ? 0 : rows_below_header(grid, header);
    if (below == 0) continue;
    like += (like.empty() ? "" : ", ") + grid.sheet;
    ++like_sheets;
    rows += below;
  }
  const std::string file = path.filename().string();
  return base::Finding{
      like_sheets > 0 ? Severity::warning : Severity::note,
      "table.other-sheets",
      path.string(),
      {},
      like_sheets > 0
          ? text("chỉ đọc trang “{}”; {} trang khác có cùng tiêu đề ({} dòng) không được đọc: {}",
                 "only the sheet “{}” was read; {} others with the same header ({} rows) were not: {}",
                 {read.sheet, like_sheets, rows, like})
          : text("chỉ đọc trang “{}”; các trang khác không được đọc: {}",
                 "only the sheet “{}” was read; other sheets were not: {}", {read.sheet, names}),
      text("Ghi {}:{} để chọn trang, {}:* để đọc mọi trang.",
           "Say {}:{} to choose the sheet, {}:* to read all.", {file, read.sheet, file})};
}

}  // namespace ntmap::io
