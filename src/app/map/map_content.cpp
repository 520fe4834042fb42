#include "app/map/map_content.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

#include "app/map/map_classes.hpp"
#include "app/map/meeting_rules.hpp"
#include "app/programme/computed_figure.hpp"
#include "app/programme/count_range.hpp"
#include "base/error.hpp"
#include "base/nearest_word.hpp"
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
                project.file.empty()
                    ? text("Thêm --value TRƯỜNG.", "Add --value FIELD.")
                    : text("Thêm [[themes]] vào {}.", "Add [[themes]] to {}.", {project.file}));
  }
  if (id.empty()) return project.themes.front();
  if (const model::Theme* theme = project.find_theme(id)) return *theme;
  std::vector<std::string> known;
  for (const model::Theme& theme : project.themes) known.push_back(theme.id);
  throw Error(ErrorKind::usage, text("Không có chuyên đề “{}”", "There is no theme “{}”", {id}),
              base::nearest_word_advice(id, known));
}

/// What the sentence of the map counts that its legend does not.
Text base_line(const MapContent& map) {
  const auto& in_base = map.figures.in_base;
  const auto outside = std::count(in_base.begin(), in_base.end(), std::uint8_t{1});
  if (outside == 0 || map.theme.message.en.find("{n}") == std::string::npos) return {};
  return text("Tính cả {} đơn vị không triển khai", "With {} units not in the programme", {outside});
}

/// Why units are in no class though some of their criteria are known.
Text at_least_line(const MapContent& map) {
  const auto& findings = map.figures.findings;
  const auto told = std::find_if(findings.begin(), findings.end(), [](const base::Finding& finding) {
    return finding.rule == k_rule_at_least;
  });
  return told == findings.end() ? Text() : told->what;
}

Text source_of(const model::Project& project, const MapContent& map) {
  const crs::Description described = crs::describe(map.units().crs);
  return base::join({project.source, project.notice, illustrative_line(map.figures), base_line(map),
                     at_least_line(map), described.epsg.empty() ? Text() : described.name},
                    ". ");
}

/// What a message may hold in braces, in the order in which fill_message() fills it.
constexpr std::array<const char*, 6> k_message_places{"{met}", "{unmet}", "{unknown}",
                                                      "{n}",   "{mean}",  "{sum}"};

struct Counts {
  std::size_t met = 0;
  std::size_t unmet = 0;
  std::size_t unknown = 0;
  std::size_t outside = 0;  ///< out of the programme, and yet in what shares are of

  std::size_t all() const { return met + unmet + unknown + outside; }
};

/// Whether a unit misses the aim of the theme for certain though its class is open: no value in its range is
/// of the class that is aimed at.
bool surely_unmet(const MapContent& map, std::size_t unit) {
  const auto range = count_range(map.figures, unit);
  const std::vector<model::MapClass>& classes = map.classes.classes;
  if (!range || classes.empty() || map.theme.kind != model::ThemeKind::value) return false;
  const std::size_t low = scene::class_at(classes, range->least);
  const std::size_t high = scene::class_at(classes, range->most);
  return map.theme.best_is_low ? low > 0 && low < classes.size() : high + 1 < classes.size();
}

Counts counts_of(const MapContent& map) {
  Counts counts;
  const std::size_t last = map.classes.classes.size();
  const std::vector<std::uint8_t>& in_base = map.figures.in_base;
  for (std::size_t unit = 0; unit < map.classes.class_of.size(); ++unit) {
    const std::uint8_t byte = map.classes.class_of[unit];
    if (byte == model::k_class_not_applicable) {
      counts.outside += in_base.empty() ? 0 : in_base[unit];
      continue;
    }
    const bool open = byte == model::k_class_no_data || byte == model::k_class_out_of_range;
    const bool unmet = byte == model::k_class_no_data && surely_unmet(map, unit);
    if (open && !unmet)
      ++counts.unknown;  // a value that no class covers is neither met nor unmet
    else if (!open && last > 0 && byte == (map.theme.best_is_low ? 0 : last - 1))
      ++counts.met;
    else
      ++counts.unmet;
  }
  return counts;
}

