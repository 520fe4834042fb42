#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "sheet/canvas.hpp"

namespace ntmap::sheet {

/// Paints with Cairo and Pango, on a picture or the pages of a PDF.
class CairoCanvas : public Canvas {
 public:
  /// A picture of whole pixels, filled with the ground.
  CairoCanvas(int width, int height, model::Rgb ground);
  /// A PDF file; write its pages between begin_page and end_page. Same calls, same bytes: `date` is the
  /// only date in it. Throws Error{io} when it cannot be written.
  CairoCanvas(const std::filesystem::path& pdf, const std::string& title, const std::string& date);
  ~CairoCanvas() override;

  void begin_page(const Page& page, model::Rgb ground);
  void end_page();
  /// Ends the PDF; throws Error{io} when it could not be written to its end.
  void finish();
  /// Gives the picture away; nothing can be painted after that.
  Picture take_picture();

  void box(const base::Box& box, double radius, const model::Rgb* fill, double edge,
           model::Rgb edge_ink) override;
  void fill(const Path& path, model::Rgb ink, double spread, double opacity) override;
  void stroke(const Path& path, double width, model::Rgb ink, double opacity) override;
  void text(const TextRun& run) override;
  void picture(const base::Box& box, const PictureView& picture) override;
  void clip(const Path& path) override;
  void unclip() override;
  double steps() const override;

 private:
  struct Impl;
  std::unique_ptr<Impl> m;
};

}  // namespace ntmap::sheet
