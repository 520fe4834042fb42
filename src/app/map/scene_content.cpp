#include "app/map/scene_content.hpp"

#include <fmt/chrono.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <initializer_list>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

#include "app/map/units_part.hpp"
#include "app/programme/count_range.hpp"
#include "base/counted.hpp"
#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "names/fold.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::Finding;
using base::Findings;
using base::Severity;
using base::Text;
using base::text;

// How much of its surroundings a scene of one unit shows, in extents of the unit.
constexpr double k_surroundings = 0.9;

std::vector<std::uint32_t> units_of_district(const Units& units, const std::string& district) {
  const std::string wanted = names::search_key(district);
  std::vector<std::uint32_t> found;
  for (std::uint32_t unit = 0; unit < units.size(); ++unit) {
    if (names::search_key(units.districts[unit]) == wanted) found.push_back(unit);
  }
  if (!found.empty()) return found;
  const std::set<std::string> known(units.districts.begin(), units.districts.end());
  throw Error(ErrorKind::not_found,
              text("không có huyện “{}” trong ranh giới “{}”",
                   "there is no district “{}” in the boundaries “{}”", {district, units.vintage}),
              base::nearest_word_advice(district, std::vector<std::string>(known.begin(), known.end())));
}

std::uint32_t unit_with_code(const Units& units, const std::string& code) {
  if (const auto found = units.by_code.find(code); found != units.by_code.end()) return found->second;
  throw Error(ErrorKind::not_found,
              text("không có đơn vị mã “{}” trong ranh giới “{}”",
                   "there is no unit with code “{}” in the boundaries “{}”", {code, units.vintage}),
              base::nearest_word_advice(code, units.codes));
}

/// The unit with a code, or nothing and a finding.
std::optional<std::uint32_t> marked_unit(MapContent& map, const std::string& code) {
  const auto found = map.units().by_code.find(code);
  if (found != map.units().by_code.end()) return found->second;
  map.findings.push_back({Severity::warning,
                          "scene.mark-gone",
                          {},
                          {},
                          text("đơn vị mã “{}” được đánh dấu nhưng không có trên bản đồ",
                               "the unit with code “{}” is marked but is not on the map", {code}),
                          text("Sửa mã trong cảnh.", "Mend the code in the scene.")});
  return std::nullopt;
}

Text value_of(const MapContent& map, std::uint32_t unit) {
  if (const auto range = count_range(map.figures, unit)) return range_words(*range, map.figure_unit);
  if (map.theme.kind == model::ThemeKind::category)
    return map.classes.by_byte(map.classes.class_of[unit]).label;
  const bool circles = map.theme.kind == model::ThemeKind::symbols;  // classes are those of another figure
  if (circles && std::isnan(map.figures.values[unit])) return map.classes.no_data.label;
  if (!circles && map.classes.class_of[unit] >= model::k_max_classes)
    return map.classes.by_byte(map.classes.class_of[unit]).label;
  return base::join(
      {base::number(map.figures.values[unit], map.theme.classification.decimals), map.figure_unit}, " ");
}

/// Fills the places of one unit's scene.
void fill_unit(Text& words, const MapContent& map, std::uint32_t unit) {
  fill_place(words, "{name}", map.units().full_name(unit));
  fill_place(words, "{value}", value_of(map, unit));
}

/// Puts `with` in the place of the first of `phrases` that the words hold; false where they hold none.
bool put_instead(std::string& words, std::initializer_list<std::string_view> phrases,
                 const std::string& with) {
  for (const std::string_view phrase : phrases) {
    const std::size_t at = words.find(phrase);
    if (at == std::string::npos) continue;
    words.replace(at, phrase.size(), with);
    return true;
  }
  return false;
}

/// The district as its units have it, however the scene writes it; empty where it shows all.
std::string district_of(const SceneContent& content) {
  return content.scene.district.empty() ? std::string() : content.map.units().districts.front();
}

/// What the scene says where it has no caption of its own.
Text own_caption(const SceneContent& content, bool of_unit) {
  if (of_unit) return {"{name}: **{value}**."};
  const Text& message = content.map.theme.message;
  return content.scene.district.empty() ? message : words_of_part(message, district_of(content));
}

Text subtitle_of(const ProjectData& data, const SceneContent& content, std::optional<std::uint32_t> unit) {
  const MapContent& map = content.map;
  if (!unit) return subtitle_of(data.project(), map, district_of(content));
  const Text around = text("{} và xung quanh", "{} and around", {map.units().full_name(*unit)});
  return base::join({around, map.units().districts[*unit], content.period, map.theme.subtitle}, " · ");
}

void say(SceneContent& content, ProjectData& data, std::optional<std::uint32_t> unit, const base::Job& job) {
  const model::Scene& scene = content.scene;
  const auto weights = mean_weights(data, content.map, job);
  const Text pattern = scene.caption.empty() ? own_caption(content, unit.has_value()) : scene.caption;
  content.map.message = fill_message(pattern, content.map, weights);
  content.notes = fill_message(scene.notes, content.map, weights);
  if (unit) {
    fill_unit(content.map.message, content.map, *unit);
    fill_unit(content.notes, content.map, *unit);
  }
  if (!scene.title.empty()) content.map.title = scene.title;
  content.map.subtitle = subtitle_of(data, content, unit);
}

void mark(SceneContent& content, std::optional<std::uint32_t> unit) {
  MapContent& map = content.map;
  if (unit) content.focus.selection.push_back(*unit);
  for (const std::string& code : content.scene.selection) {
    if (const auto found = marked_unit(map, code)) content.focus.selection.push_back(*found);
  }
  for (const model::SceneAnnotation& annotation : content.scene.annotations) {
    if (const auto found = marked_unit(map, annotation.unit))
      content.focus.annotations.push_back({*found, annotation.text});
  }
}

