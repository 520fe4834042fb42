#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ntmap::sheet {

struct Font {
  double size = 20;  ///< page pixels
  bool bold = false;
};

/// The families that sheets are set in, the first one that is installed is used.
inline constexpr const char* k_font_families = "Noto Sans, DejaVu Sans, Liberation Sans, Arial, sans-serif";

/// A stretch of one line in one weight.
struct Span {
  std::string text;
  bool bold = false;
  double left = 0;  ///< from the line's start
};
struct Line {
  std::vector<Span> spans;
  double width = 0;
};

/// Measures text as the canvases draw it (Pango, unhinted, so that widths grow with the size).
/// Use in one thread only.
class Typesetter {
 public:
  Typesetter();
  ~Typesetter();
  Typesetter(const Typesetter&) = delete;
  Typesetter& operator=(const Typesetter&) = delete;

  double width(std::string_view text, const Font& font);
  /// Height above the baseline that the tallest Vietnamese capitals (Ắ, Ỗ) need, and depth below it.
  double ascent(const Font& font) const;
  double descent(const Font& font) const;
  double line_height(const Font& font) const { return ascent(font) + descent(font); }

  /// Breaks at spaces into lines not wider than `width`; a single word may be wider. Newlines break too.
  /// **Words between stars** are bold.
  std::vector<Line> wrap(std::string_view text, const Font& font, double width);

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace ntmap::sheet
