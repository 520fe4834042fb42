#include "app/map/render_map.hpp"

#include <algorithm>
#include <cmath>
#include <future>
#include <optional>

#include "app/map/georeference.hpp"
#include "app/map/map_sheet.hpp"
#include "app/map/multiples.hpp"
#include "app/map/scene_content.hpp"
#include "app/map/sheet_painter.hpp"
#include "app/map/video_preview.hpp"
#include "app/project/source_files.hpp"
#include "base/error.hpp"
#include "gl/map_picture.hpp"
#include "io/source_path.hpp"
#include "scene/camera.hpp"
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

void write_picture(const sheet::PictureView& picture, const std::filesystem::path& target,
                   const RenderOptions& options) {
  base::PendingFile file(target, options.overwrite);
  file.write([&](const std::filesystem::path& path) { sheet::write_png(path, picture, options.page.dpi); });
  file.commit();
}

/// Where a sheet's main map lies.
MapPlace place_of(const MapSheet& sheet, const std::string& crs) {
  const sheet::MapFrame& frame = sheet.layout().frames.front();
  const sheet::Page& page = sheet.layout().page;
  const base::Vec2 corner = frame.to_page.to_world({0, 0});
  const double pixel = 1 / frame.to_page.scale;
  return {{corner.x, corner.y, pixel, pixel, static_cast<int>(std::lround(page.width)),
           static_cast<int>(std::lround(page.height))},
          frame.world(),
          crs};
}

/// Where a plain picture lies, fitted as paint_plain() fits it.
MapPlace place_of_plain(const MapContent& map, int width, int height, double margin) {
  scene::Camera camera(width, height);
  camera.fit(map.units().layer.polygons.box(), margin);
  const base::Box view = camera.view();
  const double pixel = camera.units_per_pixel();
  return {{view.min_x, view.max_y, pixel, pixel, width, height}, view, map.units().crs};
}

constexpr double k_plain_margin = 0.01;  // of the shorter side

void render_plain(gl::PicturePainter& painter, const MapContent& map, const std::filesystem::path& target,
                  const RenderOptions& options, const base::Job& job) {
  const gl::Image image = paint_plain(painter, map, static_cast<int>(options.page.width),
                                      static_cast<int>(options.page.height), k_plain_margin, job);
  write_picture({image.width, image.height, image.rgba}, target, options);
  if (!options.geo) return;
  const double margin = k_plain_margin * std::min(image.width, image.height);
  georeference(place_of_plain(map, image.width, image.height, margin), target, target, options.overwrite);
}

/// A meeting is previewed at 720 lines unless said otherwise.
VideoLink link_of(const RenderOptions& options) {
  return {.lines = options.preview_lines > 0 ? options.preview_lines : VideoLink{}.lines};
}

base::Findings render_picture(gl::PicturePainter& painter, const MapContent& map, const SheetFocus& focus,
                              const std::filesystem::path& target, RenderOptions options,
                              const base::Job& job) {
  if (options.fix_text) {
    const auto paint = [&](const MapSheet& sheet) { return sheet.paint(painter, job); };
    options.least_text = readable_text_size(paint, map, options, focus, link_of(options), job);
  }
  const MapSheet sheet(map, options, focus);
  const sheet::Picture painted = sheet.paint(painter, job);
  base::Findings findings = sheet.findings();
  if (options.preview_lines == 0) {
    write_picture(painted.view(), target, options);
    if (options.geo) georeference(place_of(sheet, map.units().crs), target, target, options.overwrite);
    return findings;
  }
  const VideoPreview preview = video_preview(sheet, painted, link_of(options));
  write_picture(preview.seen.view(), target, options);
  const base::Findings lost = preview_findings(preview);
  findings.insert(findings.end(), lost.begin(), lost.end());
  return findings;
}

base::Findings render_vectors(const MapContent& map, const SheetFocus& focus,
                              const std::filesystem::path& target, const RenderOptions& options) {
  const MapSheet sheet(map, options, focus);
  base::PendingFile file(target, options.overwrite);
  file.write([&](const std::filesystem::path& path) {
    if (io::extension_of(target) == ".pdf") {
      sheet::write_pdf(path, sheet.request(), sheet.layout());
    } else {
      sheet::write_svg(path, sheet.request(), sheet.layout());
    }
  });
  if (options.geo)
    georeference(place_of(sheet, map.units().crs), file.temporary(), target, options.overwrite);
  file.commit();
  return sheet.findings();
}

