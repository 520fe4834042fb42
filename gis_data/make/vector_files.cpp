#include "make/vector_files.hpp"

#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <stdexcept>

#include "make/tcvn3.hpp"

namespace ntmap::sample {

namespace {

constexpr const char* k_fixed_date = "2025-07-01";

struct CloseDataset {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

OGRSpatialReference reference(int epsg) {
  OGRSpatialReference result;
  if (result.importFromEPSG(epsg) != OGRERR_NONE)
    throw std::runtime_error(fmt::format("EPSG:{} unknown", epsg));
  result.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  return result;
}

void check(OGRErr error, const std::string& what) {
  if (error != OGRERR_NONE) throw std::runtime_error(what + ": " + CPLGetLastErrorMsg());
}

int text_width(const VectorLayer& layer, std::size_t field) {
  std::size_t width = 1;
  for (const Feature& feature : layer.features)
    if (const auto* text = std::get_if<std::string>(&feature.values[field]))
      width = std::max(width, text->size());
  return static_cast<int>(width);
}

void create_fields(OGRLayer& target, const VectorLayer& layer) {
  for (std::size_t i = 0; i < layer.fields.size(); ++i) {
    const FieldValue& sample = layer.features.front().values[i];
    OGRFieldDefn field(layer.fields[i].c_str(), OFTString);
    if (std::holds_alternative<double>(sample)) {
      field.SetType(OFTReal);
      field.SetWidth(14);
      field.SetPrecision(2);
    } else if (std::holds_alternative<int>(sample)) {
      field.SetType(OFTInteger);
    } else {
      field.SetWidth(text_width(layer, i));
    }
    check(target.CreateField(&field), layer.name);
  }
}

void set_value(OGRFeature& feature, int field, const FieldValue& value, Encoding encoding) {
  if (const auto* text = std::get_if<std::string>(&value))
    feature.SetField(field, encoding == Encoding::tcvn3 ? to_tcvn3(*text).c_str() : text->c_str());
  else if (const auto* real = std::get_if<double>(&value))
    feature.SetField(field, *real);
  else
    feature.SetField(field, std::get<int>(value));
}

void add_features(const Geos& geos, OGRLayer& target, const VectorLayer& layer, Encoding encoding) {
  for (const Feature& source : layer.features) {
    OGRFeature feature(target.GetLayerDefn());
    for (std::size_t i = 0; i < source.values.size(); ++i)
      set_value(feature, static_cast<int>(i), source.values[i], encoding);
    std::unique_ptr<OGRGeometry> geometry(
        OGRGeometryFactory::createFromGEOS(geos.handle(), const_cast<GEOSGeometry*>(source.geometry)));
    if (target.GetGeomType() == wkbMultiPolygon)
      geometry.reset(OGRGeometryFactory::forceToMultiPolygon(geometry.release()));
    feature.SetGeometryDirectly(geometry.release());
    check(target.CreateFeature(&feature), layer.name);
  }
}

Dataset create(const char* driver_name, const std::filesystem::path& file) {
  GDALAllRegister();
  std::filesystem::create_directories(file.parent_path());
  GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(driver_name);
  Dataset dataset(driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  if (!dataset) throw std::runtime_error(fmt::format("{}: {}", file.string(), CPLGetLastErrorMsg()));
  return dataset;
}

}  // namespace

void write_shapefile(const Geos& geos, const std::filesystem::path& folder, const VectorLayer& layer,
                     Encoding encoding) {
  OGRSpatialReference crs = reference(layer.epsg);
  Dataset dataset = create("ESRI Shapefile", folder / (layer.name + ".shp"));
  CPLStringList options;
  options.SetNameValue("ENCODING", encoding == Encoding::utf8 ? "UTF-8" : "");
  options.SetNameValue("DBF_DATE_LAST_UPDATE", k_fixed_date);
  OGRLayer* target = dataset->CreateLayer(layer.name.c_str(), &crs, wkbPolygon, options.List());
  if (target == nullptr) throw std::runtime_error(CPLGetLastErrorMsg());
  create_fields(*target, layer);
  add_features(geos, *target, layer, encoding);
  dataset.reset();
  if (encoding != Encoding::utf8) std::filesystem::remove(folder / (layer.name + ".cpg"));
}

void write_geopackage(const Geos& geos, const std::filesystem::path& file, const VectorLayer& layer) {
  OGRSpatialReference crs = reference(layer.epsg);
  std::filesystem::remove(file);
  CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", (std::string(k_fixed_date) + "T00:00:00.000Z").c_str());
  {
    const Dataset dataset = create("GPKG", file);
    OGRLayer* target = dataset->CreateLayer(layer.name.c_str(), &crs, wkbMultiPolygon, nullptr);
    if (target == nullptr) throw std::runtime_error(CPLGetLastErrorMsg());
    create_fields(*target, layer);
    add_features(geos, *target, layer, Encoding::utf8);
  }
  CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nullptr);
}

void project(std::vector<Point>& points, int epsg) {
  const OGRSpatialReference from = reference(4326);
  const OGRSpatialReference to = reference(epsg);
  const std::unique_ptr<OGRCoordinateTransformation> transformation(
      OGRCreateCoordinateTransformation(&from, &to));
  for (Point& point : points)
    if (!transformation || !transformation->Transform(1, &point.x, &point.y))
      throw std::runtime_error(fmt::format("cannot project to EPSG:{}", epsg));
}

Geometry read_polygon(const Geos& geos, const std::filesystem::path& file, int epsg) {
  GDALAllRegister();
  const Dataset dataset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR));
  if (!dataset) throw std::runtime_error(fmt::format("{}: {}", file.string(), CPLGetLastErrorMsg()));
  const std::unique_ptr<OGRFeature> feature(dataset->GetLayer(0)->GetNextFeature());
  const OGRLinearRing* ring = feature->GetGeometryRef()->toPolygon()->getExteriorRing();
  Line line;
  for (int i = 0; i < ring->getNumPoints(); ++i) line.push_back({ring->getX(i), ring->getY(i)});
  project(line, epsg);
  return geos.polygon(line);
}

}  // namespace ntmap::sample
