#include "scene/classify.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "base/error.hpp"
#include "colour/check.hpp"
#include "colour/palettes.hpp"
#include "model/colour.hpp"
#include "scene/class_labels.hpp"
#include "stats/breaks.hpp"

namespace ntmap::scene {
namespace {

using model::ClassList;
using model::MapClass;
using model::Rgb;

// Fills of "no data" and "not applicable", the liked ones first: light and calm, so that the classes speak.
// A tinted grey that keeps clear of all class colours comes before a dark one, which would dominate the map.
constexpr std::array<Rgb, 26> k_greys{
    {{0xd9, 0xd9, 0xd9}, {0xcd, 0xcd, 0xcd}, {0xc4, 0xc4, 0xc4}, {0xe6, 0xe6, 0xe6}, {0xbd, 0xbd, 0xbd},
     {0xc8, 0xc4, 0xd6}, {0xd4, 0xcf, 0xe5}, {0xd2, 0xda, 0xe6}, {0xc7, 0xdc, 0xec}, {0xd0, 0xc8, 0xc3},
     {0xc9, 0xc3, 0xae}, {0xe0, 0xd0, 0xc4}, {0xc7, 0xe2, 0xf1}, {0xc4, 0xd4, 0xc0}, {0xb5, 0xc2, 0x9e},
     {0xf0, 0xd9, 0xd9}, {0xad, 0xad, 0xad}, {0xa4, 0xa4, 0xa4}, {0xa9, 0xb7, 0xc9}, {0xb8, 0xa9, 0x9a},
     {0x9c, 0x9c, 0x9c}, {0x9a, 0xab, 0xb5}, {0x80, 0x80, 0x80}, {0x9c, 0x95, 0x7c}, {0x82, 0x78, 0x5a},
     {0x69, 0x69, 0x69}}};
constexpr std::array<Rgb, 22> k_pales{
    {{0xff, 0xff, 0xff}, {0xf7, 0xf7, 0xf7}, {0xf4, 0xff, 0xfc}, {0xf0, 0xf9, 0xfe}, {0xff, 0xf5, 0xeb},
     {0xeb, 0xff, 0xfc}, {0xff, 0xed, 0xff}, {0xff, 0xfb, 0xe0}, {0xff, 0xe9, 0xd5}, {0xe4, 0xf6, 0xff},
     {0xf3, 0xe6, 0xff}, {0xd6, 0xe3, 0xf9}, {0xf8, 0xea, 0xcc}, {0xfb, 0xe2, 0xd3}, {0xd5, 0xff, 0xff},
     {0xff, 0xd9, 0xe6}, {0xe0, 0xff, 0xd9}, {0xcd, 0xcd, 0xcd}, {0xc4, 0xc4, 0xc4}, {0xb8, 0xb8, 0xb8},
     {0xa8, 0xa8, 0xa8}, {0x9c, 0x9c, 0x9c}}};
constexpr std::array<Rgb, 4> k_loud{
    {{0xc9, 0x94, 0xc7}, {0xff, 0xe0, 0x5c}, {0x7a, 0x01, 0x77}, {0xf7, 0x68, 0xa1}}};

constexpr Rgb k_quiet{0xf0, 0xee, 0xe8};

/// Colours of the special states, apart from the classes and from one another, and hatched.
void dress_special_states(ClassList& list, bool value_theme) {
  std::vector<Rgb> taken;
  for (const MapClass& c : list.classes) taken.push_back(c.fill);
  // Labels of intervals are numbers and small words; those of categories are written as headings are.
  const auto dress = [&](MapClass& state, const base::Text& interval, const base::Text& category, Rgb fill,
                         model::Hatch hatch) {
    state.label = value_theme ? interval : category;
    state.hatch = hatch;
    state.fill = fill;
    taken.push_back(fill);
  };
  const auto [grey, pale] = colour::distinct_colours(k_greys, k_pales, taken);
  dress(list.no_data, {"chưa rõ (thiếu số liệu)", "unknown (no data)"},
        {"Chưa rõ (thiếu số liệu)", "Unknown (no data)"}, grey, model::Hatch::forward);
  dress(list.not_applicable, {"không áp dụng", "not applicable"}, {"Không áp dụng", "Not applicable"}, pale,
        model::Hatch::dots);
  dress(list.out_of_range, {"ngoài khoảng các lớp", "outside all classes"},
        {"Ngoài danh mục", "Not in the list"}, colour::distinct_colour(k_loud, taken), model::Hatch::cross);
}

bool applies(const ClassifyOptions& options, std::size_t unit) {
  return unit >= options.not_applicable.size() || options.not_applicable[unit] == 0;
}

bool is_isolated(const model::Classification& how, double value) {
  return std::find(how.isolated.begin(), how.isolated.end(), value) != how.isolated.end();
}

bool holds(const MapClass& c, double value) {
  const bool above = c.low_closed ? value >= c.low : value > c.low;
  const bool below = c.high_closed ? value <= c.high : value < c.high;
  return above && below;
}

std::vector<MapClass> intervals(const std::vector<double>& bounds, bool closed_right) {
  std::vector<MapClass> classes;
  for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
    MapClass c;
    c.low = bounds[i];
    c.high = bounds[i + 1];
    c.low_closed = !closed_right || i == 0;
    c.high_closed = closed_right || i + 2 == bounds.size();
    classes.push_back(c);
  }
  return classes;
}

/// Sets an isolated value among the intervals, low to high. An interval that it ends stays without it; one
/// that it would cut in two is cut.
void isolate(std::vector<MapClass>& classes, double value) {
  MapClass single;
  single.low = single.high = value;
  single.low_closed = single.high_closed = true;
  const auto at = std::find_if(classes.begin(), classes.end(),
                               [&](const MapClass& c) { return holds(c, value) || c.low >= value; });
  if (at == classes.end() || !holds(*at, value)) {
    if (at != classes.end() && at->low == value) at->low_closed = false;
    if (at != classes.begin() && at[-1].high == value) at[-1].high_closed = false;
    classes.insert(at, single);
  } else if (at->low == at->high) {
    // Already a class of its own.
  } else if (at->low == value) {
    at->low_closed = false;
    classes.insert(at, single);
  } else if (at->high == value) {
    at->high_closed = false;
    classes.insert(at + 1, single);
  } else {
    MapClass upper = *at;
    at->high = upper.low = value;
    at->high_closed = upper.low_closed = false;
    classes.insert(at + 1, {single, upper});
  }
}

std::vector<MapClass> make_classes(std::span<const double> values, const model::Classification& how) {
  const bool manual = how.method == model::BreakMethod::manual;
  const stats::Breaks cut = manual ? stats::manual_breaks(values, how.breaks, how.closed_right)
                                   : stats::breaks(values, how.method, how.classes, how.closed_right);
  std::vector<MapClass> classes = intervals(cut.bounds, how.closed_right);
  for (const double value : how.isolated) isolate(classes, value);
  if (classes.size() > model::k_max_classes) {
    throw base::Error(base::ErrorKind::usage,
                      base::text("{} lớp là quá nhiều", "{} classes are too many", {classes.size()}),
                      base::text("nhiều nhất {} lớp", "at most {} classes", {model::k_max_classes}));
  }
  return classes;
}

bool is_nothing(const MapClass& c, const ClassifyOptions& options) {
  return !options.nothing.empty() && c.low == 0 && c.high == 0;
}

int lightness_apart(Rgb a, Rgb b) {
  return std::abs(a.r + a.g + a.b - b.r - b.g - b.b);
}

/// The colours of the palette, in order; quiet where nothing happened, in place of the colour most like it.
void paint(std::vector<MapClass>& classes, const model::Classification& how, const ClassifyOptions& options) {
  std::vector<MapClass*> loud;
  for (MapClass& c : classes) {
    if (is_nothing(c, options))
      c.fill = k_quiet;
    else
      loud.push_back(&c);
  }
  if (loud.empty()) return;
  auto colours = colour::palette(how.palette, static_cast<int>(classes.size()), how.reversed).colours;
  if (loud.size() < classes.size()) {
    const bool first = lightness_apart(colours.front(), k_quiet) < lightness_apart(colours.back(), k_quiet);
    colours.erase(first ? colours.begin() : colours.end() - 1);
  }
  for (std::size_t i = 0; i < colours.size(); ++i) loud[i]->fill = colours[i];
}

void mark_target(std::vector<MapClass>& classes, const LegendTarget& target) {
  for (MapClass& c : classes) {
    const bool met = target.at_least ? c.low >= target.value : c.high <= target.value;
    if (!met) continue;
    c.label.vi += " (đạt)";
    c.label.en += " (met)";
  }
}

/// Every value is a whole number, and of a kind that is counted, not measured in percent.
bool is_counted(std::span<const double> values, const base::Text& unit) {
  return unit.vi != "%" && std::all_of(values.begin(), values.end(),
                                       [](double v) { return std::isnan(v) || v == std::floor(v); });
}

/// The class that the value is of wherever in the range it lies.
std::uint8_t class_of_range(std::span<const MapClass> classes, const ValueRange& range) {
  const std::uint8_t low = class_at(classes, range.least);
  const bool one_class = low < classes.size() && low == class_at(classes, range.most);
  return one_class ? low : model::k_class_no_data;
}

void assign(ClassList& list, std::span<const double> values, const ClassifyOptions& options) {
  for (std::size_t unit = 0; unit < values.size(); ++unit) {
    if (!applies(options, unit)) {
      list.class_of[unit] = model::k_class_not_applicable;
    } else if (std::isnan(values[unit])) {
      const bool known = unit < options.ranges.size();
      list.class_of[unit] = class_of_range(list.classes, known ? options.ranges[unit] : ValueRange{});
    } else {
      list.class_of[unit] = class_at(list.classes, values[unit]);
    }
  }
}

void count(ClassList& list) {
  for (const std::uint8_t byte : list.class_of) {
    if (byte == model::k_class_no_data) {
      ++list.no_data.count;
    } else if (byte == model::k_class_not_applicable) {
      ++list.not_applicable.count;
    } else if (byte == model::k_class_out_of_range) {
      ++list.out_of_range.count;
    } else {
      ++list.classes[byte].count;
    }
  }
}

}  // namespace

