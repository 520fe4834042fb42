#include <fmt/format.h>

#include "io/style_writer.hpp"
#include "io/text_writer.hpp"

namespace ntmap::io {
namespace {

constexpr model::Rgb k_letters{30, 30, 30};

std::string rgba(model::Rgb colour) {
  return fmt::format("{},{},{},255", colour.r, colour.g, colour.b);
}

/// QGIS's name of a brush pattern.
std::string_view brush(model::Hatch hatch) {
  switch (hatch) {
    case model::Hatch::none:
      return "solid";
    case model::Hatch::forward:
      return "b_diagonal";  // Qt: b_diagonal runs as "/"
    case model::Hatch::backward:
      return "f_diagonal";
    case model::Hatch::cross:
      return "diagonal_x";
    case model::Hatch::dots:
      return "dense6";
  }
  return "solid";
}

/// One symbol layer; every property twice, as QGIS 3.x before and after 3.26 read them.
std::string simple_fill(model::Rgb colour, std::string_view style, std::string_view outline,
                        const StyleOptions& options) {
  const std::pair<std::string_view, std::string> properties[] = {
      {"border_width_map_unit_scale", "3x:0,0,0,0,0,0"},
      {"color", rgba(colour)},
      {"joinstyle", "bevel"},
      {"offset", "0,0"},
      {"offset_unit", "MM"},
      {"outline_color", rgba(options.border)},
      {"outline_style", std::string(outline)},
      {"outline_width", fmt::format("{}", options.border_mm)},
      {"outline_width_unit", "MM"},
      {"style", std::string(style)}};
  std::string old_form;
  std::string new_form;
  for (const auto& [key, value] : properties) {
    old_form += fmt::format("          <prop k=\"{}\" v=\"{}\"/>\n", key, value);
    new_form += fmt::format("            <Option name=\"{}\" type=\"QString\" value=\"{}\"/>\n", key, value);
  }
  return fmt::format(
      "        <layer class=\"SimpleFill\" enabled=\"1\" locked=\"0\" pass=\"0\">\n"
      "          <Option type=\"Map\">\n{}          </Option>\n{}        </layer>\n",
      new_form, old_form);
}

std::string symbol(std::size_t index, const model::MapClass& look, const StyleOptions& options) {
  std::string layers = simple_fill(look.fill, "solid", "solid", options);
  if (look.hatch != model::Hatch::none)
    layers += simple_fill(look.hatch_ink.value_or(k_hatch_colour), brush(look.hatch), "no", options);
  return fmt::format(
      "      <symbol name=\"{}\" type=\"fill\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">\n{}      "
      "</symbol>\n",
      index, layers);
}

std::string renderer(const ExportLayer& layer, const StyleOptions& options) {
  std::string categories;
  std::string symbols;
  std::size_t index = 0;
  for (const ExportedClass& each : exported_classes(layer.classes)) {
    categories += fmt::format(
        "      <category render=\"true\" symbol=\"{}\" value=\"{}\" type=\"long\" label=\"{}\"/>\n", index,
        each.number, xml(each.look->label.in(layer.lang)));
    symbols += symbol(index++, *each.look, options);
  }
  return fmt::format(
      "  <renderer-v2 type=\"categorizedSymbol\" attr=\"{}\" symbollevels=\"0\" enableorderby=\"0\" "
      "forceraster=\"0\">\n    <categories>\n{}    </categories>\n    <symbols>\n{}    </symbols>\n"
      "  </renderer-v2>\n",
      k_class_column, categories, symbols);
}

std::string labeling() {
  return fmt::format(
      "  <labeling type=\"simple\">\n    <settings calloutType=\"simple\">\n"
      "      <text-style fieldName=\"{}\" isExpression=\"0\" fontFamily=\"Noto Sans\" namedStyle=\"Regular\" "
      "fontSize=\"8\" fontSizeUnit=\"Point\" textColor=\"{}\" textOpacity=\"1\" blendMode=\"0\">\n"
      "        <text-buffer bufferDraw=\"1\" bufferSize=\"0.8\" bufferSizeUnits=\"MM\" "
      "bufferColor=\"255,255,255,255\" bufferOpacity=\"1\" bufferNoFill=\"1\"/>\n      </text-style>\n"
      "      <placement placement=\"4\" priority=\"5\" polygonPlacementFlags=\"2\"/>\n"
      "      <rendering drawLabels=\"1\" obstacle=\"1\" obstacleFactor=\"1\" labelPerPart=\"0\" "
      "scaleVisibility=\"0\"/>\n    </settings>\n  </labeling>\n",
      k_name_column, rgba(k_letters));
}

std::string aliases(const ExportLayer& layer) {
  std::string out;
  std::size_t index = 0;
  for (const model::Column& column : export_columns(layer)) {
    out += fmt::format("    <alias index=\"{}\" field=\"{}\" name=\"{}\"/>\n", index++, xml(column.name),
                       xml(column_title(layer, column.name).in(layer.lang)));
  }
  return fmt::format("  <aliases>\n{}  </aliases>\n", out);
}

}  // namespace

std::string qml_text(const ExportLayer& layer, const StyleOptions& options) {
  const bool labels = options.labels && !layer.names.empty();
  return fmt::format(
      "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
      "<qgis version=\"3.22.0\" styleCategories=\"Symbology|Labeling|Fields\" labelsEnabled=\"{}\">\n"
      "{}{}{}  <layerGeometryType>2</layerGeometryType>\n</qgis>\n",
      labels ? 1 : 0, renderer(layer, options), labels ? labeling() : "", aliases(layer));
}

std::string raster_qml_text(const ExportLayer& layer) {
  std::string entries;
  for (const ExportedClass& each : exported_classes(layer.classes)) {
    entries += fmt::format("        <paletteEntry value=\"{}\" label=\"{}\" color=\"{}\" alpha=\"255\"/>\n",
                           each.number, xml(each.look->label.in(layer.lang)), to_hex(each.look->fill));
  }
  return fmt::format(
      "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
      "<qgis version=\"3.22.0\" styleCategories=\"Symbology\">\n  <pipe>\n"
      "    <rasterrenderer type=\"paletted\" opacity=\"1\" band=\"1\" alphaBand=\"-1\" nodataColor=\"\">\n"
      "      <rasterTransparency/>\n      <colorPalette>\n{}      </colorPalette>\n    </rasterrenderer>\n"
      "  </pipe>\n  <blendMode>0</blendMode>\n</qgis>\n",
      entries);
}

}  // namespace ntmap::io
