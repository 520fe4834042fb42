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

using base::Text;
using base::text;

Text names_of(const Units& units, const std::vector<std::size_t>& some) {
  Text names;
  for (const std::size_t unit : some) names = base::join({names, units.names[unit]}, ", ");
  return names;
}

/// A page of another size is laid out alike, so only a part of the map gives the names more room.
Text remedy_for_names(const Units& units) {
  const bool districts = std::any_of(units.districts.begin(), units.districts.end(),
                                     [](const std::string& name) { return !name.empty(); });
  if (!districts)
    return text(
        "Vẽ mỗi xã một tờ bằng --atlas commune; khổ giấy lớn hơn không thêm chỗ cho tên.",
        "Draw a page for each commune with --atlas commune; a larger paper has no more room for names.");
  return text(
      "Vẽ mỗi huyện một tờ bằng --atlas district; khổ giấy lớn hơn không thêm chỗ cho tên.",
      "Draw a page for each district with --atlas district; a larger paper has no more room for names.");
}

/// As weak as the window has them; what is not seen has no place in the legend either.
void weaken_areas(sheet::SheetRequest& request, double strength) {
  if (strength >= 1) return;
  if (strength <= 0) std::erase_if(request.overlays, [](const sheet::Overlay& one) { return one.legend; });
  for (sheet::Overlay& overlay : request.overlays) {
    if (!overlay.legend) continue;
    overlay.opacity *= strength;
    overlay.hatch_opacity *= strength;
  }
}

/// Who sees a part of the map takes the counts beside it for those of the part. In the meeting style, which
/// has no notes under its legend, only the message counts.
void say_counts(sheet::SheetRequest& request, const Units& units) {
  if (request.style == sheet::Style::meeting) {
    const Text all = text("Toàn bộ {}", "All {}", {count_of_units(units)});
    if (!request.message.empty()) request.message = base::join({all, request.message}, ": ");
    return;
  }
  const Text note =
      text("Khung chỉ là một phần bản đồ; số đếm và nhận định tính cho toàn bộ {}.",
           "A part of the map; counts and message are those of all {}.", {count_of_units(units)});
  request.legend_note = base::join({note, request.legend_note}, " ");
}

SheetContent content_of(const MapContent& map, const RenderOptions& options, const SheetFocus& focus) {
  SheetContent content = sheet_of(map, options);
  content.request.world = focus.world;
  content.request.selected.assign(focus.selection.begin(), focus.selection.end());
  content.request.annotations = focus.annotations;
  weaken_areas(content.request, focus.area_strength);
  if (focus.world && focus.says_counts) say_counts(content.request, map.units());
  return content;
}

}  // namespace

MapSheet::MapSheet(const MapContent& map, const RenderOptions& options, const SheetFocus& focus)
    : m_map(map), m_content(content_of(map, options, focus)), m_layout(sheet::layout(m_content.request)) {}

base::Findings MapSheet::findings() const {
  const Units& units = m_map.units();
  if (m_content.request.style == sheet::Style::meeting) return unlisted_names(units, m_layout.unplaced);
  Text remedy = remedy_for_names(units);
  // The histogram stands where the list of names written by number would.
  if (m_content.request.histogram != nullptr)
    remedy =
        base::join({text("Bỏ biểu đồ phân bố (--histogram) để có chỗ cho bảng tên ghi bằng số.",
                         "Leave the histogram (--histogram) out: the list of numbered names has its place."),
                    remedy},
                   " ");
  return unplaced_names(units, m_layout.unplaced, remedy);
}

sheet::Picture MapSheet::paint(gl::PicturePainter& painter, const base::Job& job) const {
  return paint_sheet(painter, m_content, m_layout, job);
}

base::Findings unplaced_names(const Units& units, const std::vector<std::size_t>& unplaced,
                              const Text& remedy) {
  if (unplaced.empty()) return {};
  return {{base::Severity::warning,
           "labels.no-place",
           {},
           {},
           text("{} đơn vị không ghi được tên lên tờ bản đồ: {}",
                "{} units have no room for their names on the sheet: {}",
                {unplaced.size(), names_of(units, unplaced)}),
           remedy}};
}

base::Findings unlisted_names(const Units& units, const std::vector<std::size_t>& unplaced) {
  if (unplaced.empty()) return {};
  return {{base::Severity::warning,
           "labels.no-place",
           {},
           {},
           text("{} đơn vị không có số trên bản đồ và không có tên trong danh sách: {}",
                "{} units have no number on the map and no name in the list: {}",
                {unplaced.size(), names_of(units, unplaced)}),
           text("Chia thành nhiều cảnh, mỗi cảnh một huyện (“district”) hoặc một phần bản đồ (“extent”).",
                "Make several scenes of it, each of a district (“district”) or a part of the map "
                "(“extent”).")}};
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
