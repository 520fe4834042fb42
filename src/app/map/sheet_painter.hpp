#pragma once

#include <filesystem>
#include <optional>

#include "app/map/sheet_content.hpp"
#include "base/job.hpp"
#include "base/pending_file.hpp"
#include "gl/map_picture.hpp"
#include "sheet/layout.hpp"
#include "sheet/picture.hpp"

namespace ntmap::app {

/// Paints a sheet as a picture, its maps by OpenGL.
sheet::Picture paint_sheet(gl::PicturePainter& pictures, const SheetContent& content,
                           const sheet::Layout& layout, const base::Job& job = {});

/// Writes a sheet into a file; the extension chooses: .png (requires `pictures`), .pdf, else SVG.
/// Throws Error{io}.
void write_sheet(std::optional<gl::PicturePainter>& pictures, const SheetContent& content,
                 const sheet::Layout& layout, const std::filesystem::path& target, base::Overwrite overwrite,
                 const base::Job& job = {});

}  // namespace ntmap::app