/// Where counts of criteria are open, who is in neither number: "44 of 181 fail" is not that 137 pass.
Text open_words(const Text& pattern, const MapContent& map, std::size_t unknown) {
  const bool counts = pattern.en.find("met}") != std::string::npos;
  const bool told = pattern.en.find("{unknown}") != std::string::npos;
  if (!counts || told || unknown == 0) return {};
  const std::vector<scene::ValueRange> ranges = count_ranges(map.figures);
  const bool any =
      std::ranges::any_of(ranges, [](const scene::ValueRange& range) { return !std::isnan(range.least); });
  return any ? text("{} đơn vị chưa rõ.", "{} units are unknown.", {unknown}) : Text();
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

/// A column of words taken for figures: every cell is refused and nothing is left to draw. What is not known
/// at all, or not yet, is no mistake and is drawn as such.
void refuse_words_for_figures(const MapContent& map) {
  if (map.theme.kind == model::ThemeKind::category) return;
  const auto& values = map.figures.values;
  if (std::any_of(values.begin(), values.end(), [](double value) { return !std::isnan(value); })) return;
  const auto& findings = map.figures.findings;
  const auto word = std::find_if(findings.begin(), findings.end(),
                                 [](const base::Finding& finding) { return finding.rule == "number.text"; });
  if (word == findings.end()) return;
  throw Error(ErrorKind::data,
              text("{}: không ô nào là số ({}: {})", "{}: no cell is a number ({}: {})",
                   {map.figures.file, word->place, word->what}),
              text("Chọn trường có số liệu (ntmap info {} nêu các trường).",
                   "Choose a field with figures (ntmap info {} lists the fields).", {map.figures.file}));
}

/// Layers of areas over the map, as of its period or of another date that is asked for.
std::vector<AreaOverlay> areas_over(ProjectData& data, const MapContent& map, const MapChoice& choice,
                                    const base::Job& job) {
  const model::Period* period = data.project().find_period(map.period);
  const std::string& by = choice.area_filter.by;
  const std::string date = !by.empty() || period == nullptr ? by : period->date;
  std::vector<AreaOverlay> out;
  for (const std::string& id : choice.areas ? *choice.areas : map.theme.areas) {
    const auto coverage = data.coverage(id, map.figures.units, job);
    out.push_back(area_overlay(*coverage, date, choice.area_filter.statuses, job));
  }
  return out;
}

/// "cuối năm 2024"; of a change with what it is compared: "cuối năm 2024 so với cuối năm 2023".
Text when_of(const model::Project& project, const MapContent& map) {
  const model::Period* period = map.period.empty() ? nullptr : project.find_period(map.period);
  const std::string& since = map.figures.since;
  const model::Period* before = since.empty() ? nullptr : project.find_period(since);
  if (period == nullptr || before == nullptr) return period == nullptr ? Text() : period->title;
  return text("{} so với {}", "{} against {}", {period->title, before->title});
}

}  // namespace

Text illustrative_line(const Figures& figures) {
  if (!figures.illustrative) return {};
  return text("Kết quả một phần dựa trên ngưỡng minh họa, không phải quy định",
              "Verdicts partly by illustrative thresholds, not a regulation");
}

Text subtitle_of(const model::Project& project, const MapContent& map, const Text& place) {
  const Text where = place.empty() ? place_of(project) : place;
  return base::join({where, count_of_units(map.units()), when_of(project, map), map.theme.subtitle}, " · ");
}

Text fill_message(const Text& pattern, const MapContent& map, const std::vector<double>& weights) {
  Text message = pattern;
  if (message.empty()) return message;
  const Counts counts = counts_of(map);
  const base::Text open = open_words(pattern, map, counts.unknown);
  const Totals totals = totals_of(map.figures.values, weights);
  const int decimals = map.theme.classification.decimals;
  const std::array<Text, k_message_places.size()> values{counts.met,
                                                         counts.unmet,
                                                         counts.unknown,
                                                         counts.all(),
                                                         base::number(totals.mean, decimals),
                                                         base::number(totals.sum, decimals)};
  for (std::size_t i = 0; i < values.size(); ++i) fill_place(message, k_message_places[i], values[i]);
  return base::join({message, open}, " ");
}

std::string unknown_place(const Text& pattern) {
  for (const std::string* words : {&pattern.vi, &pattern.en}) {
    for (std::size_t at = words->find('{'); at != std::string::npos; at = words->find('{', at + 1)) {
      const std::size_t end = words->find('}', at);
      if (end == std::string::npos) return words->substr(at);
      std::string place = words->substr(at, end + 1 - at);
      if (std::find(k_message_places.begin(), k_message_places.end(), place) == k_message_places.end())
        return place;
    }
  }
  return {};
}

void fill_place(Text& words, const std::string& place, const Text& with) {
  for (const auto& [in, value] : {std::pair(&words.vi, &with.vi), std::pair(&words.en, &with.en)}) {
    for (std::size_t at = in->find(place); at != std::string::npos; at = in->find(place, at + value->size()))
      in->replace(at, place.size(), *value);
  }
}

std::vector<double> mean_weights(ProjectData& data, const MapContent& map, const base::Job& job) {
  const model::Indicator& indicator = *data.project().find_indicator(map.theme.indicator);
  if (indicator.weight.empty()) return {};
  return data.figures(indicator.weight, map.period, job).values;
}

MapContent map_content(ProjectData& data, const MapChoice& choice, const base::Job& job) {
  const model::Project& project = data.project();
  MapContent map;
  map.theme = choose_theme(project, choice.theme);
  if (choice.meeting) limit_classes(map.theme);
  map.period = choice.period.empty() ? data.latest_period_of(map.theme.indicator) : choice.period;
  map.figures = data.figures(map.theme.indicator, map.period, job);
  require_trustworthy(map.units());
  refuse_words_for_figures(map);
  if (choice.label_points) map.label_points = data.label_points(map.figures.units);
  map.findings = map.units().findings;
  map.findings.insert(map.findings.end(), map.figures.findings.begin(), map.figures.findings.end());
  const model::Indicator& indicator = *project.find_indicator(map.theme.indicator);
  map.figure_title = indicator.title;
  map.figure_unit = indicator.unit;
  map.title = map.theme.title.empty() ? indicator.title : map.theme.title;
  classify_map(data, map, job);
  map.areas = areas_over(data, map, choice, job);
  if (choice.meeting) {
    if (map.key) say_ranges(*map.key);
    const base::Findings findings = keep_meeting_rules(map.classes);
    map.findings.insert(map.findings.end(), findings.begin(), findings.end());
  }
  map.subtitle = subtitle_of(project, map);
  map.source = source_of(project, map);
  map.notice = project.notice;
  if (!map.theme.message.empty())
    map.message = fill_message(map.theme.message, map, mean_weights(data, map, job));
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
