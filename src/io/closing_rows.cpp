#include "io/closing_rows.hpp"

#include <algorithm>
#include <array>

namespace ntmap::io {
namespace {

constexpr std::size_t k_longest_block = 15;  // rows

constexpr auto k_beginnings = std::to_array<std::string_view>({
    "TM. ",         "TM.UBND",        "KT. ",
    "TL. ",         "TUQ. ",          "NGƯỜI LẬP",
    "Người lập",    "NGƯỜI TỔNG HỢP", "Người tổng hợp",
    "CHỦ TỊCH",     "Chủ tịch",       "PHÓ CHỦ TỊCH",
    "Phó Chủ tịch", "THỦ TRƯỞNG",     "Thủ trưởng",
    "GIÁM ĐỐC",     "Giám đốc",       "TRƯỞNG PHÒNG",
    "Trưởng phòng", "Ghi chú",        "GHI CHÚ",
    "Nơi nhận",     "Người kiểm tra", "NGƯỜI KIỂM TRA",
    "Xác nhận của", "XÁC NHẬN CỦA",   "(Ký",
    "(ký",
});

bool is_figure(const Cell& cell) {
  if (cell.kind == CellKind::number) return true;
  const std::string_view text = trimmed(cell.text);
  return !text.empty() && text.find_first_not_of("0123456789.,% ") == std::string_view::npos;
}

/// A remark behind a code and a name is no end of the table.
bool closes(const std::vector<Cell>& row) {
  const auto first =
      std::find_if(row.begin(), row.end(), [](const Cell& cell) { return cell.kind != CellKind::empty; });
  return first != row.end() && first->kind == CellKind::text && is_closing_label(first->text);
}

/// A row with a figure that says nothing of a signature.
bool is_data(const std::vector<Cell>& row) {
  return std::any_of(row.begin(), row.end(), is_figure) && !closes(row);
}

}  // namespace

bool is_closing_label(std::string_view text) {
  text = trimmed(text);
  const bool begins = std::any_of(k_beginnings.begin(), k_beginnings.end(),
                                  [&](std::string_view beginning) { return text.starts_with(beginning); });
  const std::size_t day = text.find("ngày ");
  const bool dated = day != std::string_view::npos && text.find("năm", day) != std::string_view::npos;
  const bool day_first = (day == 0 || text.starts_with("Ngày ")) && text.find('/') != std::string_view::npos;
  const bool place_first = day != std::string_view::npos && day >= 2 && text.substr(day - 2, 2) == ", ";
  return begins || dated || day_first || place_first;
}

std::size_t closing_block(const std::vector<std::vector<Cell>>& rows, std::size_t first) {
  std::size_t after_data = rows.size();
  while (after_data > first && !is_data(rows[after_data - 1])) --after_data;
  const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(after_data);
  const auto at = static_cast<std::size_t>(std::find_if(begin, rows.end(), closes) - rows.begin());
  // Where no row has a figure, most of the table must stand before it.
  const std::size_t longest = after_data > first ? k_longest_block : std::min(k_longest_block, at - first);
  return rows.size() - at <= longest ? at : rows.size();
}

std::size_t behind_inner_block(const std::vector<std::vector<Cell>>& rows, std::size_t first,
                               std::size_t at) {
  if (!closes(rows[at])) return at;
  const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(at);
  if (std::none_of(rows.begin() + static_cast<std::ptrdiff_t>(first), begin, is_data)) return at + 1;
  const auto next = static_cast<std::size_t>(std::find_if(begin, rows.end(), is_data) - rows.begin());
  return next - at <= k_longest_block ? next : at + 1;
}

}  // namespace ntmap::io
