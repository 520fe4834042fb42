#include "io/gpkg_writer.hpp"

#include <cpl_minixml.h>
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <memory>

#include "base/error.hpp"
#include "io/iso_metadata_writer.hpp"
#include "sample_layer.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::io {
namespace {

using base::Overwrite;
using testing::HasSubstr;

AttributeTable targets() {
  AttributeTable table;
  table.name = "chi_tieu";
  table.title = {"Chỉ tiêu", "Targets"};
  table.table.columns = {{"year", model::ColumnType::number, {}, {2025, 2030}},
                         {"mục tiêu", model::ColumnType::text, {"80 %", ""}, {}}};
  return table;
}

struct Gpkg : testing::Test {
  test::TemporaryFolder folder;
  std::filesystem::path path = folder / "Hà Tĩnh.gpkg";
  std::unique_ptr<GDALDataset> dataset;

  void write(const ExportLayer& layer) {
    const AttributeTable tables[] = {targets()};
    write_gpkg(layer, tables, {}, path, Overwrite::yes);
    GDALAllRegister();
    dataset.reset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR));
    ASSERT_TRUE(dataset);
  }
  /// One cell of a query.
  std::string ask(const std::string& sql) const {
    OGRLayer* const result = dataset->ExecuteSQL(sql.c_str(), nullptr, nullptr);
    if (result == nullptr) return "(no result)";
    std::string out = "(no row)";
    if (const std::unique_ptr<OGRFeature> row(result->GetNextFeature()); row) out = row->GetFieldAsString(0);
    dataset->ReleaseResultSet(result);
    return out;
  }
};

TEST_F(Gpkg, HoldsUnitsAsTheyAre) {
  const ExportLayer layer = test::sample_layer_in_metres();
  write(layer);
  OGRLayer& units = *dataset->GetLayerByName("nuoc_sach");
  EXPECT_STREQ(units.GetSpatialRef()->GetAuthorityCode(nullptr), "9209");
  EXPECT_EQ(units.GetFeatureCount(), 5);
  const std::unique_ptr<OGRFeature> first(units.GetNextFeature());
  EXPECT_STREQ(first->GetFieldAsString("code"), "00097");
  EXPECT_EQ(first->GetFieldAsDouble("value"), 12.5);
  EXPECT_EQ(first->GetFieldDefnRef(first->GetFieldIndex("class"))->GetType(), OFTInteger);
  EXPECT_STREQ(first->GetFieldAsString("ghi chú"), "12");
  const OGRPolygon* shape = first->GetGeometryRef()->toMultiPolygon()->getGeometryRef(0);
  EXPECT_EQ(shape->getExteriorRing()->getX(0), layer.polygons->xy[0]);
  EXPECT_EQ(shape->getExteriorRing()->getY(0), layer.polygons->xy[1]);
  EXPECT_TRUE(shape->getExteriorRing()->get_IsClosed());
  const std::unique_ptr<OGRFeature> second(units.GetNextFeature());
  EXPECT_EQ(second->GetGeometryRef()->toMultiPolygon()->getGeometryRef(0)->getNumInteriorRings(), 1);
  const std::unique_ptr<OGRFeature> third(units.GetNextFeature());
  EXPECT_TRUE(third->IsFieldNull(third->GetFieldIndex("value")));
  EXPECT_EQ(third->GetGeometryRef()->toMultiPolygon()->getNumGeometries(), 2);
  const std::unique_ptr<OGRFeature> fourth(units.GetNextFeature());
  EXPECT_EQ(fourth->GetGeometryRef(), nullptr);
}

TEST_F(Gpkg, CarriesItsStyleForQgis) {
  const ExportLayer layer = test::sample_layer_in_metres();
  write(layer);
  EXPECT_EQ(
      ask("SELECT styleQML FROM layer_styles WHERE f_table_name='nuoc_sach' AND f_geometry_column='geom' AND "
          "useAsDefault=1"),
      qml_text(layer));
  EXPECT_EQ(ask("SELECT styleSLD FROM layer_styles"), sld_text(layer));
  EXPECT_EQ(ask("SELECT count(*) FROM layer_styles"), "1");
  EXPECT_EQ(ask("SELECT data_type FROM gpkg_contents WHERE table_name='layer_styles'"), "attributes");
}

TEST_F(Gpkg, WithoutClassesQgisChoosesTheLook) {
  ExportLayer layer = test::sample_layer_in_metres();
  layer.classes = {};
  write(layer);
  EXPECT_EQ(dataset->GetLayerByName("layer_styles"), nullptr);
}

