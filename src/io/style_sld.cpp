#include <fmt/format.h>

#include "io/style_writer.hpp"
#include "io/text_writer.hpp"

namespace ntmap::io {
namespace {

constexpr double k_pixel_mm = 0.28;  // OGC 02-070, "standardized rendering pixel size"

/// The mark that a hatch repeats; "shape://" names are those of GeoServer, which QGIS also reads.
std::string_view mark(model::Hatch hatch) {
  switch (hatch) {
    case model::Hatch::forward:
      return "shape://slash";
    case model::Hatch::backward:
      return "shape://backslash";
    case model::Hatch::cross:
      return "shape://times";
    case model::Hatch::dots:
      return "shape://dot";
    case model::Hatch::none:
      break;
  }
  return "square";
}

std::string solid(const model::MapClass& look, const StyleOptions& options) {
  return fmt::format(
      "          <PolygonSymbolizer>\n"
      "            <Fill><CssParameter name=\"fill\">{}</CssParameter></Fill>\n"
      "            <Stroke><CssParameter name=\"stroke\">{}</CssParameter>"
      "<CssParameter name=\"stroke-width\">{:.2f}</CssParameter></Stroke>\n"
      "          </PolygonSymbolizer>\n",
      to_hex(look.fill), to_hex(options.border), options.border_mm / k_pixel_mm);
}

std::string hatched(const model::MapClass& look) {
  return fmt::format(
      "          <PolygonSymbolizer>\n            <Fill><GraphicFill><Graphic><Mark>"
      "<WellKnownName>{}</WellKnownName><Stroke><CssParameter name=\"stroke\">{}</CssParameter>"
      "<CssParameter name=\"stroke-width\">1</CssParameter></Stroke></Mark><Size>8</Size></Graphic>"
      "</GraphicFill></Fill>\n          </PolygonSymbolizer>\n",
      mark(look.hatch), to_hex(look.hatch_ink.value_or(k_hatch_colour)));
}

std::string rule(const ExportedClass& each, const ExportLayer& layer, const StyleOptions& options) {
  std::string symbols = solid(*each.look, options);
  if (each.look->hatch != model::Hatch::none) symbols += hatched(*each.look);
  return fmt::format(
      "        <Rule>\n          <Name>class_{0}</Name>\n          <Title>{1}</Title>\n"
      "          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>{2}</ogc:PropertyName>"
      "<ogc:Literal>{0}</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>\n{3}        </Rule>\n",
      each.number, xml(each.look->label.in(layer.lang)), k_class_column, symbols);
}

std::string label_rule() {
  return fmt::format(
      "        <Rule>\n          <Name>labels</Name>\n          <TextSymbolizer>\n"
      "            <Label><ogc:PropertyName>{}</ogc:PropertyName></Label>\n"
      "            <Font><CssParameter name=\"font-family\">Noto Sans</CssParameter>"
      "<CssParameter name=\"font-size\">11</CssParameter></Font>\n"
      "            <LabelPlacement><PointPlacement><AnchorPoint><AnchorPointX>0.5</AnchorPointX>"
      "<AnchorPointY>0.5</AnchorPointY></AnchorPoint></PointPlacement></LabelPlacement>\n"
      "            <Halo><Radius>2</Radius><Fill><CssParameter "
      "name=\"fill\">#ffffff</CssParameter></Fill></Halo>\n"
      "            <Fill><CssParameter name=\"fill\">#1e1e1e</CssParameter></Fill>\n"
      "          </TextSymbolizer>\n        </Rule>\n",
      k_name_column);
}

}  // namespace

std::string sld_text(const ExportLayer& layer, const StyleOptions& options) {
  std::string rules;
  for (const ExportedClass& each : exported_classes(layer.classes)) rules += rule(each, layer, options);
  if (options.labels && !layer.names.empty()) rules += label_rule();
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<StyledLayerDescriptor version=\"1.0.0\" xmlns=\"http://www.opengis.net/sld\" "
      "xmlns:ogc=\"http://www.opengis.net/ogc\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
      "xsi:schemaLocation=\"http://www.opengis.net/sld "
      "http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd\">\n"
      "  <NamedLayer>\n    <Name>{}</Name>\n    <UserStyle>\n      <Title>{}</Title>\n"
      "      <FeatureTypeStyle>\n{}      </FeatureTypeStyle>\n    </UserStyle>\n  </NamedLayer>\n"
      "</StyledLayerDescriptor>\n",
      xml(layer.name), xml(layer.classes.title.in(layer.lang)), rules);
}

}  // namespace ntmap::io
