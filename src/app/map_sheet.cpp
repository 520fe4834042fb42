#include "app/map_sheet.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "crs/crs.hpp"
#include "geom/coverage.hpp"
#include "names/fold.hpp"
#include "scene/camera.hpp"
#include "scene/prepare.hpp"
#include "sheet/paint.hpp"

namespace ntmap::app {
namespace {

using base::text;

/// The camera that sees what a frame of the sheet shows.
scene::Camera camera_of(const sheet::MapFrame& frame) {
  scene::Camera camera(frame.width(), frame.height());
  camera.fit(frame.world());
  return camera;
}

scene::LayerSource source_of(const MapContent& map) {
  return scene::LayerSource(
      std::shared_ptr<const model::PolygonSet>(map.figures.units, &map.units().layer.polygons),
      scene::BorderGroups{map.units().district_of, {}});
}

gl::Image picture_of(gl::PicturePainter& painter, const scene::LayerSource& source,
                     const model::ClassList& classes, const scene::Camera& camera, const gl::MapStyle& style,
                     const base::Job& job) {
  auto mesh = std::make_shared<const scene::Mesh>(
      scene::prepare_all(source, scene::exact_cell(camera.units_per_pixel()), job));
  const gl::PictureLayer layer{.mesh = std::move(mesh), .classes = &classes};
  return painter.paint(camera, std::span(&layer, 1), style, job);
}

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

/// Borders by rank: every border once, then those between districts, then the outline.
std::vector<model::LineSet> border_lines(const Units& units) {
  const geom::Coverage coverage = geom::build_coverage(units.layer.polygons);
  std::vector<std::uint32_t> each(units.size());
  for (std::uint32_t unit = 0; unit < each.size(); ++unit) each[unit] = unit;
  const std::vector<std::uint32_t> one(units.size(), 0);
  std::vector<model::LineSet> lines;
  lines.push_back(geom::borders_between(coverage, each, false));
  lines.push_back(geom::borders_between(coverage, units.district_of, false));
  lines.push_back(geom::borders_between(coverage, one, true));
  return lines;
}

/// The look of borders on the sheet, for the map engine.
gl::MapStyle style_of(const sheet::Layout& layout) {
  gl::MapStyle style;
  style.paper = layout.ground;
  for (std::size_t rank = 0; rank < style.borders.size(); ++rank) {
    style.borders[rank] = {layout.borders[rank].ink, static_cast<float>(layout.borders[rank].width)};
  }
  // Widths are already those of the page; hatches grow with it too.
  style.scale = 1;
  style.hatch.spacing *= layout.unit;
  style.hatch.width *= layout.unit;
  style.hatch.dot_radius *= layout.unit;
  return style;
}

sheet::SheetRequest request_of(const MapContent& map, const RenderOptions& options, const SheetFocus& focus,
                               const std::vector<model::LineSet>& lines) {
  sheet::SheetRequest request;
  const Units& units = map.units();
  request.page = options.page;
  request.style = options.style;
  request.lang = options.lang;
  request.title = map.title;
  request.subtitle = map.subtitle;
  request.message = map.message;
  request.source = map.source;
  if (!options.date.empty()) {
    request.source = base::join({map.source, text("Lập ngày {}", "Made on {}", {options.date})}, ". ");
  }
  request.date = options.date;
  request.classes = &map.classes;
  request.polygons = &units.layer.polygons;
  request.metres_per_unit = crs::describe(units.crs).metres_per_unit;
  request.labels = options.labels && has_names(units);
  if (request.labels) {
    request.names = units.names;
    request.anchors = anchors_of(map);
    request.list_order = by_name(units);
  }
  if (options.histogram && map.theme.kind == model::ThemeKind::value) {
    request.histogram = &map.figures.values;
    request.histogram_title = map.classes.title;
  }
  request.world = focus.world;
  request.selected.assign(focus.selection.begin(), focus.selection.end());
  request.annotations = focus.annotations;
  request.least_text = options.least_text;
  for (std::size_t rank = 0; rank < lines.size(); ++rank)
    request.borders.push_back({&lines[rank], static_cast<int>(rank)});
  return request;
}

}  // namespace

MapSheet::MapSheet(const MapContent& map, const RenderOptions& options, const SheetFocus& focus)
    : m_map(map),
      m_lines(border_lines(map.units())),
      m_request(request_of(map, options, focus, m_lines)),
      m_layout(sheet::layout(m_request)) {}

base::Findings MapSheet::findings() const {
  base::Findings findings;
  if (m_layout.unplaced.empty()) return findings;
  base::Text names;
  for (const std::size_t unit : m_layout.unplaced) names = base::join({names, m_map.units().names[unit]}, ", ");
  findings.push_back({base::Severity::note,
                      "labels.no-place",
                      {},
                      {},
                      text("{} tên không có chỗ trên bản đồ: {}", "{} names found no place on the map: {}",
                           {m_layout.unplaced.size(), names}),
                      text("Chọn khổ lớn hơn.", "Choose a larger size.")});
  return findings;
}

sheet::Picture MapSheet::paint(gl::PicturePainter& painter, const base::Job& job) const {
  const scene::LayerSource source = source_of(m_map);
  std::vector<gl::Image> images;
  for (const sheet::MapFrame& frame : m_layout.frames)
    images.push_back(picture_of(painter, source, m_map.classes, camera_of(frame), style_of(m_layout), job));
  std::vector<sheet::PictureView> pictures;
  for (const gl::Image& image : images) pictures.push_back({image.width, image.height, image.rgba});
  return sheet::paint_picture(m_request, m_layout, pictures);
}

gl::Image paint_plain(gl::PicturePainter& painter, const MapContent& map, int width, int height, double margin,
                      const base::Job& job) {
  gl::check_picture_size(width, height);
  const scene::LayerSource source = source_of(map);
  scene::Camera camera(width, height);
  camera.fit(source.box(), margin * std::min(width, height));
  return picture_of(painter, source, map.classes, camera, {}, job);
}

}  // namespace ntmap::app
