#include "sheet/composer.hpp"

#include <algorithm>

namespace ntmap::sheet {

Composer::Composer(const SheetRequest& sheet_request) : request(sheet_request) {
  out.page = request.page;
  out.unit = unit_of(request.page);
  out.ground = request.style == Style::meeting ? k_meeting_ground : k_ground;
}

double Composer::line(std::string_view text, base::Vec2 at, const Font& font, model::Rgb ink, Align align) {
  const double width = type.width(text, font);
  if (align == Align::centre) at.x -= width / 2;
  if (align == Align::right) at.x -= width;
  out.items.push_back(TextRun{std::string(text), at, font.size, font.bold, ink, 0, {}});
  return width;
}

double Composer::paragraph(std::string_view text, double left, double top, double width, const Font& font,
                           model::Rgb ink, double leading) {
  const double pitch = type.line_height(font) * leading;
  for (const Line& line : type.wrap(text, font, width)) {
    for (const Span& span : line.spans) {
      out.items.push_back(
          TextRun{span.text, {left + span.left, top + type.ascent(font)}, font.size, span.bold, ink, 0, {}});
    }
    top += pitch;
  }
  return top;
}

double Composer::paragraph_height(std::string_view text, double width, const Font& font, double leading) {
  return static_cast<double>(type.wrap(text, font, width).size()) * type.line_height(font) * leading;
}

Font Composer::fitted(std::string_view text, double width, Font font, std::size_t lines, double least) {
  const double full = font.size;
  const auto fits = [&] {
    const auto wrapped = type.wrap(text, font, width);
    return wrapped.size() <= lines &&
           std::all_of(wrapped.begin(), wrapped.end(), [&](const Line& line) { return line.width <= width; });
  };
  while (font.size > least * full && !fits()) font.size -= 0.05 * full;
  return font;
}

void Composer::swatch(const base::Box& box, double radius, model::Rgb fill, model::Hatch hatch, double edge,
                      model::Rgb edge_ink) {
  out.items.push_back(
      Shape{.box = box, .radius = radius, .fill = fill, .hatch = hatch, .edge = edge, .edge_ink = edge_ink});
}

}  // namespace ntmap::sheet
