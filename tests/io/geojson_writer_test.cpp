#include "io/geojson_writer.hpp"

#include <cpl_json.h>
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <cstdio>
#include <memory>
#include <numbers>
#include <random>

#include "base/error.hpp"
#include "geojson_check.hpp"
#include "io/text_writer.hpp"
#include "sample_layer.hpp"
#include "support/temporary_folder.hpp"
#include "support/wkt.hpp"

namespace ntmap::io {
namespace {

using base::Overwrite;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::unique_ptr<GDALDataset> open(const std::filesystem::path& path) {
  GDALAllRegister();
  return std::unique_ptr<GDALDataset>(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR));
}

CPLJSONObject feature_of(const std::filesystem::path& path, int i) {
  CPLJSONDocument document;
  EXPECT_TRUE(document.LoadMemory(test::read_bytes(path)));
  return document.GetRoot().GetArray("features")[i];
}

/// Many features with holes and several parts, in no good order of winding.
ExportLayer many_rings(std::size_t features, std::uint32_t seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> lon(-179, 179);
  std::uniform_real_distribution<double> lat(-89, 89);
  model::PolygonSet polygons;
  const auto ring = [&](double x, double y, double radius, bool backwards) {
    const int corners = 3 + static_cast<int>(random() % 80);
    for (int i = 0; i < corners; ++i) {
      const double turn = 2 * std::numbers::pi * (backwards ? -i : i) / corners;
      polygons.add_vertex(x + radius * std::cos(turn), y + radius * std::sin(turn));
    }
    polygons.end_ring();
  };
  for (std::size_t f = 0; f < features; ++f) {
    for (std::size_t part = 0; part < f % 4; ++part) {
      const double x = lon(random);
      const double y = lat(random);
      ring(x, y, 0.9, random() % 2 == 0);
      if (part % 2 == 0) ring(x, y, 0.2, random() % 2 == 0);
      polygons.end_part();
    }
    polygons.end_feature();
  }
  ExportLayer layer;
  layer.name = "many";
  layer.polygons = std::make_shared<const model::PolygonSet>(std::move(polygons));
  for (std::size_t f = 0; f < features; ++f) {
    layer.codes.push_back(std::to_string(100'000 + f).substr(1));
    layer.values.push_back(f % 7 == 0 ? model::k_no_data : lon(random));
  }
  return layer;
}

/// The vertices of a ring as GDAL reads them, as a set that does not know where the ring starts.
std::vector<std::pair<double, double>> sorted_vertices(const OGRLinearRing& ring) {
  std::vector<std::pair<double, double>> out;
  for (int i = 0; i + 1 < ring.getNumPoints(); ++i) out.emplace_back(ring.getX(i), ring.getY(i));
  std::ranges::sort(out);
  return out;
}

std::vector<std::pair<double, double>> sorted_vertices(std::span<const double> ring) {
  std::vector<std::pair<double, double>> out;
  const auto rounded = [](double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.7f", value);
    return std::strtod(text, nullptr);
  };
  for (std::size_t i = 0; i < ring.size(); i += 2) out.emplace_back(rounded(ring[i]), rounded(ring[i + 1]));
  std::ranges::sort(out);
  return out;
}

void expect_same_geometry(const OGRGeometry* read, const model::PolygonSet& polygons, std::size_t feature) {
  const auto first = polygons.feature_start[feature];
  const auto parts = polygons.feature_start[feature + 1] - first;
  if (parts == 0) {
    EXPECT_EQ(read, nullptr);
    return;
  }
  ASSERT_NE(read, nullptr);
  EXPECT_EQ(wkbFlatten(read->getGeometryType()), parts == 1 ? wkbPolygon : wkbMultiPolygon);
  const std::unique_ptr<OGRGeometry> multi(OGRGeometryFactory::forceToMultiPolygon(read->clone()));
  ASSERT_EQ(multi->toMultiPolygon()->getNumGeometries(), static_cast<int>(parts));
  for (std::uint32_t p = 0; p < parts; ++p) {
    const OGRPolygon* part = multi->toMultiPolygon()->getGeometryRef(static_cast<int>(p));
    std::uint32_t r = polygons.part_start[first + p];
    for (const OGRLinearRing* ring : *part)
      EXPECT_EQ(sorted_vertices(*ring), sorted_vertices(polygons.ring(r++)));
    EXPECT_EQ(r, polygons.part_start[first + p + 1]);
  }
}

TEST(GeoJson, FollowsRfc7946) {
  const test::TemporaryFolder folder;
  write_geojson(test::sample_layer(), {.bbox = true}, folder / "a.geojson", Overwrite::no);
  EXPECT_THAT(test::geojson_complaints(folder / "a.geojson"), IsEmpty());
  write_geojson(many_rings(500, 1), {.bbox = true}, folder / "b.geojson", Overwrite::no);
  EXPECT_THAT(test::geojson_complaints(folder / "b.geojson"), IsEmpty());
}

TEST(GeoJson, ReadsBackTheSameEveryCoordinateAndValue) {
  const test::TemporaryFolder folder;
  const ExportLayer layer = many_rings(3000, 2);
  write_geojson(layer, {}, folder / "many.geojson", Overwrite::no);
  const auto dataset = open(folder / "many.geojson");
  ASSERT_TRUE(dataset);
  std::size_t f = 0;
  for (const auto& feature : dataset->GetLayer(0)) {
    ASSERT_EQ(feature->GetFieldAsString("code"), layer.codes[f]);
    if (std::isnan(layer.values[f])) {
      EXPECT_TRUE(feature->IsFieldNull(feature->GetFieldIndex("value")));
    } else {
      EXPECT_EQ(feature->GetFieldAsDouble("value"), layer.values[f]);
    }
    expect_same_geometry(feature->GetGeometryRef(), *layer.polygons, f);
    ++f;
  }
  EXPECT_EQ(f, 3000U);
}

TEST(GeoJson, KeepsCodesTextsAndNulls) {
  const test::TemporaryFolder folder;
  write_geojson(test::sample_layer(), {}, folder / "a.geojson", Overwrite::no);
  const CPLJSONObject first = feature_of(folder / "a.geojson", 0).GetObj("properties");
  EXPECT_EQ(first.GetObj("code").GetType(), CPLJSONObject::Type::String);
  EXPECT_EQ(first.GetString("code"), "00097");
  EXPECT_EQ(first.GetString("verdict"), "Chưa đạt");
  EXPECT_EQ(first.GetDouble("margin"), -37.5);
  EXPECT_EQ(first.GetDouble("ghi chú"), 12);
  const CPLJSONObject third = feature_of(folder / "a.geojson", 2).GetObj("properties");
  EXPECT_EQ(third.GetString("name"), "Xã \"Đắk\" & <Lắk>");
  EXPECT_EQ(third.GetObj("value").GetType(), CPLJSONObject::Type::Null);
  EXPECT_EQ(third.GetObj("Tên huyện").GetType(), CPLJSONObject::Type::Null);
  EXPECT_EQ(third.GetInteger("class"), 255);
  EXPECT_EQ(third.GetString("label"), "Chưa rõ");
}

TEST(GeoJson, CarriesColoursAsSimplestyle) {
  const test::TemporaryFolder folder;
  write_geojson(test::sample_layer(), {}, folder / "a.geojson", Overwrite::no);
  EXPECT_EQ(feature_of(folder / "a.geojson", 1).GetString("properties/fill"), "#3182bd");
  EXPECT_EQ(feature_of(folder / "a.geojson", 2).GetString("properties/fill"), "#c8c8c8");
  write_geojson(test::sample_layer(), {.style = false}, folder / "a.geojson", Overwrite::yes);
  EXPECT_FALSE(feature_of(folder / "a.geojson", 1).GetObj("properties/fill").IsValid());
}

TEST(GeoJson, SaysWhereItComesFromInTheChosenLanguage) {
  const test::TemporaryFolder folder;
  ExportLayer layer = test::sample_layer();
  layer.lang = base::Lang::en;
  write_geojson(layer, {}, folder / "a.geojson", Overwrite::no);
  const std::string text = test::read_bytes(folder / "a.geojson");
  EXPECT_THAT(text, HasSubstr("\"title\":\"Rural clean water\",\"period\":\"2025\""));
  EXPECT_THAT(text, HasSubstr("\"notice\":\"Schematic borders, figures for illustration\""));
}

TEST(GeoJson, TurnsRingsByTheirRoundedCoordinates) {
  const test::TemporaryFolder folder;
  ExportLayer layer;
  layer.polygons = std::make_shared<const model::PolygonSet>(
      test::from_wkt({"POLYGON ((0 0, 0 1, 1 1, 1 0, 0 0), (0.2 0.2, 0.4 0.2, 0.4 0.4, 0.2 0.2))"}));
  write_geojson(layer, {}, folder / "a.geojson", Overwrite::no);
  EXPECT_THAT(test::geojson_complaints(folder / "a.geojson"), IsEmpty());
  EXPECT_THAT(test::read_bytes(folder / "a.geojson"),
              HasSubstr("[[[0,0],[1,0],[1,1],[0,1],[0,0]],[[0.2,0.2],"));
}

TEST(GeoJson, LayersWithoutUnitsAndPropertiesAreGoodJson) {
  const test::TemporaryFolder folder;
  ExportLayer layer;
  layer.polygons = std::make_shared<const model::PolygonSet>();
  write_geojson(layer, {.bbox = true}, folder / "none.geojson", Overwrite::no);
  EXPECT_THAT(test::geojson_complaints(folder / "none.geojson"), IsEmpty());
  layer.polygons = std::make_shared<const model::PolygonSet>(test::from_wkt({"POLYGON EMPTY"}));
  write_geojson(layer, {.bbox = true}, folder / "empty.geojson", Overwrite::no);
  EXPECT_THAT(test::geojson_complaints(folder / "empty.geojson"), IsEmpty());
}

TEST(GeoJson, TheSameLayerGivesTheSameBytes) {
  const test::TemporaryFolder folder;
  const ExportLayer layer = many_rings(2000, 3);
  write_geojson(layer, {}, folder / "a.geojson", Overwrite::no);
  write_geojson(layer, {}, folder / "b.geojson", Overwrite::no);
  EXPECT_TRUE(test::read_bytes(folder / "a.geojson") == test::read_bytes(folder / "b.geojson"));
}

TEST(GeoJson, RefusesMetresAndTextsThatAreNotUtf8) {
  const test::TemporaryFolder folder;
  EXPECT_THROW(write_geojson(test::sample_layer_in_metres(), {}, folder / "a.geojson", Overwrite::no),
               base::Error);
  ExportLayer layer = test::sample_layer();
  layer.names[1] = "X\xe3";
  try {
    write_geojson(layer, {}, folder / "a.geojson", Overwrite::no);
    FAIL() << "a text in another encoding was written";
  } catch (const base::Error& error) {
    EXPECT_THAT(error.message().vi, HasSubstr("18073"));
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

}  // namespace
}  // namespace ntmap::io
