#include "sheet/meeting.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "scene/labels.hpp"
#include "sheet/frames.hpp"
#include "sheet/map_names.hpp"
#include "sheet/meeting_areas.hpp"
#include "sheet/meeting_legend.hpp"
#include "sheet/meeting_list.hpp"
#include "sheet/number_places.hpp"
#include "sheet/symbols.hpp"

namespace ntmap::sheet {
namespace {

using base::Box;
using base::Vec2;

constexpr double k_name = 26;  // names on the map
constexpr double k_remark = 28;
constexpr double k_subtitle = 28;
constexpr double k_message = 30;
constexpr double k_usual_shape = 1.7;     // width by height of a meeting map
constexpr std::size_t k_most_names = 40;  // more are never tried as names on the map
constexpr double k_near_number = 110;     // a number beside the map stands so near to its unit
constexpr double k_far_number = 420;      // or so far, where some would find no place else

/// The part of the world that a map of usual shape shows when it holds `world`.
Box widened(const Box& world) {
  const double width = std::max(world.width(), k_usual_shape * world.height());
  const double height = std::max(world.height(), world.width() / k_usual_shape);
  const Vec2 middle = world.centre();
  return {middle.x - width / 2, middle.y - height / 2, middle.x + width / 2, middle.y + height / 2};
}

/// The units that are named, in list order: those that lie in the part that is shown.
std::vector<std::size_t> named_units(const SheetRequest& request) {
  std::vector<std::size_t> order = request.list_order;
  if (order.empty()) {
    order.resize(request.names.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
  }
  const Box shown = request.world ? widened(*request.world) : Box{};
  std::erase_if(order, [&](std::size_t unit) {
    return request.names[unit].empty() || (request.world && !shown.contains(request.anchors[unit].point));
  });
  return order;
}

/// "Tỉnh Hà Tĩnh – 69 xã": the dot that stands between the parts of a line is two pixels at 720 lines, and a
/// codec makes a colon or nothing of it.
std::string with_dashes(std::string line) {
  constexpr std::string_view k_dot = " · ";
  for (std::size_t at = line.find(k_dot); at != std::string::npos; at = line.find(k_dot, at))
    line.replace(at, k_dot.size(), " – ");
  return line;
}

/// Sets one meeting sheet into a composer: head, then a body of map, sentence and legend.
class MeetingSheet {
 public:
  explicit MeetingSheet(Composer& composer)
      : c(composer),
        m_safe{c.u(k_meeting_margin_x), c.u(k_meeting_margin_y), c.out.page.width - c.u(k_meeting_margin_x),
               c.out.page.height - c.u(k_meeting_margin_y)} {}

  void set() {
    c.out.borders = {{{c.u(k_meeting_line), k_meeting_border},
                      {c.u(k_meeting_line + 1), k_meeting_border},
                      {c.u(k_meeting_line + 1), k_meeting_border}}};
    const std::string& title = c.words(c.request.title);
    Font font = c.fitted(title, m_safe.width(), bold(46), 1, k_meeting_title / 46);
    font.size = std::max(font.size, c.u(k_meeting_title));
    m_top = m_safe.min_y;
    if (!title.empty()) m_top = c.paragraph(title, m_safe.min_x, m_top, m_safe.width(), font, k_ink) + c.u(6);
    const auto units = c.request.labels ? named_units(c.request) : std::vector<std::size_t>();
    if (units.size() > k_most_names || !set_with_names(units)) set_with_list(units);
  }

 private:
  Font plain(double units) const { return c.font(meeting_size(c.request, units)); }
  Font bold(double units) const { return c.font(meeting_size(c.request, units), true); }

  /// Names on the map, the whole width for it; false, and nothing set, when some name finds no place.
  bool set_with_names(const std::vector<std::size_t>& units) {
    const std::size_t items = c.out.items.size();
    const std::size_t frames = c.out.frames.size();
    const std::size_t unplaced = c.out.unplaced.size();
    set_body(m_safe.max_x);
    if (set_names(units)) return true;
    c.out.items.resize(items);
    c.out.frames.resize(frames);
    c.out.unplaced.resize(unplaced);
    return false;
  }

  void set_with_list(std::vector<std::size_t> units) {
    const MeetingList list = plan_list(c, {m_safe.min_x, m_top + c.u(14), m_safe.max_x, m_safe.max_y}, units);
    units = listed_units(c, std::move(units), list.room());
    set_body(list.left - c.u(10));
    units = set_numbers(std::move(units));
    set_list(c, list, units);
  }

  /// Everything but names: from the left margin to `right`.
  void set_body(double right) {
    const double width = right - m_safe.min_x;
    double top = m_top;
    if (const std::string subtitle = with_dashes(c.words(c.request.subtitle)); !subtitle.empty())
      top = c.paragraph(subtitle, m_safe.min_x, top, width, plain(k_subtitle), k_quiet_ink, 1);
    double bottom = m_safe.max_y;
    if (const std::string& source = c.words(c.request.source); !source.empty()) {
      bottom -= c.paragraph_height(source, width, plain(k_meeting_text), 1);
      c.paragraph(source, m_safe.min_x, bottom, width, plain(k_meeting_text), k_quiet_ink, 1);
      bottom -= c.u(8);
    }
    bottom -= meeting_areas_height(c, width);
    set_meeting_areas(c, {m_safe.min_x, bottom}, width);
    bottom -= meeting_legend_height(c, width);
    set_meeting_legend(c, {m_safe.min_x, bottom}, width);
    if (const std::string& message = c.words(c.request.message); !message.empty()) {
      bottom -= c.paragraph_height(message, width, bold(k_message)) + c.u(14);
      c.paragraph(message, m_safe.min_x, bottom, width, bold(k_message), k_ink);
    }
    const auto worlds = worlds_of(c.request);
    c.out.frames.push_back(
        fit_worlds(c, {m_safe.min_x - c.u(20), top + c.u(10), right, bottom - c.u(12)}, worlds, c.u(6)));
    m_frame = c.out.frames.back();
    m_raster = raster_of(c, m_frame);
    m_obstacles = furnish(c, m_frame, m_raster, worlds);
    m_circles = set_symbols(c, m_frame);
    set_annotations();
  }

  /// Size of a line on a plate.
  Vec2 plate_size(std::string_view line, double font, double height, Vec2 pad) {
    return {c.type.width(line, {font, true}) + 2 * pad.x, height + 2 * pad.y};
  }

  /// Names on plates; false, and nothing set, when one finds no place.
  bool set_names(const std::vector<std::size_t>& units) {
    std::vector<scene::LabelRequest> requests;
    for (const std::size_t unit : units) requests.push_back(plate_request(unit, c.request.names[unit]));
    std::vector<Box> obstacles = m_obstacles;
    obstacles.insert(obstacles.end(), m_circles.begin(), m_circles.end());
    const auto placement =
        scene::place_labels(requests, m_raster, obstacles, plate_rules(false), plate_measure(false));
    if (!placement.unplaced.empty()) return false;
    set_placed(placement.placed, requests, false);
    return true;
  }

  /// The numbers of all these units, or of fewer where some find no place: a name in the list without its
  /// number on the map would say nothing. Returns those that have one, in their order; the others are told.
  std::vector<std::size_t> set_numbers(std::vector<std::size_t> units) {
    for (;;) {
      const Numbers numbers = placed_numbers(units);
      if (numbers.unplaced.empty()) {
        set(numbers);
        return units;
      }
      for (const std::size_t unit : numbers.unplaced) {
        c.out.unplaced.push_back(unit);
        std::erase(units, unit);
      }
    }
  }

  struct Numbers {
    std::vector<scene::PlacedLabel> in_circles;
    std::vector<scene::LabelRequest> requests;  // of the others
    std::vector<scene::PlacedLabel> placed;     // of these
    std::vector<std::size_t> unplaced;          // units
  };

  Numbers placed_numbers(const std::vector<std::size_t>& units) {
    Numbers out;
    std::vector<Box> obstacles = m_obstacles;
    for (std::size_t i = 0; i < units.size(); ++i) {
      const std::string number = std::to_string(i + 1);
      if (const auto box = free_circle(units[i], number)) {
        out.in_circles.push_back({.lines = {number}, .font = bold(k_meeting_text).size, .box = *box});
        obstacles.push_back(*box);
      } else {
        out.requests.push_back(plate_request(units[i], number));
      }
    }
    std::vector<Box> with_circles = obstacles;
    with_circles.insert(with_circles.end(), m_circles.begin(), m_circles.end());
    scene::LabelPlacement placement =
        scene::place_labels(out.requests, m_raster, with_circles, plate_rules(true), plate_measure(true));
    // On a crowded map they make room for one another, and one may lie on another's circle: near their units,
    // else at the end of longer lines.
    for (const double longest : {k_near_number, k_far_number}) {
      if (placement.unplaced.empty()) break;
      scene::LabelRules rules = plate_rules(true);
      rules.longest_leader = c.u(longest);
      placement = place_numbers(out.requests, m_raster, obstacles, m_circles, rules, plate_measure(true));
    }
    out.placed = std::move(placement.placed);
    for (const std::size_t i : placement.unplaced) out.unplaced.push_back(out.requests[i].unit);
    return out;
  }

  void set(const Numbers& numbers) {
    for (const scene::PlacedLabel& label : numbers.in_circles) {
      const Vec2 middle = label.box.centre();
      c.line(label.lines.front(), {middle.x, middle.y + 0.36 * label.font}, {label.font, true}, k_white,
             Align::centre);
    }
    set_placed(numbers.placed, numbers.requests, true);
  }

  /// The middle of the unit's circle, where a number has room in it and nothing else lies there.
  std::optional<Box> free_circle(std::size_t unit, const std::string& number) {
    const Font font = bold(k_meeting_text);
    auto box = box_in_symbol(c, m_frame, unit, {c.type.width(number, font), 0.75 * font.size});
    const auto covers = [&](const Box& other) { return other.intersects(*box); };
    if (!box || !m_frame.box.contains(box->centre()) ||
        std::any_of(m_obstacles.begin(), m_obstacles.end(), covers))
      return std::nullopt;
    return box;
  }

  scene::LabelRequest plate_request(std::size_t unit, std::string text) const {
    const Vec2 at = m_frame.to_page(c.request.anchors[unit].point);
    const double circle = symbol_radius(c, unit);
    const Vec2 beside{at.x, circle > 0 ? at.y + circle + c.u(14) : at.y};
    return {static_cast<std::uint32_t>(unit), std::move(text), beside,
            importance_of(c.request, unit),   circle,          at};
  }

  scene::LabelRules plate_rules(bool numbers) const {
    scene::LabelRules rules;
    rules.font = rules.smallest_font = c.u(meeting_size(c.request, numbers ? k_meeting_text : k_name));
    rules.gap = c.u(numbers ? 1 : 3);
    rules.wrap = !numbers;
    // A plate may cover much of its neighbours: the number, not the fill under it, says whose it is. A name
    // must lie on its own unit.
    rules.least_own = numbers ? 0.3 : 0.5;
    rules.most_foreign = numbers ? 0.7 : 0.4;
    rules.leaders = numbers;
    rules.longest_leader = c.u(k_near_number);
    return rules;
  }

  scene::MeasureText plate_measure(bool numbers) {
    return [this, numbers](std::string_view line, double font) {
      // Digits need no room for accents.
      const double height = numbers ? 1.02 * font : c.type.line_height({font, true});
      return plate_size(line, font, height, {c.u(numbers ? 5 : 6), c.u(1)});
    };
  }

  void set_placed(const std::vector<scene::PlacedLabel>& placed,
                  const std::vector<scene::LabelRequest>& requests, bool numbers) {
    for (const auto& label : placed) {
      if (label.leader)
        c.out.items.push_back(
            Rule{label.leader_from, label.leader_to, c.u(k_meeting_line), k_meeting_border});
    }
    for (const auto& label : placed) set_plate(label, requests[label.request].unit, numbers);
  }

  void set_plate(const scene::PlacedLabel& label, std::size_t unit, bool number) {
    const auto& chosen = c.request.selected;
    const bool selected = std::find(chosen.begin(), chosen.end(), unit) != chosen.end();
    c.out.items.push_back(Shape{label.box, c.u(5), selected ? k_ink : k_white, model::Hatch::none, 0, {}});
    const Font font{label.font, true};
    const Vec2 middle = label.box.centre();
    double baseline = number ? middle.y + 0.36 * label.font : label.box.min_y + c.u(1) + c.type.ascent(font);
    for (const std::string& line : label.lines) {
      c.line(line, {middle.x, baseline}, font, selected ? k_white : k_ink, Align::centre);
      baseline += (label.box.height() - c.u(2)) / static_cast<double>(label.lines.size());
    }
  }

  /// Remarks on framed plates, each with a line to its unit; names and numbers keep off them.
  void set_annotations() {
    std::vector<scene::LabelRequest> requests;
    for (const Annotation& annotation : c.request.annotations) {
      requests.push_back({static_cast<std::uint32_t>(annotation.unit), c.words(annotation.text),
                          m_frame.to_page(c.request.anchors[annotation.unit].point), 1});
    }
    scene::LabelRules rules;
    rules.font = rules.smallest_font = c.u(meeting_size(c.request, k_remark));
    rules.gap = c.u(4);
    rules.overhang = false;
    rules.longest_leader = c.u(600);
    const Vec2 pad{c.u(12), c.u(3)};
    const auto measure = [&](std::string_view line, double font) {
      return plate_size(line, font, c.type.line_height({font, true}), pad);
    };
    auto placement = scene::place_labels(requests, m_raster, m_obstacles, rules, measure);
    for (const auto& label : placement.placed) set_remark(label, pad);
    // Where there is no free ground a remark covers units: what is said matters more.
    std::vector<scene::LabelRequest> rest;
    for (const std::size_t i : placement.unplaced) rest.push_back(requests[i]);
    rules.overhang = true;
    rules.least_own = 0;
    rules.most_foreign = 1;
    placement = scene::place_labels(rest, m_raster, m_obstacles, rules, measure);
    for (const auto& label : placement.placed) set_remark(label, pad);
    for (const std::size_t i : placement.unplaced) c.out.unplaced.push_back(rest[i].unit);
  }

  void set_remark(const scene::PlacedLabel& label, Vec2 pad) {
    if (label.leader) {
      c.out.items.push_back(Rule{label.leader_from, label.leader_to, c.u(8), k_white});
      c.out.items.push_back(Rule{label.leader_from, label.leader_to, c.u(4), k_ink});
    }
    c.out.items.push_back(Shape{label.box, c.u(6), k_white, model::Hatch::none, c.u(k_meeting_line), k_ink});
    const Font font{label.font, true};
    double baseline = label.box.min_y + pad.y + c.type.ascent(font);
    for (const std::string& line : label.lines) {
      c.line(line, {label.box.centre().x, baseline}, font, k_ink, Align::centre);
      baseline += label.box.height() / static_cast<double>(label.lines.size());
    }
    m_obstacles.push_back(label.box);
  }

  Composer& c;
  Box m_safe;
  double m_top = 0;  // below the title
  MapFrame m_frame;
  scene::UnitRaster m_raster;
  std::vector<Box> m_obstacles;  // for all that is placed
  std::vector<Box> m_circles;    // kept clear while there is room beside them
};

}  // namespace

double meeting_size(const SheetRequest& request, double units) {
  return std::max({units, k_meeting_text, request.least_text});
}

void set_meeting(Composer& composer) {
  MeetingSheet(composer).set();
}

}  // namespace ntmap::sheet