std::uint8_t class_at(std::span<const MapClass> classes, double value) {
  const auto single =
      std::ranges::find_if(classes, [&](const MapClass& c) { return c.low == c.high && c.low == value; });
  const auto found = single != classes.end()
                         ? single
                         : std::ranges::find_if(classes, [&](const MapClass& c) { return holds(c, value); });
  return found == classes.end() ? model::k_class_out_of_range
                                : static_cast<std::uint8_t>(found - classes.begin());
}

ClassList classify(std::span<const double> values, const model::Classification& how,
                   const ClassifyOptions& options) {
  std::vector<double> to_cut;
  for (std::size_t unit = 0; unit < values.size(); ++unit) {
    const bool counts = applies(options, unit) && !is_isolated(how, values[unit]);
    to_cut.push_back(counts ? values[unit] : model::k_no_data);
  }
  ClassList list;
  list.title = options.title;
  list.unit = options.unit;
  list.class_of.assign(values.size(), model::k_class_no_data);
  list.classes = make_classes(to_cut, how);
  paint(list.classes, how, options);
  assign(list, values, options);
  finish_classes(list);

  ClassLabelRules rules;
  rules.unit = options.unit;
  rules.decimals = label_decimals(list.classes, how.decimals);
  rules.whole_numbers = is_counted(to_cut, options.unit);
  rules.open_low = rules.open_high = list.out_of_range.count == 0;
  write_labels(list.classes, rules);
  for (MapClass& c : list.classes)
    if (is_nothing(c, options)) c.label = options.nothing;
  if (options.target) mark_target(list.classes, *options.target);
  return list;
}

