#include "sheet/map_names.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "colour/contrast.hpp"
#include "sheet/symbols.hpp"

namespace ntmap::sheet {
namespace {

using base::Box;
using base::Vec2;

constexpr double k_halo = 3.4;          // units, round letters
constexpr double k_hatched_halo = 5.5;  // stripes need more
constexpr double k_number = 14;
constexpr std::array<double, 3> k_key_texts{16, 14.5, 13};  // the largest at which all are listed
constexpr double k_key_row = 1.35;                          // of the text size
constexpr double k_key_gap = 14;                            // between columns

const model::MapClass& class_of(const SheetRequest& request, std::size_t unit) {
  return request.classes->by_byte(request.classes->class_of[unit]);
}

/// Whether stripes run under the unit's name: its class's own, or those of a mark over it.
bool hatched(const SheetRequest& request, std::size_t unit) {
  const auto over = [&](const Overlay& overlay) {
    if (overlay.polygons != request.polygons) return false;
    const std::uint8_t byte = overlay.classes->class_of[unit];
    return byte < overlay.classes->classes.size() &&
           overlay.classes->classes[byte].hatch != model::Hatch::none;
  };
  return class_of(request, unit).hatch != model::Hatch::none ||
         std::any_of(request.overlays.begin(), request.overlays.end(), over);
}

void set_leader(Composer& c, const scene::PlacedLabel& label, bool dot) {
  c.out.items.push_back(Rule{label.leader_from, label.leader_to, c.u(k_halo), k_ground});
  c.out.items.push_back(Rule{label.leader_from, label.leader_to, c.u(1.4), k_ink});
  if (!dot) return;  // it ends at its circle
  const Vec2 end = label.leader_from;
  c.out.items.push_back(Shape{Box{end.x, end.y, end.x, end.y}.grown(c.u(3.5)), c.u(3.5), k_ink,
                              model::Hatch::none, c.u(1), k_ground});
}

void set_lines(Composer& c, const scene::PlacedLabel& label, bool bold, TextRun look) {
  const Font font{label.font, bold};
  double top = label.box.min_y;
  for (const std::string& line : label.lines) {
    look.text = line;
    look.at = {label.box.centre().x - c.type.width(line, font) / 2, top + c.type.ascent(font)};
    look.size = font.size;
    look.bold = bold;
    c.out.items.push_back(look);
    top += c.type.line_height(font);
  }
}

/// The ink that reads on the fill of the label's unit. White on dark fills has the fill as halo also where it
/// sticks out; black has the ground there, for a dark halo would smudge it. Labels beside the map and of
/// units that the page is not about stand on the ground.
void set_label(Composer& c, const scene::PlacedLabel& label, std::size_t unit, bool bold) {
  const model::Rgb fill = class_of(c.request, unit).fill;
  const bool aside = c.request.focus && c.request.focus->inside[unit] == 0;
  const model::Rgb on_fill = colour::ink_on(fill, k_black, k_white);
  TextRun look;
  look.ink = aside ? k_quiet_ink : label.leader ? k_ink : on_fill;
  const bool own_halo = !aside && !label.leader && (label.inside || look.ink == k_white);
  look.halo_ink = own_halo ? fill : k_ground;
  look.halo = c.u(hatched(c.request, unit) && !label.leader ? k_hatched_halo : k_halo);
  if (label.leader) set_leader(c, label, symbol_radius(c, unit) == 0);
  set_lines(c, label, bold, look);
}

scene::LabelRequest request_for(const Composer& c, const MapFrame& frame, std::size_t unit,
                                std::string text) {
  constexpr double k_first = 1e12;  // before all others
  scene::LabelRequest wanted;
  wanted.unit = static_cast<std::uint32_t>(unit);
  wanted.text = std::move(text);
  wanted.anchor = wanted.point = frame.to_page(c.request.anchors[unit].point);
  wanted.circle = symbol_radius(c, unit);
  if (wanted.circle > 0) wanted.point.y += wanted.circle + c.u(10);
  const bool first = c.request.focus && c.request.focus->inside[unit] != 0;
  wanted.importance = importance_of(c.request, unit) + (first ? k_first : 0);
  return wanted;
}

scene::MeasureText measure_by(Composer& c, bool bold) {
  return [&c, bold](std::string_view line, double font) {
    return Vec2{c.type.width(line, {font, bold}), c.type.line_height({font, bold})};
  };
}

/// The numbers of units without a name on the map, and the list that explains them.
class NameKey {
 public:
  NameKey(Composer& composer, const MapGround& ground, const Box& area)
      : c(composer), m_ground(ground), m_area(area) {}

