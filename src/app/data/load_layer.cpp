#include "app/data/load_layer.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <utility>

#include "app/data/column_names.hpp"
#include "app/data/crs_place.hpp"
#include "app/data/far_parts.hpp"
#include "app/data/far_vertices.hpp"
#include "app/data/file_kinds.hpp"
#include "app/data/heading_check.hpp"
#include "app/data/missing_shapes.hpp"
#include "app/data/province_hint.hpp"
#include "app/data/utf16_choice.hpp"
#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "io/source_path.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::Finding;
using base::Severity;
using base::text;

constexpr std::size_t k_other_guesses = 8;  // that a missing coordinate system may be

std::optional<names::Encoding> chosen_encoding(const std::string& word) {
  if (word.empty() || word == "auto") return std::nullopt;
  if (is_utf16_word(word)) return names::Encoding::utf8;  // what the reader has made of it
  if (const auto known = names::encoding_from(word)) return known;
  throw Error(ErrorKind::usage, text("Không biết bảng mã “{}”", "Unknown encoding “{}”", {word}),
              text("Chọn auto, utf-8, utf-16, cp1252, cp1258, tcvn3 hoặc vni.",
                   "Choose auto, utf-8, utf-16, cp1252, cp1258, tcvn3 or vni."));
}

/// Decodes all texts; every decision becomes a finding about that file.
std::vector<names::ColumnEncoding> decode(model::Table& table, const io::EncodingHints& hints,
                                          const std::string& encoding, base::Findings& findings) {
  const HeadingCheck headings(table);
  auto chosen = chosen_encoding(encoding);
  const bool wrong = is_utf16_word(encoding)           ? tell_not_utf16(table.file, hints.raw, findings)
                     : chosen == names::Encoding::utf8 ? tell_not_utf8(table.file, findings)
                                                       : false;
  if (wrong) chosen.reset();
  names::EncodingReport report =
      names::decode_table(table, {hints.raw, hints.declared, hints.language_id, chosen});
  headings.tell(table, findings);
  for (Finding finding : report.findings) {
    if (finding.file.empty()) finding.file = table.file;
    findings.push_back(std::move(finding));
  }
  return std::move(report.columns);
}

Error no_crs(const LayerRequest& request, const std::string& file) {
  return Error(
      ErrorKind::data,
      text("{}: không có hệ tọa độ (thiếu .prj) và tọa độ không nằm trong Việt Nam theo hệ nào",
           "{}: no coordinate system (.prj missing), and by none do the coordinates lie in Viet Nam", {file}),
      text("Ghi rõ hệ tọa độ: {} (VN-2000, kinh tuyến trục 105°30').",
           "Say which: {} (VN-2000, central meridian 105°30').", {crs_remedy(request, "9209")}));
}

constexpr int k_clear_guess = 50;  // percent; below it several zones fit alike

crs::Description guessed_crs(const LayerRequest& request, const model::Layer& layer,
                             base::Findings& findings) {
  const auto guesses = crs::guess_from_extent(layer.polygons.box(), request.province);
  if (guesses.empty() || guesses.front().swapped) throw no_crs(request, layer.file);
  const crs::Description& best = guesses.front().description;
  std::string others;
  for (std::size_t i = 1; i < guesses.size() && i <= k_other_guesses; ++i) {
    if (!guesses[i].swapped) others += (others.empty() ? "EPSG:" : ", EPSG:") + guesses[i].description.epsg;
  }
  // VN-2000 and WGS 84 lie some 224 m apart; zones of VN-2000 tens of kilometres.
  const base::Text off =
      best.geographic ? text("khoảng 225 m", "some 225 m")
                      : text("từ hàng trăm mét đến hàng chục km", "hundreds of metres to tens of kilometres");
  const bool clear = best.confidence >= k_clear_guess;
  findings.push_back(
      {clear ? Severity::warning : Severity::error,
       clear ? "crs.guessed" : k_rule_ambiguous_crs,
       layer.file,
       {},
       text("không có hệ tọa độ; đoán theo phạm vi: {} (EPSG:{}), độ tin cậy {} %",
            "no coordinate system; guessed from the extent: {} (EPSG:{}), confidence {} %",
            {best.name, best.epsg, best.confidence}),
       others.empty()
           ? text("Nếu sai, ghi rõ bằng {}.", "If wrong, overrule it with {}.", {crs_remedy(request)})
           : text("Cũng có thể là {} (khi đó bản đồ lệch {}); nếu vậy ghi rõ bằng {}.",
                  "It may also be {} (the map is then off by {}); if so, overrule it with {}.",
                  {others, off, crs_remedy(request)})});
  crs::Description chosen = crs::describe("EPSG:" + best.epsg);
  chosen.confidence = best.confidence;
  return chosen;
}

crs::Description described_by_file(const model::Layer& layer) {
  try {
    return crs::describe(layer.crs);
  } catch (base::Error& error) {
    throw error.at(layer.file);
  }
}

