#pragma once

#include <string_view>

namespace ntmap::sheet {

/// The size of a sheet. All of a sheet's measures grow with it: a picture of 1920 x 1080 has one unit a
/// pixel, and an A0 sheet looks like the same sheet on A4, only larger.
struct Page {
  double width = 1920;  ///< pixels; on paper 1/96 inch, in a picture of a paper 1/dpi inch
  double height = 1080;
  double dpi = 96;  ///< pixels an inch where it is printed
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

/// The page of a picture: pixels as they are, a paper in whole pixels at `dpi` pixels an inch. 0 takes what
/// print wants, 300, and for a slide (16:9) 144, which is 1920 x 1080. Throws Error{usage} as page_from()
/// does, for a paper that would have more than k_most_pixels, for dpi outside 20 to 1,200, and for dpi with
/// a size in pixels.
Page picture_page(std::string_view text, double dpi = 0);

/// Page pixels that one pixel of a 1920 x 1080 picture becomes.
double unit_of(const Page& page);

}  // namespace ntmap::sheet
