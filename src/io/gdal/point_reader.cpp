#include "io/point_reader.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <array>
#include <cmath>
#include <mutex>
#include <optional>
#include <vector>

#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "io/gdal/gdal_reader.hpp"
#include "io/gdal/spatial_reference_reader.hpp"
#include "io/grid_reader.hpp"
#include "io/ogr_reader.hpp"
#include "io/source_path.hpp"

namespace ntmap::io {
namespace {

using base::Error;
using base::ErrorKind;
using base::Severity;
using base::text;

const char* point_driver(const std::filesystem::path& path) {
  const std::string extension = extension_of(path);
  return extension == ".shp" ? "ESRI Shapefile" : ogr_driver(extension);
}

void register_shapefile_driver() {
  static std::mutex registering;
  const std::scoped_lock lock(registering);
  if (GDALGetDriverByName("ESRI Shapefile") == nullptr) RegisterOGRShape();
}

GDALDatasetUniquePtr open_points(const std::filesystem::path& path, const GdalMessages& messages) {
  register_reader_drivers();
  register_shapefile_driver();
  const char* driver = point_driver(path);
  if (driver == nullptr) {
    throw Error(ErrorKind::usage,
                text("{} không phải lớp điểm hay ảnh raster đọc được",
                     "{} is no layer of points or raster that can be read", {path.string()}),
                text("Dùng .tif, .asc, .shp, .gpkg, .geojson, .fgb, .tab hoặc .kml.",
                     "Use .tif, .asc, .shp, .gpkg, .geojson, .fgb, .tab or .kml."));
  }
  const std::array<const char*, 2> allowed = {driver, nullptr};
  GDALDatasetUniquePtr dataset(
      GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, allowed.data(), nullptr, nullptr));
  if (dataset == nullptr) {
    throw Error(ErrorKind::data,
                text("Không mở được {}: {}", "Cannot open {}: {}", {path.string(), messages.failure()}),
                text("Tệp có thể hỏng; xin lại tệp.", "The file may be damaged; ask for it again."));
  }
  return dataset;
}

OGRLayer& choose_layer(GDALDataset& dataset, const std::filesystem::path& path, const std::string& wanted) {
  std::vector<std::string> names;
  for (OGRLayer* layer : dataset.GetLayers()) {
    names.emplace_back(layer->GetName());
    if (names.back() == wanted) return *layer;
  }
  if (wanted.empty() && names.size() == 1) return *dataset.GetLayer(0);
  throw Error(ErrorKind::not_found,
              text("{}: không rõ lớp điểm nào (“{}”)", "{}: it is not clear which layer of points (“{}”)",
                   {path.string(), wanted}),
              base::nearest_word_advice(wanted, names));
}

int field_index(OGRLayer& layer, const std::string& file, const std::string& field) {
  if (field.empty()) return -1;
  const int index = layer.GetLayerDefn()->GetFieldIndex(field.c_str());
  if (index >= 0) return index;
  std::vector<std::string> names;
  for (int i = 0; i < layer.GetLayerDefn()->GetFieldCount(); ++i)
    names.emplace_back(layer.GetLayerDefn()->GetFieldDefn(i)->GetNameRef());
  throw Error(ErrorKind::not_found, text("{} không có cột “{}”", "{} has no field “{}”", {file, field}),
              base::nearest_word_advice(field, names));
}

/// A point itself; the middle of anything else.
std::optional<OGRPoint> place_of(const OGRGeometry* geometry) {
  if (geometry == nullptr || geometry->IsEmpty()) return std::nullopt;
  OGRPoint place;
  if (wkbFlatten(geometry->getGeometryType()) == wkbPoint) {
    place = *geometry->toPoint();
  } else if (geometry->Centroid(&place) != OGRERR_NONE) {
    return std::nullopt;
  }
  if (!std::isfinite(place.getX()) || !std::isfinite(place.getY())) return std::nullopt;
  return place;
}

}  // namespace

PointFile read_points(const std::filesystem::path& path, const std::string& layer_name,
                      const std::string& field, const base::Job& job) {
  require_file(path);
  const GdalMessages messages;
  const GDALDatasetUniquePtr dataset = open_points(path, messages);
  OGRLayer& layer = choose_layer(*dataset, path, layer_name);
  const int count_field = field_index(layer, path.string(), field);
  PointFile out;
  out.weights.crs = crs_text(layer.GetSpatialRef());
  {
    CappedFindings left_out(out.findings, Severity::warning, "weights.left-out", path.string(),
                            text("Sửa đối tượng trong tệp nguồn.", "Mend the feature in the source file."));
    std::size_t number = 0;
    for (const auto& feature : layer) {
      job.checkpoint();
      const base::Text place = text("đối tượng {}", "feature {}", {++number});
      const auto point = place_of(feature->GetGeometryRef());
      if (!point) {
        left_out.add(place, text("không có vị trí; không tính", "it has no place; left out"));
        continue;
      }
      const bool counted = count_field < 0 || feature->IsFieldSetAndNotNull(count_field);
      const double weight = count_field < 0 ? 1 : feature->GetFieldAsDouble(count_field);
      if (!counted || !std::isfinite(weight) || weight < 0) {
        left_out.add(place, text("không có số lượng, hoặc số âm; không tính",
                                 "it has no count, or a negative one; left out"));
        continue;
      }
      out.weights.xy.insert(out.weights.xy.end(), {point->getX(), point->getY()});
      out.weights.weights.push_back(weight);
    }
  }
  const base::Findings said = messages.findings(path.string());
  out.findings.insert(out.findings.end(), said.begin(), said.end());
  return out;
}

}  // namespace ntmap::io
