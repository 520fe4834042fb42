#include "io/gpkg_writer.hpp"

#include <cpl_conv.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <fmt/format.h>

#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "io/crs_wkt.hpp"
#include "io/gdal/gdal_writer_scope.hpp"
#include "io/gdal/memory_folder.hpp"
#include "io/iso_metadata_writer.hpp"
#include "io/output_file.hpp"
#include "io/text_writer.hpp"

namespace ntmap::io {
namespace {

namespace fs = std::filesystem;
using model::Column;
using model::PolygonSet;

constexpr const char* k_file = "layer.gpkg";
constexpr const char* k_geometry = "geom";
constexpr std::size_t k_features_at_once = 64;

/// Makes GDAL write the layer's date, or a fixed one, where it would ask the clock.
class FixedClock {
 public:
  explicit FixedClock(const std::string& now) {
    CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", now.c_str());
  }
  ~FixedClock() { CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nullptr); }
  FixedClock(const FixedClock&) = delete;
  FixedClock& operator=(const FixedClock&) = delete;
};

std::string moment_of(const ExportMetadata& about) {
  const std::string day = about.date.size() == 10 ? about.date : "2000-01-01";
  return day + "T00:00:00.000Z";
}

std::string sql_text(std::string_view sql) {
  std::string out = "'";
  for (const char c : sql) {
    if (c == '\'') out += '\'';
    out += c;
  }
  return out + '\'';
}

OGRFieldType type_of(const Column& column) {
  if (column.name == k_class_column) return OFTInteger;
  return column.type == model::ColumnType::number ? OFTReal : OFTString;
}

void set_cell(OGRFeature& feature, int field, const Column& column, std::size_t row) {
  if (column.is_missing(row)) {
    feature.SetFieldNull(field);
  } else if (column.type == model::ColumnType::number) {
    feature.SetField(field, column.numbers[row]);
  } else {
    const std::string cell = column.text(row);
    require_utf8(cell);
    feature.SetField(field, cell.c_str());
  }
}

std::unique_ptr<OGRLinearRing> ring_of(std::span<const double> xy) {
  auto ring = std::make_unique<OGRLinearRing>();
  const int n = static_cast<int>(xy.size() / 2);
  ring->setNumPoints(n + 1, FALSE);
  for (int i = 0; i <= n; ++i) {
    const auto at = 2 * static_cast<std::size_t>(i % n);
    ring->setPoint(i, xy[at], xy[at + 1]);
  }
  return ring;
}

std::unique_ptr<OGRMultiPolygon> shape_of(const PolygonSet& polygons, std::size_t feature) {
  auto shape = std::make_unique<OGRMultiPolygon>();
  for (auto part = polygons.feature_start[feature]; part < polygons.feature_start[feature + 1]; ++part) {
    auto polygon = std::make_unique<OGRPolygon>();
    for (auto r = polygons.part_start[part]; r < polygons.part_start[part + 1]; ++r) {
      polygon->addRingDirectly(ring_of(polygons.ring(r)).release());
    }
    shape->addGeometryDirectly(polygon.release());
  }
  return shape;
}

/// One GeoPackage being built in memory. Every step that fails throws with GDAL's reason.
class Package {
 public:
  Package(const ExportLayer& layer, const MemoryFolder& folder, const fs::path& shown)
      : m_layer(layer), m_shown(shown), m_clock(moment_of(layer.metadata)) {
    auto* const driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    CPLStringList options;
    options.SetNameValue("VERSION", "1.2");
    m_file.reset(driver->Create(folder.file(k_file).c_str(), 0, 0, 0, GDT_Unknown, options.List()));
    if (!m_file) m_scope.fail(shown);
  }

