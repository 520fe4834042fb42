#include "sheet/cairo_canvas.hpp"

#include <cairo-pdf.h>
#include <cairo.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "sheet/typesetter.hpp"

namespace ntmap::sheet {

constexpr double k_points_per_inch = 72;
constexpr int k_band =
    128;  // rows of a picture copied at a time: large sheets are a fifth of a gigabyte and more

namespace {

/// Between the order of Cairo's bytes (blue, green, red) and that of pictures; opaque. `from` may be `to`.
void swap_red_and_blue(const std::uint8_t* from, std::uint8_t* to, std::size_t count) {
  for (std::size_t i = 0; i < 4 * count; i += 4) {
    const std::uint8_t red = from[i];
    to[i] = from[i + 2];
    to[i + 1] = from[i + 1];
    to[i + 2] = red;
    to[i + 3] = 255;
  }
}

bool is_whole(double value) {
  return value == std::floor(value);
}

}  // namespace

struct CairoCanvas::Impl {
  cairo_surface_t* surface = nullptr;
  cairo_t* cairo = nullptr;
  PangoLayout* layout = nullptr;
  PangoFontDescription* font = nullptr;
  bool vector = false;
  std::string path;
  std::vector<std::uint8_t> pixels;  // of a picture: what `surface` paints on, later the picture itself

