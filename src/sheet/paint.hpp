#pragma once

#include <filesystem>
#include <memory>
#include <span>

#include "sheet/layout.hpp"
#include "sheet/picture.hpp"

namespace ntmap::sheet {

/// Paints a sheet as a picture. pictures[i], where given and not empty, is the map of frames[i] drawn
/// elsewhere (of the frame's width and height), borders and hatches included; without it the map is painted
/// from the polygons. Names, legend and the rest are painted over it.
Picture paint_picture(const SheetRequest& request, const Layout& layout,
                      std::span<const PictureView> pictures = {});

/// Writes a PDF of one page: vectors throughout, text as text, dated by the request alone.
/// Throws Error{io} when it cannot be written.
void write_pdf(const std::filesystem::path& path, const SheetRequest& request, const Layout& layout);

/// Writes an SVG: vectors throughout, text as text. Throws Error{io} when it cannot be written.
void write_svg(const std::filesystem::path& path, const SheetRequest& request, const Layout& layout);

/// A PDF of many pages, for atlases and decks.
class PdfFile {
 public:
  PdfFile(const std::filesystem::path& path, const base::Text& title, base::Lang lang,
          const std::string& date);
  ~PdfFile();
  PdfFile(const PdfFile&) = delete;
  PdfFile& operator=(const PdfFile&) = delete;

  void add(const SheetRequest& request, const Layout& layout);
  /// Call after the last page; throws Error{io} when the file could not be written to its end.
  void finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace ntmap::sheet
