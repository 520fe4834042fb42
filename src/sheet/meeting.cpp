#include "sheet/meeting.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "scene/labels.hpp"
#include "sheet/frames.hpp"

namespace ntmap::sheet {
namespace {

using base::Box;
using base::Vec2;

constexpr double k_text = 24;  // least text size, units
constexpr double k_row = 37;   // pitch of the list
constexpr double k_column_gap = 22;

/// The units that are named, in list order: all of them, or the most important where the list is too short.
std::vector<std::size_t> named_units(Composer& c, std::size_t room) {
  const SheetRequest& request = c.request;
  std::vector<std::size_t> order = request.list_order;
  if (order.empty()) {
    order.resize(request.names.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
  }
  std::erase_if(order, [&](std::size_t unit) { return request.names[unit].empty(); });
  if (order.size() <= room) return order;
  std::vector<std::size_t> by_importance = order;
  std::stable_sort(by_importance.begin(), by_importance.end(), [&](std::size_t a, std::size_t b) {
    return importance_of(request, a) > importance_of(request, b);
  });
  std::vector<bool> kept(request.names.size(), false);
  for (std::size_t i = 0; i < by_importance.size(); ++i) {
    if (i < room)
      kept[by_importance[i]] = true;
    else
      c.out.unplaced.push_back(by_importance[i]);
  }
  std::erase_if(order, [&](std::size_t unit) { return !kept[unit]; });
  return order;
}

struct List {
  double left = 0;
  double column_width = 0;
  std::size_t columns = 0;
  std::size_t rows = 0;
};

/// As many columns as the units need, at most a share of the page that leaves room for the map.
List plan_list(Composer& c, const Box& area) {
  List list;
  list.rows = static_cast<std::size_t>(std::max(1.0, std::floor(area.height() / c.u(k_row))));
  double widest = 0;
  for (const std::string& name : c.request.names)
    widest = std::max(widest, c.type.width(name, c.font(k_text)));
  const double numbers = c.type.width(std::to_string(c.request.names.size()), c.font(k_text, true)) + c.u(14);
  list.column_width = std::min(numbers + widest, c.u(270)) + c.u(k_column_gap);
  const auto most =
      static_cast<std::size_t>(std::max(1.0, std::floor(0.42 * area.width() / list.column_width)));
  const std::size_t units = c.request.names.size();
  list.columns = std::min(most, (units + list.rows - 1) / list.rows);
  if (list.columns * list.rows > units) list.rows = (units + list.columns - 1) / list.columns;
  list.left = area.max_x - static_cast<double>(list.columns) * list.column_width;
  return list;
}

void set_list(Composer& c, const List& list, double top, const std::vector<std::size_t>& units) {
  const double number_width = c.type.width(std::to_string(units.size()), c.font(k_text, true));
  for (std::size_t i = 0; i < units.size(); ++i) {
    const std::size_t column = i / list.rows;
    const double left = list.left + list.column_width * static_cast<double>(column) + c.u(k_column_gap);
    const double baseline =
        top + c.u(k_row) * static_cast<double>(i % list.rows) + c.type.ascent(c.font(k_text));
    c.line(std::to_string(i + 1), {left + number_width, baseline}, c.font(k_text, true), k_ink, Align::right);
    const double name_left = left + number_width + c.u(14);
    const double room = list.column_width - c.u(k_column_gap) - number_width - c.u(14);
    const std::string& name = c.request.names[units[i]];
    c.line(name, {name_left, baseline}, c.fitted(name, room, c.font(k_text), 1, 0.8), k_ink);
  }
}

void set_numbers(Composer& c, const MapFrame& frame, const scene::UnitRaster& raster,
                 const std::vector<std::size_t>& units, const std::vector<Box>& obstacles) {
  std::vector<scene::LabelRequest> requests;
  for (std::size_t i = 0; i < units.size(); ++i) {
    requests.push_back({static_cast<std::uint32_t>(units[i]), std::to_string(i + 1),
                        frame.to_page(c.request.anchors[units[i]].point),
                        importance_of(c.request, units[i])});
  }
  scene::LabelRules rules;
  rules.font = rules.smallest_font = c.u(k_text);
  rules.gap = c.u(1);
  rules.wrap = false;
  // A plate may cover much of its neighbours: the number, not the fill under it, says whose it is.
  rules.least_own = 0.3;
  rules.most_foreign = 0.7;
  rules.longest_leader = c.u(420);
  const Vec2 pad{c.u(5), c.u(1)};
  const auto measure = [&](std::string_view line, double font) {
    const Font as{font, true};
    // Digits need no room for accents.
    return Vec2{c.type.width(line, as) + 2 * pad.x, 1.02 * font + 2 * pad.y};
  };
  const auto placement = scene::place_labels(requests, raster, obstacles, rules, measure);
  for (const std::size_t i : placement.unplaced) c.out.unplaced.push_back(units[i]);
  for (const auto& label : placement.placed) {
    if (label.leader)
      c.out.items.push_back(Rule{label.leader_from, label.leader_to, c.u(2.5), k_meeting_border});
  }
  for (const auto& label : placement.placed) {
    c.out.items.push_back(Shape{label.box, c.u(5), k_white, model::Hatch::none, 0, {}});
    const Vec2 middle = label.box.centre();
    c.line(label.lines.front(), {middle.x, middle.y + 0.36 * label.font}, {label.font, true}, k_ink,
           Align::centre);
  }
}

/// The label without its remark in brackets, which a row of boxes has no room for.
std::string short_label(const std::string& label, bool special) {
  return special ? label.substr(0, label.find(" (")) : label;
}

/// Boxes in a row with their labels below; returns the height.
double set_legend(Composer& c, const Box& area, bool measure_only) {
  auto rows = scene::legend_rows(*c.request.classes, {.always_no_data = false});
  if (rows.empty()) return 0;
  const double gap = c.u(14);
  const double width = std::min((area.width() + gap) / static_cast<double>(rows.size()) - gap, c.u(300));
  std::size_t most_lines = 1;
  for (const auto& row : rows)
    most_lines = std::max(
        most_lines,
        c.type.wrap(short_label(c.words(row.label), row.byte >= model::k_max_classes), c.font(26), width)
            .size());
  const double height = c.u(38) + static_cast<double>(most_lines) * c.type.line_height(c.font(26));
  if (measure_only) return height;
  double left = area.min_x;
  for (const auto& row : rows) {
    c.swatch({left, area.min_y, left + width, area.min_y + c.u(34)}, 0, row.fill, row.hatch, c.u(3),
             k_meeting_border);
    double top = area.min_y + c.u(36);
    for (const Line& line :
         c.type.wrap(short_label(c.words(row.label), row.byte >= model::k_max_classes), c.font(26), width)) {
      std::string text;
      for (const Span& span : line.spans) text += span.text;
      c.line(text, {left + width / 2, top + c.type.ascent(c.font(26))}, c.font(26), k_ink, Align::centre);
      top += c.type.line_height(c.font(26));
    }
    left += width + gap;
  }
  return height;
}

}  // namespace

void set_meeting(Composer& c) {
  const SheetRequest& request = c.request;
  c.out.borders = {{{c.u(3), k_meeting_border}, {c.u(4), k_meeting_border}, {c.u(4), k_meeting_border}}};
  const Box safe{c.u(70), c.u(48), c.out.page.width - c.u(70), c.out.page.height - c.u(48)};
  const Font title = c.fitted(c.words(request.title), safe.width(), c.font(46, true), 1, 0.87);
  const double below_title =
      c.paragraph(c.words(request.title), safe.min_x, safe.min_y, safe.width(), title, k_ink) + c.u(20);

  const bool named = request.labels && !request.names.empty();
  const double source_height =
      request.source.empty()
          ? 0
          : c.paragraph_height(c.words(request.source), safe.width(), c.font(k_text)) + c.u(8);
  const double bottom = safe.max_y - source_height;
  const List list = named ? plan_list(c, {safe.min_x, below_title, safe.max_x, bottom}) : List{};
  const double right = named ? list.left - c.u(10) : safe.max_x;

  const double legend_height = set_legend(c, {safe.min_x, 0, right, 0}, true);
  const Font bold = c.font(30, true);
  const std::string& message = c.words(request.message);
  const double message_height =
      message.empty() ? 0 : c.paragraph_height(message, right - safe.min_x, bold) + c.u(14);
  const double legend_top = bottom - legend_height;
  const double message_top = legend_top - message_height;

  const auto worlds = world_boxes(*request.polygons, request.inset);
  const MapFrame frame =
      fit_frame({safe.min_x - c.u(20), below_title, right, message_top - c.u(12)}, worlds.front(), c.u(6));
  c.out.frames.push_back(frame);
  const auto raster = raster_of(c, frame);
  const auto obstacles = furnish(c, frame, raster, worlds);
  if (named) {
    const auto units = named_units(c, list.rows * list.columns);
    set_numbers(c, frame, raster, units, obstacles);
    set_list(c, list, below_title, units);
  }
  if (!message.empty()) c.paragraph(message, safe.min_x, message_top, right - safe.min_x, bold, k_ink);
  set_legend(c, {safe.min_x, legend_top, right, bottom}, false);
  if (!request.source.empty()) {
    c.paragraph(c.words(request.source), safe.min_x, bottom + c.u(8), safe.width(), c.font(k_text),
                k_quiet_ink);
  }
}

}  // namespace ntmap::sheet
