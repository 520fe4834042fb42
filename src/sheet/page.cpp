#include "sheet/page.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

#include "base/error.hpp"

namespace ntmap::sheet {
namespace {

constexpr double k_pixels_per_mm = 96 / 25.4;
constexpr int k_least_side = 160;
constexpr int k_most_side = 30000;

struct Paper {
  std::string_view name;
  double long_mm;
  double short_mm;
};

constexpr std::array<Paper, 6> k_papers{{{"a0", 1189, 841},
                                         {"a1", 841, 594},
                                         {"a2", 594, 420},
                                         {"a3", 420, 297},
                                         {"a4", 297, 210},
                                         {"16:9", 338.666667, 190.5}}};

[[noreturn]] void refuse(std::string_view text) {
  throw base::Error(base::ErrorKind::usage,
                    base::text("không dùng được khổ “{}”", "the size \"{}\" cannot be used", {text}),
                    base::text("ghi RỘNGxCAO từ {} đến {} điểm ảnh, hoặc A0 đến A4, A4-portrait, 16:9",
                               "give WIDTHxHEIGHT of {} to {} pixels, or A0 to A4, A4-portrait, 16:9",
                               {k_least_side, k_most_side}));
}

}  // namespace

Page pixel_page(int width, int height) {
  const auto [low, high] = std::minmax(width, height);
  if (low < k_least_side || high > k_most_side || static_cast<double>(width) * height > k_most_pixels) {
    refuse(std::to_string(width) + "x" + std::to_string(height));
  }
  return {static_cast<double>(width), static_cast<double>(height)};
}

Page paper_page(std::string_view name) {
  std::string wanted(name);
  std::transform(wanted.begin(), wanted.end(), wanted.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const Paper& paper : k_papers) {
    const double along = paper.long_mm * k_pixels_per_mm;
    const double across = paper.short_mm * k_pixels_per_mm;
    if (wanted == paper.name) return {along, across};
    if (wanted == std::string(paper.name) + "-portrait") return {across, along};
  }
  refuse(name);
}

Page page_from(std::string_view text) {
  int width = 0;
  int height = 0;
  const char* end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, width);
  if (first.ec != std::errc{} || first.ptr == end || *first.ptr != 'x') return paper_page(text);
  const auto second = std::from_chars(first.ptr + 1, end, height);
  if (second.ec != std::errc{} || second.ptr != end) refuse(text);
  return pixel_page(width, height);
}

double unit_of(const Page& page) {
  const double along = std::max(page.width, page.height);
  const double across = std::min(page.width, page.height);
  return std::min(along / 1920, across / 1080);
}

}  // namespace ntmap::sheet
