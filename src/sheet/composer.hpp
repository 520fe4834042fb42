#pragma once

#include <string>
#include <string_view>

#include "sheet/layout.hpp"
#include "sheet/typesetter.hpp"

namespace ntmap::sheet {

// What sheets look like: calm colours on off-white ground.
inline constexpr model::Rgb k_ink{0x1a, 0x1d, 0x21};
// Of black and white one always reads on a fill (4.58 at least); of softer inks not.
inline constexpr model::Rgb k_black{0x00, 0x00, 0x00};
inline constexpr model::Rgb k_quiet_ink{0x4a, 0x50, 0x58};
inline constexpr model::Rgb k_white{0xff, 0xff, 0xff};
inline constexpr model::Rgb k_ground{0xfc, 0xfb, 0xf8};
// Round the province and pale swatches, which would melt into the ground.
inline constexpr model::Rgb k_outline{0xa8, 0xa6, 0xa0};
// Between fills that are too pale for white lines.
inline constexpr model::Rgb k_pale_border{0x9a, 0xa4, 0xae};
inline constexpr model::Rgb k_district_border{0x5c, 0x66, 0x70};
inline constexpr model::Rgb k_panel{0xf0, 0xed, 0xe6};
inline constexpr model::Rgb k_meeting_ground{0xf7, 0xf6, 0xf2};
inline constexpr model::Rgb k_meeting_border{0x22, 0x2e, 0x3a};

enum class Align : std::uint8_t { left, centre, right };

/// A layout in the making and what it is made from. Sizes are given in units: pixels of a 1920 x 1080
/// picture; places are page pixels.
struct Composer {
  explicit Composer(const SheetRequest& sheet_request);

  const SheetRequest& request;
  Typesetter type;
  Layout out;

  double u(double units) const { return units * out.unit; }
  const std::string& words(const base::Text& text) const { return text.in(request.lang); }
  Font font(double units, bool bold = false) const { return {u(units), bold}; }

  /// Sets one line with its baseline at `at`; returns its width.
  double line(std::string_view text, base::Vec2 at, const Font& font, model::Rgb ink,
              Align align = Align::left);
  /// Sets wrapped text from `top` down within left..left + width; returns the y below its last line.
  double paragraph(std::string_view text, double left, double top, double width, const Font& font,
                   model::Rgb ink, double leading = 1.08);
  double paragraph_height(std::string_view text, double width, const Font& font, double leading = 1.08);
  /// The font, made smaller (to `least` of its size) until the text takes at most `lines` lines.
  Font fitted(std::string_view text, double width, Font font, std::size_t lines, double least);

  void swatch(const base::Box& box, double radius, model::Rgb fill, model::Hatch hatch, double edge = 0,
              model::Rgb edge_ink = {});
};

}  // namespace ntmap::sheet
