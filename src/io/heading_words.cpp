#include "io/heading_words.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace ntmap::io {
namespace {

bool holds_any(std::string_view heading, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return heading.find(word) != std::string_view::npos; });
}

}  // namespace

bool speaks_of_percent(std::string_view heading) {
  static constexpr auto k_words = std::to_array<std::string_view>(
      {"%", "ỷ lệ", "ỉ lệ", "Ỷ LỆ", "Ỉ LỆ", "ỷ trọng", "hần trăm", "percent"});
  return holds_any(heading, k_words);
}

bool counts_people(std::string_view heading) {
  static constexpr auto k_counts = std::to_array<std::string_view>(
      {"Số hộ", "số hộ", "SỐ HỘ", "Số người", "số người", "Số khẩu", "số khẩu", "Nhân khẩu", "nhân khẩu",
       "Dân số", "dân số", "Số thôn", "số thôn"});
  static constexpr auto k_others =
      std::to_array<std::string_view>({"ình quân", "BQ", "ghìn", "gàn", "riệu", "1000", "1.000"});
  return holds_any(heading, k_counts) && !holds_any(heading, k_others) && !speaks_of_percent(heading);
}

}  // namespace ntmap::io
