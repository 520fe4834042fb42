#pragma once

#include <cstdint>
#include <string>

#include "base/pending_file.hpp"
#include "base/text.hpp"
#include "sheet/request.hpp"

namespace ntmap::app {

/// Which small maps stand side by side on one sheet.
enum class Multiples : std::uint8_t {
  none,
  criteria,  ///< the criteria of the set that the theme's indicator is computed from, in one period
  periods,   ///< the theme in every period that has figures, in the same classes
};

/// How a map is drawn into a file.
struct RenderOptions {
  sheet::Page page;  ///< sheet::picture_page() where a PNG is drawn, sheet::page_from() for vectors
  sheet::Style style = sheet::Style::normal;  ///< plain: polygons and borders only, over the whole picture
  base::Lang lang = base::Lang::vi;
  bool labels = true;
  bool histogram = false;
  bool geo = false;       ///< PNG with world file and sidecar, PDF as GeoPDF: other programs place the map
  double least_text = 0;  ///< meeting style: least text size, of 1,080 lines; 0: its own
  int preview_lines = 0;  ///< 720 or 360: what the other sites of a meeting see is written instead; 0: not
  bool fix_text = false;  ///< meeting style: enlarges the texts until they come through at those lines
  Multiples multiples = Multiples::none;
  std::string date;  ///< ISO; written on the sheet and into PDF metadata; empty: none
  base::Overwrite overwrite = base::Overwrite::no;
};

}  // namespace ntmap::app
