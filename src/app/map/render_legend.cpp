#include "app/map/render_legend.hpp"

#include "base/pending_file.hpp"
#include "io/source_path.hpp"
#include "sheet/legend_sheet.hpp"
#include "sheet/paint.hpp"

namespace ntmap::app {

SheetContent legend_content(const MapContent& map, const RenderOptions& options) {
  return sheet_without_borders(
      map, {.page = options.page, .lang = options.lang, .labels = false, .date = options.date});
}

void render_legend(const MapContent& map, const std::filesystem::path& target, const RenderOptions& options) {
  check_render(target, options);
  const SheetContent content = legend_content(map, options);
  const sheet::SheetRequest& request = content.request;
  const sheet::Layout layout = sheet::legend_layout(request);
  base::PendingFile file(target, options.overwrite);
  const std::string extension = io::extension_of(target);
  file.write([&](const std::filesystem::path& path) {
    if (extension == ".png") {
      sheet::write_png(path, sheet::paint_picture(request, layout).view(), layout.page.dpi);
    } else if (extension == ".pdf") {
      sheet::write_pdf(path, request, layout);
    } else {
      sheet::write_svg(path, request, layout);
    }
  });
  file.commit();
}

}  // namespace ntmap::app
