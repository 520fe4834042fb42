#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "app/data/inspect.hpp"
#include "cli/command.hpp"

namespace ntmap::cli {
namespace {

using base::Text;
using base::text;

struct Options {
  std::vector<std::string> paths;
  std::string encoding = "auto";
  std::string crs;
};

constexpr std::size_t k_sample_rows = 5;
constexpr std::size_t k_candidates_shown = 3;

void print_line(const Console& console, const Text& label, const Text& value) {
  if (!value.empty()) console.result(fmt::format("  {}: {}", label.in(console.lang), value.in(console.lang)));
}

void print_table(const Console& console, const model::Table& table) {
  for (const model::Column& column : table.columns) {
    std::string samples;
    for (std::size_t row = 0; row < std::min(k_sample_rows, table.row_count()); ++row) {
      samples += (row == 0 ? "" : " | ") + column.text(row);
    }
    console.result(fmt::format("    {:<16} {}", column.name, samples));
  }
}

std::string joined(const std::vector<std::string>& texts, const char* between) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : between) + text;
  return out;
}

/// One line for columns decided alike. Where it is not plainly UTF-8, how the column would read in each
/// encoding that it may be in, so that a person can overrule the choice.
void print_encodings(const Console& console, const app::Inspection& found) {
  std::vector<std::pair<std::string, std::string>> decisions;
  for (const app::FieldReading& reading : found.readings) {
    const std::string decision = base::join({reading.encoding, reading.reason}, ", ").in(console.lang);
    const auto same = std::find_if(decisions.begin(), decisions.end(),
                                   [&](const auto& known) { return known.first == decision; });
    if (same == decisions.end()) {
      decisions.emplace_back(decision, reading.field);
    } else {
      same->second += ", " + reading.field;
    }
  }
  for (const auto& [decision, fields] : decisions) {
    print_line(console, text("Bảng mã", "Encoding"), text("{} ({})", "{} ({})", {decision, fields}));
  }
  for (const app::FieldReading& reading : found.readings) {
    if (reading.utf8) continue;
    console.result(text("    {} đọc theo từng bảng mã:", "    {} in each encoding:", {reading.field}));
    const std::size_t shown = std::min(k_candidates_shown, reading.candidates.size());
    for (const auto& candidate : std::span(reading.candidates).first(shown)) {
      console.result(
          fmt::format("      {:<16} {}", candidate.encoding.in(console.lang), joined(candidate.rows, " | ")));
    }
  }
}

Text crs_line(const crs::Description& crs) {
  return crs.epsg.empty() ? crs.name
                          : text("{} (EPSG:{}, độ tin cậy {} %)", "{} (EPSG:{}, confidence {} %)",
                                 {crs.name, crs.epsg, crs.confidence});
}

void print_raster(const Console& console, const app::Inspection& found) {
  const io::RasterSummary& raster = *found.raster;
  console.result(found.path);
  print_line(console, text("Dạng", "Format"), text("{}, ảnh raster", "{}, a raster", {found.driver}));
  const Text kind = raster.colour_table ? text("{}, có bảng màu", "{}, with a colour table", {raster.type})
                                        : Text(raster.type);
  print_line(console, text("Kích thước", "Size"),
             text("{} x {} ô, {} kênh ({})", "{} x {} cells, bands: {} ({})",
                  {raster.width, raster.height, raster.bands, kind}));
  print_line(
      console, text("Hệ tọa độ", "Coordinate system"),
      found.crs.name.empty() ? text("không ghi trong tệp", "the file names none") : crs_line(found.crs));
  if (raster.box.empty()) {
    print_line(console, text("Vị trí", "Place"), text("không có", "none"));
  } else {
    const int decimals = found.crs.geographic ? 6 : 2;
    const std::string unit = found.crs.name.empty() ? "" : found.crs.geographic ? "°" : " m";
    const auto number = [&](double value) { return base::short_number(value, decimals); };
    print_line(
        console, text("Ô", "Cell"),
        text("{} x {}{}", "{} x {}{}",
             {number(raster.box.width() / raster.width), number(raster.box.height() / raster.height), unit}));
    print_line(console, text("Phạm vi", "Extent"),
               text("x {} – {}, y {} – {}", "x {} – {}, y {} – {}",
                    {number(raster.box.min_x), number(raster.box.max_x), number(raster.box.min_y),
                     number(raster.box.max_y)}));
  }
  print_line(
      console, text("Dùng để", "Use"),
      text("đếm dân, số hộ theo ô: --weights của ntmap coverage, [[weights]] của dự án; bản đồ cần ranh "
           "giới là vùng (.shp, .gpkg, .geojson)",
           "count people or households by cell: --weights of ntmap coverage, [[weights]] of a project; a "
           "map needs boundaries as polygons (.shp, .gpkg, .geojson)"));
}

