#pragma once

#include <string>
#include <vector>

#include "app/export/export_request.hpp"
#include "sheet/picture.hpp"

namespace ntmap::app {

/// What an export will be, before it is made.
struct ExportPreview {
  std::vector<base::Text> lines;  ///< size, count of units, coordinate system
  sheet::Picture picture;  ///< the sheet, the legend or the map in small; empty for tables, styles and packs
  std::vector<std::vector<std::string>> rows;  ///< of tables: headings, then the first rows
};

/// Makes it, the picture at most `width` by `height` pixels, painted without OpenGL so that any thread may.
/// `focus` is heeded where the choice says `as_seen`.
/// Throws Error{usage} for choices that cannot be.
ExportPreview make_export_preview(const model::Project& project, const MapContent& map,
                                  const ExportChoice& choice, base::Lang lang, int width, int height,
                                  const SheetFocus& focus = {});

}  // namespace ntmap::app
