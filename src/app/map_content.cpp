#include "app/map_content.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>

#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "colour/check.hpp"
#include "crs/crs.hpp"
#include "scene/classify.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::Text;
using base::text;

const model::Theme& choose_theme(const model::Project& project, const std::string& id) {
  if (project.themes.empty()) {
    throw Error(ErrorKind::usage, text("Chưa nói vẽ giá trị nào", "Nothing was said of what to draw"),
                text("Thêm --value TRƯỜNG, hoặc [[themes]] trong tệp dự án.",
                     "Add --value FIELD, or [[themes]] in the project file."));
  }
  if (id.empty()) return project.themes.front();
  if (const model::Theme* theme = project.find_theme(id)) return *theme;
  std::vector<std::string> known;
  for (const model::Theme& theme : project.themes) known.push_back(theme.id);
  throw Error(ErrorKind::not_found, text("Không có chuyên đề “{}”", "There is no theme “{}”", {id}),
              base::nearest_word_advice(id, known));
}

/// The theme's own labels for the classes, one each.
void use_labels(const model::Theme& theme, model::ClassList& classes) {
  if (theme.labels.empty()) return;
  if (theme.labels.size() != classes.classes.size()) {
    throw Error(
        ErrorKind::data,
        text("Chuyên đề “{}” có {} nhãn cho {} lớp", "Theme “{}” has {} labels for {} classes",
             {theme.id, theme.labels.size(), classes.classes.size()}),
        text("Ghi mỗi lớp một nhãn, hoặc bỏ “labels”.", "Give one label a class, or leave “labels” out."));
  }
  for (std::size_t i = 0; i < theme.labels.size(); ++i) classes.classes[i].label = theme.labels[i];
}

Text subtitle_of(const model::Project& project, const MapContent& map) {
  const model::Period* period = map.period.empty() ? nullptr : project.find_period(map.period);
  return base::join(
      {place_of(project), count_of_units(map.units()), period == nullptr ? Text() : period->title, map.theme.subtitle},
      " · ");
}

Text source_of(const model::Project& project, const Units& units) {
  const crs::Description described = crs::describe(units.crs);
  return base::join({project.source, project.notice, described.epsg.empty() ? Text() : described.name}, ". ");
}

struct Counts {
  std::size_t met = 0;
  std::size_t unmet = 0;
  std::size_t unknown = 0;
};

Counts counts_of(const MapContent& map) {
  Counts counts;
  const std::size_t last = map.classes.classes.size();
  for (const std::uint8_t byte : map.classes.class_of) {
    if (byte == model::k_class_not_applicable) continue;
    if (byte == model::k_class_no_data)
      ++counts.unknown;
    else if (last > 0 && byte == (map.theme.best_is_low ? 0 : last - 1))
      ++counts.met;
    else
      ++counts.unmet;
  }
  return counts;
}

void replace_all(std::string& in, const std::string& what, const std::string& with) {
  for (std::size_t at = in.find(what); at != std::string::npos; at = in.find(what, at + with.size())) {
    in.replace(at, what.size(), with);
  }
}

/// Sum and mean of what is known; the mean weighted where the indicator has a weight.
struct Totals {
  double sum = model::k_no_data;
  double mean = model::k_no_data;
};

Totals totals_of(const std::vector<double>& values, const std::vector<double>& weights) {
  double sum = 0;
  double weighted = 0;
  double weight_sum = 0;
  bool any = false;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double weight = weights.empty() ? 1 : weights[i];
    if (std::isnan(values[i]) || std::isnan(weight)) continue;
    sum += values[i];
    weighted += weight * values[i];
    weight_sum += weight;
    any = true;
  }
  if (!any) return {};
  return {sum, weight_sum > 0 ? weighted / weight_sum : model::k_no_data};
}

Text message_of(const MapContent& map, const std::vector<double>& weights) {
  Text message = map.theme.message;
  if (message.empty()) return message;
  const Counts counts = counts_of(map);
  const Totals totals = totals_of(map.figures.values, weights);
  const int decimals = map.theme.classification.decimals;
  const std::pair<const char*, Text> places[] = {
      {"{met}", counts.met},
      {"{unmet}", counts.unmet},
      {"{unknown}", counts.unknown},
      {"{n}", counts.met + counts.unmet + counts.unknown},
      {"{mean}", base::number(totals.mean, decimals)},
      {"{sum}", base::number(totals.sum, decimals)},
  };
  for (const auto& [place, value] : places) {
    replace_all(message.vi, place, value.vi);
    replace_all(message.en, place, value.en);
  }
  return message;
}

