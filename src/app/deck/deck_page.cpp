#include "app/deck/deck_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <memory>
#include <stdexcept>

#include "app/deck/deck_shapes.hpp"
#include "app/programme/count_range.hpp"
#include "app/project/json_text.hpp"
#include "base/counted.hpp"
#include "scene/hatch.hpp"

namespace ntmap::app {
namespace {

using base::Text;

/// Items of a JSON list or object, separated by commas.
class JsonItems {
 public:
  void add(const std::string& item) { m_out += (m_out.empty() ? "" : ",") + item; }
  void add(std::string_view key, const std::string& value) { add(json_text(key) + ":" + value); }
  std::string list() const { return "[" + m_out + "]"; }
  std::string object() const { return "{" + m_out + "}"; }

 private:
  std::string m_out;
};

/// A text in both languages: a string where they are equal, else [vi, en].
std::string json(const Text& text) {
  if (text.vi == text.en) return json_text(text.vi);
  return "[" + json_text(text.vi) + "," + json_text(text.en) + "]";
}

template <class Items>
std::string json_list(const Items& items) {
  JsonItems out;
  for (const std::string& item : items) out.add(json_text(item));
  return out.list();
}

std::string json_numbers(const std::vector<std::uint32_t>& numbers) {
  return fmt::format("[{}]", fmt::join(numbers, ","));
}

std::string json(const base::Box& box) {
  return fmt::format("[{},{},{},{}]", box.min_x, box.min_y, box.max_x, box.max_y);
}

std::string json(const model::MapClass& one) {
  JsonItems out;
  out.add(json(one.label));
  out.add(json_text(model::to_hex(one.fill)));
  out.add(std::to_string(static_cast<int>(one.hatch)));
  out.add(json_text(model::to_hex(scene::hatch_ink(one.fill))));
  return out.list();
}

std::string vintage_json(const Units& units, const std::vector<geom::LabelPoint>& points) {
  std::string anchors = "[";
  for (const geom::LabelPoint& at : points) {
    fmt::format_to(std::back_inserter(anchors), "{}{:.1f},{:.1f},{:.1f}", anchors.size() > 1 ? "," : "",
                   at.point.x, at.point.y, at.radius);
  }
  JsonItems out;
  out.add("shapes", deck_shapes(units));
  out.add("codes", json_list(units.codes));
  out.add("names", json_list(units.names));
  out.add("types", json_list(units.types));
  out.add("districts", json_list(units.districts));
  out.add("anchors", anchors + "]");
  return out.object();
}

/// The value as all outputs write it; empty for a unit whose class says it all.
Text value_text(const MapContent& map, std::size_t unit) {
  if (const auto range = count_range(map.figures, unit)) return short_range(*range);
  if (map.theme.kind == model::ThemeKind::category || map.classes.class_of[unit] == model::k_class_no_data ||
      map.classes.class_of[unit] == model::k_class_not_applicable)
    return {};
  return base::number(map.figures.values[unit], map.theme.classification.decimals);
}

/// Radii of a symbol theme's circles, of the largest one; 0 for units without a circle.
std::string circles_json(const std::vector<double>& values) {
  double largest = 0;
  for (const double value : values) largest = std::isnan(value) ? largest : std::max(largest, value);
  JsonItems out;
  for (const double value : values)
    out.add(value > 0 ? fmt::format("{:.3f}", std::sqrt(value / largest)) : std::string("0"));
  return out.list();
}

std::string map_json(const MapContent& map) {
  JsonItems classes;
  for (const model::MapClass& one : map.classes.classes) classes.add(json(one));
  JsonItems values;
  // In Vietnamese; the page swaps the marks for English.
  for (std::size_t unit = 0; unit < map.units().size(); ++unit)
    values.add(json_text(value_text(map, unit).vi));
  JsonItems out;
  out.add("vintage", json_text(map.units().vintage));
  out.add("subtitle", json(map.subtitle));
  out.add("message", json(map.message));
  out.add("classes", classes.list());
  out.add("noData", json(map.classes.no_data));
  out.add("notApplicable", json(map.classes.not_applicable));
  out.add("outOfRange", json(map.classes.out_of_range));
  out.add("of", fmt::format("[{}]", fmt::join(map.classes.class_of, ",")));
  out.add("values", values.list());
  if (map.theme.kind == model::ThemeKind::symbols) out.add("circles", circles_json(map.figures.values));
  return out.object();
}

/// The indices of the scene's units among all of their vintage.
std::string all_of_json(const std::vector<std::uint32_t>& units, const Units& scene_units, const Units& all) {
  std::vector<std::uint32_t> indices;
  for (const std::uint32_t unit : units) indices.push_back(all.by_code.at(scene_units.codes[unit]));
  return json_numbers(indices);
}

std::string scene_json(const SceneContent& scene, const Units& all) {
  const Units& units = scene.map.units();
  JsonItems out;
  out.add("id", json_text(scene.scene.id));
  out.add("theme", json_text(scene.map.theme.id));
  out.add("period", json_text(scene.map.period));
  out.add("title", json(scene.map.title));
  out.add("subtitle", json(scene.map.subtitle));
  out.add("message", json(scene.map.message));
  if (!scene.scene.district.empty()) {
    std::vector<std::uint32_t> shown(units.size());
    for (std::uint32_t i = 0; i < shown.size(); ++i) shown[i] = i;
    out.add("units", all_of_json(shown, units, all));
  }
  if (scene.focus.world) out.add("world", json(*scene.focus.world));
  out.add("selection", all_of_json(scene.focus.selection, units, all));
  JsonItems remarks;
  for (const sheet::Annotation& remark : scene.focus.annotations) {
    const std::vector<std::uint32_t> one{static_cast<std::uint32_t>(remark.unit)};
    remarks.add("[" + all_of_json(one, units, all) + "," + json(remark.text) + "]");
  }
  out.add("remarks", remarks.list());
  return out.object();
}

/// Everything that the page shows, gathered theme by theme.
class DeckData {
 public:
  explicit DeckData(ProjectData& data) : m_data(data) {}