/// What a scene names and the project does not have is a fault of the project, not of whoever asks for the
/// scene.
MapContent map_of_scene(ProjectData& data, const model::Scene& scene, const base::Job& job) {
  try {
    return map_content(data, {.theme = scene.theme, .period = scene.period, .meeting = true}, job);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::usage) throw;
    throw Error(ErrorKind::data, error.message(), error.remedy());
  }
}

bool shows_data(const SceneContent& content) {
  const auto& classes = content.map.classes.classes;
  return std::any_of(classes.begin(), classes.end(),
                     [](const model::MapClass& one) { return one.count > 0; });
}

}  // namespace

SceneContent scene_content(ProjectData& data, const model::Scene& scene, const base::Job& job) {
  SceneContent content;
  content.scene = scene;
  content.map = map_of_scene(data, scene, job);
  if (!scene.district.empty())
    content.map = part_of(content.map, units_of_district(content.map.units(), scene.district));
  std::optional<std::uint32_t> unit;
  if (!scene.unit.empty()) {
    unit = unit_with_code(content.map.units(), scene.unit);
    const base::Box box = content.map.units().layer.polygons.feature_box(*unit);
    content.focus.world = box.grown(k_surroundings * std::max(box.width(), box.height()));
  }
  if (scene.extent) content.focus.world = scene.extent;
  if (const model::Period* period = data.project().find_period(content.map.period))
    content.period = period->title;
  mark(content, unit);
  say(content, data, unit, job);
  return content;
}

RenderOptions scene_options(const SceneContent& content, RenderOptions options) {
  options.style = sheet::Style::meeting;
  options.least_text = std::max(options.least_text, static_cast<double>(content.scene.text_size));
  return options;
}

Text words_of_part(const Text& words, const std::string& part) {
  Text out = words;
  if (words.empty()) return out;
  if (!put_instead(out.vi, {"Toàn tỉnh", "toàn tỉnh"}, part)) out.vi = part + ": " + out.vi;
  if (!put_instead(
          out.en,
          {"The whole province", "Whole province", "the whole province", "The province", "the province"},
          part))
    out.en = part + ": " + out.en;
  return out;
}

Text scene_place(const model::Scene& scene, std::size_t number) {
  return text("cảnh {} “{}”", "scene {} “{}”", {number, scene.id});
}

Findings findings_of_scene(ProjectData& data, const SceneContent& content, const Text& place,
                           const std::string& today) {
  Findings found;
  if (!shows_data(content)) {
    found.push_back(
        {Severity::error,
         "scene.no-data",
         {},
         place,
         text("không đơn vị nào có số liệu", "no unit has data"),
         text("Chọn kỳ khác, hoặc bổ sung số liệu.", "Choose another period, or add the figures.")});
  }
  const auto periods = data.periods_of(content.map.theme.indicator);
  if (!periods.empty() && !content.scene.period.empty() && content.scene.period != periods.back()) {
    const model::Period* newest = data.project().find_period(periods.back());
    const model::Period* shown = data.project().find_period(content.scene.period);
    if (shown != nullptr && newest != nullptr && shown->date < newest->date) {
      // After a rearrangement of units the old period may be meant: what it shows cannot be shown later.
      const bool same_units =
          data.project().boundaries_on(shown->date) == data.project().boundaries_on(newest->date);
      found.push_back({same_units ? Severity::warning : Severity::note,
                       "scene.stale",
                       {},
                       place,
                       text("dùng số liệu {}, đã có số liệu {}",
                            "shows the figures of {}; there are those of {}", {shown->title, newest->title}),
                       text("Bỏ “period” để cảnh luôn theo kỳ mới nhất, hoặc ghi kỳ khác.",
                            "Leave “period” out to keep up with the latest, or give another one.")});
    }
  }
  if (!content.scene.due.empty() && content.scene.due < today) {
    found.push_back({Severity::warning,
                     "scene.target-past",
                     {},
                     place,
                     text("mục tiêu đã quá hạn ngày {}", "its target was due on {}", {content.scene.due}),
                     text("Sửa lời và hạn của cảnh, hoặc nói rõ là mục tiêu đã qua.",
                          "Mend the scene's words and date, or say that the target is past.")});
  }
  for (Finding finding : content.map.findings) {
    if (!finding.rule.starts_with("scene.")) continue;
    finding.place = place;
    found.push_back(std::move(finding));
  }
  return found;
}

Findings scene_findings(ProjectData& data, const std::string& today, const base::Job& job) {
  Findings all;
  std::size_t number = 0;
  for (const model::Scene& scene : data.project().scenes) {
    job.checkpoint();
    const Text place = scene_place(scene, ++number);
    try {
      const SceneContent content = scene_content(data, scene, job);
      Findings some = findings_of_scene(data, content, place, today);
      for (Finding finding : MapSheet(content.map, scene_options(content, {}), content.focus).findings()) {
        finding.place = place;
        some.push_back(std::move(finding));
      }
      all.insert(all.end(), some.begin(), some.end());
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::cancelled) throw;
      all.push_back({Severity::error,
                     "scene.broken",
                     {},
                     place,
                     text("không trình chiếu được, sẽ bỏ qua: {}", "cannot be shown and is skipped: {}",
                          {error.message()}),
                     error.remedy()});
    }
  }
  return all;
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  return fmt::format("{:%Y-%m-%d}", fmt::localtime(now));
}

}  // namespace ntmap::app
