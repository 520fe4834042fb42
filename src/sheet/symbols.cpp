#include "sheet/symbols.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ntmap::sheet {
namespace {

using base::Box;
using base::Vec2;

constexpr model::Rgb k_circle{0xc2, 0x5b, 0x3a};
constexpr double k_edge = 1.2;  // units, round each circle

Shape circle(Vec2 at, double radius, double edge) {
  return {.box = {at.x - radius, at.y - radius, at.x + radius, at.y + radius},
          .radius = radius,
          .fill = k_circle,
          .edge = edge,
          .edge_ink = k_white};
}

/// 1, 2 or 5 times a power of ten, at most `value`.
double round_down(double value) {
  const double power = std::pow(10, std::floor(std::log10(value)));
  for (const double step : {5.0, 2.0}) {
    if (step * power <= value) return step * power;
  }
  return power;
}

}  // namespace

double SymbolScale::radius_of(double of) const {
  return of > 0 ? radius * std::sqrt(of / value) : 0;
}

SymbolScale symbol_scale(const Composer& composer) {
  SymbolScale scale;
  const std::vector<double>& values = composer.request.symbols->values;
  for (const double value : values) {
    if (value > scale.value && std::isfinite(value)) scale.value = value;
  }
  // The page is the same for few units and many: circles shrink as units do.
  const double crowd = std::sqrt(std::max<double>(1, static_cast<double>(values.size())));
  scale.radius = std::clamp(composer.u(250) / crowd, composer.u(8), composer.u(44));
  return scale;
}

double symbol_radius(const Composer& composer, std::size_t unit) {
  if (!composer.request.symbols) return 0;
  const double radius = symbol_scale(composer).radius_of(composer.request.symbols->values[unit]);
  return std::isfinite(radius) ? radius : 0;
}

std::vector<Box> set_symbols(Composer& composer, const MapFrame& frame) {
  std::vector<Box> boxes;
  const SheetRequest& request = composer.request;
  if (!request.symbols) return boxes;
  const SymbolScale scale = symbol_scale(composer);
  std::vector<std::size_t> order(request.symbols->values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return scale.radius_of(request.symbols->values[a]) > scale.radius_of(request.symbols->values[b]);
  });
  for (const std::size_t unit : order) {
    const double radius = scale.radius_of(request.symbols->values[unit]);
    const Vec2 at = frame.to_page(request.anchors[unit].point);
    if (!(radius > 0) || !std::isfinite(radius) || !frame.box.grown(-radius).contains(at)) continue;
    composer.out.items.push_back(circle(at, radius, composer.u(k_edge)));
    // The square in the circle: a name may stand close to a round edge.
    boxes.push_back(Box{at.x, at.y, at.x, at.y}.grown(0.8 * radius));
  }
  return boxes;
}

double symbol_legend(Composer& composer, double left, double top, double width, double k) {
  const SymbolScale scale = symbol_scale(composer);
  const Font head = composer.font(21 * k, true);
  const std::string& title = composer.words(composer.request.symbols->title);
  if (!title.empty()) top = composer.paragraph(title, left, top, width, head, k_ink) + composer.u(8 * k);
  if (!(scale.value > 0)) return top;
  const double most = round_down(scale.value);
  const Font font = composer.font(18 * k);
  const double radius = scale.radius_of(most);
  const double middle = left + radius;
  double free_y = top;
  // Circles stand on one ground line; a thin line leads from each top to its number.
  for (const double value : {most, round_down(most / 2.5), round_down(most / 12)}) {
    const double r = scale.radius_of(value);
    const double bottom = top + 2 * radius;
    composer.out.items.push_back(circle({middle, bottom - r}, r, composer.u(k_edge)));
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
