#pragma once

#include <string>

#include "sheet/canvas.hpp"

namespace ntmap::sheet {

/// Writes SVG 1.1 with text as <text>, so that it can be searched, copied and set in the reader's fonts.
class SvgCanvas : public Canvas {
 public:
  SvgCanvas(const Page& page, model::Rgb ground, const std::string& title);
  /// The whole file; call once, at the end.
  std::string take();

  void box(const base::Box& box, double radius, const model::Rgb* fill, double edge,
           model::Rgb edge_ink) override;
  void fill(const Path& path, model::Rgb ink, double spread, double opacity) override;
  void stroke(const Path& path, double width, model::Rgb ink, double opacity) override;
  void text(const TextRun& run) override;
  /// SVG sheets are vectors throughout: throws std::logic_error.
  void picture(const base::Box& box, const PictureView& picture) override;
  void clip(const Path& path) override;
  void unclip() override;
  double steps() const override { return 4; }

 private:
  void path_data(const Path& path);

  std::string m_out;
  int m_clips = 0;
};

}  // namespace ntmap::sheet