/// Classes of the theme's second figure. On the axis of a colour square the unit stands in the title.
model::ClassList second_classes(ProjectData& data, const MapContent& map, const base::Job& job) {
  const model::SecondVariable& second = *map.theme.second;
  const model::Indicator& indicator = *data.project().find_indicator(second.indicator);
  const Figures figures = data.figures(second.indicator, map.period, job);
  const bool axis = map.theme.kind == model::ThemeKind::bivariate;
  const Text& title = second.title.empty() ? indicator.title : second.title;
  return scene::classify(figures.values, second.classification,
                         {.title = axis ? titled_with_unit(title, indicator.unit) : title,
                          .unit = axis ? Text() : indicator.unit,
                          .not_applicable = figures.not_applicable});
}

/// Calm ground for circles: units with a figure, and the states of those without.
model::ClassList ground_classes(const MapContent& map, const scene::ClassifyOptions& options) {
  constexpr model::Rgb k_ground{0xea, 0xe6, 0xda};
  std::vector<std::string> words;
  for (const double value : map.figures.values) words.emplace_back(std::isnan(value) ? "" : "known");
  scene::ClassifyOptions untitled = options;
  untitled.title = {};
  return scene::categories(words, std::vector<model::ThemeCategory>{{"known", text("Có số liệu", "With figures"), k_ground}},
                           untitled);
}

void classify_map(ProjectData& data, MapContent& map, const scene::ClassifyOptions& options,
                  const base::Job& job) {
  switch (map.theme.kind) {
    case model::ThemeKind::category:
      map.classes = scene::categories(map.figures.texts, map.theme.categories, options);
      return;
    case model::ThemeKind::bivariate: {
      scene::ClassifyOptions axis = options;
      axis.title = titled_with_unit(options.title, options.unit);
      axis.unit = {};
      scene::Crossed crossed = scene::cross(
          scene::classify(map.figures.values, map.theme.classification, axis), second_classes(data, map, job));
      map.classes = std::move(crossed.classes);
      map.key = std::move(crossed.key);
      return;
    }
    case model::ThemeKind::symbols:
      map.classes = map.theme.second ? second_classes(data, map, job) : ground_classes(map, options);
      return;
    case model::ThemeKind::value:
      map.classes = scene::classify(map.figures.values, map.theme.classification, options);
  }
}

bool is_marked(const model::ThemeMark& mark, const Figures& figures, std::size_t unit) {
  if (!mark.words.empty()) {
    return std::find(mark.words.begin(), mark.words.end(), figures.texts[unit]) != mark.words.end();
  }
  const double value = figures.values[unit];
  return !std::isnan(value) && !(value < mark.at_least) && !(value > mark.at_most);
}

Marks marks_of(ProjectData& data, const MapContent& map, const base::Job& job) {
  constexpr model::Rgb k_ink{0x2b, 0x2b, 0x2b};
  const model::ThemeMark& mark = *map.theme.mark;
  const Figures figures = data.figures(mark.indicator, map.period, job);
  Marks marks;
  model::MapClass marked;
  marked.label = mark.label;
  marked.fill = {0xff, 0xff, 0xff};
  marked.hatch = mark.hatch;
  marked.hatch_ink = k_ink;
  for (std::size_t unit = 0; unit < map.units().size(); ++unit) {
    const bool here = is_marked(mark, figures, unit);
    marks.classes.class_of.push_back(here ? 0 : model::k_class_no_data);
    marked.count += here ? 1 : 0;
  }
  marks.classes.classes.push_back(std::move(marked));
  return marks;
}

/// Who sees the map in colour must tell its classes apart. What black-and-white prints lose `ntmap check` says:
/// no map of two directions or two variables could keep it.
base::Findings colours_for_eyes(const model::ClassList& classes) {
  return colour::check_map_colours(
      classes, std::span(colour::k_all_visions).first(colour::k_all_visions.size() - 1));
}

