#include "app/map/map_sheet.hpp"

#include <algorithm>
#include <memory>
#include <span>
#include <utility>

#include "app/map/sheet_painter.hpp"
#include "scene/camera.hpp"
#include "scene/legend.hpp"
#include "scene/prepare.hpp"

namespace ntmap::app {
namespace {

using base::text;

SheetContent content_of(const MapContent& map, const RenderOptions& options, const SheetFocus& focus) {
  SheetContent content = sheet_of(map, options);
  content.request.world = focus.world;
  content.request.selected.assign(focus.selection.begin(), focus.selection.end());
  content.request.annotations = focus.annotations;
  return content;
}

}  // namespace

MapSheet::MapSheet(const MapContent& map, const RenderOptions& options, const SheetFocus& focus)
    : m_map(map), m_content(content_of(map, options, focus)), m_layout(sheet::layout(m_content.request)) {}

base::Findings MapSheet::findings() const {
  return unplaced_names(m_map.units(), m_layout.unplaced);
}

sheet::Picture MapSheet::paint(gl::PicturePainter& painter, const base::Job& job) const {
  return paint_sheet(painter, m_content, m_layout, job);
}

base::Findings unplaced_names(const Units& units, const std::vector<std::size_t>& unplaced) {
  if (unplaced.empty()) return {};
  base::Text names;
  for (const std::size_t unit : unplaced) names = base::join({names, units.names[unit]}, ", ");
  return {{base::Severity::warning,
           "labels.no-place",
           {},
           {},
           text("{} tên không có chỗ trên bản đồ: {}", "{} names found no place on the map: {}",
                {unplaced.size(), names}),
           text("Khổ lớn hơn vẫn là tờ ấy; vẽ từng phần bằng --atlas district hoặc --atlas commune.",
                "A larger size is the same sheet; draw it part by part with --atlas district or --atlas "
                "commune.")}};
}

gl::Image paint_plain(gl::PicturePainter& painter, const MapContent& map, int width, int height,
                      double margin, const base::Job& job) {
  gl::check_picture_size(width, height);
  const scene::LayerSource source(polygons_of(map.figures.units), {map.units().district_of, {}});
  scene::Camera camera(width, height);
  camera.fit(source.box(), margin * std::min(width, height));
  const gl::PictureLayer layer{.mesh = std::make_shared<const scene::Mesh>(scene::prepare_all(
                                   source, scene::exact_cell(camera.units_per_pixel()), job)),
                               .classes = &map.classes};
  gl::MapStyle style;
  if (scene::shows_pale_fills(map.classes, map.classes.class_of))
    style.borders[0].colour = scene::k_border_on_pale;
  return painter.paint(camera, std::span(&layer, 1), style, job);
}

}  // namespace ntmap::app
