#include "sheet/symbols.hpp"

#include <algorithm>
#include <cmath>

namespace ntmap::sheet {

using base::Box;
using base::Vec2;

void set_symbol(Composer& composer, Vec2 at, double radius) {
  composer.out.items.push_back(Shape{.box = Box{at.x, at.y, at.x, at.y}.grown(radius),
                                     .radius = radius,
                                     .fill = scene::k_symbol_fill,
                                     .edge = composer.u(scene::k_symbol_edge),
                                     .edge_ink = scene::k_symbol_edge_ink});
}

scene::SymbolScale symbol_scale(const Composer& composer) {
  return scene::symbol_scale(composer.request.symbols->values, composer.out.unit);
}

double symbol_radius(const Composer& composer, std::size_t unit) {
  if (!composer.request.symbols) return 0;
  return symbol_scale(composer).radius_of(composer.request.symbols->values[unit]);
}

std::vector<Box> set_symbols(Composer& composer, const MapFrame& frame) {
  std::vector<Box> boxes;
  const SheetRequest& request = composer.request;
  if (!request.symbols) return boxes;
  const scene::SymbolScale scale = symbol_scale(composer);
  for (const std::size_t unit : scene::symbol_order(request.symbols->values)) {
    const double radius = scale.radius_of(request.symbols->values[unit]);
    const Vec2 at = frame.to_page(request.anchors[unit].point);
    if (!frame.box.grown(-radius).contains(at)) continue;
    set_symbol(composer, at, radius);
    // A name may stand close to a round edge.
    boxes.push_back(Box{at.x, at.y, at.x, at.y}.grown(0.8 * radius));
  }
  return boxes;
}

std::optional<Box> box_in_symbol(const Composer& composer, const MapFrame& frame, std::size_t unit,
                                 Vec2 size) {
  const double radius = symbol_radius(composer, unit) - composer.u(scene::k_symbol_edge);
  if (std::hypot(size.x, size.y) > 2 * radius) return std::nullopt;
  const Vec2 at = frame.to_page(composer.request.anchors[unit].point);
  return Box{at.x - size.x / 2, at.y - size.y / 2, at.x + size.x / 2, at.y + size.y / 2};
}

double symbol_legend(Composer& composer, double left, double top, double width, double k) {
  const scene::SymbolScale scale = symbol_scale(composer);
  const Font head = composer.font(21 * k, true);
  const std::string& title = composer.words(composer.request.symbols->title);
  if (!title.empty()) top = composer.paragraph(title, left, top, width, head, k_ink) + composer.u(8 * k);
  const std::vector<double> steps = scene::symbol_steps(scale);
  if (steps.empty()) return top;
  const Font font = composer.font(18 * k);
  const double radius = scale.radius_of(steps.front());
  const double middle = left + radius;
  double free_y = top;
  // Circles stand on one ground line; a thin line leads from each top to its number.
  for (const double value : steps) {
    const double r = scale.radius_of(value);
    const double bottom = top + 2 * radius;
    set_symbol(composer, {middle, bottom - r}, r);
    const double y = std::max(bottom - 2 * r, free_y + composer.type.line_height(font) / 2);
    const double right = left + 2 * radius + composer.u(22 * k);
    composer.out.items.push_back(Rule{{middle, bottom - 2 * r}, {right, y}, composer.u(1), k_quiet_ink});
    composer.line(composer.words(base::short_number(value)),
                  {right + composer.u(8 * k), y + 0.35 * font.size}, font, k_quiet_ink);
    free_y = y + composer.type.line_height(font) / 2;
  }
  return std::max(top + 2 * radius, free_y) + composer.u(4 * k);
}

}  // namespace ntmap::sheet