void print_text(const Console& console, const app::Inspection& found) {
  console.result(found.path);
  print_line(console, text("Dạng", "Format"), found.driver);
  print_line(console, found.has_geometry ? text("Lớp", "Layer") : text("Trang", "Sheet"), found.layer);
  const std::string others = joined(found.other_layers, ", ");
  print_line(
      console,
      found.has_geometry ? text("Các lớp khác", "Other layers") : text("Các trang khác", "Other sheets"),
      others);
  print_line(console, found.has_geometry ? text("Số đối tượng", "Features") : text("Số dòng", "Rows"),
             found.table.source_row.size());
  if (found.has_geometry) {
    print_line(console, text("Số đỉnh", "Vertices"), found.vertices);
    print_line(console, text("Hệ tọa độ", "Coordinate system"), crs_line(found.crs));
    print_line(console, text("Hình không hợp lệ", "Invalid geometry"), found.invalid);
  }
  print_encodings(console, found);
  console.result(text("  Các trường, {} dòng đầu:", "  Fields, first {} rows:", {k_sample_rows}));
  print_table(console, found.table);
  for (const base::Finding& finding : found.findings) {
    if (finding.rule != "encoding.decided") console.result("  " + console.line_of(finding));
  }
}

std::string json_reading(const app::FieldReading& reading, base::Lang lang) {
  const std::string candidates = json_list(reading.candidates, [&](const auto& candidate) {
    return fmt::format(R"({{"encoding":{},"rows":{}}})", json_text(candidate.encoding.in(lang)),
                       json_list(candidate.rows, json_text));
  });
  return fmt::format(R"({{"field":{},"encoding":{},"by":{},"candidates":{}}})", json_text(reading.field),
                     json_text(reading.encoding.in(lang)), json_text(reading.reason.in(lang)), candidates);
}

std::string json_rows(const model::Table& table) {
  std::vector<std::size_t> rows(std::min(k_sample_rows, table.row_count()));
  for (std::size_t row = 0; row < rows.size(); ++row) rows[row] = row;
  return json_list(rows, [&](std::size_t row) {
    return json_list(table.columns,
                     [row](const model::Column& column) { return json_text(column.text(row)); });
  });
}

void print_raster_json(const Console& console, const app::Inspection& found) {
  const io::RasterSummary& raster = *found.raster;
  const base::Box& box = raster.box;
  const std::string extent =
      box.empty() ? "null" : fmt::format("[{},{},{},{}]", box.min_x, box.min_y, box.max_x, box.max_y);
  console.result(fmt::format(
      R"({{"path":{},"driver":{},"raster":{{"width":{},"height":{},"bands":{},"type":{},"colour_table":{},"bbox":{}}},"epsg":{},"crs":{},"crs_confidence":{}}})",
      json_text(found.path), json_text(found.driver), raster.width, raster.height, raster.bands,
      json_text(raster.type), raster.colour_table, extent, json_text(found.crs.epsg),
      json_text(found.crs.name.in(console.lang)), found.crs.confidence));
}

void print_json(const Console& console, const app::Inspection& found) {
  if (found.raster) return print_raster_json(console, found);
  console.result(fmt::format(
      R"({{"path":{},"driver":{},"layer":{},"other_layers":{},"features":{},"vertices":{},"epsg":{},"crs":{},"crs_confidence":{},"invalid":{},"fields":{},"encodings":{},"rows":{},"findings":{}}})",
      json_text(found.path), json_text(found.driver), json_text(found.layer),
      json_list(found.other_layers, json_text), found.table.source_row.size(), found.vertices,
      json_text(found.crs.epsg), json_text(found.crs.name.in(console.lang)), found.crs.confidence,
      found.invalid,
      json_list(found.table.columns, [](const model::Column& column) { return json_text(column.name); }),
      json_list(found.readings, [&](const auto& reading) { return json_reading(reading, console.lang); }),
      json_rows(found.table), json_list(found.findings, [&](const base::Finding& finding) {
        return json_finding(finding, console.lang);
      })));
}

int run(const Options& options, const Console& console) {
  for (const std::string& path : options.paths) {
    const app::Inspection found = app::inspect({path, options.encoding, options.crs}, console.job());
    if (console.json) {
      print_json(console, found);
    } else if (found.raster) {
      print_raster(console, found);
    } else {
      print_text(console, found);
    }
  }
  return 0;
}

}  // namespace

Run declare_info(CLI::App& parser, base::Lang lang) {
  const auto options = std::make_shared<Options>();
  parser.add_option("PATH", options->paths, text("tệp, TỆP[:lớp]", "files, PATH[:layer]").in(lang))
      ->required();
  parser.add_option("--encoding", options->encoding, text("bảng mã", "encoding").in(lang));
  parser.add_option("--crs", options->crs, text("hệ tọa độ, EPSG:n", "coordinate system, EPSG:n").in(lang));
  return [options](const Console& console) { return run(*options, console); };
}

}  // namespace ntmap::cli
