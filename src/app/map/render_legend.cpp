#include "app/map/render_legend.hpp"

#include "base/pending_file.hpp"
#include "io/source_path.hpp"
#include "sheet/legend_sheet.hpp"
#include "sheet/paint.hpp"

namespace ntmap::app {

sheet::SheetRequest legend_request(const MapContent& map, const RenderOptions& options) {
  sheet::SheetRequest request;
  request.page = options.page;
  request.lang = options.lang;
  request.title = map.title;
  request.date = options.date;
  request.classes = &map.classes;
  return request;
}

void render_legend(const MapContent& map, const std::filesystem::path& target, const RenderOptions& options) {
  check_render(target, options);
  const sheet::SheetRequest request = legend_request(map, options);
  const sheet::Layout layout = sheet::legend_layout(request);
  base::PendingFile file(target, options.overwrite);
  const std::string extension = io::extension_of(target);
  file.write([&](const std::filesystem::path& path) {
    if (extension == ".png") {
      sheet::write_png(path, sheet::paint_picture(request, layout).view());
    } else if (extension == ".pdf") {
      sheet::write_pdf(path, request, layout);
    } else {
      sheet::write_svg(path, request, layout);
    }
  });
  file.commit();
}

}  // namespace ntmap::app
