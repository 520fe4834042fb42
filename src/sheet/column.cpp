#include "sheet/column.hpp"

#include <algorithm>
#include <numeric>

#include "colour/contrast.hpp"
#include "colour/difference.hpp"
#include "sheet/symbols.hpp"

namespace ntmap::sheet {
namespace {

using base::Box;

/// Too near to the ground to be seen on it.
bool pale(model::Rgb fill) {
  return colour::difference(fill, k_ground) < 10;
}

/// Blocks of a column; `k` makes everything smaller alike. Each returns the y below it.
class Column {
 public:
  Column(Composer& composer, double left, double width, double k)
      : m(composer), m_left(left), m_width(width), m_k(k) {}

  double legend(double top) {
    const SheetRequest& request = m.request;
    if (request.symbols) top = symbol_legend(m, m_left, top, m_width, m_k) + u(22);
    top = heading(request.classes->title, top);
    if (request.key != nullptr) top = key_square(*request.key, top);
    for (const scene::LegendRow& row : scene::legend_rows(*request.classes, request.legend)) {
      if (request.key == nullptr || row.byte >= request.classes->classes.size()) top = legend_row(row, top);
    }
    for (const Overlay& overlay : request.overlays) {
      if (overlay.legend) top = overlay_legend(overlay, top);
    }
    if (!request.legend_note.empty()) {
      top = m.paragraph(m.words(request.legend_note), m_left, top + u(4), m_width, m.font(16 * m_k),
                        k_quiet_ink);
    }
    return top;
  }

  double histogram(double top) {
    if (m.request.histogram == nullptr) return top;
    const auto bars = scene::legend_histogram(*m.request.classes, *m.request.histogram, 20);
    if (bars.counts.empty()) return top;
    const double height = u(74);
    const double pitch = std::min(m_width / static_cast<double>(bars.counts.size()), u(44));
    for (std::size_t i = 0; i < bars.counts.size(); ++i) {
      bar(bars, i, m_left + pitch * static_cast<double>(i), top + height, pitch, height);
    }
    return axis(bars, top + height, pitch);
  }

  double message(double top) {
    const std::string& text = m.words(m.request.message);
    if (text.empty()) return top;
    const double pad = u(20);
    const Font font = m.font(21 * m_k);
    const double height = m.paragraph_height(text, m_width - 2 * pad, font, k_message_leading);
    m.out.items.push_back(Shape{.box = {m_left, top, m_left + m_width, top + height + 2 * pad - u(4)},
                                .radius = u(8),
                                .fill = k_panel});
    return m.paragraph(text, m_left + pad, top + pad - u(2), m_width - 2 * pad, font, k_ink,
                       k_message_leading) +
           pad;
  }

 private:
  static constexpr double k_message_leading = 1.1;

  double u(double units) const { return m.u(units * m_k); }

  double heading(const base::Text& title, double top) {
    const std::string& words = m.words(title);
    if (words.empty()) return top;
    return m.paragraph(words, m_left, top, m_width, m.font(21 * m_k, true), k_ink) + u(10);
  }

  double legend_row(const scene::LegendRow& row, double top) {
    const Font font = m.font(22 * m_k);
    const std::string count =
        m.request.counts ? m.words(base::Text(static_cast<std::int64_t>(row.count))) : std::string();
    const double text_left = m_left + u(60);
    const double text_width = m_left + m_width - m.type.width(count, font) - u(16) - text_left;
    const auto lines = m.type.wrap(m.words(row.label), font, text_width);
    const double height =
        std::max(u(41), static_cast<double>(lines.size()) * m.type.line_height(font) + u(8));
    // The swatch stands beside the first line.
    const double line_top = top + (lines.size() == 1 ? (height - m.type.line_height(font)) / 2 : u(4));
    const double middle = line_top + m.type.line_height(font) / 2;
    m.out.items.push_back(Shape{.box = {m_left, middle - u(14), m_left + u(44), middle + u(14)},
                                .radius = u(3),
                                .fill = row.fill,
                                .hatch = row.hatch,
                                .edge = pale(row.fill) ? u(1) : 0,
                                .edge_ink = k_outline,
                                .hatch_ink = row.hatch_ink});
    m.paragraph(m.words(row.label), text_left, line_top, text_width, font, k_ink, 1);
    m.line(count, {m_left + m_width, line_top + m.type.ascent(font)}, font, k_quiet_ink, Align::right);
    return top + height;
  }