/// A system of the file's own, such as a zone of VN-2000 with a wrong scale: it is taken as it is written.
Finding unknown_crs(const LayerRequest& request, const model::Layer& layer,
                    const crs::Description& described) {
  return {
      Severity::warning,
      "crs.unsure",
      layer.file,
      {},
      text("hệ tọa độ trong tệp (“{}”) không khớp mã EPSG nào; tọa độ được đọc đúng theo các tham số ghi "
           "trong tệp",
           "the file's coordinate system (“{}”) matches no EPSG code; it is taken by the parameters that the "
           "file gives",
           {described.name}),
      text("Kiểm tra kinh tuyến trục và hệ số tỷ lệ (VN-2000 múi 3°: 0,9999); nếu dữ liệu là VN-2000, ghi rõ "
           "{}.",
           "Check the central meridian and the scale (VN-2000, zones of 3°: 0.9999); if the data are "
           "VN-2000, say "
           "{}.",
           {crs_remedy(request)})};
}

crs::Description find_crs(const LayerRequest& request, const model::Layer& layer, base::Findings& findings) {
  if (!request.crs.empty()) {
    crs::Description said = crs::describe(request.crs);
    check_crs_place(request, layer, said, findings);
    return said;
  }
  if (layer.crs.empty()) {
    return request.missing_crs ? request.missing_crs(layer, findings) : guessed_crs(request, layer, findings);
  }
  crs::Description described = described_by_file(layer);
  if (described.epsg.empty()) {
    findings.push_back(unknown_crs(request, layer, described));
  } else if (described.confidence < 100) {
    findings.push_back(
        {Severity::warning,
         "crs.unsure",
         layer.file,
         {},
         text("hệ tọa độ trong tệp không khớp hẳn mã nào; gần nhất là {} (EPSG:{}), độ tin cậy {} %",
              "the file's coordinate system matches no code for sure; the nearest is {} (EPSG:{}), "
              "confidence {} %",
              {described.name, described.epsg, described.confidence}),
         text("Nếu dữ liệu là VN-2000, ghi rõ {}.", "If the data are VN-2000, say {}.",
              {crs_remedy(request, described.epsg)})});
  }
  check_crs_place(request, layer, described, findings);
  return described;
}

/// The request with the province that the layer's own fields name, where none is said.
LayerRequest with_province(const LayerRequest& request, const model::Table& attributes) {
  LayerRequest out = request;
  if (!out.province.empty() || out.missing_crs) return out;
  if (const auto hint = province_in(attributes)) {
    out.province = hint->province;
    out.province_from = hint->where;
  }
  return out;
}

/// Each feature once: where it lies partly in another country, how far its vertices are apart says no more.
void tell_far(const LoadedLayer& loaded, bool units, base::Findings& findings) {
  base::Findings far = far_part_findings(loaded.layer, loaded.crs, units);
  for (base::Finding& finding : far_vertex_findings(loaded.layer)) {
    const bool told = std::any_of(far.begin(), far.end(), [&](const Finding& other) {
      return other.severity == Severity::error && other.place == finding.place;
    });
    if (!told) findings.push_back(std::move(finding));
  }
  std::move(far.begin(), far.end(), std::back_inserter(findings));
}

/// Square metres of one square unit of the layer's system, where a feature with an area lies.
double square_metres_at(const LoadedLayer& loaded, std::size_t feature) {
  if (!loaded.crs.geographic) return loaded.crs.metres_per_unit * loaded.crs.metres_per_unit;
  const model::PolygonSet& polygons = loaded.layer.polygons;
  return crs::area_hectares(polygons, feature, loaded.crs.definition) * 1e4 /
         model::feature_area(polygons, feature);
}

void tell_repairs(const LoadedLayer& loaded, base::Findings& findings) {
  for (const geom::Repair& repair : loaded.repairs.repairs) {
    const base::Text place = feature_place(loaded.layer, repair.feature);
    if (!(repair.area_after > 0)) {
      findings.push_back(
          {Severity::error, "geometry.nothing-left", loaded.layer.file, place,
           text("hình không hợp lệ ({}) và không có diện tích; đơn vị này không vẽ được",
                "invalid geometry ({}) that has no area; this unit cannot be drawn", {repair.reason}),
           text("Lấy lại hình từ tệp gốc.", "Take the shape again from the original file.")});
      continue;
    }
    const double scale = square_metres_at(loaded, repair.feature);
    const auto ha = [scale](double squares) { return base::short_number(squares * scale / 1e4, 4); };
    findings.push_back({Severity::warning, "geometry.repaired", loaded.layer.file, place,
                        text("hình không hợp lệ ({}), đã sửa; diện tích từ {} thành {} ha, phần bỏ đi {} m²",
                             "invalid geometry ({}), mended; area changed from {} to {} ha, {} m² fell away",
                             {repair.reason, ha(repair.area_before), ha(repair.area_after),
                              base::short_number(scale * repair.area_lost, 1)}),
                        text("Sửa hình trong tệp nguồn để không phụ thuộc vào bản sửa tự động.",
                             "Mend the source file, so as not to depend on the automatic repair.")});
  }
}

