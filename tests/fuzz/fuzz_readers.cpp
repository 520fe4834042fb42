#include "fuzz_readers.hpp"

#include <cstring>
#include <stdexcept>

#include "app/project/project_file.hpp"
#include "base/error.hpp"
#include "criteria/crosswalk.hpp"
#include "file_bytes.hpp"
#include "io/csv_reader.hpp"
#include "io/spreadsheet_reader.hpp"
#include "io/table_reader.hpp"
#include "io/vector_reader.hpp"
#include "names/aliases.hpp"
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
      {"xlsx",
       {xlsx_bytes(
           {{"Xã",
             "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
             "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>00097</t></is></c><c r=\"B2\" "
             "s=\"1\"><v>0.985</v></c>"
             "</row></sheetData><mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>",
             ""}},
           "<si><t>code</t></si><si><t>v</t></si>")},
       run_xlsx},
      {"ods",
       {ods_bytes(
           "<table:table table:name=\"A\"><table:table-row><table:table-cell office:value-type=\"string\">"
           "<text:p>code</text:p></table:table-cell><table:table-cell office:value-type=\"float\" "
           "office:value=\"2025\" table:number-columns-repeated=\"2\"/></table:table-row>"
           "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell "
           "office:value-type=\"percentage\" "
           "office:value=\"0.5\"/></table:table-row></table:table>")},
       run_ods},
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
        "1,2,,B,B,\n"},
       run_crosswalk},
  };
  return k_targets;
}

}  // namespace ntmap::test
