#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "app/inspect.hpp"
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

void print_text(const Console& console, const app::Inspection& found) {
  console.result(found.path);
  print_line(console, text("Dạng", "Format"), found.driver);
  print_line(console, text("Lớp", "Layer"), found.layer);
  for (const std::string& other : found.other_layers)
    print_line(console, text("Lớp khác", "Other layer"), other);
  print_line(console, text("Số đối tượng", "Features"), found.table.row_count());
  if (found.has_geometry) {
    print_line(console, text("Số đỉnh", "Vertices"), found.vertices);
    print_line(console, text("Hệ tọa độ", "Coordinate system"),
               found.crs.epsg.empty() ? found.crs.name
                                      : text("{} (EPSG:{}, độ tin cậy {} %)", "{} (EPSG:{}, confidence {} %)",
                                             {found.crs.name, found.crs.epsg, found.crs.confidence}));
    print_line(console, text("Hình không hợp lệ", "Invalid geometry"), found.invalid);
  }
  console.result(text("  Các trường, {} dòng đầu:", "  Fields, first {} rows:", {k_sample_rows}));
  print_table(console, found.table);
  console.findings(found.findings, true);
}

void print_json(const Console& console, const app::Inspection& found) {
  std::string fields;
  for (const model::Column& column : found.table.columns)
    fields += (fields.empty() ? "" : ",") + json_text(column.name);
  std::string findings;
  for (const base::Finding& finding : found.findings) {
    findings +=
        (findings.empty() ? "" : ",") + fmt::format(R"({{"rule":{},"what":{}}})", json_text(finding.rule),
                                                    json_text(finding.what.in(console.lang)));
  }
  console.result(fmt::format(
      R"({{"path":{},"driver":{},"layer":{},"features":{},"vertices":{},"epsg":{},"crs_confidence":{},"invalid":{},"fields":[{}],"findings":[{}]}})",
      json_text(found.path), json_text(found.driver), json_text(found.layer), found.table.row_count(),
      found.vertices, json_text(found.crs.epsg), found.crs.confidence, found.invalid, fields, findings));
}

int run(const Options& options, const Console& console) {
  for (const std::string& path : options.paths) {
    const app::Inspection found = app::inspect({path, options.encoding, options.crs}, console.job());
    if (console.json) {
      print_json(console, found);
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
