#pragma once

#include <filesystem>
#include <optional>

#include "app/sheet_content.hpp"
#include "base/job.hpp"
#include "base/pending_file.hpp"
#include "gl/map_picture.hpp"
#include "sheet/layout.hpp"

namespace ntmap::app {

/// Writes sheets into files: PNG with maps drawn by OpenGL, PDF and SVG as vectors throughout.
class SheetPainter {
 public:
  /// For PNG a GL context is made, which takes some 40 ms; PDF and SVG need none.
  explicit SheetPainter(bool pictures);

  /// The file's extension chooses: .png (requires pictures), .pdf, else SVG. Throws Error{io}.
  void write(const SheetContent& content, const sheet::Layout& layout, const std::filesystem::path& target,
             base::Overwrite overwrite, const base::Job& job = {});

  /// Polygons and borders of a map alone, over the whole picture. Requires pictures.
  void write_plain(const MapContent& map, const sheet::Page& page, const std::filesystem::path& target,
                   base::Overwrite overwrite, const base::Job& job = {});

 private:
  std::optional<gl::PicturePainter> m_pictures;
};

}  // namespace ntmap::app