  /// Whether the area has room for all of the layout's unplaced units.
  bool holds_all() {
    plan();
    return m_rows * m_columns >= c.out.unplaced.size();
  }

  /// Takes the layout's unplaced units, as many as there is room for; `names` are the labels on the map.
  void set(const std::vector<scene::PlacedLabel>& names) {
    plan();
    // A list of a few of very many would only raise the question why these.
    if (c.out.unplaced.size() > 3 * m_rows * m_columns) return;
    take_units();
    while (!m_units.empty() && !place(names)) {
    }
    if (m_units.empty()) return;
    for (const scene::PlacedLabel& label : m_in_circles) {
      const Vec2 middle = label.box.centre();
      c.line(label.lines.front(), {middle.x, middle.y + 0.36 * label.font}, {label.font, true}, k_white,
             Align::centre);
    }
    for (const scene::PlacedLabel& label : m_placed) set_label(c, label, m_beside[label.request], true);
    set_list();
  }

 private:
  Font name_font() const { return c.font(m_text); }
  Font number_font() const { return c.font(m_text, true); }
  Font heading_font() const { return c.font(1.15 * m_text, true); }
  double row() const { return c.u(k_key_row * m_text); }

  /// As many columns and rows as there is room for, in smaller text where more are wanted.
  void plan() {
    for (const double text : k_key_texts) {
      plan_at(text);
      if (m_rows * m_columns >= c.out.unplaced.size()) return;
    }
  }

  /// Columns as wide as the longest name, as many rows as the area is high.
  void plan_at(double text) {
    m_text = text;
    double widest = 0;
    for (const std::size_t unit : c.out.unplaced)
      widest = std::max(widest, c.type.width(c.request.names[unit], name_font()));
    m_indent = c.type.width("00", number_font()) + c.u(6);  // a third digit has room in the gap
    const double gap = c.u(k_key_gap);
    m_columns = std::max<std::size_t>(
        1, static_cast<std::size_t>(std::max(0.0, (m_area.width() + gap) / (m_indent + widest + gap))));
    m_top = m_area.min_y + c.type.line_height(heading_font()) + c.u(8);
    m_rows = static_cast<std::size_t>(std::max(0.0, (m_area.max_y - m_top) / row()));
  }

  /// The most important that the list holds, then in the order of the alphabet.
  void take_units() {
    const std::size_t room = std::min(m_rows * m_columns, c.out.unplaced.size());
    const auto end = c.out.unplaced.begin() + static_cast<std::ptrdiff_t>(room);
    m_units.assign(c.out.unplaced.begin(), end);
    c.out.unplaced.erase(c.out.unplaced.begin(), end);
    std::vector<std::size_t> rank(c.request.names.size());
    for (std::size_t unit = 0; unit < rank.size(); ++unit) rank[unit] = unit;
    for (std::size_t i = 0; i < c.request.list_order.size(); ++i) rank[c.request.list_order[i]] = i;
    std::sort(m_units.begin(), m_units.end(),
              [&](std::size_t a, std::size_t b) { return rank[a] < rank[b]; });
  }

