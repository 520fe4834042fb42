#include "sheet/meeting_legend.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "scene/legend.hpp"
#include "sheet/meeting.hpp"
#include "sheet/symbols.hpp"

namespace ntmap::sheet {
namespace {

using base::Vec2;

constexpr double k_legend_text = 28;

Font legend_font(const Composer& c, bool bold = false) {
  return c.font(meeting_size(c.request, k_legend_text), bold);
}

/// The label without its remark in brackets, which a row of boxes has no room for.
std::string short_label(const std::string& label, bool special) {
  return special ? label.substr(0, label.find(" (")) : label;
}

/// As few lines as the width asks for, but of nearly one length: "Còn 1 | tiêu chí", not "Còn 1 tiêu |
/// chí".
std::vector<Line> balanced(Composer& c, const std::string& text, const Font& font, double width) {
  std::vector<Line> lines = c.type.wrap(text, font, width);
  for (double less = width - c.u(8); lines.size() > 1 && less > width / 2; less -= c.u(8)) {
    std::vector<Line> narrower = c.type.wrap(text, font, less);
    if (narrower.size() > lines.size()) break;
    lines = std::move(narrower);
  }
  return lines;
}

/// Title, and beside it or below it each circle with its number; returns the y below.
double set_circles(Composer& c, Vec2 corner, double width) {
  const scene::SymbolScale scale = symbol_scale(c);
  const std::vector<double> steps = scene::symbol_steps(scale);
  if (steps.empty()) return corner.y;
  const Font font = legend_font(c);
  const double gap = c.u(14);
  double row = 0;
  for (const double value : steps)
    row += 2 * scale.radius_of(value) + 2 * gap + c.type.width(c.words(base::short_number(value)), font);
  const std::string& title = c.words(c.request.symbols->title);
  double left = corner.x;
  double top = corner.y;
  const double beside = c.type.width(title, font) + 2 * gap;
  const double high = std::max(2 * scale.radius_of(steps.front()), c.type.line_height(font));
  if (beside + row > width)
    top = c.paragraph(title, left, top, width, font, k_ink, 1);
  else
    left += c.line(title, {left, top + high / 2 + 0.36 * font.size}, font, k_ink) + 2 * gap;
  for (const double value : steps) {
    const double radius = scale.radius_of(value);
    set_symbol(c, {left + radius, top + high / 2}, radius);
    left += 2 * radius + gap;
    left +=
        c.line(c.words(base::short_number(value)), {left, top + high / 2 + 0.36 * font.size}, font, k_ink) +
        gap;
  }
  return top + high + c.u(10);
}

/// Boxes in a row, labels below; returns the y below.
double set_boxes(Composer& c, Vec2 corner, double all_width, const std::vector<scene::LegendRow>& rows) {
  const Font font = legend_font(c);
  const double gap = c.u(14);
  const double width = std::min((all_width + gap) / static_cast<double>(rows.size()) - gap, c.u(300));
  double bottom = corner.y;
  double left = corner.x;
  for (const auto& row : rows) {
    c.out.items.push_back(Shape{.box = {left, corner.y, left + width, corner.y + c.u(34)},
                                .fill = row.fill,
                                .hatch = row.hatch,
                                .edge = c.u(k_meeting_line),
                                .edge_ink = k_meeting_border,
                                .hatch_ink = row.hatch_ink});
    double top = corner.y + c.u(36);
    for (const Line& line :
         balanced(c, short_label(c.words(row.label), row.byte >= model::k_max_classes), font, width)) {
      std::string text;
      for (const Span& span : line.spans) text += span.text;
      c.line(text, {left + width / 2, top + c.type.ascent(font)}, font, k_ink, Align::centre);
      top += c.type.line_height(font);
    }
    bottom = std::max(bottom, top + c.u(2));
    left += width + gap;
  }
  return bottom;
}

}  // namespace

double set_meeting_legend(Composer& c, Vec2 corner, double width) {
  double top = corner.y;
  if (c.request.symbols) {
    top = set_circles(c, {corner.x, top}, width);
    // Two figures: the boxes say whose they are.
    if (const std::string& title = c.words(c.request.classes->title); !title.empty())
      top = c.paragraph(title, corner.x, top, width, legend_font(c), k_ink, 1) + c.u(4);
  }
  const auto rows = scene::legend_rows(*c.request.classes, {.always_no_data = false});
  if (!rows.empty()) top = set_boxes(c, {corner.x, top}, width, rows);
  return top - corner.y;
}

double meeting_legend_height(Composer& c, double width) {
  const std::size_t before = c.out.items.size();
  const double height = set_meeting_legend(c, {0, 0}, width);
  c.out.items.resize(before);
  return height;
}

}  // namespace ntmap::sheet