  void add_polygons(const base::Job& job) {
    const std::string wkt = wkt_for_gdal(m_layer.crs);
    OGRSpatialReference reference;
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (!wkt.empty()) reference.importFromWkt(wkt.c_str());
    CPLStringList options;
    options.SetNameValue("GEOMETRY_NAME", k_geometry);
    options.SetNameValue("IDENTIFIER", m_layer.metadata.title.in(m_layer.lang).c_str());
    options.SetNameValue("DESCRIPTION", m_layer.metadata.notice.in(m_layer.lang).c_str());
    OGRLayer& table = create(m_layer.name, wkbMultiPolygon, wkt.empty() ? nullptr : &reference, options);
    write_rows(table, export_columns(m_layer), m_layer.polygons.get(), job);
  }

  void add_table(const AttributeTable& source, const base::Job& job) {
    CPLStringList options;
    options.SetNameValue("IDENTIFIER", source.title.in(m_layer.lang).c_str());
    OGRLayer& table = create(source.name, wkbNone, nullptr, options);
    write_rows(table, source.table.columns, nullptr, job);
  }

  /// The table that QGIS looks for, with its own widths of columns.
  void add_style(const StyleOptions& style) {
    OGRLayer& table = create("layer_styles", wkbNone, nullptr, {});
    const std::string name = m_layer.classes.title.in(m_layer.lang);
    const std::vector<std::pair<const char*, std::string>> texts{{"f_table_catalog", ""},
                                                                 {"f_table_schema", ""},
                                                                 {"f_table_name", m_layer.name},
                                                                 {"f_geometry_column", k_geometry},
                                                                 {"styleName", name},
                                                                 {"styleQML", qml_text(m_layer, style)},
                                                                 {"styleSLD", sld_text(m_layer, style)}};
    for (const auto& [field, value] : texts) add_field(table, field, OFTString);
    add_field(table, "useAsDefault", OFTInteger, OFSTBoolean);
    for (const char* field : {"description", "owner", "ui"}) add_field(table, field, OFTString);
    add_field(table, "update_time", OFTDateTime);
    OGRFeature row(table.GetLayerDefn());
    for (const auto& [field, value] : texts) row.SetField(field, value.c_str());
    row.SetField("useAsDefault", 1);
    row.SetField("description", m_layer.metadata.title.in(m_layer.lang).c_str());
    row.SetField("update_time", moment_of(m_layer.metadata).c_str());
    if (table.CreateFeature(&row) != OGRERR_NONE) m_scope.fail(m_shown);
  }

  /// GeoPackage 1.2, annex F.8.
  void add_metadata() {
    run("CREATE TABLE gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, "
        "md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL, "
        "mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '')");
    run("CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, column_name "
        "TEXT, "
        "row_id_value INTEGER, timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), "
        "md_file_id INTEGER NOT NULL, md_parent_id INTEGER, "
        "CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id), "
        "CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id))");
    for (const char* table : {"gpkg_metadata", "gpkg_metadata_reference"}) {
      run(fmt::format(
          "INSERT INTO gpkg_extensions (table_name, extension_name, definition, scope) VALUES ('{}', "
          "'gpkg_metadata', 'http://www.geopackage.org/spec121/#extension_metadata', 'read-write')",
          table));
    }
    run("INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'http://www.isotc211.org/2005/gmd', 'text/xml', " +
        sql_text(iso_metadata_text(m_layer, extent_in_degrees())) + ")");
    run(fmt::format("INSERT INTO gpkg_metadata_reference VALUES ('table', {}, NULL, NULL, '{}', 1, NULL)",
                    sql_text(m_layer.name), moment_of(m_layer.metadata)));
  }

  /// Closes the file; its bytes are then whole.
  void close() {
    m_file.reset();
    m_scope.check(m_shown);
  }

 private:
  OGRLayer& create(const std::string& name, OGRwkbGeometryType type, OGRSpatialReference* reference,
                   CPLStringList options) {
    OGRLayer* const made = m_file->CreateLayer(name.c_str(), reference, type, options.List());
    if (made == nullptr) m_scope.fail(m_shown);
    return *made;
  }