base::Findings render_sheet(std::optional<gl::PicturePainter>& painter, const MapContent& map,
                            const SheetFocus& focus, const std::filesystem::path& target,
                            const RenderOptions& options, const base::Job& job) {
  return painter ? render_picture(*painter, map, focus, target, options, job)
                 : render_vectors(map, focus, target, options);
}

}  // namespace

sheet::Page page_for(const std::filesystem::path& target, const std::string& size, double dpi) {
  if (is_png(target)) return sheet::picture_page(size, dpi);
  if (dpi == 0) return sheet::page_from(size);
  throw Error(
      ErrorKind::usage, text("--dpi chỉ dùng cho PNG", "--dpi is for PNG only"),
      text("Bỏ --dpi: PDF và SVG sắc ở mọi khổ.", "Leave --dpi out: PDF and SVG are sharp at any size."));
}

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
  if ((options.preview_lines > 0 || options.fix_text) && extension != ".png") {
    throw Error(ErrorKind::usage,
                text("--preview và --fix chỉ ghi PNG", "--preview and --fix write PNG only"),
                text("Đặt tên tệp ra với đuôi .png.", "Give the output the extension .png."));
  }
  if (options.multiples != Multiples::none && options.style != sheet::Style::normal) {
    throw Error(ErrorKind::usage,
                text("--multiples không đi cùng --plain, --video hoặc --scene",
                     "--multiples does not go with --plain, --video or --scene"),
                text("Bỏ một trong hai.", "Leave one of them out."));
  }
  if (options.geo && (options.multiples != Multiples::none || options.preview_lines > 0)) {
    throw Error(ErrorKind::usage,
                text("--geo không đi cùng --multiples hoặc --preview",
                     "--geo does not go with --multiples or --preview"),
                text("Bỏ một trong hai.", "Leave one of them out."));
  }
  if (!options.date.empty()) written_date(options.date);
  const base::PendingFile refuses(target, options.overwrite);
  if (options.geo) check_georeference(target, options.overwrite);
}

namespace {

base::Findings render_multiples(ProjectData& data, const MapChoice& choice,
                                const std::filesystem::path& target, const RenderOptions& options,
                                const base::Job& job) {
  auto loading = std::async(std::launch::async, [&] {
    return multiples_of(data, choice, options.multiples, options, job.part(0, 0.6));
  });
  std::optional<gl::PicturePainter> painter;
  if (is_png(target)) painter.emplace();
  const MultiplesContent content = loading.get();
  const sheet::Layout layout = sheet::layout(content.sheet.request);
  write_sheet(painter, content.sheet, layout, target, options.overwrite, job.part(0.6, 1));
  return content.findings;
}

}  // namespace

base::Findings render_map(ProjectData& data, MapChoice choice, const std::filesystem::path& target,
                          const RenderOptions& options, const base::Job& job, const SheetFocus& focus) {
  check_render(target, options);
  refuse_source(data.project(), target);
  if (options.multiples != Multiples::none) return render_multiples(data, choice, target, options, job);
  choice.label_points = options.style != sheet::Style::plain;
  choice.meeting = options.style == sheet::Style::meeting;
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
  const base::Findings drawing = render_sheet(painter, map, focus, target, options, job.part(0.6, 1));
  findings.insert(findings.end(), drawing.begin(), drawing.end());
  return findings;
}

base::Findings render_scene(ProjectData& data, const model::Scene& scene, const std::filesystem::path& target,
                            const RenderOptions& options, const base::Job& job) {
  RenderOptions drawing = options;
  drawing.style = sheet::Style::meeting;
  check_render(target, drawing);
  const SceneContent content = scene_content(data, scene, job.part(0, 0.6));
  drawing = scene_options(content, drawing);
  std::optional<gl::PicturePainter> painter;
  if (is_png(target)) painter.emplace();
  base::Findings findings = content.map.findings;
  const base::Findings drawn =
      render_sheet(painter, content.map, content.focus, target, drawing, job.part(0.6, 1));
  findings.insert(findings.end(), drawn.begin(), drawn.end());
  return findings;
}

}  // namespace ntmap::app
