#include "io/ogr_reader.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "io/archive_reader.hpp"
#include "io/binary_reader.hpp"
#include "io/gdal/gdal_reader.hpp"
#include "io/gdal/ogr_geometry_reader.hpp"
#include "io/gdal/spatial_reference_reader.hpp"
#include "io/gdal/watched_file.hpp"
#include "io/shape_text.hpp"
#include "io/source_path.hpp"

namespace ntmap::io {
namespace {

using base::Error;
using base::ErrorKind;
using base::Severity;
using base::text;
using base::Text;
using model::Column;
using model::ColumnType;

constexpr double k_exact_integers = 9007199254740992.0;  // 2^53

/// Columns that LIBKML adds to every layer; they say how to draw, not what is there.
constexpr std::array<std::string_view, 9> k_kml_own = {
    "timestamp", "begin", "end", "altitudeMode", "tessellate", "extrude", "visibility", "drawOrder", "icon"};

/// `name`: what GDAL opens, the path or what watches it.
GDALDatasetUniquePtr open(const std::filesystem::path& path, const std::string& name,
                          const GdalMessages& messages, const base::Job& job) {
  const char* driver = ogr_driver(extension_of(path));
  if (driver == nullptr) {
    throw Error(ErrorKind::usage,
                text("{} không phải định dạng bản đồ đọc được", "{} is of no map format that can be read",
                     {path.string()}),
                text("Dùng .shp, .gpkg, .geojson, .fgb, .tab, .mif hoặc .kml.",
                     "Use .shp, .gpkg, .geojson, .fgb, .tab, .mif or .kml."));
  }
  const std::array<const char*, 2> allowed = {driver, nullptr};
  GDALDatasetUniquePtr dataset(
      GDALDataset::Open(name.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, allowed.data(), nullptr, nullptr));
  job.checkpoint();  // a file that is cancelled while it is opened looks cut off
  if (dataset == nullptr) {
    const std::string& why = messages.failure();
    throw Error(ErrorKind::data,
                text("Không mở được {} theo định dạng {}{}", "Cannot open {} as {}{}",
                     {path.string(), driver, why.empty() ? std::string() : ": " + why}),
                text("Tệp có thể hỏng hoặc sai phần mở rộng; lưu lại bằng phần mềm GIS.",
                     "The file may be damaged or have a wrong extension; save it anew with a GIS."));
  }
  return dataset;
}

/// GDAL parses a GeoJSON file as a whole while it opens it, which takes seconds for a large one.
constexpr double k_opening = 0.7;  // of the work

std::optional<WatchedFile> watch_opening(const std::filesystem::path& path, const base::Job& job) {
  register_reader_drivers();
  const char* driver = ogr_driver(extension_of(path));
  if (driver == nullptr || std::string_view(driver) != "GeoJSON") return std::nullopt;
  return std::optional<WatchedFile>(std::in_place, path, job.part(0, k_opening));
}

bool may_hold_polygons(OGRLayer& layer) {
  const OGRwkbGeometryType type = wkbFlatten(layer.GetGeomType());
  return type == wkbUnknown || type == wkbGeometryCollection || type == wkbPolygon ||
         type == wkbMultiPolygon || type == wkbCurvePolygon || type == wkbMultiSurface;
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

std::string layer_path(const std::filesystem::path& path) {
  return path.string() + ":…";
}

/// The layer asked for, else the only one that can hold polygons; an error lists them otherwise.
OGRLayer& choose_layer(GDALDataset& dataset, const std::filesystem::path& path, const std::string& wanted,
                       std::vector<std::string>& others) {
  std::vector<std::string> names;
  std::vector<OGRLayer*> polygonal;
  OGRLayer* named = nullptr;
  for (OGRLayer* layer : dataset.GetLayers()) {
    names.emplace_back(layer->GetName());
    if (names.back() == wanted) named = layer;
    if (may_hold_polygons(*layer)) polygonal.push_back(layer);
  }
  if (!wanted.empty() && named == nullptr) {
    throw Error(ErrorKind::not_found,
                text("{} không có lớp “{}”", "{} has no layer “{}”", {path.string(), wanted}),
                base::nearest_word_advice(wanted, names));
  }
  if (named == nullptr && polygonal.size() > 1) {
    throw Error(ErrorKind::usage,
                text("{} có nhiều lớp: {}", "{} has several layers: {}", {path.string(), joined(names)}),
                text("Ghi rõ tên lớp: {}", "Name the layer: {}", {layer_path(path)}));
  }
  if (named == nullptr && !polygonal.empty()) named = polygonal.front();
  if (named == nullptr || !may_hold_polygons(*named)) {
    throw Error(ErrorKind::data,
                text("{} không có lớp vùng; các lớp: {}", "{} holds no polygon layer; its layers: {}",
                     {path.string(), joined(names)}),
                text("Chọn lớp ranh giới dạng vùng, không phải điểm hay đường.",
                     "Choose the layer of boundaries as polygons, not points or lines."));
  }
  std::erase(names, named->GetName());
  others = std::move(names);
  return *named;
}

/// One field of the source and the column it fills.
class FieldColumn {
 public:
  FieldColumn(const OGRFieldDefn& field, int index, std::size_t rows) : m_index(index) {
    m_column.name = field.GetNameRef();
    const OGRFieldType type = field.GetType();
    const bool number = type == OFTInteger || type == OFTInteger64 || type == OFTReal;
    m_column.type = number ? ColumnType::number : ColumnType::text;
    if (number) {
      m_column.numbers.reserve(rows);
    } else {
      m_column.texts.reserve(rows);
    }
  }

  void take(const OGRFeature& feature) {
    const bool missing = !feature.IsFieldSetAndNotNull(m_index);
    if (m_column.type == ColumnType::text) {
      m_column.texts.emplace_back(missing ? "" : feature.GetFieldAsString(m_index));
      return;
    }
    const double value = missing ? model::k_no_data : feature.GetFieldAsDouble(m_index);
    m_rounded = m_rounded || std::abs(value) > k_exact_integers;
    m_column.numbers.push_back(std::isfinite(value) ? value : model::k_no_data);
  }

  bool rounded() const { return m_rounded; }
  Column& column() { return m_column; }

 private:
  int m_index;
  bool m_rounded = false;
  Column m_column;
};

std::vector<std::string> field_names(const OGRFeatureDefn& definition) {
  std::vector<std::string> names;
  for (int i = 0; i < definition.GetFieldCount(); ++i)
    names.emplace_back(definition.GetFieldDefn(i)->GetNameRef());
  return names;
}

Error empty_layer(const model::Layer& layer) {
  return Error(
      ErrorKind::data,
      text("Lớp “{}” của {} không có đối tượng nào", "Layer “{}” of {} is empty", {layer.name, layer.file}),
      text("Chọn lớp khác hoặc xin lại tệp.", "Choose another layer or ask for the file again."));
}

/// The columns to read; all other fields of the layer are marked to be ignored.
std::vector<FieldColumn> choose_fields(OGRLayer& layer, const VectorOptions& options, bool kml,
                                       const std::string& file, std::size_t rows) {
  const OGRFeatureDefn& definition = *layer.GetLayerDefn();
  const std::vector<std::string> names = field_names(definition);
  for (const std::string& wanted : options.fields) {
    if (std::find(names.begin(), names.end(), wanted) != names.end()) continue;
    throw Error(ErrorKind::not_found, text("{} không có cột “{}”", "{} has no field “{}”", {file, wanted}),
                base::nearest_word_advice(wanted, names));
  }
  std::vector<FieldColumn> columns;
  std::vector<const char*> ignored;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool own = kml && std::find(k_kml_own.begin(), k_kml_own.end(), names[i]) != k_kml_own.end();
    const bool asked =
        std::find(options.fields.begin(), options.fields.end(), names[i]) != options.fields.end();
    if (asked || (options.fields.empty() && !own)) {
      columns.emplace_back(*definition.GetFieldDefn(static_cast<int>(i)), static_cast<int>(i), rows);
    } else {
      ignored.push_back(names[i].c_str());
    }
  }
  if (!options.geometry) ignored.push_back("OGR_GEOMETRY");
  ignored.push_back("OGR_STYLE");
  ignored.push_back(nullptr);
  layer.SetIgnoredFields(ignored.data());
  return columns;
}

bool valid_utf8(std::string_view text) {
  return CPLIsUTF8(text.data(), static_cast<int>(text.size())) != 0;
}

bool all_utf8(const std::vector<Column>& columns) {
  return std::all_of(columns.begin(), columns.end(), [](const Column& column) {
    return std::all_of(column.texts.begin(), column.texts.end(),
                       [](const std::string& t) { return valid_utf8(t); });
  });
}

/// What the texts of shapes say, for formats that are text; nothing for others.
ShapeTexts read_shape_texts(const std::filesystem::path& path) {
  constexpr std::uint64_t k_any = std::numeric_limits<std::uint64_t>::max();
  const std::string extension = extension_of(path);
  if (extension == ".geojson" || extension == ".json") return scan_geojson(read_whole(path, k_any));
  if (extension == ".kml") return scan_kml(read_whole(path, k_any));
  if (extension == ".kmz") return scan_kml(Archive(path).read("doc.kml").value_or(std::string()));
  if (extension == ".mif" || extension == ".mid") {
    const std::filesystem::path shapes = sibling(path, ".mif");
    if (!shapes.empty()) return scan_mif(read_whole(shapes, k_any));
  }
  return {};
}

/// Damaged positions of a file whose features cannot be told from one another in its text.
void tell_damaged(const ShapeTexts& texts, VectorFile& out) {
  for (const ShapeText& shape : texts.features) {
    if (shape.damaged == 0) continue;
    out.findings.push_back(
        {Severity::error, "geometry.positions-lost", out.layer.file, text("dòng {}", "line {}", {shape.line}),
         text("“{}” không phải hai số; một hình thiếu một phần",
              "“{}” is no two numbers; a part of a shape is missing", {shape.first_damaged}),
         text("Sửa vị trí ấy trong tệp, hoặc lấy lại hình từ tệp gốc.",
              "Mend the position in the file, or take the shape again from the original.")});
  }
}

/// GDAL takes GeoJSON's WGS 84 where the member "crs" names nothing it knows.
void check_geojson_crs(const ShapeTexts& texts, VectorFile& out) {
  if (texts.crs.empty() || out.layer.crs != "EPSG:4326") return;
  for (const char* known : {"4326", "CRS84", "WGS84", "WGS 84"}) {
    if (texts.crs.find(known) != std::string::npos) return;
  }
  constexpr std::size_t k_shown = 80;  // bytes
  std::string shown = texts.crs.substr(0, k_shown);
  std::replace_if(
      shown.begin(), shown.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
  out.layer.crs.clear();
  out.findings.push_back({Severity::warning, "crs.unreadable", out.layer.file, text("mục crs", "member crs"),
                          text("hệ tọa độ ghi trong tệp không đọc được: {}",
                               "the coordinate system in the file cannot be read: {}", {shown}),
                          text("Hỏi nơi gửi tệp dữ liệu theo hệ nào, rồi ghi rõ mã EPSG.",
                               "Ask the sender which system the data are in, and say its EPSG code.")});
}

void read_features(OGRLayer& layer, std::vector<FieldColumn>& columns, OgrGeometryReader* geometry,
                   const ShapeTexts* texts, VectorFile& out, const base::Job& job, double expected) {
  auto& rows = out.layer.attributes.source_row;
  for (;;) {
    const OGRFeatureUniquePtr feature(layer.GetNextFeature());
    if (feature == nullptr) break;
    for (FieldColumn& column : columns) column.take(*feature);
    const bool told = texts != nullptr && rows.size() < texts->features.size();
    if (geometry != nullptr)
      geometry->take(feature->GetGeometryRef(), told ? &texts->features[rows.size()] : nullptr);
    rows.push_back(static_cast<std::uint32_t>(rows.size() + 1));
    job.checkpoint();
    job.progress(static_cast<double>(rows.size()) / std::max(1.0, expected));
  }
}

void check_count(std::size_t read, GIntBig said, const std::string& file, base::Findings& findings) {
  if (said < 0 || static_cast<std::size_t>(said) == read) return;
  findings.push_back(
      {Severity::error,
       "vector.count-differs",
       file,
       {},
       text("tệp ghi {} đối tượng, chỉ đọc được {}", "the file says {} features, {} could be read",
            {said, read}),
       text("Xin lại tệp hoặc lưu lại bằng phần mềm GIS.", "Ask for the file again or save it anew.")});
}

void finish_columns(std::vector<FieldColumn>& columns, VectorFile& out) {
  for (FieldColumn& column : columns) {
    if (column.rounded()) {
      out.findings.push_back({Severity::warning, "field.rounded", out.layer.file,
                              text("cột {}", "field {}", {column.column().name}),
                              text("số quá lớn nên bị làm tròn", "numbers are too big and were rounded"),
                              text("Lưu mã ở dạng chữ.", "Store codes as text.")});
    }
    out.layer.attributes.columns.push_back(std::move(column.column()));
  }
  out.encoding.raw = !all_utf8(out.layer.attributes.columns);
}

}  // namespace

const char* ogr_driver(std::string_view extension) {
  if (extension == ".gpkg") return "GPKG";
  if (extension == ".geojson" || extension == ".json") return "GeoJSON";
  if (extension == ".fgb") return "FlatGeobuf";
  if (extension == ".tab" || extension == ".mif" || extension == ".mid") return "MapInfo File";
  if (extension == ".kml" || extension == ".kmz") return "LIBKML";
  return nullptr;
}

VectorFile read_ogr(const std::filesystem::path& path, const VectorOptions& options, const base::Job& job) {
  require_file(path);
  const GdalMessages messages;
  const std::optional<WatchedFile> watched = watch_opening(path, job);
  const GDALDatasetUniquePtr dataset = open(path, watched ? watched->name() : path.string(), messages, job);
  VectorFile out;
  out.driver = dataset->GetDriverName();
  out.layer.file = path.string();
  OGRLayer& layer = choose_layer(*dataset, path, options.layer, out.other_layers);
  out.layer.name = layer.GetName();
  out.layer.crs = crs_text(layer.GetSpatialRef());
  const GIntBig said = layer.GetFeatureCount(FALSE);
  if (said == 0) throw empty_layer(out.layer);  // its fields may be missing too: that is not what is wrong
  const auto expected = static_cast<std::size_t>(std::clamp<GIntBig>(said, 0, 1'000'000));
  auto columns = choose_fields(layer, options, out.driver == "LIBKML", out.layer.file, expected);
  OgrGeometryReader geometry(out.layer.polygons, out.layer.file, out.findings);
  const ShapeTexts texts = options.geometry ? read_shape_texts(path) : ShapeTexts();
  const bool one_by_one = texts.in_order && (said < 0 || static_cast<GIntBig>(texts.features.size()) == said);
  if (!one_by_one) tell_damaged(texts, out);
  check_geojson_crs(texts, out);
  read_features(layer, columns, options.geometry ? &geometry : nullptr, one_by_one ? &texts : nullptr, out,
                watched ? job.part(k_opening, 1) : job, static_cast<double>(expected));
  job.checkpoint();
  check_count(out.layer.attributes.source_row.size(), said, out.layer.file, out.findings);
  out.layer.attributes.file = out.layer.file;
  out.layer.attributes.sheet = out.layer.name;
  finish_columns(columns, out);
  base::Findings said_by_gdal = messages.findings(out.layer.file);
  std::move(said_by_gdal.begin(), said_by_gdal.end(), std::back_inserter(out.findings));
  if (out.layer.attributes.source_row.empty()) throw empty_layer(out.layer);
  if (options.geometry) geometry.finish();
  job.progress(1);
  return out;
}

}  // namespace ntmap::io
