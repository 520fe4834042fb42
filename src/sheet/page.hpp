#pragma once

#include <string_view>

namespace ntmap::sheet {

/// The size of a sheet. All of a sheet's measures grow with it: a picture of 1920 x 1080 has one unit a
/// pixel, and an A0 sheet looks like the same sheet on A4, only larger.
struct Page {
  double width = 1920;  ///< pixels; on paper 1/96 inch
  double height = 1080;
  bool operator==(const Page&) const = default;
};

/// Largest picture that is painted in one piece, in pixels.
inline constexpr double k_most_pixels = 150e6;

/// A picture of so many pixels. Throws Error{usage} for a side below 160 or above 30,000 pixels, or more
/// than k_most_pixels in all.
Page pixel_page(int width, int height);

/// "A0" to "A4" (lying; "A4-portrait" standing) or "16:9" (33.87 x 19.05 cm, a slide); small letters do as
/// well. Throws Error{usage} for any other name.
Page paper_page(std::string_view name);

/// Reads "1920x1080" or a paper's name.
Page page_from(std::string_view text);

/// Page pixels that one pixel of a 1920 x 1080 picture becomes.
double unit_of(const Page& page);

}  // namespace ntmap::sheet
