#include "io/shapefile_reader.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "io/binary_reader.hpp"
#include "io/dbf_reader.hpp"
#include "io/shp_reader.hpp"
#include "io/source_path.hpp"

namespace ntmap::io {
namespace {

using base::Error;
using base::ErrorKind;
using base::Findings;
using base::Severity;
using base::text;
using model::Column;

constexpr std::uint64_t k_small_text_cap = 1U << 20U;  // .prj and .cpg are some hundred bytes

std::string small_text(const std::filesystem::path& path) {
  if (path.empty()) return {};
  std::error_code ignored;
  if (std::filesystem::file_size(path, ignored) == 0) return {};
  const std::string bytes = read_whole(path, k_small_text_cap);
  const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos) return {};
  return bytes.substr(begin, bytes.find_last_not_of(" \t\r\n") + 1 - begin);
}

void move_findings(Findings& to, Findings& from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

void require_fields(const DbfFile& dbf, const std::vector<std::string>& wanted, const std::string& file) {
  for (const std::string& name : wanted) {
    if (std::find(dbf.field_names.begin(), dbf.field_names.end(), name) != dbf.field_names.end()) continue;
    throw Error(ErrorKind::not_found, text("{} không có cột “{}”", "{} has no field “{}”", {file, name}),
                base::nearest_word_advice(name, dbf.field_names));
  }
}

/// Reads the .dbf that goes with the shapes; without one, an empty table and a finding.
DbfFile attributes(const std::filesystem::path& shp, const VectorOptions& options, const std::string& file,
                   Findings& findings) {
  const std::filesystem::path path = sibling(shp, ".dbf");
  DbfFile dbf;
  if (path.empty() && !options.fields.empty()) {
    throw Error(ErrorKind::not_found,
                text("{}: không có tệp .dbf nên các vùng không có thuộc tính nào",
                     "{}: there is no .dbf, so the polygons have no attributes", {file}),
                text("Xin đủ bộ .shp, .shx, .dbf.", "Ask for the whole set .shp, .shx, .dbf."));
  }
  if (path.empty()) {
    findings.push_back({Severity::error,
                        "dbf.missing",
                        file,
                        {},
                        text("không có tệp .dbf: các vùng không có thuộc tính",
                             "there is no .dbf: the polygons have no attributes"),
                        text("Xin đủ bộ .shp, .shx, .dbf.", "Ask for the whole set .shp, .shx, .dbf.")});
  } else {
    dbf = read_dbf(path, options.fields, file);
    move_findings(findings, dbf.findings);
  }
  require_fields(dbf, options.fields, file);
  return dbf;
}

void resize(Column& column, std::size_t rows) {
  if (column.type != model::ColumnType::number) column.texts.resize(rows);
  if (column.type != model::ColumnType::text) column.numbers.resize(rows, model::k_no_data);
}

void check_counts(std::size_t shapes, const DbfFile& dbf, const std::string& file, Findings& findings) {
  if (dbf.field_names.empty() || shapes == dbf.row_count) return;
  findings.push_back(
      {Severity::error,
       "dbf.count-differs",
       file,
       {},
       text("tệp .shp có {} vùng, tệp .dbf có {} dòng; vùng thừa để trống, dòng thừa bị bỏ",
            "the .shp has {} polygons, the .dbf {} rows; polygons beyond have no attributes, "
            "rows beyond were left out",
            {shapes, dbf.row_count}),
       text("Xin lại đủ bộ tệp từ cùng một lần xuất.", "Ask for the set from one and the same export.")});
}

template <class T>
void keep_rows(std::vector<T>& values, const std::vector<std::size_t>& rows) {
  if (values.empty()) return;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i] != i) values[i] = std::move(values[rows[i]]);  // moved to itself, a text would be lost
  }
  values.resize(rows.size());
}

/// Leaves out the features whose row is marked deleted.
void drop_deleted(model::Layer& layer, const DbfFile& dbf, bool geometry, Findings& findings) {
  std::vector<std::size_t> kept;
  const std::size_t n = layer.attributes.source_row.size();
  for (std::size_t i = 0; i < n; ++i) {
    if (i >= dbf.deleted.size() || !dbf.deleted[i]) kept.push_back(i);
  }
  if (kept.size() == n) return;
  findings.push_back({Severity::note,
                      "dbf.deleted-rows",
                      layer.file,
                      {},
                      text("{} dòng đã đánh dấu xóa được bỏ qua cùng với vùng của chúng",
                           "{} rows marked as deleted were left out, polygons included", {n - kept.size()}),
                      {}});
  if (geometry) {
    model::PolygonSet polygons;
    for (const std::size_t i : kept) polygons.append_feature(layer.polygons, i);
    layer.polygons = std::move(polygons);
  }
  for (Column& column : layer.attributes.columns) {
    keep_rows(column.texts, kept);
    keep_rows(column.numbers, kept);
  }
  keep_rows(layer.attributes.source_row, kept);
}

std::filesystem::path shp_of(const std::filesystem::path& path) {
  if (extension_of(path) == ".shp") return path;
  std::filesystem::path shp = sibling(path, ".shp");
  if (!shp.empty()) return shp;
  throw Error(ErrorKind::not_found,
              text("Bên cạnh {} không có tệp .shp", "There is no .shp beside {}", {path.string()}),
              text("Xin đủ bộ .shp, .shx, .dbf.", "Ask for the whole set .shp, .shx, .dbf."));
}

}  // namespace

EncodingHints dbf_encoding(const std::filesystem::path& path, int language_id) {
  return {true, small_text(sibling(path, ".cpg")), language_id};
}

VectorFile read_shapefile(const std::filesystem::path& path, const VectorOptions& options,
                          const base::Job& job) {
  require_file(path);
  const std::filesystem::path shp = shp_of(path);
  VectorFile out;
  out.driver = "ESRI Shapefile";
  model::Layer& layer = out.layer;
  layer.name = shp.stem().string();
  layer.file = shp.string();
  if (!options.layer.empty() && options.layer != layer.name) {
    throw Error(ErrorKind::not_found,
                text("{} không có lớp “{}”", "{} has no layer “{}”", {layer.file, options.layer}),
                base::nearest_word_advice(options.layer, std::vector<std::string>{layer.name}));
  }
  ShpIndex index = index_shp(shp, sibling(shp, ".shx"), layer.file);
  move_findings(out.findings, index.findings);
  DbfFile dbf = attributes(shp, options, layer.file, out.findings);
  if (index.records.empty()) {
    throw Error(
        ErrorKind::data, text("{} không có vùng nào", "{} holds no polygons", {layer.file}),
        text("Chọn tệp ranh giới khác hoặc xin lại tệp.", "Choose another file or ask for it again."));
  }
  check_counts(index.records.size(), dbf, layer.file, out.findings);
  if (options.geometry) layer.polygons = read_shp(shp, index.records, layer.file, out.findings, job);
  layer.attributes.file = layer.file;
  layer.attributes.columns = std::move(dbf.columns);
  for (Column& column : layer.attributes.columns) resize(column, index.records.size());
  layer.attributes.source_row.resize(index.records.size());
  std::iota(layer.attributes.source_row.begin(), layer.attributes.source_row.end(), 1U);
  drop_deleted(layer, dbf, options.geometry, out.findings);
  out.encoding = dbf_encoding(shp, dbf.field_names.empty() ? -1 : dbf.language_id);
  layer.crs = small_text(sibling(shp, ".prj"));
  job.progress(1);
  return out;
}

}  // namespace ntmap::io
