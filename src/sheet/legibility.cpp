#include "sheet/legibility.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "sheet/typesetter.hpp"

namespace ntmap::sheet {
namespace {

using base::Box;

/// What a text must score, and how much more with small marks: fitted to what OCR reads.
struct ScoreLimits {
  double least;
  double hook;
  double two_marks;
};
constexpr ScoreLimits k_at_720{50, 0, 0};
constexpr ScoreLimits k_at_360{15, 10, 3};

/// Brightness of a part of a picture.
struct Patch {
  int width = 0;
  int height = 0;
  std::vector<double> values;

  double at(int x, int y) const {
    return values[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                  static_cast<std::size_t>(x)];
  }
};

Patch patch_of(const PictureView& picture, const Box& box) {
  Patch patch;
  const int left = std::clamp(static_cast<int>(std::floor(box.min_x)), 0, picture.width);
  const int top = std::clamp(static_cast<int>(std::floor(box.min_y)), 0, picture.height);
  patch.width = std::clamp(static_cast<int>(std::ceil(box.max_x)), left, picture.width) - left;
  patch.height = std::clamp(static_cast<int>(std::ceil(box.max_y)), top, picture.height) - top;
  for (int y = top; y < top + patch.height; ++y) {
    for (int x = left; x < left + patch.width; ++x) {
      const std::size_t i = 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                                 static_cast<std::size_t>(x));
      patch.values.push_back(0.2126 * picture.rgba[i] + 0.7152 * picture.rgba[i + 1] +
                             0.0722 * picture.rgba[i + 2]);
    }
  }
  return patch;
}

/// Averages over 2 * reach + 1 samples along one axis.
Patch blurred_along(const Patch& in, int reach, bool along_x) {
  Patch out = in;
  const int length = along_x ? in.width : in.height;
  const int lines = along_x ? in.height : in.width;
  for (int line = 0; line < lines; ++line) {
    const auto value = [&](int i) { return along_x ? in.at(i, line) : in.at(line, i); };
    double sum = 0;
    int count = 0;
    for (int i = -reach; i < length; ++i) {
      if (i + reach < length) sum += value(i + reach), ++count;
      if (i - reach - 1 >= 0) sum -= value(i - reach - 1), --count;
      if (i < 0) continue;
      const int x = along_x ? i : line;
      const int y = along_x ? line : i;
      out.values[static_cast<std::size_t>(y) * static_cast<std::size_t>(in.width) +
                 static_cast<std::size_t>(x)] = sum / count;
    }
  }
  return out;
}

/// What is finer than the blur.
std::vector<double> detail_of(const Patch& patch, int reach) {
  const Patch coarse = blurred_along(blurred_along(patch, reach, true), reach, false);
  std::vector<double> detail(patch.values.size());
  for (std::size_t i = 0; i < detail.size(); ++i) detail[i] = patch.values[i] - coarse.values[i];
  return detail;
}

double product(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

double score_of(const Patch& painted, const Patch& received, double size) {
  const int reach = std::max(1, static_cast<int>(std::lround(size / 9)));
  const auto sent = detail_of(painted, reach);
  const auto seen = detail_of(received, reach);
  const double in = product(sent, sent);
  const double out = product(seen, seen);
  if (in <= 0 || out <= 0) return 0;
  const double alike = std::max(0.0, product(sent, seen) / std::sqrt(in * out));
  return 100 * alike * std::min(1.0, std::sqrt(out / in));
}

/// Whether the text holds one of these letters, which are given one after another.
bool holds_letter_of(std::string_view text, std::string_view letters) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    const bool ascii = end == at + 1;
    if (!ascii && letters.find(text.substr(at, end - at)) != std::string_view::npos) return true;
    at = end;
  }
  return false;
}

// Of letters in normal form C.
constexpr std::string_view k_hook_or_tilde = "ảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹẢẲẨẺỂỈỎỔỞỦỬỶÃẴẪẼỄĨÕỖỠŨỮỸ";
constexpr std::string_view k_two_marks = "ấầẩẫậắằẳẵặếềểễệốồổỗộẤẦẨẪẬẮẰẲẴẶẾỀỂỄỆỐỒỔỖỘ";

}  // namespace

double readable_score(std::string_view text, int lines) {
  const ScoreLimits& limits = lines <= 360 ? k_at_360 : k_at_720;
  return limits.least + (holds_letter_of(text, k_hook_or_tilde) ? limits.hook : 0) +
         (holds_letter_of(text, k_two_marks) ? limits.two_marks : 0);
}

std::vector<TextLegibility> legibility(const Layout& layout, const PictureView& painted,
                                       const PictureView& received) {
  if (painted.width != received.width || painted.height != received.height) {
    throw base::Error(base::ErrorKind::usage,
                      {"hai hình so sánh khác cỡ", "the pictures to compare differ in size"});
  }
  Typesetter type;
  std::vector<TextLegibility> out;
  for (const Item& item : layout.items) {
    const auto* run = std::get_if<TextRun>(&item);
    if (run == nullptr || run->text.empty()) continue;
    const Font font{run->size, run->bold};
    const Box box{run->at.x, run->at.y - type.ascent(font), run->at.x + type.width(run->text, font),
                  run->at.y + type.descent(font)};
    out.push_back({run->text, box, score_of(patch_of(painted, box), patch_of(received, box), run->size)});
  }
  return out;
}

}  // namespace ntmap::sheet