/// The attributes of one vector layer, or tables one after another.
io::TableFile read_rows(const TableRequest& request, const std::function<void(io::TableFile&)>& prepare,
                        const base::Job& job) {
  if (request.files.size() == 1 && is_vector_file(request.files.front())) {
    const io::SourcePath source = io::split_source(request.files.front());
    io::VectorFile file = io::read_vector(source.path, {.layer = source.part, .geometry = false}, job);
    io::TableFile rows{.table = std::move(file.layer.attributes),
                       .encoding = file.encoding,
                       .other_sheets = std::move(file.other_layers),
                       .findings = std::move(file.findings)};
    prepare(rows);
    return rows;
  }
  std::vector<io::TableSource> sources;
  for (const std::string& path : request.files) {
    const io::SourcePath source = io::split_source(path);
    sources.push_back({source.path, source.part});
  }
  return io::read_tables(sources, {.header_row = request.header_row, .prepare = prepare});
}

}  // namespace

std::string crs_remedy(const LayerRequest& request, const std::string& epsg) {
  std::string words = request.crs_words;
  if (const std::size_t at = words.find("{}"); at != std::string::npos) words.replace(at, 2, epsg);
  return words;
}

bool is_vector_file(const std::string& path) {
  const std::string extension = io::extension_of(io::split_source(path).path);
  const auto vectors = boundary_extensions();
  return std::find(vectors.begin(), vectors.end(), extension) != vectors.end();
}

LoadedLayer load_layer(const LayerRequest& request, const base::Job& job) {
  const io::SourcePath source = io::split_source(request.path);
  io::VectorFile file =
      io::read_vector(source.path, {.layer = source.part, .fields = request.fields}, job.part(0, 0.6));
  LoadedLayer loaded;
  loaded.layer = std::move(file.layer);
  loaded.encoding = file.encoding;
  loaded.driver = file.driver;
  loaded.other_layers = std::move(file.other_layers);
  loaded.findings = std::move(file.findings);
  loaded.encodings = decode(loaded.layer.attributes, file.encoding, request.encoding, loaded.findings);
  loaded.crs = find_crs(with_province(request, loaded.layer.attributes), loaded.layer, loaded.findings);
  loaded.layer.crs = loaded.crs.definition;
  job.checkpoint();
  tell_far(loaded, !request.missing_crs, loaded.findings);
  if (request.repair) {
    loaded.repairs = geom::repair(loaded.layer.polygons, job.part(0.6, 1));
    tell_repairs(loaded, loaded.findings);
  }
  if (!request.missing_crs) tell_missing_shapes(loaded.layer, loaded.findings);  // areas tell it themselves
  return loaded;
}

LoadedTable load_table(const TableRequest& request, const base::Job& job) {
  std::vector<names::ColumnEncoding> encodings;
  ColumnNames column_names;
  const auto prepare = [&](io::TableFile& part) {
    auto columns = decode(part.table, part.encoding, request.encoding, part.findings);
    if (encodings.empty()) encodings = std::move(columns);
    part.encoding.raw = false;
    column_names.align(part);
  };
  io::TableFile file = read_rows(request, prepare, job);
  return {std::move(file.table), std::move(file.other_sheets), std::move(file.findings),
          std::move(encodings)};
}

/// The sheets of a table's file beside the one that was read, where a field may stand that this one lacks.
static std::string other_sheets(const model::Table& table) {
  if (table.sheet.empty()) return {};
  std::string out;
  try {
    for (const std::string& sheet : io::visible_sheets(table.file)) {
      if (sheet != table.sheet) out += (out.empty() ? "“" : ", “") + sheet + "”";
    }
  } catch (const Error&) {
    return {};  // the lack of the field is told, which is what matters here
  }
  return out;
}

const model::Column& require_column(const model::Table& table, const std::string& name) {
  if (const model::Column* column = table.find(name)) return *column;
  std::vector<std::string> names;
  for (const model::Column& column : table.columns) names.push_back(column.name);
  base::Text remedy = base::nearest_word_advice(name, names);
  if (const std::string sheets = other_sheets(table); !sheets.empty()) {
    remedy = text("{} Đã đọc trang “{}”; tệp còn trang {}: chọn trang bằng TỆP:trang.",
                  "{} The sheet “{}” was read; the file has also {}: choose one by PATH:sheet.",
                  {remedy, table.sheet, sheets});
  }
  throw Error(ErrorKind::not_found,
              text("{}: không có trường “{}”", "{}: there is no field “{}”", {table.file, name}), remedy);
}

}  // namespace ntmap::app
