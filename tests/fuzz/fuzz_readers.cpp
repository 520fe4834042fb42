#include "fuzz_readers.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "app/project/project_file.hpp"
#include "base/error.hpp"
#include "criteria/crosswalk.hpp"
#include "criteria/set_file.hpp"
#include "file_bytes.hpp"
#include "io/csv_reader.hpp"
#include "io/spreadsheet_reader.hpp"
#include "io/table_reader.hpp"
#include "io/vector_reader.hpp"
#include "names/aliases.hpp"
#include "names/decode_table.hpp"
#include "names/match.hpp"
#include "names/unicode.hpp"
#include "support/temporary_folder.hpp"
#include "support/wkt.hpp"

namespace ntmap::test {
namespace {

/// What every reader promises about its result, whatever the input.
void check_table(const model::Table& table) {
  for (const model::Column& column : table.columns) {
    const bool texts =
        column.type == model::ColumnType::number || column.texts.size() == table.source_row.size();
    const bool numbers =
        column.type == model::ColumnType::text || column.numbers.size() == table.source_row.size();
    if (!texts || !numbers) throw std::logic_error("columns of different length");
  }
}

void check_polygons(const model::PolygonSet& polygons) {
  const bool closed = polygons.ring_start.back() == polygons.vertex_count() &&
                      polygons.part_start.back() == polygons.ring_count() &&
                      polygons.feature_start.back() == polygons.part_count();
  if (!closed) throw std::logic_error("offsets of the polygon set do not close");
}

void run_table_file(std::string_view name, std::string_view bytes) {
  const TemporaryFolder folder;
  const io::TableFile file = io::read_table(folder.write(name, bytes), {});
  check_table(file.table);
  for (const model::Column& column : file.table.columns) io::read_numbers(file.table, column, true);
}

void run_csv(std::string_view bytes) {
  run_table_file("a.csv", bytes);
}
void run_xlsx(std::string_view bytes) {
  run_table_file("a.xlsx", bytes);
}
void run_ods(std::string_view bytes) {
  run_table_file("a.ods", bytes);
}

/// What stands inside the archive: damage to the archive itself hardly ever gets past its checksums.
void run_xlsx_sheet(std::string_view xml) {
  run_xlsx(xlsx_bytes({{"Xã", std::string(xml), ""}}, "<si><t>code</t></si><si><t>v</t></si>"));
}
void run_ods_content(std::string_view xml) {
  run_ods(ods_bytes(xml));
}

void run_dbf(std::string_view bytes) {
  run_table_file("a.dbf", bytes);
}

void run_geojson(std::string_view bytes) {
  const TemporaryFolder folder;
  const io::VectorFile file = io::read_vector(folder.write("a.geojson", bytes), {});
  check_polygons(file.layer.polygons);
  check_table(file.layer.attributes);
}

void run_project(std::string_view bytes) {
  const model::Project project = app::parse_project(bytes, "a.toml");
  if (project.boundaries.empty()) throw std::logic_error("a project without boundaries");
}

void run_aliases(std::string_view bytes) {
  const auto aliases = names::parse_aliases(bytes, "a.csv");
  if (names::parse_aliases(names::format_aliases(aliases), "b.csv") != aliases) {
    throw std::logic_error("aliases that are written read differently");
  }
}

void run_crosswalk(std::string_view bytes) {
  const TemporaryFolder folder;
  const io::TableFile file = io::read_table(folder.write("a.csv", bytes), {});
  base::Findings findings;
  const criteria::Units units{{"A", "A", "xã", criteria::k_no_unit, {}, 0},
                              {"B", "B", "xã", criteria::k_no_unit, {}, 0}};
  for (const criteria::Crosswalk& crosswalk : criteria::read_crosswalks(file.table, findings)) {
    criteria::ValueTable values(2024, units.size());
    values.set("ha", 0, 1);
    std::vector<criteria::ColumnSpec> specs(1);
    specs.front().id = "ha";
    specs.front().carry = criteria::Carry::sum;
    criteria::carry(values, criteria::tie_units(crosswalk, units, units, {}, findings), specs);
  }
}

std::vector<std::string> lines_of(std::string_view bytes) {
  std::vector<std::string> lines(1);
  for (const char c : bytes) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  return lines;
}

/// A column of these lines as its own bytes, and as text that is UTF-8 already.
void run_encodings(std::string_view bytes) {
  for (const bool raw : {true, false}) {
    model::Table table;
    table.columns.push_back({"ten", model::ColumnType::text, lines_of(bytes), {}});
    names::decode_table(table, {.raw = raw});
    for (const std::string& cell : table.columns.front().texts) {
      if (!names::is_valid_utf8(cell)) throw std::logic_error("a text that is not UTF-8");
    }
  }
}

void check_matches(const names::MatchReport& report, std::size_t units, std::size_t rows) {
  if (report.matched + report.ambiguous + report.unmatched != rows)
    throw std::logic_error("rows of the report do not add up");
  for (const names::RowMatch& match : report.rows) {
    if (match.status == names::MatchStatus::matched && match.unit >= units)
      throw std::logic_error("matched to no unit");
  }
  for (const names::RowNote& note : report.notes) {
    if (note.row >= rows) throw std::logic_error("a note of no row");
  }
}

/// Every second line names a unit, the others are rows: "code,name,district". Without confirmed names, and
/// with every row confirmed as the unit before it.
void run_match(std::string_view bytes) {
  std::vector<names::MatchUnit> units;
  std::vector<names::MatchRow> rows;
  std::vector<names::Alias> aliases;
  bool unit = true;
  for (const std::string& line : lines_of(bytes)) {
    const std::size_t first = std::min(line.find(','), line.size());
    const std::size_t second = std::min(line.find(',', first + 1), line.size());
    const std::string code = line.substr(0, first);
    const std::string name = first < line.size() ? line.substr(first + 1, second - first - 1) : "";
    const std::string district = second < line.size() ? line.substr(second + 1) : "";
    if (unit) {
      units.push_back({.code = code, .name = name, .district = district});
    } else {
      rows.push_back({.code = code, .name = name, .district = district});
      aliases.push_back({name, rows.size() % 2 == 0 ? district : "", "", units.back().code});
    }
    unit = !unit;
  }
  const names::UnitMatcher matcher(units);
  check_matches(matcher.match(rows), units.size(), rows.size());
  check_matches(matcher.match(rows, names::AliasBook(aliases)), units.size(), rows.size());
}

void run_criteria_set(std::string_view bytes) {
  const TemporaryFolder folder;
  if (criteria::load_set(folder.write("a.toml", bytes)).id.empty())
    throw std::logic_error("a set without a name");
}

std::string with_length(std::string_view bytes) {
  const auto length = static_cast<std::uint32_t>(bytes.size());
  std::string out(4, '\0');
  std::memcpy(out.data(), &length, 4);
  return out.append(bytes);
}

std::string_view take(std::string_view& bytes) {
  std::uint32_t length = 0;
  if (bytes.size() < 4) return {};
  std::memcpy(&length, bytes.data(), 4);
  bytes.remove_prefix(4);
  const std::string_view out = bytes.substr(0, length);
  bytes.remove_prefix(out.size());
  return out;
}

void run_shapefile(std::string_view bytes) {
  const TemporaryFolder folder;
  const auto shp = folder.write("a.shp", take(bytes));
  folder.write("a.shx", take(bytes));
  folder.write("a.dbf", take(bytes));
  const io::VectorFile file = io::read_vector(shp, {});
  check_polygons(file.layer.polygons);
  check_table(file.layer.attributes);
  if (file.layer.polygons.feature_count() != file.layer.attributes.source_row.size()) {
    throw std::logic_error("features and rows differ");
  }
}

std::string shapefile_seed() {
  const auto polygons = from_wkt({"POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 8, 8 8, 8 1, 1 1))",
                                  "MULTIPOLYGON (((9 0, 12 0, 12 4, 9 0)), ((20 0, 22 0, 22 4, 20 0)))"});
  const ShpBytes bytes = shp_bytes(polygons);
  return with_length(bytes.shp) + with_length(bytes.shx) +
         with_length(dbf_bytes({{"code", 'C', 5}, {"ho", 'N', 8, 2}, {"ngay", 'D', 8}},
                               {{"00097", "12.5", "20251231"}, {"18073", "", ""}}));
}

std::vector<std::string> criteria_seeds() {
  std::vector<std::string> seeds;
  for (const auto& entry : std::filesystem::directory_iterator(checkout("gis_data/criteria"))) {
    if (entry.path().extension() == ".toml") seeds.push_back(read_bytes(entry.path()));
  }
  std::sort(seeds.begin(), seeds.end());
  return seeds;
}

constexpr const char* k_sheet_xml =
    "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
    "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>00097</t></is></c><c r=\"B2\" "
    "s=\"1\"><v>0.985</v></c>"
    "</row></sheetData><mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>";

constexpr const char* k_ods_xml =
    "<table:table table:name=\"A\"><table:table-row><table:table-cell office:value-type=\"string\">"
    "<text:p>code</text:p></table:table-cell><table:table-cell office:value-type=\"float\" "
    "office:value=\"2025\" table:number-columns-repeated=\"2\"/></table:table-row>"
    "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell "
    "office:value-type=\"percentage\" "
    "office:value=\"0.5\"/></table:table-row></table:table>";

}  // namespace

const std::vector<FuzzTarget>& fuzz_targets() {
  static const std::vector<FuzzTarget> k_targets = {
      {"csv",
       {"Báo cáo;;\ncode;tên;tỷ lệ\n00097;\"Thạch; \"\"Hà\"\"\";98,5\n18073;Cẩm Xuyên;1.234\nTổng "
        "cộng;;97%\n",
        std::string("\xFF\xFE"
                    "a\0,\0b\0\n\0"
                    "1\0,\0"
                    "2\0\n\0",
                    18)},
       run_csv},
      {"shapefile", {shapefile_seed()}, run_shapefile},
      {"xlsx", {xlsx_bytes({{"Xã", k_sheet_xml, ""}}, "<si><t>code</t></si><si><t>v</t></si>")}, run_xlsx},
      {"xlsx-sheet", {k_sheet_xml}, run_xlsx_sheet},
      {"ods", {ods_bytes(k_ods_xml)}, run_ods},
      {"ods-content", {k_ods_xml}, run_ods_content},
      {"dbf",
       {dbf_bytes({{"code", 'C', 5}, {"ho", 'N', 8, 2}, {"ngay", 'D', 8}},
                  {{"00097", "12.5", "20251231"}, {"18073", "", ""}})},
       run_dbf},
      {"geojson",
       {R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"00097","pct":1.5},)"
        R"("geometry":{"type":"Polygon","coordinates":[[[105.5,18],[105.6,18],[105.6,18.1],[105.5,18]]]}}]})"},
       run_geojson},
      {"project",
       {read_bytes(checkout("gis_data/hatinh.toml")), read_bytes(checkout("gis_data/sonduong.toml"))},
       run_project},
      {"aliases",
       {"name,district,province,code\nXã Kỳ Sơn,\"Kỳ, Anh\",,18751\nThạch Hà,,,18562\n"},
       run_aliases},
      {"crosswalk",
       {"from_vintage,to_vintage,effective,old_code,new_code,share\n1,2,2025-07-01,A,A,0.25\n1,2,,A,B,0.75\n"
        "1,2,,B,B,\n",
        "from_vintage,to_vintage,old_code,new_code,share\n1,2,A,A,\"0,4\"\n1,2,A,B,\n1,2,B,B,60 "
        "%\n1,2,B,A,1.5\n"},
       run_crosswalk},
      {"encodings",
       {"X\xB7 K\xFA S\xACn\nHuy\xD6n Th\xB9\x63h H\xB5\n", "Xa\xF5 Tha\xEF\x63h Ha\xF8\nPh\xF6\xF4\xF8ng\n",
        "Xã Kỳ Sơn\nHuyện Thạch\n", "Xã Ká»³ SÆ¡n\n", "Tháº¡ch HÃ\nHÃ ng GÃ²n\nÄức\nXÃ\n",
        "Xã Kỳ Sơn\nK\xFA S\xACn\nTh\xB9\x63h H\xB5\n"},
       run_encodings},
      {"match",
       {"18562,Xã Thạch Hà,Huyện Thạch Hà\n,TT. Thach Ha,H. Thạch Hà\n00097,Thị trấn Thạch Hà,Huyện Thạch "
        "Hà\n97,Hoà Hải,\n18751,Xã Kỳ Sơn,Kỳ Anh\n,X· Kú S¬n,\n1,Phường 01,TX. Kỳ Anh\n,P. I,Thị xã Kì "
        "Anh\n"},
       run_match},
      {"criteria-set", criteria_seeds(), run_criteria_set},
  };
  return k_targets;
}

}  // namespace ntmap::test
