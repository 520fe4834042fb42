#include "sheet/paint.hpp"

#include <cmath>
#include <fstream>

#include "base/error.hpp"
#include "scene/hatch.hpp"
#include "sheet/cairo_canvas.hpp"
#include "sheet/map_painter.hpp"
#include "sheet/svg_canvas.hpp"

namespace ntmap::sheet {
namespace {

/// Paints one item; shapes first fill, then hatch, then edge.
class ItemPainter {
 public:
  ItemPainter(Canvas& canvas, double unit) : m_canvas(canvas), m_unit(unit) {}

  void operator()(const Shape& shape) const {
    const model::Rgb* fill = shape.fill ? &*shape.fill : nullptr;
    if (fill == nullptr || shape.hatch == model::Hatch::none) {
      m_canvas.box(shape.box, shape.radius, fill, shape.edge, shape.edge_ink);
      return;
    }
    m_canvas.box(shape.box, shape.radius, fill, 0, {});
    Path area;
    const base::Box& b = shape.box;
    area.points = {{b.min_x, b.min_y}, {b.max_x, b.min_y}, {b.max_x, b.max_y}, {b.min_x, b.max_y}};
    area.end_line();
    const model::Rgb ink = shape.hatch_ink ? *shape.hatch_ink : scene::hatch_ink(*fill);
    paint_hatch(m_canvas, area, b, {shape.hatch, ink, m_unit});
    if (shape.edge > 0) m_canvas.box(b, shape.radius, nullptr, shape.edge, shape.edge_ink);
  }
  void operator()(const Rule& rule) const {
    Path path;
    path.closed = false;
    path.points = {rule.from, rule.to};
    path.end_line();
    m_canvas.stroke(path, rule.width, rule.ink, 1);
  }
  void operator()(const Outline& outline) const {
    Path path;
    path.points = outline.points;
    path.end_line();
    m_canvas.fill(path, outline.fill, 0, 1);
  }
  void operator()(const TextRun& run) const { m_canvas.text(run); }

 private:
  Canvas& m_canvas;
  double m_unit;
};

void paint(Canvas& canvas, const SheetRequest& request, const Layout& layout,
           std::span<const PictureView> pictures) {
  for (std::size_t i = 0; i < layout.frames.size(); ++i) {
    if (i < pictures.size() && pictures[i].width > 0) {
      canvas.picture(layout.frames[i].box, pictures[i]);
    } else {
      paint_map(canvas, request, layout, layout.frames[i]);
    }
    paint_selection(canvas, request, layout, layout.frames[i]);
  }
  const ItemPainter painter(canvas, layout.unit);
  for (const Item& item : layout.items) std::visit(painter, item);
}

}  // namespace

struct PdfFile::Impl {
  CairoCanvas canvas;
};

PdfFile::PdfFile(const std::filesystem::path& path, const base::Text& title, base::Lang lang,
                 const std::string& date)
    : m_impl(new Impl{{path, title.in(lang), date}}) {}
PdfFile::~PdfFile() = default;

void PdfFile::add(const SheetRequest& request, const Layout& layout) {
  m_impl->canvas.begin_page(layout.page, layout.ground);
  paint(m_impl->canvas, request, layout, {});
  m_impl->canvas.end_page();
}

void PdfFile::finish() {
  m_impl->canvas.finish();
}

Picture paint_picture(const SheetRequest& request, const Layout& layout,
                      std::span<const PictureView> pictures) {
  CairoCanvas canvas(static_cast<int>(std::lround(layout.page.width)),
                     static_cast<int>(std::lround(layout.page.height)), layout.ground);
  paint(canvas, request, layout, pictures);
  return canvas.take_picture();
}

void write_pdf(const std::filesystem::path& path, const SheetRequest& request, const Layout& layout) {
  PdfFile file(path, request.title, request.lang, request.date);
  file.add(request, layout);
  file.finish();
}

void write_svg(const std::filesystem::path& path, const SheetRequest& request, const Layout& layout) {
  SvgCanvas canvas(layout.page, layout.ground, request.title.in(request.lang));
  paint(canvas, request, layout, {});
  std::ofstream file(path, std::ios::binary);
  file << canvas.take();
  file.close();
  if (!file) {
    throw base::Error(base::ErrorKind::io, {"không ghi được tệp", "the file cannot be written"},
                      {"kiểm tra đường dẫn và chỗ trống trên đĩa", "check the path and the free space"})
        .at(path.string());
  }
}

}  // namespace ntmap::sheet
