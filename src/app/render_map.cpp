#include "app/render_map.hpp"

#include <algorithm>
#include <cmath>
#include <future>
#include <optional>
#include <utility>
#include <vector>

#include "app/georeference.hpp"
#include "base/error.hpp"
#include "crs/crs.hpp"
#include "geom/coverage.hpp"
#include "gl/map_picture.hpp"
#include "io/source_path.hpp"
#include "names/fold.hpp"
#include "scene/camera.hpp"
#include "scene/prepare.hpp"
#include "sheet/layout.hpp"
#include "sheet/paint.hpp"
#include "sheet/picture.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::text;

bool is_png(const std::filesystem::path& target) {
  return io::extension_of(target) == ".png";
}

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

void write_picture(const gl::Image& image, const std::filesystem::path& target, base::Overwrite overwrite) {
  base::PendingFile file(target, overwrite);
  sheet::write_png(file.temporary(), {image.width, image.height, image.rgba});
  file.commit();
}

/// Where a sheet's main map lies, by the map's scale.
MapPlace place_of(const sheet::MapFrame& frame, const sheet::Page& page, const std::string& crs) {
  const base::Vec2 corner = frame.to_page.to_world({0, 0});
  const double pixel = 1 / frame.to_page.scale;
  return {{corner.x, corner.y, pixel, pixel, static_cast<int>(page.width), static_cast<int>(page.height)},
          frame.world(),
          crs};
}

MapPlace place_of(const scene::Camera& camera, const std::string& crs) {
  const base::Box view = camera.view();
  const double pixel = camera.units_per_pixel();
  return {{view.min_x, view.max_y, pixel, pixel, camera.width(), camera.height()}, view, crs};
}

constexpr double k_plain_margin = 0.01;  // of the shorter side

void render_plain(gl::PicturePainter& painter, const MapContent& map, const std::filesystem::path& target,
                  const RenderOptions& options, const base::Job& job) {
  const int width = static_cast<int>(options.page.width);
  const int height = static_cast<int>(options.page.height);
  gl::check_picture_size(width, height);
  const scene::LayerSource source = source_of(map);
  scene::Camera camera(width, height);
  camera.fit(source.box(), k_plain_margin * std::min(width, height));
  write_picture(picture_of(painter, source, map.classes, camera, {}, job), target, options.overwrite);
  if (options.geo) georeference(place_of(camera, map.units().crs), target, target, options.overwrite);
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

/// A sheet's request together with the border lines it points to.
struct SheetContent {
  sheet::SheetRequest request;
  std::vector<model::LineSet> lines;
};

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

SheetContent sheet_of(const MapContent& map, const RenderOptions& options) {
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
  out.lines = border_lines(units);
  for (std::size_t rank = 0; rank < out.lines.size(); ++rank) {
    request.borders.push_back({&out.lines[rank], static_cast<int>(rank)});
  }
  return out;
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

base::Findings unplaced_names(const MapContent& map, const sheet::Layout& layout) {
  base::Findings findings;
  if (layout.unplaced.empty()) return findings;
  base::Text names;
  for (const std::size_t unit : layout.unplaced) names = base::join({names, map.units().names[unit]}, ", ");
  findings.push_back({base::Severity::note,
                      "labels.no-place",
                      {},
                      {},
                      text("{} tên không có chỗ trên bản đồ: {}", "{} names found no place on the map: {}",
                           {layout.unplaced.size(), names}),
                      text("Chọn khổ lớn hơn.", "Choose a larger size.")});
  return findings;
}

base::Findings render_sheet(std::optional<gl::PicturePainter>& painter, const MapContent& map,
                            const std::filesystem::path& target, const RenderOptions& options,
                            const base::Job& job) {
  const SheetContent content = sheet_of(map, options);
  const sheet::Layout layout = sheet::layout(content.request);
  std::vector<gl::Image> images;
  std::vector<sheet::PictureView> pictures;
  if (painter) {
    const scene::LayerSource source = source_of(map);
    for (const sheet::MapFrame& frame : layout.frames) {
      images.push_back(picture_of(*painter, source, map.classes, camera_of(frame), style_of(layout), job));
    }
    for (const gl::Image& image : images) pictures.push_back({image.width, image.height, image.rgba});
  }
  base::PendingFile file(target, options.overwrite);
  if (painter) {
    sheet::write_png(file.temporary(), sheet::paint_picture(content.request, layout, pictures).view());
  } else if (io::extension_of(target) == ".pdf") {
    sheet::write_pdf(file.temporary(), content.request, layout);
  } else {
    sheet::write_svg(file.temporary(), content.request, layout);
  }
  if (options.geo) {
    georeference(place_of(layout.frames.front(), layout.page, map.units().crs), file.temporary(), target,
                 options.overwrite);
  }
  file.commit();
  return unplaced_names(map, layout);
}

}  // namespace

void check_render(const std::filesystem::path& target, const RenderOptions& options) {
  const std::string extension = io::extension_of(target);
  if (extension != ".png" && extension != ".pdf" && extension != ".svg") {
    throw Error(ErrorKind::usage, text("Không vẽ được dạng “{}”", "Cannot draw “{}”", {extension}),
                text("Dùng đuôi .png, .pdf hoặc .svg.", "Use .png, .pdf or .svg."));
  }
  if (options.style == sheet::Style::plain && extension != ".png") {
    throw Error(ErrorKind::usage, text("--plain chỉ ghi PNG", "--plain writes PNG only"),
                text("Bỏ --plain để ghi PDF hoặc SVG.", "Leave --plain out for PDF or SVG."));
  }
  const base::PendingFile refuses(target, options.overwrite);
  if (options.geo) check_georeference(target, options.overwrite);
}

base::Findings render_map(ProjectData& data, MapChoice choice, const std::filesystem::path& target,
                          const RenderOptions& options, const base::Job& job) {
  check_render(target, options);
  choice.label_points = options.style != sheet::Style::plain;
  // Data are read on another thread while the GL context starts on this one.
  auto loading = std::async(std::launch::async, [&] { return map_content(data, choice, job.part(0, 0.6)); });
  std::optional<gl::PicturePainter> painter;
  if (is_png(target)) painter.emplace();
  const MapContent map = loading.get();
  base::Findings findings = map.findings;
  if (options.style == sheet::Style::plain) {
    render_plain(*painter, map, target, options, job.part(0.6, 1));
    return findings;
  }
  const base::Findings drawing = render_sheet(painter, map, target, options, job.part(0.6, 1));
  findings.insert(findings.end(), drawing.begin(), drawing.end());
  return findings;
}

}  // namespace ntmap::app