  /// The classes of areas over the map, under their own heading.
  double overlay_legend(const Overlay& overlay, double top) {
    const model::ClassList& classes = *overlay.classes;
    if (!classes.title.empty()) top = heading(classes.title, top + u(14));
    for (scene::LegendRow row : scene::legend_rows(classes, {.always_no_data = false})) {
      if (row.byte >= classes.classes.size()) continue;
      row.fill = colour::mix(k_ground, row.fill, overlay.opacity);
      top = legend_row(row, top);
    }
    return top;
  }

  /// A square of colours, the first figure to the right, the second up, and how many units each holds.
  double key_square(const scene::BivariateKey& key, double top) {
    const Font font = m.font(16 * m_k);
    double labels = 0;
    for (const base::Text& label : key.row_labels)
      labels = std::max(labels, m.type.width(m.words(label), font));
    labels = std::min(labels, 0.4 * m_width);
    const double left = m_left + labels + u(10);
    const double cell_width = std::min((m_left + m_width - left) / key.columns, u(100));
    const double cell_height = std::min(cell_width, u(62));
    top = m.paragraph("↑ " + m.words(key.row_title), m_left, top, m_width, m.font(18 * m_k), k_ink, 1) + u(6);
    for (int row = 0; row < key.rows; ++row) {
      const double y = top + (key.rows - 1 - row) * cell_height;
      const std::string& label = m.words(key.row_labels[static_cast<std::size_t>(row)]);
      const Font fitted = m.fitted(label, labels, font, 1, 0.7);
      m.line(label, {left - u(10), y + cell_height / 2 + 0.35 * fitted.size}, fitted, k_quiet_ink,
             Align::right);
      for (int column = 0; column < key.columns; ++column)
        key_cell(key, row, column,
                 {left + column * cell_width, y, left + (column + 1) * cell_width, y + cell_height});
    }
    const double foot = top + key.rows * cell_height + u(4);
    double below = foot;
    for (int column = 0; column < key.columns; ++column) {
      const std::string& label = m.words(key.column_labels[static_cast<std::size_t>(column)]);
      const double x = left + column * cell_width + u(3);
      const Font fitted = m.fitted(label, cell_width - u(6), font, 2, 0.7);
      below = std::max(below, m.paragraph(label, x, foot, cell_width - u(6), fitted, k_quiet_ink, 1));
    }
    return m.paragraph(m.words(key.column_title) + " →", m_left, below + u(2), m_width, m.font(18 * m_k),
                       k_ink, 1) +
           u(10);
  }

  void key_cell(const scene::BivariateKey& key, int row, int column, const Box& box) {
    const model::MapClass& look =
        m.request.classes->classes[static_cast<std::size_t>(row) * static_cast<std::size_t>(key.columns) +
                                   static_cast<std::size_t>(column)];
    m.swatch(box, 0, look.fill, model::Hatch::none, u(1), k_ground);
    if (!m.request.counts) return;
    const Font font = m.font(18 * m_k);
    m.line(m.words(base::Text(static_cast<std::int64_t>(look.count))),
           {box.centre().x, box.centre().y + 0.36 * font.size}, font,
           colour::ink_on(look.fill, k_black, k_white), Align::centre);
  }