  void start() {
    cairo = cairo_create(surface);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    layout = pango_cairo_create_layout(cairo);
    PangoContext* context = pango_layout_get_context(layout);
    pango_cairo_context_set_resolution(context, 96);
    pango_context_set_round_glyph_positions(context, FALSE);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    font = pango_font_description_new();
    pango_font_description_set_family_static(font, k_font_families);
  }
  void ink(model::Rgb colour, double opacity = 1) const {
    cairo_set_source_rgba(cairo, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0, opacity);
  }
  void trace(const Path& path_to_trace) const {
    cairo_new_path(cairo);
    for (std::size_t line = 0; line + 1 < path_to_trace.starts.size(); ++line) {
      for (std::uint32_t i = path_to_trace.starts[line]; i < path_to_trace.starts[line + 1]; ++i) {
        const base::Vec2 p = path_to_trace.points[i];
        if (i == path_to_trace.starts[line])
          cairo_move_to(cairo, p.x, p.y);
        else
          cairo_line_to(cairo, p.x, p.y);
      }
      if (path_to_trace.closed) cairo_close_path(cairo);
    }
  }
  void check(cairo_status_t status) const {
    if (status == CAIRO_STATUS_SUCCESS) return;
    throw base::Error(base::ErrorKind::io,
                      {std::string("không vẽ được: ") + cairo_status_to_string(status),
                       std::string("cannot paint: ") + cairo_status_to_string(status)},
                      {"kiểm tra đường dẫn và chỗ trống trên đĩa", "check the path and the free space"})
        .at(path);
  }
};

CairoCanvas::CairoCanvas(int width, int height, model::Rgb ground) : m(std::make_unique<Impl>()) {
  m->pixels.resize(4 * static_cast<std::size_t>(std::max(width, 0)) *
                   static_cast<std::size_t>(std::max(height, 0)));
  m->surface =
      cairo_image_surface_create_for_data(m->pixels.data(), CAIRO_FORMAT_RGB24, width, height, 4 * width);
  m->check(cairo_surface_status(m->surface));
  m->start();
  m->ink(ground);
  cairo_paint(m->cairo);
}

CairoCanvas::CairoCanvas(const std::filesystem::path& pdf, const std::string& title, const std::string& date)
    : m(std::make_unique<Impl>()) {
  m->vector = true;
  m->path = pdf.string();
  m->surface = cairo_pdf_surface_create(pdf.c_str(), 100, 100);
  m->check(cairo_surface_status(m->surface));
  const std::string moment = (date.empty() ? std::string("2026-01-01") : date) + "T00:00:00Z";
  cairo_pdf_surface_set_metadata(m->surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
  cairo_pdf_surface_set_metadata(m->surface, CAIRO_PDF_METADATA_CREATOR, "ntmap");
  cairo_pdf_surface_set_metadata(m->surface, CAIRO_PDF_METADATA_CREATE_DATE, moment.c_str());
  cairo_pdf_surface_set_metadata(m->surface, CAIRO_PDF_METADATA_MOD_DATE, moment.c_str());
  m->start();
}

CairoCanvas::~CairoCanvas() {
  if (m->font != nullptr) pango_font_description_free(m->font);
  if (m->layout != nullptr) g_object_unref(m->layout);
  if (m->cairo != nullptr) cairo_destroy(m->cairo);
  cairo_surface_destroy(m->surface);
}

void CairoCanvas::begin_page(const Page& page, model::Rgb ground) {
  const double points = k_points_per_inch / page.dpi;
  cairo_pdf_surface_set_size(m->surface, page.width * points, page.height * points);
  cairo_save(m->cairo);
  cairo_scale(m->cairo, points, points);
  m->ink(ground);
  cairo_rectangle(m->cairo, 0, 0, page.width, page.height);
  cairo_fill(m->cairo);
}

void CairoCanvas::end_page() {
  cairo_restore(m->cairo);
  cairo_show_page(m->cairo);
  m->check(cairo_status(m->cairo));
}

void CairoCanvas::finish() {
  cairo_surface_finish(m->surface);
  m->check(cairo_surface_status(m->surface));
}

Picture CairoCanvas::take_picture() {
  m->check(cairo_status(m->cairo));
  Picture picture;
  picture.width = cairo_image_surface_get_width(m->surface);
  picture.height = cairo_image_surface_get_height(m->surface);
  cairo_surface_finish(m->surface);  // lets go of the pixels
  picture.rgba = std::move(m->pixels);
  std::uint8_t* const pixels = picture.rgba.data();
  base::parallel_for(picture.rgba.size() / 4, std::size_t{1} << 16U, [&](std::size_t begin, std::size_t end) {
    swap_red_and_blue(pixels + 4 * begin, pixels + 4 * begin, end - begin);
  });
  return picture;
}

void CairoCanvas::box(const base::Box& b, double radius, const model::Rgb* fill, double edge,
                      model::Rgb edge_ink) {
  constexpr double quarter = std::numbers::pi / 2;
  const double r = std::min({radius, b.width() / 2, b.height() / 2});
  cairo_new_path(m->cairo);
  if (r > 0) {
    cairo_arc(m->cairo, b.max_x - r, b.min_y + r, r, -quarter, 0);
    cairo_arc(m->cairo, b.max_x - r, b.max_y - r, r, 0, quarter);
    cairo_arc(m->cairo, b.min_x + r, b.max_y - r, r, quarter, 2 * quarter);
    cairo_arc(m->cairo, b.min_x + r, b.min_y + r, r, 2 * quarter, 3 * quarter);
    cairo_close_path(m->cairo);
  } else {
    cairo_rectangle(m->cairo, b.min_x, b.min_y, b.width(), b.height());
  }
  if (fill != nullptr) {
    m->ink(*fill);
    cairo_fill_preserve(m->cairo);
  }
  if (edge > 0) {
    m->ink(edge_ink);
    cairo_set_line_width(m->cairo, edge);
    cairo_stroke_preserve(m->cairo);
  }
  cairo_new_path(m->cairo);
}

void CairoCanvas::fill(const Path& path, model::Rgb ink, double spread, double opacity) {
  m->trace(path);
  m->ink(ink, opacity);
  if (spread > 0 && opacity >= 1) {
    cairo_set_line_width(m->cairo, spread);
    cairo_fill_preserve(m->cairo);
    cairo_stroke(m->cairo);
  } else {
    cairo_fill(m->cairo);
  }
}

void CairoCanvas::stroke(const Path& path, double width, model::Rgb ink, double opacity) {
  m->trace(path);
  m->ink(ink, opacity);
  cairo_set_line_width(m->cairo, width);
  cairo_stroke(m->cairo);
}

void CairoCanvas::text(const TextRun& run) {
  pango_font_description_set_weight(m->font, run.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(m->font, run.size * PANGO_SCALE);
  pango_layout_set_font_description(m->layout, m->font);
  pango_layout_set_text(m->layout, run.text.data(), static_cast<int>(run.text.size()));
  PangoLayoutLine* line = pango_layout_get_line_readonly(m->layout, 0);
  if (run.halo > 0) {
    cairo_move_to(m->cairo, run.at.x, run.at.y);
    pango_cairo_layout_line_path(m->cairo, line);
    m->ink(run.halo_ink);
    cairo_set_line_width(m->cairo, run.halo);
    cairo_stroke(m->cairo);
  }
  m->ink(run.ink);
  cairo_move_to(m->cairo, run.at.x, run.at.y);
  pango_cairo_show_layout_line(m->cairo, line);
}

void CairoCanvas::picture(const base::Box& box, const PictureView& picture) {
  // Pixel on pixel it makes no difference whether it is painted whole; else bands would show at their seams.
  const bool in_bands = !m->vector && box.width() == picture.width && box.height() == picture.height &&
                        is_whole(box.min_x) && is_whole(box.min_y);
  const int rows_a_band = in_bands ? std::min(k_band, picture.height) : picture.height;
  cairo_surface_t* image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.width, rows_a_band);
  m->check(cairo_surface_status(image));
  cairo_save(m->cairo);
  cairo_translate(m->cairo, box.min_x, box.min_y);
  cairo_scale(m->cairo, box.width() / picture.width, box.height() / picture.height);
  const auto width = static_cast<std::size_t>(picture.width);
  for (int row = 0; row < picture.height; row += rows_a_band) {
    const int rows = std::min(rows_a_band, picture.height - row);
    unsigned char* out = cairo_image_surface_get_data(image);
    swap_red_and_blue(picture.rgba.data() + 4 * width * static_cast<std::size_t>(row), out,
                      width * static_cast<std::size_t>(rows));
    cairo_surface_mark_dirty(image);
    cairo_set_source_surface(m->cairo, image, 0, row);
    cairo_rectangle(m->cairo, 0, row, picture.width, rows);
    cairo_fill(m->cairo);
    cairo_surface_flush(image);
  }
  cairo_restore(m->cairo);
  cairo_surface_destroy(image);
}

void CairoCanvas::clip(const Path& path) {
  cairo_save(m->cairo);
  m->trace(path);
  cairo_clip(m->cairo);
}

void CairoCanvas::unclip() {
  cairo_restore(m->cairo);
}

double CairoCanvas::steps() const {
  return m->vector ? 4 : 2;
}

}  // namespace ntmap::sheet
