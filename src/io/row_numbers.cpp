#include "io/row_numbers.hpp"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace ntmap::io {
namespace {

std::string_view without_dot(std::string_view cell) {
  if (!cell.empty() && cell.back() == '.') cell.remove_suffix(1);
  return cell;
}

/// The count of "7" and "7."; nothing for anything else.
std::optional<std::size_t> row_count_of(std::string_view cell) {
  cell = without_dot(cell);
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), count);
  if (cell.empty() || error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  return count;
}

/// "2.14": the 14th row below 2.
struct SubCount {
  std::size_t head = 0;
  std::size_t count = 0;
};
std::optional<SubCount> sub_count_of(std::string_view cell) {
  cell = without_dot(cell);
  const std::size_t dot = cell.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto head = row_count_of(cell.substr(0, dot));
  const auto count = row_count_of(cell.substr(dot + 1));
  return head && count ? std::optional(SubCount{*head, *count}) : std::nullopt;
}

/// "I", "IV.", "B": how outlines number what stands above 1, 2, 3.
bool is_outline_head(std::string_view cell) {
  cell = without_dot(cell);
  const bool letter = cell.size() == 1 && cell[0] >= 'A' && cell[0] <= 'Z';
  return letter || (!cell.empty() && cell.find_first_not_of("IVX") == std::string_view::npos);
}

/// The rows numbered by letters and Roman numbers above rows that are counted.
std::vector<std::size_t> lettered_heads(const model::Column& column, std::size_t rows) {
  std::vector<std::size_t> heads;
  std::size_t counted = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::string cell = column.text(row);
    if (cell.empty()) continue;
    if (row_count_of(cell)) {
      ++counted;
    } else if (is_outline_head(cell)) {
      heads.push_back(row);
    } else {
      return {};
    }
  }
  return counted > heads.size() ? heads : std::vector<std::size_t>{};
}

/// The rows 1, 2, 3 above 1.1, 1.2, 2.1: every number must follow from the one before, for figures look
/// alike.
std::vector<std::size_t> counted_heads(const model::Column& column, std::size_t rows) {
  std::vector<std::size_t> heads;
  std::size_t below = 0;
  std::size_t last = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::string cell = column.text(row);
    if (cell.empty()) continue;
    if (const auto sub = sub_count_of(cell)) {
      // A spreadsheet's number 2.10 is 2.1.
      if (sub->head != heads.size() || (sub->count != last + 1 && sub->count != 1)) return {};
      last = sub->count == last + 1 ? sub->count : last + 1;
      ++below;
    } else if (row_count_of(cell) == heads.size() + 1) {
      heads.push_back(row);
      last = 0;
    } else {
      return {};
    }
  }
  return below > heads.size() ? heads : std::vector<std::size_t>{};
}

bool is_row_counter(const model::Column& column, std::size_t begin, std::size_t end) {
  constexpr std::size_t k_fewest = 3;
  std::size_t last = 0;
  std::size_t counted = 0;
  for (std::size_t row = begin; row < end; ++row) {
    const std::string cell = column.text(row);
    if (cell.empty()) continue;
    const auto count = row_count_of(cell);
    if (!count || (*count != last + 1 && *count != 1)) return false;
    last = *count;
    ++counted;
  }
  return counted >= k_fewest && 4 * counted >= 3 * (end - begin);
}

}  // namespace

std::vector<std::size_t> outline_heads(std::span<const model::Column> columns) {
  for (const model::Column& column : columns) {
    for (const auto& find : {lettered_heads, counted_heads}) {
      std::vector<std::size_t> heads = find(column, column.size());
      if (!heads.empty()) return heads;
    }
  }
  return {};
}

const model::Column* counting_column(const model::Table& table, std::size_t begin, std::size_t end) {
  for (const model::Column& column : table.columns) {
    if (is_row_counter(column, begin, end)) return &column;
  }
  return nullptr;
}

}  // namespace ntmap::io