TEST_F(Gpkg, CarriesTablesWithoutGeometry) {
  write(test::sample_layer_in_metres());
  EXPECT_EQ(ask("SELECT \"mục tiêu\" FROM chi_tieu WHERE year=2025"), "80 %");
  EXPECT_EQ(ask("SELECT count(*) FROM chi_tieu WHERE \"mục tiêu\" IS NULL"), "1");
  EXPECT_EQ(ask("SELECT data_type || identifier FROM gpkg_contents WHERE table_name='chi_tieu'"),
            "attributesChỉ tiêu");
}

TEST_F(Gpkg, CarriesIsoMetadataByTheExtension) {
  write(test::sample_layer_in_metres());
  const std::string metadata =
      ask("SELECT metadata FROM gpkg_metadata m JOIN gpkg_metadata_reference r ON m.id = r.md_file_id WHERE "
          "r.table_name='nuoc_sach' AND md_standard_uri='http://www.isotc211.org/2005/gmd'");
  EXPECT_THAT(metadata, HasSubstr("Sở Nông nghiệp và Môi trường"));
  EXPECT_THAT(metadata, HasSubstr("Ranh giới sơ đồ, số liệu minh họa"));
  EXPECT_THAT(metadata, HasSubstr("<gco:Decimal>105.5"));  // 500 km east of 105°30'
  EXPECT_EQ(ask("SELECT count(*) FROM gpkg_extensions WHERE extension_name='gpkg_metadata'"), "2");
  EXPECT_EQ(ask("PRAGMA integrity_check"), "ok");
  EXPECT_EQ(ask("PRAGMA foreign_key_check"), "(no result)");
}

TEST_F(Gpkg, TheSameLayerGivesTheSameBytes) {
  write(test::sample_layer_in_metres());
  const std::string first = test::read_bytes(path);
  write(test::sample_layer_in_metres());
  EXPECT_TRUE(test::read_bytes(path) == first);
  EXPECT_EQ(ask("SELECT max(last_change) FROM gpkg_contents"), "2025-06-30T00:00:00.000Z");
}

TEST_F(Gpkg, NamesWithQuotesDoNoHarm) {
  ExportLayer layer = test::sample_layer_in_metres();
  layer.name = "it's \"mine\"";
  layer.metadata.source = base::Text("Sở 'NN&MT'");
  write(layer);
  EXPECT_NE(dataset->GetLayerByName("it's \"mine\""), nullptr);
  EXPECT_THAT(ask("SELECT metadata FROM gpkg_metadata"), HasSubstr("Sở 'NN&amp;MT'"));
}

TEST_F(Gpkg, RefusesTextsThatAreNotUtf8) {
  ExportLayer layer = test::sample_layer_in_metres();
  layer.names[0] = "X\xe3";
  EXPECT_THROW(write_gpkg(layer, {}, {}, path, Overwrite::no), base::Error);
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(IsoMetadata, HoldsTheCore) {
  const std::string text = iso_metadata_text(test::sample_layer(), {105, 18, 106, 19});
  CPLXMLNode* const tree = CPLParseXMLString(text.c_str());
  ASSERT_NE(tree, nullptr);
  CPLStripXMLNamespace(tree, nullptr, TRUE);
  const std::string data = "=MD_Metadata.identificationInfo.MD_DataIdentification.";
  const auto value = [&](const std::string& path) {
    return std::string(CPLGetXMLValue(tree, path.c_str(), "(none)"));
  };
  EXPECT_EQ(value(data + "citation.CI_Citation.title.CharacterString"), "Nước sạch nông thôn");
  EXPECT_EQ(value(data + "citation.CI_Citation.date.CI_Date.date.Date"), "2025-06-30");
  EXPECT_EQ(value(data + "language.LanguageCode"), "vie");
  EXPECT_EQ(
      value(data + "extent.EX_Extent.geographicElement.EX_GeographicBoundingBox.westBoundLongitude.Decimal"),
      "105.000000");
  EXPECT_EQ(
      value(
          "=MD_Metadata.referenceSystemInfo.MD_ReferenceSystem.referenceSystemIdentifier.RS_Identifier.code."
          "CharacterString"),
      "4326");
  EXPECT_THAT(value(data + "abstract.CharacterString"), HasSubstr("Tiêu chí 17.1"));
  CPLDestroyXMLNode(tree);
}

}  // namespace
}  // namespace ntmap::io
