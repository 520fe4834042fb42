#include "io/style_writer.hpp"

#include <cpl_minixml.h>
#include <gmock/gmock.h>

#include <memory>

#include "sample_layer.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::io {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

struct DestroyTree {
  void operator()(CPLXMLNode* tree) const { CPLDestroyXMLNode(tree); }
};
using Tree = std::unique_ptr<CPLXMLNode, DestroyTree>;

Tree parse(const std::string& text) {
  return Tree(CPLParseXMLString(text.c_str()));
}

/// The attribute or text at `path` of every `element` below the node at `list`.
std::vector<std::string> all(const Tree& tree, const char* list, const std::string& element,
                             const char* path) {
  std::vector<std::string> out;
  const CPLXMLNode* parent = CPLGetXMLNode(tree.get(), list);
  for (const CPLXMLNode* node = parent == nullptr ? nullptr : parent->psChild; node != nullptr;
       node = node->psNext) {
    if (node->eType == CXT_Element && element == node->pszValue)
      out.emplace_back(CPLGetXMLValue(node, path, "(none)"));
  }
  return out;
}

TEST(RasterQml, ListsTheClassesAndNothingElse) {
  const Tree tree = parse(raster_qml_text(test::sample_layer()));
  ASSERT_TRUE(tree);
  constexpr const char* k_palette = "=qgis.pipe.rasterrenderer.colorPalette";
  EXPECT_THAT(all(tree, k_palette, "paletteEntry", "value"), ElementsAre("1", "2", "254", "255"));
  EXPECT_THAT(all(tree, k_palette, "paletteEntry", "label"),
              ElementsAre("0,0 – 50,0", "50,0 – 100,0", "Không áp dụng", "Chưa rõ"));
  EXPECT_THAT(all(tree, k_palette, "paletteEntry", "color"), testing::Contains("#deebf7"));
}

TEST(Qml, NamesEveryClassAsTheLegendDoes) {
  const Tree tree = parse(qml_text(test::sample_layer()));
  ASSERT_TRUE(tree);
  EXPECT_STREQ(CPLGetXMLValue(tree.get(), "=qgis.renderer-v2.attr", ""), "class");
  EXPECT_THAT(all(tree, "=qgis.renderer-v2.categories", "category", "value"),
              ElementsAre("1", "2", "254", "255"));
  EXPECT_THAT(all(tree, "=qgis.renderer-v2.categories", "category", "label"),
              ElementsAre("0,0 – 50,0", "50,0 – 100,0", "Không áp dụng", "Chưa rõ"));
  EXPECT_THAT(all(tree, "=qgis.renderer-v2.symbols", "symbol", "name"), ElementsAre("0", "1", "2", "3"));
}

TEST(Qml, CarriesColoursHatchesAndLabels) {
  const std::string text = qml_text(test::sample_layer());
  EXPECT_THAT(text, HasSubstr("<prop k=\"color\" v=\"49,130,189,255\"/>"));
  EXPECT_THAT(text, HasSubstr("<Option name=\"color\" type=\"QString\" value=\"49,130,189,255\"/>"));
  EXPECT_THAT(text, HasSubstr("v=\"b_diagonal\""));
  EXPECT_THAT(text, HasSubstr("labelsEnabled=\"1\""));
  EXPECT_THAT(text, HasSubstr("fieldName=\"name\""));
  EXPECT_THAT(text, HasSubstr("field=\"code\" name=\"Mã đơn vị\""));
  const std::string bare = qml_text(test::sample_layer(), {.labels = false});
  EXPECT_THAT(bare, HasSubstr("labelsEnabled=\"0\""));
  EXPECT_THAT(bare, Not(HasSubstr("<labeling")));
}

TEST(Sld, HasARuleForEachClassAndOneForLabels) {
  const Tree tree = parse(sld_text(test::sample_layer()));
  ASSERT_TRUE(tree);
  const char* const rules = "=StyledLayerDescriptor.NamedLayer.UserStyle.FeatureTypeStyle";
  EXPECT_THAT(all(tree, rules, "Rule", "Title"),
              ElementsAre("0,0 – 50,0", "50,0 – 100,0", "Không áp dụng", "Chưa rõ", "(none)"));
  EXPECT_THAT(all(tree, rules, "Rule", "ogc:Filter.ogc:PropertyIsEqualTo.ogc:Literal"),
              ElementsAre("1", "2", "254", "255", "(none)"));
  EXPECT_THAT(all(tree, rules, "Rule", "PolygonSymbolizer.Fill.CssParameter"),
              ElementsAre("#deebf7", "#3182bd", "#f0f0f0", "#c8c8c8", "(none)"));
  EXPECT_THAT(sld_text(test::sample_layer()), HasSubstr("shape://slash"));
}

TEST(Styles, EscapeMarkupInLabels) {
  ExportLayer layer = test::sample_layer();
  layer.classes.classes[0].label = base::Text("< 50 & \"thấp\"");
  EXPECT_THAT(all(parse(qml_text(layer)), "=qgis.renderer-v2.categories", "category", "label"),
              testing::Contains("< 50 & \"thấp\""));
  EXPECT_TRUE(parse(sld_text(layer)));
}

TEST(Styles, SpeakTheLayersLanguage) {
  ExportLayer layer = test::sample_layer();
  layer.lang = base::Lang::en;
  EXPECT_THAT(qml_text(layer), HasSubstr("label=\"Unknown\""));
  EXPECT_THAT(sld_text(layer), HasSubstr("<Title>Unknown</Title>"));
}

TEST(Styles, AreWrittenToFilesOfTheirOwn) {
  const test::TemporaryFolder folder;
  write_qml(test::sample_layer(), {}, folder / "a.qml", base::Overwrite::no);
  write_sld(test::sample_layer(), {}, folder / "a.sld", base::Overwrite::no);
  EXPECT_EQ(test::read_bytes(folder / "a.qml"), qml_text(test::sample_layer()));
  EXPECT_EQ(test::read_bytes(folder / "a.sld"), sld_text(test::sample_layer()));
}

}  // namespace
}  // namespace ntmap::io