  void add_field(OGRLayer& table, const std::string& name, OGRFieldType type,
                 OGRFieldSubType subtype = OFSTNone) {
    OGRFieldDefn field(name.c_str(), type);
    field.SetSubType(subtype);
    if (table.CreateField(&field) != OGRERR_NONE) m_scope.fail(m_shown);
  }

  void write_rows(OGRLayer& table, const std::vector<Column>& columns, const PolygonSet* polygons,
                  const base::Job& job) {
    for (const Column& column : columns) {
      require_utf8(column.name);
      add_field(table, column.name, type_of(column));
    }
    const std::size_t rows =
        polygons != nullptr ? polygons->feature_count() : (columns.empty() ? 0 : columns.front().size());
    if (m_file->StartTransaction() != OGRERR_NONE) m_scope.fail(m_shown);
    for (std::size_t row = 0; row < rows; ++row) {
      if (row % k_features_at_once == 0) {
        job.progress(static_cast<double>(row) / static_cast<double>(rows));
        job.checkpoint();
      }
      OGRFeature feature(table.GetLayerDefn());
      for (std::size_t i = 0; i < columns.size(); ++i)
        set_cell(feature, static_cast<int>(i), columns[i], row);
      const bool shaped = polygons != nullptr && polygons->first_ring(row) != polygons->end_ring(row);
      if (shaped) feature.SetGeometryDirectly(shape_of(*polygons, row).release());
      if (table.CreateFeature(&feature) != OGRERR_NONE) m_scope.fail(m_shown);
    }
    if (m_file->CommitTransaction() != OGRERR_NONE) m_scope.fail(m_shown);
  }

  void run(const std::string& sql) {
    OGRLayer* const result = m_file->ExecuteSQL(sql.c_str(), nullptr, nullptr);
    if (result != nullptr) m_file->ReleaseResultSet(result);
    m_scope.check(m_shown);
  }

  /// The layer's extent in WGS 84; empty where its coordinate system is not known.
  base::Box extent_in_degrees() const {
    const base::Box box = m_layer.polygons->box();
    const std::string wkt = wkt_for_gdal(m_layer.crs);
    if (box.empty() || wkt.empty()) return {};
    OGRSpatialReference from;
    OGRSpatialReference to;
    from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    from.importFromWkt(wkt.c_str());
    to.importFromEPSG(4326);
    const std::unique_ptr<OGRCoordinateTransformation> move(OGRCreateCoordinateTransformation(&from, &to));
    base::Box out;
    constexpr int k_points_a_side = 21;
    const bool good = move && move->TransformBounds(box.min_x, box.min_y, box.max_x, box.max_y, &out.min_x,
                                                    &out.min_y, &out.max_x, &out.max_y, k_points_a_side);
    return good ? out : base::Box{};
  }

  const ExportLayer& m_layer;
  const fs::path& m_shown;
  GdalWriterScope m_scope;
  FixedClock m_clock;
  std::unique_ptr<GDALDataset> m_file;
};

}  // namespace

void write_gpkg(const ExportLayer& layer, std::span<const AttributeTable> tables, const StyleOptions& style,
                const fs::path& target, base::Overwrite overwrite, const base::Job& job) {
  unit_count(layer);
  base::PendingFile file(target, overwrite);
  const MemoryFolder folder;
  {
    Package package(layer, folder, target);
    package.add_polygons(job.part(0, 0.8));
    for (const AttributeTable& table : tables) package.add_table(table, job.part(0.8, 0.85));
    if (!layer.classes.class_of.empty()) package.add_style(style);
    package.add_metadata();
    package.close();
  }
  job.progress(0.9);
  job.checkpoint();
  OutputFile out(file.temporary(), target);
  out.write(folder.bytes(k_file));
  out.close();
  job.checkpoint();
  file.commit();
  job.progress(1);
}

}  // namespace ntmap::io