  /// Places all numbers, in their circles where those have room; false, and the units dropped, where some
  /// find no place: then all that follow have other numbers.
  bool place(const std::vector<scene::PlacedLabel>& names) {
    std::vector<scene::PlacedLabel> standing = names;
    std::vector<scene::LabelRequest> requests;
    m_in_circles.clear();
    m_beside.clear();
    const double size = c.u(k_number);
    for (std::size_t i = 0; i < m_units.size(); ++i) {
      const std::string number = std::to_string(i + 1);
      const Font font{size, true};
      const Vec2 room{c.type.width(number, font), 0.75 * size};  // digits stand on the line
      if (const auto box = box_in_symbol(c, m_ground.frame, m_units[i], room)) {
        m_in_circles.push_back(
            scene::PlacedLabel{.lines = {number}, .font = size, .box = *box, .inside = true});
        standing.push_back(m_in_circles.back());
      } else {
        requests.push_back(request_for(c, m_ground.frame, m_units[i], number));
        m_beside.push_back(m_units[i]);
      }
    }
    scene::LabelRules rules;
    rules.font = rules.smallest_font = size;
    rules.gap = c.u(1);
    rules.wrap = false;
    rules.least_own = 0.3;
    rules.most_foreign = 0.7;
    rules.longest_leader = c.u(120);
    auto placement = scene::place_labels(requests, m_ground.raster, m_ground.obstacles, rules,
                                         measure_by(c, true), standing);
    m_placed = std::move(placement.placed);
    for (const std::size_t i : placement.unplaced) {
      c.out.unplaced.push_back(m_beside[i]);
      std::erase(m_units, m_beside[i]);
    }
    return placement.unplaced.empty();
  }

  void set_list() {
    const base::Text title = base::text("Đơn vị ghi bằng số", "Units shown by number");
    c.line(c.words(title), {m_area.min_x, m_area.min_y + c.type.ascent(heading_font())}, heading_font(),
           k_ink);
    const std::size_t rows = (m_units.size() + m_columns - 1) / m_columns;
    const double width = (m_area.width() + c.u(k_key_gap)) / static_cast<double>(m_columns);
    for (std::size_t i = 0; i < m_units.size(); ++i) {
      const std::size_t column = i / rows;
      const double left = m_area.min_x + static_cast<double>(column) * width;
      const double baseline = m_top + static_cast<double>(i % rows) * row() + c.type.ascent(name_font());
      const double indent = left + m_indent - c.u(6);
      c.line(std::to_string(i + 1), {indent, baseline}, number_font(), k_ink, Align::right);
      c.line(c.request.names[m_units[i]], {left + m_indent, baseline}, name_font(), k_ink);
    }
  }

  Composer& c;
  const MapGround& m_ground;
  Box m_area;
  double m_text = 0;    // size of the list, units
  double m_indent = 0;  // from a column's left edge to its names
  double m_top = 0;     // of the list, below its heading
  std::size_t m_columns = 1;
  std::size_t m_rows = 0;
  std::vector<std::size_t> m_units;   // number i + 1
  std::vector<std::size_t> m_beside;  // those whose number stands in no circle
  std::vector<scene::PlacedLabel> m_in_circles;
  std::vector<scene::PlacedLabel> m_placed;
};

}  // namespace

double importance_of(const SheetRequest& request, std::size_t unit) {
  return request.importance.empty() ? request.anchors[unit].radius : request.importance[unit];
}

void place_names(Composer& composer, const MapGround& ground, const KeyPlace& key) {
  const SheetRequest& request = composer.request;
  std::vector<scene::LabelRequest> requests;
  for (std::size_t unit = 0; unit < request.names.size(); ++unit) {
    if (request.names[unit].empty()) continue;
    auto wanted = request_for(composer, ground.frame, unit, request.names[unit]);
    if (ground.frame.box.contains(wanted.anchor)) requests.push_back(std::move(wanted));
  }
  scene::LabelRules rules;
  rules.font = composer.u(18.5);
  rules.smallest_font = composer.u(14);
  rules.gap = composer.u(2);
  rules.longest_leader = composer.u(200);
  const auto placement =
      scene::place_labels(requests, ground.raster, ground.obstacles, rules, measure_by(composer, false));
  for (const auto& label : placement.placed) set_label(composer, label, requests[label.request].unit, false);
  for (const std::size_t i : placement.unplaced) {
    const std::size_t unit = requests[i].unit;
    if (!request.focus || request.focus->inside[unit] != 0) composer.out.unplaced.push_back(unit);
  }
  if (!key || composer.out.unplaced.empty()) return;
  const Box area = key([&](const Box& some) { return NameKey(composer, ground, some).holds_all(); });
  NameKey(composer, ground, area).set(placement.placed);
}

}  // namespace ntmap::sheet
