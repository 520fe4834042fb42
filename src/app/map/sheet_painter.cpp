#include "app/map/sheet_painter.hpp"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "io/source_path.hpp"
#include "scene/camera.hpp"
#include "scene/prepare.hpp"
#include "sheet/paint.hpp"
#include "sheet/picture.hpp"

namespace ntmap::app {
namespace {

using MeshPointer = std::shared_ptr<const scene::Mesh>;

/// The camera that sees what a frame of the sheet shows.
scene::Camera camera_of(const sheet::MapFrame& frame) {
  scene::Camera camera(frame.width(), frame.height());
  camera.fit(frame.world());
  return camera;
}

/// The look of borders in a frame of the sheet, for the map engine.
gl::MapStyle style_of(const sheet::Layout& layout, const sheet::MapFrame& frame) {
  gl::MapStyle style;
  style.paper = layout.ground;
  const auto looks = layout.borders_in(frame);
  for (std::size_t rank = 0; rank < style.borders.size(); ++rank) {
    style.borders[rank] = {looks[rank].ink, static_cast<float>(looks[rank].width)};
  }
  // Widths are already those of the page; hatches grow with it too.
  style.scale = 1;
  style.hatch.spacing *= layout.unit;
  style.hatch.width *= layout.unit;
  style.hatch.dot_radius *= layout.unit;
  return style;
}

/// Meshes of a sheet's polygons; small maps of the same units at the same scale share one.
class MeshStore {
 public:
  explicit MeshStore(const SheetContent& content) : m_content(content) {}

  MeshPointer mesh(const model::PolygonSet* polygons, const scene::Camera& camera, const base::Job& job) {
    const double cell = scene::exact_cell(camera.units_per_pixel());
    MeshPointer& kept = m_meshes[{polygons, cell}];
    if (!kept) kept = std::make_shared<const scene::Mesh>(scene::prepare_all(source(polygons), cell, job));
    return kept;
  }

 private:
  const scene::LayerSource& source(const model::PolygonSet* polygons) {
    auto& kept = m_sources[polygons];
    if (!kept) {
      const DrawnPolygons& drawn = m_content.drawn.at(polygons);
      kept = std::make_unique<const scene::LayerSource>(drawn.polygons, drawn.groups);
    }
    return *kept;
  }

  const SheetContent& m_content;
  std::map<const model::PolygonSet*, std::unique_ptr<const scene::LayerSource>> m_sources;
  std::map<std::pair<const model::PolygonSet*, double>, MeshPointer> m_meshes;
};

gl::Image picture_of(gl::PicturePainter& painter, MeshStore& meshes, const sheet::SheetRequest& request,
                     const sheet::Layout& layout, const sheet::MapFrame& frame, const base::Job& job) {
  const scene::Camera camera = camera_of(frame);
  const model::PolygonSet* polygons = request.polygons;
  model::ClassList classes = *request.classes;
  if (!request.maps.empty()) {
    const sheet::SmallMap& map = request.maps[frame.map];
    if (map.polygons != nullptr) polygons = map.polygons;
    classes.class_of = map.class_of;
  }
  std::vector<gl::PictureLayer> layers{{.mesh = meshes.mesh(polygons, camera, job), .classes = &classes}};
  if (request.maps.empty() && !frame.overview) {
    for (const sheet::Overlay& overlay : request.overlays) {
      layers.push_back({.mesh = meshes.mesh(overlay.polygons, camera, job),
                        .classes = overlay.classes,
                        .opacity = static_cast<float>(overlay.opacity),
                        .hatch_opacity = static_cast<float>(overlay.hatch_opacity),
                        .borders = false});
    }
  }
  return painter.paint(camera, layers, style_of(layout, frame), job);
}

}  // namespace

sheet::Picture paint_sheet(gl::PicturePainter& pictures, const SheetContent& content,
                           const sheet::Layout& layout, const base::Job& job) {
  MeshStore meshes(content);
  std::vector<gl::Image> images;
  for (const sheet::MapFrame& frame : layout.frames)
    images.push_back(picture_of(pictures, meshes, content.request, layout, frame, job));
  std::vector<sheet::PictureView> views;
  for (const gl::Image& image : images) views.push_back({image.width, image.height, image.rgba});
  return sheet::paint_picture(content.request, layout, views);
}

void write_sheet(std::optional<gl::PicturePainter>& pictures, const SheetContent& content,
                 const sheet::Layout& layout, const std::filesystem::path& target, base::Overwrite overwrite,
                 const base::Job& job) {
  const std::string extension = io::extension_of(target);
  base::PendingFile file(target, overwrite);
  file.write([&](const std::filesystem::path& path) {
    if (extension == ".png") {
      sheet::write_png(path, paint_sheet(*pictures, content, layout, job).view(), layout.page.dpi);
    } else if (extension == ".pdf") {
      sheet::write_pdf(path, content.request, layout);
    } else {
      sheet::write_svg(path, content.request, layout);
    }
  });
  file.commit();
}

}  // namespace ntmap::app
