#pragma once

#include <string>
#include <variant>
#include <vector>

#include "sheet/layout.hpp"
#include "sheet/request.hpp"

namespace ntmap::sheet {

/// A made-up province of 24 units in a bent grid, with values, classes and label points; the request points
/// into it, so it must not move.
struct SampleSheet {
  explicit SampleSheet(Page page, Style style = Style::normal);
  SampleSheet(const SampleSheet&) = delete;
  SampleSheet& operator=(const SampleSheet&) = delete;

  model::PolygonSet polygons;
  std::vector<double> values;
  model::ClassList classes;
  SheetRequest request;
};

/// All texts of a layout.
std::vector<TextRun> texts(const Layout& layout);
/// True when some run holds the text.
bool says(const Layout& layout, const std::string& text);

/// Whether sheets are set in Noto Sans here: golden pictures hold its letters.
bool set_in_noto_sans();

}  // namespace ntmap::sheet
