#include "sheet/legend_sheet.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/error.hpp"
#include "sheet/column.hpp"
#include "sheet/composer.hpp"

namespace ntmap::sheet {
namespace {

/// The lowest y that an item reaches.
double bottom_of(const Item& item, const Composer& composer) {
  if (const auto* shape = std::get_if<Shape>(&item)) return shape->box.max_y + shape->edge;
  if (const auto* run = std::get_if<TextRun>(&item))
    return run->at.y + composer.type.descent({run->size, run->bold});
  return 0;
}

}  // namespace

Layout legend_layout(const SheetRequest& request) {
  if (request.classes == nullptr) {
    throw base::Error(base::ErrorKind::usage, base::text("chú giải thiếu lớp", "the legend has no classes"));
  }
  SheetRequest alone = request;
  alone.style = Style::normal;
  alone.histogram = nullptr;
  alone.message = {};
  Composer composer(alone);
  const double margin = composer.u(24);
  const double width = composer.u(420);
  constexpr double k_no_limit = 1e9;
  set_column(composer, {margin, margin, margin + width, k_no_limit});
  double bottom = margin;
  for (const Item& item : composer.out.items) bottom = std::max(bottom, bottom_of(item, composer));
  composer.out.page = {std::ceil(width + 2 * margin), std::ceil(bottom + margin), request.page.dpi};
  return std::move(composer.out);
}

}  // namespace ntmap::sheet