/// Circles cannot show what is below zero.
base::Findings negative_symbols(const MapContent& map) {
  base::Findings findings;
  if (map.theme.kind != model::ThemeKind::symbols) return findings;
  for (std::size_t unit = 0; unit < map.units().size(); ++unit) {
    if (!(map.figures.values[unit] < 0)) continue;
    findings.push_back({base::Severity::warning, "symbols.negative", map.figures.file, map.units().full_name(unit),
                        text("giá trị âm {} không vẽ được bằng vòng tròn", "a negative value, {}, has no circle",
                             {base::short_number(map.figures.values[unit])}),
                        text("Kiểm tra số liệu, hoặc dùng chuyên đề kiểu “value”.",
                             "Check the figure, or use a theme of kind “value”.")});
  }
  return findings;
}

/// Layers of areas over the map, as of its period.
std::vector<AreaOverlay> areas_over(ProjectData& data, const MapContent& map,
                                    const std::vector<std::string>& ids, const base::Job& job) {
  const model::Period* period = data.project().find_period(map.period);
  std::vector<AreaOverlay> out;
  for (const std::string& id : ids) {
    const auto coverage = data.coverage(id, map.figures.units, job);
    out.push_back(area_overlay(*coverage, period == nullptr ? std::string() : period->date, job));
  }
  return out;
}

}  // namespace

MapContent map_content(ProjectData& data, const MapChoice& choice, const base::Job& job) {
  const model::Project& project = data.project();
  MapContent map;
  map.theme = choose_theme(project, choice.theme);
  map.period = choice.period.empty() ? data.latest_period_of(map.theme.indicator) : choice.period;
  map.figures = data.figures(map.theme.indicator, map.period, job);
  if (choice.label_points) map.label_points = data.label_points(map.figures.units);
  map.findings = map.units().findings;
  map.findings.insert(map.findings.end(), map.figures.findings.begin(), map.figures.findings.end());
  const model::Indicator& indicator = *project.find_indicator(map.theme.indicator);
  map.figure_title = indicator.title;
  map.figure_unit = indicator.unit;
  map.title = map.theme.title.empty() ? indicator.title : map.theme.title;
  const scene::ClassifyOptions options{.title = map.theme.legend.empty() ? indicator.title : map.theme.legend,
                                       .unit = indicator.unit,
                                       .not_applicable = map.figures.not_applicable};
  classify_map(data, map, options, job);
  if (map.theme.mark) map.marks = marks_of(data, map, job);
  map.areas = areas_over(data, map, choice.areas ? *choice.areas : map.theme.areas, job);
  if (map.theme.kind == model::ThemeKind::value || map.theme.kind == model::ThemeKind::category)
    use_labels(map.theme, map.classes);
  for (const base::Findings& more : {negative_symbols(map), colours_for_eyes(map.classes)})
    map.findings.insert(map.findings.end(), more.begin(), more.end());
  map.subtitle = subtitle_of(project, map);
  map.source = source_of(project, map.units());
  std::vector<double> weights;
  if (!indicator.weight.empty() && !map.theme.message.empty())
    weights = data.figures(indicator.weight, map.period, job).values;
  map.message = message_of(map, weights);
  return map;
}

Text count_of_units(const Units& units, std::span<const std::uint32_t> some) {
  constexpr std::pair<const char*, Text (*)()> k_types[] = {
      {"Xã", [] { return text("xã", "communes"); }},
      {"Phường", [] { return text("phường", "wards"); }},
      {"Thị trấn", [] { return text("thị trấn", "towns"); }},
  };
  Text kinds;
  for (const auto& [type, word] : k_types) {
    if (std::any_of(some.begin(), some.end(), [&](std::uint32_t unit) { return units.types[unit] == type; }))
      kinds = base::join({kinds, word()}, ", ");
  }
  if (kinds.empty()) kinds = text("đơn vị", "units");
  return text("{} {}", "{} {}", {some.size(), kinds});
}

Text count_of_units(const Units& units) {
  std::vector<std::uint32_t> all(units.size());
  std::iota(all.begin(), all.end(), 0U);
  return count_of_units(units, all);
}

Text titled_with_unit(const Text& title, const Text& unit) {
  return unit.empty() ? title : text("{} ({})", "{} ({})", {title, unit});
}

Text place_of(const model::Project& project) {
  if (!project.place.empty()) return project.place;
  return project.province.empty() ? Text() : text("Tỉnh {}", "{} province", {project.province});
}

}  // namespace ntmap::app
