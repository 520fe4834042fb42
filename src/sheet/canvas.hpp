#pragma once

#include <cstdint>
#include <vector>

#include "base/geometry.hpp"
#include "model/class_list.hpp"
#include "model/colour.hpp"
#include "sheet/layout.hpp"
#include "sheet/picture.hpp"

namespace ntmap::sheet {

/// Polylines in page pixels, one after the other.
struct Path {
  std::vector<base::Vec2> points;
  std::vector<std::uint32_t> starts{0};  ///< first point of each line, and the end
  bool closed = true;

  bool empty() const { return points.empty(); }
  void end_line() {
    if (points.size() > starts.back()) starts.push_back(static_cast<std::uint32_t>(points.size()));
  }
};

/// Paints on a picture, a PDF page or an SVG file; coordinates are page pixels.
class Canvas {
 public:
  virtual ~Canvas() = default;
  Canvas() = default;
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  virtual void box(const base::Box& box, double radius, const model::Rgb* fill, double edge,
                   model::Rgb edge_ink) = 0;
  /// Fills and, when `spread` > 0, grows the area by a line of that width in the same colour, which closes
  /// the seams between neighbours. `opacity` 0..1; below 1 there is no spread.
  virtual void fill(const Path& path, model::Rgb ink, double spread, double opacity) = 0;
  /// `opacity` 0..1.
  virtual void stroke(const Path& path, double width, model::Rgb ink, double opacity) = 0;
  virtual void text(const TextRun& run) = 0;
  virtual void picture(const base::Box& box, const PictureView& picture) = 0;
  /// Limits what is painted to an area, until unclip().
  virtual void clip(const Path& path) = 0;
  virtual void unclip() = 0;
  /// Steps of a pixel to which map vertices may be rounded.
  virtual double steps() const = 0;
};

}  // namespace ntmap::sheet
