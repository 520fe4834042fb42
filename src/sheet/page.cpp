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
constexpr double k_print_dpi = 300;
constexpr double k_slide_dpi = 144;
constexpr int k_least_dpi = 20;
constexpr int k_most_dpi = 1200;
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

/// Whether the text begins as a size in pixels does, "1920x".
bool is_pixels(std::string_view text) {
  int width = 0;
  const char* end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, width);
  return first.ec == std::errc{} && first.ptr != end && *first.ptr == 'x';
}

[[noreturn]] void refuse(std::string_view text) {
  throw base::Error(base::ErrorKind::usage,
                    base::text("Không dùng được khổ “{}”", "The size “{}” cannot be used", {text}),
                    base::text("Ghi RỘNGxCAO từ {} đến {} điểm ảnh, hoặc A0 đến A4, A4-portrait, 16:9.",
                               "Give WIDTHxHEIGHT of {} to {} pixels, or A0 to A4, A4-portrait, 16:9.",
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
  if (!is_pixels(text)) return paper_page(text);
  int width = 0;
  int height = 0;
  const char* end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, width);
  const auto second = std::from_chars(first.ptr + 1, end, height);
  if (second.ec != std::errc{} || second.ptr != end) refuse(text);
  return pixel_page(width, height);
}

Page picture_page(std::string_view text, double dpi) {
  const Page page = page_from(text);
  if (is_pixels(text)) {
    if (dpi == 0) return page;
    throw base::Error(base::ErrorKind::usage,
                      base::text("--dpi không đi cùng kích thước tính bằng điểm ảnh ({})",
                                 "--dpi does not go with a size in pixels ({})", {text}),
                      base::text("Bỏ --dpi, hoặc chọn khổ giấy: --size A4.",
                                 "Leave --dpi out, or choose a paper: --size A4."));
  }
  if (dpi == 0) dpi = page == paper_page("16:9") ? k_slide_dpi : k_print_dpi;
  if (!(dpi >= k_least_dpi && dpi <= k_most_dpi)) {
    throw base::Error(
        base::ErrorKind::usage,
        base::text("--dpi phải từ {} đến {}", "--dpi must be {} to {}", {k_least_dpi, k_most_dpi}),
        base::text("In giấy: 300 là đủ; khổ lớn xem từ xa: 150.",
                   "For print 300 is enough; for large sheets seen from afar 150."));
  }
  const double width = std::round(page.width * dpi / page.dpi);
  const double height = std::round(page.height * dpi / page.dpi);
  if (width * height > k_most_pixels) {
    throw base::Error(base::ErrorKind::usage,
                      base::text("khổ {} ở {} dpi là {} x {} điểm ảnh, quá lớn",
                                 "{} at {} dpi has {} x {} pixels, which is too large",
                                 {text, base::short_number(dpi, 1), base::short_number(width, 0),
                                  base::short_number(height, 0)}),
                      base::text("Giảm --dpi, hoặc ghi PDF: nét và chữ sắc ở mọi khổ.",
                                 "Lower --dpi, or write a PDF, which is sharp at any size."));
  }
  return {width, height, dpi};
}

double unit_of(const Page& page) {
  const double along = std::max(page.width, page.height);
  const double across = std::min(page.width, page.height);
  return std::min(along / 1920, across / 1080);
}

}  // namespace ntmap::sheet
