#include "sheet/meeting_legend.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "scene/legend.hpp"
#include "sheet/meeting.hpp"
#include "sheet/symbols.hpp"

namespace ntmap::sheet {
namespace {

using base::Vec2;

constexpr double k_legend_text = 28;
constexpr double k_key_cell_width = 190;  // of a colour square: its labels stand below the cells
constexpr double k_key_cell_height = 52;

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

/// The width of the widest of some labels.
double widest_of(Composer& c, const std::vector<base::Text>& labels, const Font& font) {
  double widest = 0;
  for (const base::Text& label : labels) widest = std::max(widest, c.type.width(c.words(label), font));
  return widest;
}

/// A square of colours, the first figure to the right and the second up, with what each says in the words of
/// its axis; returns the corner below it on its right.
Vec2 set_key(Composer& c, Vec2 corner, double width) {
  const scene::BivariateKey& key = *c.request.key;
  const Font font = legend_font(c);
  const double gap = c.u(14);
  const double line = c.type.line_height(font);
  const double left = corner.x + widest_of(c, key.row_labels, font) + gap;
  const double wide = std::min(std::max(c.u(k_key_cell_width), widest_of(c, key.column_labels, font) + gap),
                               (corner.x + width - left) / key.columns);
  const double high = std::max(c.u(k_key_cell_height), line);
  double top = c.paragraph("↑ " + c.words(key.row_title), corner.x, corner.y, width, font, k_ink, 1) + c.u(4);
  for (int row = 0; row < key.rows; ++row) {
    const double y = top + (key.rows - 1 - row) * high;
    c.line(c.words(key.row_labels[static_cast<std::size_t>(row)]),
           {left - gap, y + high / 2 + 0.36 * font.size}, font, k_ink, Align::right);
    for (int column = 0; column < key.columns; ++column) {
      const auto look = static_cast<std::size_t>(row) * static_cast<std::size_t>(key.columns) +
                        static_cast<std::size_t>(column);
      c.out.items.push_back(Shape{.box = {left + column * wide, y, left + (column + 1) * wide, y + high},
                                  .fill = c.request.classes->classes[look].fill,
                                  .edge = c.u(k_meeting_line),
                                  .edge_ink = k_meeting_border});
    }
  }
  top += key.rows * high + c.u(4);
  for (int column = 0; column < key.columns; ++column) {
    c.line(c.words(key.column_labels[static_cast<std::size_t>(column)]),
           {left + (column + 0.5) * wide, top + c.type.ascent(font)}, font, k_ink, Align::centre);
  }
  const double below = c.paragraph(c.words(key.column_title) + " →", left, top + line,
                                   corner.x + width - left, font, k_ink, 1);
  return {left + key.columns * wide, below + c.u(6)};
}

/// The rows of boxes: with a colour square those that it does not hold, such as "no data". Of more categories
/// than a row has room for those that no unit is in are left out; intervals have no gaps.
std::vector<scene::LegendRow> rows_of_boxes(const SheetRequest& request) {
  auto rows = scene::legend_rows(*request.classes, {.always_no_data = false});
  if (rows.size() > k_meeting_classes) {
    std::erase_if(rows, [&](const scene::LegendRow& row) {
      return row.count == 0 && row.byte < model::k_max_classes &&
             std::isnan(request.classes->classes[row.byte].low);
    });
  }
  if (request.key != nullptr)
    std::erase_if(rows,
                  [&](const scene::LegendRow& row) { return row.byte < request.classes->classes.size(); });
  return rows;
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
  const auto rows = rows_of_boxes(c.request);
  if (c.request.key != nullptr) {
    // The few other rows stand beside the square.
    const Vec2 end = set_key(c, {corner.x, top}, width);
    const double left = end.x + c.u(60);
    const double beside = top + c.type.line_height(legend_font(c)) + c.u(4);
    const double below = rows.empty() ? top : set_boxes(c, {left, beside}, corner.x + width - left, rows);
    return std::max(end.y, below) - corner.y;
  }
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