  void add_themes(const base::Job& job) {
    const auto& themes = m_data.project().themes;
    for (std::size_t i = 0; i < themes.size(); ++i) {
      job.checkpoint();
      // A colour square of two figures has no place among the page's one-figure maps.
      if (themes[i].kind != model::ThemeKind::bivariate) add_theme(themes[i], job);
      job.progress(static_cast<double>(i + 1) / static_cast<double>(themes.size()));
    }
  }

  void add_scene(const SceneContent& scene) {
    const auto& vintage = scene.map.units().vintage;
    add_map(scene.map.theme.id, scene.map.period);
    m_scenes.add(scene_json(scene, *m_units.at(vintage)));
  }

  std::string json_with(const DeckPageOptions& options) {
    const model::Project& project = m_data.project();
    JsonItems themes;
    for (const model::Theme& theme : project.themes) {
      if (m_maps.contains(theme.id)) themes.add(theme_json(theme));
    }
    JsonItems vintages;
    for (const auto& [id, units] : m_units)
      vintages.add(id, vintage_json(*units, *m_data.label_points(units)));
    JsonItems out;
    out.add("lang", json_text(options.lang == base::Lang::vi ? "vi" : "en"));
    out.add("title", json(project.title));
    out.add("source", json(source_with(options)));
    out.add("periods", periods_json());
    out.add("vintages", vintages.object());
    out.add("themes", themes.list());
    out.add("scenes", m_scenes.list());
    return out.object();
  }

 private:
  struct Head {
    Text title;
    Text legend;
    Text unit;
  };

  void add_theme(const model::Theme& theme, const base::Job& job) {
    auto periods = m_data.periods_of(theme.indicator);
    if (periods.empty() && m_data.project().periods.empty()) periods.emplace_back();
    for (const std::string& period : periods) {
      job.checkpoint();
      add_map(theme.id, period);
    }
  }

  void add_map(const std::string& theme, const std::string& period) {
    auto& maps = m_maps[theme];
    if (maps.contains(period)) return;
    const MapContent map = map_content(m_data, {.theme = theme, .period = period, .meeting = true});
    maps.emplace(period, map_json(map));
    m_units.emplace(map.units().vintage, map.figures.units);
    m_heads.try_emplace(theme, Head{map.theme.title.empty() ? map.title : map.theme.title, map.classes.title,
                                    map.figure_unit});
    m_source = map.source;
  }

  std::string theme_json(const model::Theme& theme) {
    const Head& head = m_heads.at(theme.id);
    JsonItems maps;
    for (const auto& [period, map] : m_maps.at(theme.id)) maps.add(period, map);
    JsonItems out;
    out.add("id", json_text(theme.id));
    out.add("title", json(head.title));
    out.add("legend", json(head.legend));
    out.add("unit", json(head.unit));
    out.add("unitOfOne", json(base::unit_of_one(head.unit)));
    out.add("maps", maps.object());
    return out.object();
  }

  std::string periods_json() const {
    JsonItems out;
    for (const model::Period& period : m_data.project().periods) {
      JsonItems one;
      one.add(json_text(period.id));
      one.add(json(period.title));
      out.add(one.list());
    }
    return out.list();
  }

  Text source_with(const DeckPageOptions& options) const {
    if (options.date.empty()) return m_source;
    return base::join({m_source, base::text("Lập ngày {}", "Made on {}", {options.date})}, ". ");
  }

  ProjectData& m_data;
  std::map<std::string, std::map<std::string, std::string>> m_maps;  // theme, period: JSON
  std::map<std::string, Head> m_heads;
  std::map<std::string, std::shared_ptr<const Units>> m_units;
  Text m_source;
  JsonItems m_scenes;
};

void fill(std::string& page, std::string_view place, std::string_view with) {
  const std::size_t at = page.find(place);
  if (at == std::string::npos) throw std::logic_error("deck.html lacks a place");
  page.replace(at, place.size(), with);
}

}  // namespace

std::string deck_page(ProjectData& data, const std::vector<SceneContent>& scenes,
                      const DeckPageOptions& options, const base::Job& job) {
  DeckData deck(data);
  deck.add_themes(job);
  for (const SceneContent& scene : scenes) deck.add_scene(scene);
  std::string page(embedded_deck_file("deck.html"));
  fill(page, "<!-- style -->", embedded_deck_file("deck.css"));
  fill(page, "<!-- code -->", embedded_deck_file("deck.js"));
  fill(page, "<!-- data -->", deck.json_with(options));
  return page;
}

}  // namespace ntmap::app