  void bar(const scene::LegendHistogram& bars, std::size_t i, double left, double bottom, double pitch,
           double height) {
    double y = bottom;
    for (std::size_t c = 0; c < bars.counts[i].size(); ++c) {
      if (bars.counts[i][c] == 0) continue;
      const double part = height * static_cast<double>(bars.counts[i][c]) / static_cast<double>(bars.highest);
      const model::MapClass& look = m.request.classes->classes[c];
      m.swatch({left, y - part, left + pitch - std::max(u(2), pitch * 0.08), y}, 0, look.fill, look.hatch);
      y -= part;
    }
  }

  /// A base line, the first and last number under their bars, and what is counted.
  double axis(const scene::LegendHistogram& bars, double y, double pitch) {
    const double right = m_left + pitch * static_cast<double>(bars.counts.size());
    m.out.items.push_back(Rule{{m_left, y + u(1)}, {right, y + u(1)}, u(1.2), k_quiet_ink});
    const Font font = m.font(16 * m_k);
    const double baseline = y + u(4) + m.type.ascent(font);
    const std::size_t last = bars.whole_numbers ? bars.counts.size() - 1 : bars.bounds.size() - 1;
    const double shift = bars.whole_numbers ? pitch / 2 : 0;
    for (const std::size_t i : {std::size_t{0}, last}) {
      const std::string number = m.words(base::short_number(bars.bounds[i], 2));
      const double x = m_left + pitch * static_cast<double>(i) + shift;
      const Align align = bars.whole_numbers ? Align::centre : i == 0 ? Align::left : Align::right;
      m.line(number, {x, baseline}, font, k_quiet_ink, align);
      if (last == 0) break;
    }
    const double below = y + u(4) + m.type.line_height(font);
    if (m.request.histogram_title.empty()) return below;
    return m.paragraph(m.words(m.request.histogram_title), m_left, below, m_width, font, k_quiet_ink);
  }

  Composer& m;
  double m_left;
  double m_width;
  double m_k;
};

/// Sets everything at a size; returns the y below it.
double set_all(Composer& composer, const Box& area, double k) {
  Column column(composer, area.min_x, area.width(), k);
  double y = column.legend(area.min_y);
  if (composer.request.histogram != nullptr) y = column.histogram(y + composer.u(26 * k));
  if (!composer.request.message.empty()) y = column.message(y + composer.u(26 * k));
  return y;
}

double set_foot_at(Composer& composer, const Box& area, double k) {
  const double gap = composer.u(40);
  const double half = (area.width() - gap) / 2;
  Column left(composer, area.min_x, half, k);
  Column right(composer, area.min_x + half + gap, half, k);
  const double below_legend = left.legend(area.min_y);
  double y = right.histogram(area.min_y);
  if (!composer.request.message.empty()) y = right.message(y + (y > area.min_y ? composer.u(20 * k) : 0));
  return std::max(below_legend, y);
}

/// The largest size of a few at which the blocks fit and leave `enough` below them; tried on the composer
/// itself, whose items are put back. Returns the y below them.
template <class Set>
double set_to_fit(Composer& composer, const Box& area, Set set,
                  const std::function<bool(double)>& enough = {}) {
  constexpr double k_least_for_others = 0.76;  // smaller only for the blocks' own sake
  constexpr double k_least = 0.5;
  for (double k = 1;; k -= 0.08) {
    const std::size_t before = composer.out.items.size();
    const double bottom = set(composer, area, k);
    const bool last = k - 0.08 < k_least_for_others || !enough || enough(bottom);
    if ((bottom <= area.max_y && last) || k < k_least) return bottom;
    composer.out.items.resize(before);
  }
}

}  // namespace

double set_column(Composer& composer, const Box& area, const std::function<bool(double)>& enough) {
  return set_to_fit(composer, area, set_all, enough);
}

void set_foot(Composer& composer, const Box& area) {
  set_to_fit(composer, area, set_foot_at);
}

double foot_height(Composer& composer, double width) {
  const std::size_t before = composer.out.items.size();
  const double height = set_foot_at(composer, {0, 0, width, 0}, 1);
  composer.out.items.resize(before);
  return height;
}

}  // namespace ntmap::sheet
