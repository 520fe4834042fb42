#include "app/export/export_preview.hpp"

#include <algorithm>
#include <optional>

#include "app/export/export_layer.hpp"
#include "app/map/map_sheet.hpp"
#include "app/map/render_legend.hpp"
#include "sheet/legend_sheet.hpp"
#include "sheet/paint.hpp"

namespace ntmap::app {
namespace {

using Format = ExportFormat;

constexpr std::size_t k_shown_rows = 6;
constexpr std::size_t k_shown_columns = 6;

/// The page made smaller until it fits.
sheet::Page fitted(const sheet::Page& page, int width, int height) {
  const double scale = std::min(width / page.width, height / page.height);
  return {std::max(1.0, page.width * scale), std::max(1.0, page.height * scale)};
}

sheet::Picture sheet_picture(const MapContent& map, const RenderOptions& options,
                             const SheetFocus& focus = {}) {
  const MapSheet sheet(map, options, focus);
  return sheet::paint_picture(sheet.request(), sheet.layout());
}

sheet::Picture legend_picture(const MapContent& map, base::Lang lang, int width, int height) {
  RenderOptions options;
  options.lang = lang;
  SheetContent legend = legend_content(map, options);
  sheet::SheetRequest& request = legend.request;
  const sheet::Page page = sheet::legend_layout(request).page;
  const double scale = std::min({1.0, width / page.width, height / page.height});
  request.page = {request.page.width * scale, request.page.height * scale};
  return sheet::paint_picture(request, sheet::legend_layout(request));
}

std::vector<std::vector<std::string>> first_rows(const model::Project& project, const MapContent& map,
                                                 base::Lang lang) {
  const io::ExportLayer layer = export_layer(project, map, std::nullopt, lang);
  const auto columns = io::export_columns(layer);
  std::vector<std::vector<std::string>> rows(1 + std::min(k_shown_rows, map.units().size()));
  for (std::size_t c = 0; c < std::min(k_shown_columns, columns.size()); ++c) {
    rows[0].push_back(io::column_title(layer, columns[c].name).in(lang));
    for (std::size_t row = 1; row < rows.size(); ++row) rows[row].push_back(columns[c].text(row - 1));
  }
  return rows;
}

}  // namespace

ExportPreview make_export_preview(const model::Project& project, const MapContent& map,
                                  const ExportChoice& choice, base::Lang lang, int width, int height,
                                  const SheetFocus& focus) {
  ExportPreview out;
  out.lines = export_preview(project, map, choice);
  RenderOptions drawing;
  drawing.lang = lang;
  drawing.labels = choice.labels;
  drawing.style = choice.meeting ? sheet::Style::meeting : sheet::Style::normal;
  switch (choice.format) {
    case Format::png:
    case Format::pdf:
    case Format::svg:
      drawing.page = fitted(sheet::page_from(choice.size), width, height);
      out.picture = sheet_picture(map, drawing, SeenMap{.focus = focus}.focus_for(choice));
      break;
    case Format::geotiff:
    case Format::geotiff_zip:
    case Format::geojson:
    case Format::gpkg:
      drawing.page = {static_cast<double>(width), static_cast<double>(height)};
      drawing.style = sheet::Style::plain;
      out.picture = sheet_picture(map, drawing);
      break;
    case Format::legend:
      out.picture = legend_picture(map, lang, width, height);
      break;
    case Format::xlsx:
    case Format::csv:
      out.rows = first_rows(project, map, lang);
      break;
    case Format::qml:
    case Format::sld:
    case Format::pack:
      break;
  }
  return out;
}

}  // namespace ntmap::app
