#include "app/render_legend.hpp"

#include "base/pending_file.hpp"
#include "io/source_path.hpp"
#include "sheet/legend_sheet.hpp"
#include "sheet/paint.hpp"

namespace ntmap::app {

void render_legend(const MapContent& map, const std::filesystem::path& target, const RenderOptions& options) {
  check_render(target, options);
  sheet::SheetRequest request;
  request.page = options.page;
  request.lang = options.lang;
  request.title = map.title;
  request.date = options.date;
  request.classes = &map.classes;
  const sheet::Layout layout = sheet::legend_layout(request);
  base::PendingFile file(target, options.overwrite);
  const std::string extension = io::extension_of(target);
  if (extension == ".png") {
    sheet::write_png(file.temporary(), sheet::paint_picture(request, layout).view());
  } else if (extension == ".pdf") {
    sheet::write_pdf(file.temporary(), request, layout);
  } else {
    sheet::write_svg(file.temporary(), request, layout);
  }
  file.commit();
}

}  // namespace ntmap::app