ClassList categories(std::span<const std::string> values, std::span<const model::ThemeCategory> categories,
                     const ClassifyOptions& options) {
  if (categories.size() > model::k_max_classes) {
    throw base::Error(base::ErrorKind::usage,
                      base::text("{} loại là quá nhiều", "{} categories are too many", {categories.size()}),
                      base::text("nhiều nhất {} loại", "at most {} categories", {model::k_max_classes}));
  }
  ClassList list;
  list.title = options.title;
  list.unit = options.unit;
  for (const model::ThemeCategory& category : categories) {
    MapClass c;
    c.label = category.label;
    c.fill = category.fill;
    c.hatch = category.hatch;
    list.classes.push_back(c);
  }
  list.class_of.assign(values.size(), model::k_class_no_data);
  for (std::size_t unit = 0; unit < values.size(); ++unit) {
    if (!applies(options, unit)) {
      list.class_of[unit] = model::k_class_not_applicable;
    } else if (!values[unit].empty()) {
      const auto found = std::find_if(categories.begin(), categories.end(),
                                      [&](const model::ThemeCategory& c) { return c.value == values[unit]; });
      list.class_of[unit] = found == categories.end() ? model::k_class_out_of_range
                                                      : static_cast<std::uint8_t>(found - categories.begin());
    }
  }
  dress_special_states(list, false);
  count(list);
  return list;
}

void finish_classes(ClassList& list) {
  dress_special_states(list, true);
  count(list);
}

base::Text closure_note(std::span<const double> values, const base::Text& unit, bool closed_right) {
  if (is_counted(values, unit)) return {};
  return closed_right ? base::Text("Mỗi lớp gồm cận trên, không gồm cận dưới.",
                                   "Each class includes its upper bound, not its lower one.")
                      : base::Text("Mỗi lớp gồm cận dưới, không gồm cận trên.",
                                   "Each class includes its lower bound, not its upper one.");
}

}  // namespace ntmap::scene
