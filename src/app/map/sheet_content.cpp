#include "app/map/sheet_content.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <utility>

#include "base/error.hpp"
#include "crs/crs.hpp"
#include "geom/coverage.hpp"
#include "names/fold.hpp"
#include "scene/classify.hpp"

namespace ntmap::app {
namespace {

using base::text;

std::vector<sheet::LabelAnchor> anchors_of(const MapContent& map) {
  std::vector<sheet::LabelAnchor> anchors;
  for (const geom::LabelPoint& place : *map.label_points) anchors.push_back({place.point, place.radius});
  return anchors;
}

/// Units in the order of a Vietnamese reader's list: by letters, marks only where letters are equal.
std::vector<std::size_t> by_name(const Units& units) {
  std::vector<std::pair<std::string, std::size_t>> keys;
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    keys.emplace_back(names::search_key(units.names[unit]) + "\n" + units.names[unit], unit);
  }
  std::sort(keys.begin(), keys.end());
  std::vector<std::size_t> order;
  for (const auto& [key, unit] : keys) order.push_back(unit);
  return order;
}

bool has_names(const Units& units) {
  return std::any_of(units.names.begin(), units.names.end(),
                     [](const std::string& name) { return !name.empty(); });
}

void add_names(sheet::SheetRequest& request, const MapContent& map, const RenderOptions& options) {
  const bool symbols = map.theme.kind == model::ThemeKind::symbols;
  request.labels = options.labels && has_names(map.units());
  if (request.labels || symbols) request.anchors = anchors_of(map);
  if (!request.labels) return;
  request.names = map.units().names;
  request.list_order = by_name(map.units());
}

void add_marks(SheetContent& content, const MapContent& map) {
  if (!map.marks) return;
  sheet::Overlay overlay;
  overlay.polygons = &map.units().layer.polygons;
  overlay.classes = &map.marks->classes;
  overlay.opacity = 0;
  content.request.overlays.push_back(overlay);
}

void add_areas(SheetContent& content, const MapContent& map) {
  for (const AreaOverlay& areas : map.areas) {
    content.request.overlays.push_back({areas.polygons.get(), &areas.classes, areas.opacity, true});
    content.drawn[areas.polygons.get()] = {areas.polygons, {}};
  }
}

void add_figures(sheet::SheetRequest& request, const MapContent& map, const RenderOptions& options) {
  const base::Text title = titled_with_unit(map.figure_title, map.figure_unit);
  if (map.theme.kind == model::ThemeKind::symbols) {
    request.symbols = sheet::Symbols{map.figures.values, title};
  }
  const base::Text notice = map.notice.empty() ? base::Text() : text("{}.", "{}.", {map.notice});
  request.legend_note = base::join({legend_note(map), notice}, " ");
  if (options.histogram && map.theme.kind == model::ThemeKind::value) {
    request.histogram = &map.figures.values;
    request.histogram_title = title;
  }
}

int number_in(std::string_view digits) {
  int value = -1;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return read.ec == std::errc{} && read.ptr == digits.data() + digits.size() ? value : -1;
}

}  // namespace

base::Text written_date(const std::string& iso) {
  const std::string_view view = iso;
  if (view.size() == 10 && view[4] == '-' && view[7] == '-') {
    const int year = number_in(view.substr(0, 4));
    const int month = number_in(view.substr(5, 2));
    const int day = number_in(view.substr(8, 2));
    const auto date = std::chrono::year{year} / month / day;
    if (year > 0 && month > 0 && day > 0 && date.ok()) {
      return text("{}/{}/{}", "{3}", {std::to_string(day), std::to_string(month), std::to_string(year), iso});
    }
  }
  throw base::Error(base::ErrorKind::usage, text("“{}” không phải là ngày", "“{}” is not a date", {iso}),
                    text("Viết dạng 2026-11-21 (năm-tháng-ngày).", "Write it as 2026-11-21."));
}

std::vector<double> applicable_values(const MapContent& map) {
  std::vector<double> values;
  for (std::size_t unit = 0; unit < map.figures.values.size(); ++unit) {
    if (map.classes.class_of[unit] != model::k_class_not_applicable)
      values.push_back(map.figures.values[unit]);
  }
  return values;
}

base::Text legend_note(const MapContent& map) {
  base::Text closure;
  base::Text zeros;
  if (map.theme.kind == model::ThemeKind::value && map.theme.labels.empty() && map.classes.classes.size() > 1)
    closure =
        scene::closure_note(applicable_values(map), map.figure_unit, map.theme.classification.closed_right);
  if (map.theme.kind == model::ThemeKind::symbols) {
    const auto zero = std::count(map.figures.values.begin(), map.figures.values.end(), 0.0);
    if (zero > 0)
      zeros = text("{} đơn vị không có vòng tròn: giá trị bằng 0.",
                   "{} units have no circle: their value is 0.", {static_cast<std::size_t>(zero)});
  }
  return base::join({closure, zeros}, " ");
}

std::shared_ptr<const model::PolygonSet> polygons_of(const std::shared_ptr<const Units>& units) {
  return {units, &units->layer.polygons};
}

std::vector<sheet::Borders> add_borders(SheetContent& content, const Units& units) {
  const geom::Coverage coverage = geom::build_coverage(units.layer.polygons);
  std::vector<std::uint32_t> each(units.size());
  for (std::uint32_t unit = 0; unit < each.size(); ++unit) each[unit] = unit;
  const std::vector<std::uint32_t> one(units.size(), 0);
  std::vector<sheet::Borders> borders;
  const auto add = [&](std::span<const std::uint32_t> groups, bool outside) {
    content.lines.push_back(geom::borders_between(coverage, groups, outside));
    borders.push_back({&content.lines.back(), static_cast<int>(borders.size())});
  };
  add(each, false);
  add(units.district_of, false);
  add(one, true);
  return borders;
}

SheetContent sheet_of(const MapContent& map, const RenderOptions& options) {
  SheetContent out = sheet_without_borders(map, options);
  out.request.borders = add_borders(out, map.units());
  return out;
}

SheetContent sheet_without_borders(const MapContent& map, const RenderOptions& options) {
  SheetContent out;
  const Units& units = map.units();
  sheet::SheetRequest& request = out.request;
  request.page = options.page;
  request.style = options.style;
  request.lang = options.lang;
  request.title = map.title;
  request.subtitle = map.subtitle;
  request.message = map.message;
  request.source = map.source;
  if (!options.date.empty()) {
    request.source =
        base::join({map.source, text("Lập ngày {}", "Made on {}", {written_date(options.date)})}, ". ");
  }
  request.date = options.date;
  request.least_text = options.least_text;
  request.classes = &map.classes;
  request.polygons = &units.layer.polygons;
  request.metres_per_unit = crs::describe(units.crs).metres_per_unit;
  if (map.key) request.key = &*map.key;
  add_names(request, map, options);
  add_figures(request, map, options);
  add_marks(out, map);
  add_areas(out, map);
  out.drawn[request.polygons] = {polygons_of(map.figures.units), {units.district_of, {}}};
  return out;
}

}  // namespace ntmap::app
