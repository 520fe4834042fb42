#include "sheet/meeting_areas.hpp"

#include <string>
#include <vector>

#include "colour/difference.hpp"
#include "scene/legend.hpp"
#include "sheet/meeting.hpp"

namespace ntmap::sheet {
namespace {

using base::Vec2;

constexpr double k_area_text = 26;
constexpr double k_box = 64;    // width
constexpr double k_gap = 10;    // between box and label
constexpr double k_apart = 26;  // between classes

/// Sets titles and classes one after another. Where a layer has no room on one line, its classes begin below
/// its title, and take as many lines as they need.
class Lines {
 public:
  Lines(Composer& composer, Vec2 corner, double width)
      : c(composer),
        m_font(c.font(meeting_size(c.request, k_area_text))),
        m_start(corner),
        m_right(corner.x + width),
        m_at(corner),
        m_height(c.type.line_height(m_font) + c.u(8)) {}

  void layer(const Overlay& overlay) {
    std::vector<scene::LegendRow> rows;
    for (scene::LegendRow& row : scene::legend_rows(*overlay.classes, {.always_no_data = false}))
      if (row.byte < overlay.classes->classes.size()) rows.push_back(row);
    if (rows.empty()) return;
    if (m_at.x > m_start.x) next_line();
    const std::string title = c.words(overlay.classes->title) + ":";
    if (title.size() > 1) {
      double whole = width_of(title, nullptr);
      for (const scene::LegendRow& row : rows) whole += c.u(k_apart) + width_of(c.words(row.label), &row);
      item(title, nullptr, overlay.opacity);
      if (m_start.x + whole > m_right) next_line();
    }
    for (const scene::LegendRow& row : rows) item(c.words(row.label), &row, overlay.opacity);
  }

  double height() const { return m_used ? m_at.y + m_height - m_start.y : 0; }

 private:
  void next_line() { m_at = {m_start.x, m_at.y + m_height}; }

  double width_of(const std::string& label, const scene::LegendRow* row) {
    return (row == nullptr ? 0 : c.u(k_box + k_gap)) + c.type.width(label, m_font);
  }

  /// A label, behind the box of its class when it has one.
  void item(const std::string& label, const scene::LegendRow* row, double opacity) {
    const double width = width_of(label, row);
    if (m_at.x > m_start.x && m_at.x + width > m_right) next_line();
    m_used = true;
    if (row != nullptr) {
      c.out.items.push_back(Shape{.box = {m_at.x, m_at.y + c.u(3), m_at.x + c.u(k_box), m_at.y + c.u(33)},
                                  .fill = colour::mix(k_meeting_ground, row->fill, opacity),
                                  .hatch = row->hatch,
                                  .edge = c.u(k_meeting_line),
                                  .edge_ink = k_meeting_border,
                                  .hatch_ink = row->hatch_ink});
    }
    const double left = m_at.x + width - c.type.width(label, m_font);
    c.line(label, {left, m_at.y + c.type.ascent(m_font)}, m_font, k_ink);
    m_at.x += width + c.u(k_apart);
  }

  Composer& c;
  Font m_font;
  Vec2 m_start;
  double m_right;
  Vec2 m_at;
  double m_height;  // of a line
  bool m_used = false;
};

}  // namespace

double set_meeting_areas(Composer& composer, Vec2 corner, double width) {
  Lines lines(composer, corner, width);
  for (const Overlay& overlay : composer.request.overlays)
    if (overlay.legend) lines.layer(overlay);
  return lines.height();
}

double meeting_areas_height(Composer& composer, double width) {
  const std::size_t before = composer.out.items.size();
  const double height = set_meeting_areas(composer, {0, 0}, width);
  composer.out.items.resize(before);
  return height;
}

}  // namespace ntmap::sheet
